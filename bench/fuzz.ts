/**
 * The samples, Word documents and TIFFs damaged in thousands of ways, each read within the usual limits: `npm run fuzz -- [N] [SEED] [FOLDER]`. What
 * is neither a record nor a refusal, or takes longer than a minute, is kept in FOLDER (default: a new one under the
 * system's) and told; the exit code is then 1. The same N and seed give the same files.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createPool } from '../extraction/bounded/index.ts';
import { mutated } from '../test/hostile/mutate.ts';
import { outcomeOf } from '../test/hostile/outcome.ts';
import { seeds } from '../test/hostile/seeds.ts';

const [count = '2000', seed = String(Date.now() % 2 ** 31), folder] = process.argv.slice(2);
const MAX_MS = 60_000;
const pool = createPool({ threads: 2 });
const kept: string[] = [];
let faults = 0;
const ends: { [end: string]: number } = {};

function keep(bytes: Uint8Array, n: number, why: unknown): void {
  const where = folder ?? mkdtempSync(join(tmpdir(), 'expediera-fuzz-'));
  mkdirSync(where, { recursive: true });
  const path = join(where, `${seed}-${n}.bin`);
  writeFileSync(path, bytes);
  kept.push(path);
  console.log(`${path}: ${why instanceof Error ? why.stack : why}`);
}

console.log(`${count} files, seed ${seed}`);
const made = fc.sample(mutated(await seeds()), { numRuns: Number(count), seed: Number(seed) });
let next = 0;
async function readOnByOne(): Promise<void> {
  for (let n = next++; n < made.length; n = next++) {
    const bytes = made[n] as Uint8Array;
    try {
      const end = await outcomeOf(bytes, pool, MAX_MS);
      ends[end] = (ends[end] ?? 0) + 1;
      if (end === 'time-limit') keep(bytes, n, end);
    } catch (error) {
      faults++;
      keep(bytes, n, error);
    }
    if (n % 500 === 499) console.log(`${n + 1}: ${JSON.stringify(ends)}`);
  }
}
await Promise.all([readOnByOne(), readOnByOne()]);
await pool.close();
console.log(
  `${JSON.stringify(ends)}, ${faults} faults, ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most`,
);
process.exitCode = kept.length > 0 ? 1 : 0;
