/** The samples, damaged: always a record or a typed refusal, within time. Thousands of them: `npm run fuzz`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createPool } from '../../extraction/bounded/index.ts';
import { REFUSALS } from '../../extraction/refusal.ts';
import { root } from './expressions.ts';
import { mutated } from './mutate.ts';
import { outcomeOf } from './outcome.ts';

const RUNS = 100;
const MAX_MS = 30_000;
/** Larger samples take longer than they teach. */
const MAX_BYTES = 200_000;

const pool = createPool({ threads: 1, maxMemoryMb: 512 });
afterAll(() => pool.close());

const files = globSync('samples/*.{pdf,txt,png,jpg}', { cwd: root })
  .sort()
  .map((path) => new Uint8Array(readFileSync(join(root, path))))
  .filter((bytes) => bytes.length < MAX_BYTES);

test('a damaged file is a record or a refusal', { timeout: 300_000 }, async () => {
  expect(files.length).toBeGreaterThan(3);
  const known = new Set(['record', ...Object.keys(REFUSALS)]);
  const seed = Number(process.env.FUZZ_SEED ?? 20260606);
  await fc.assert(
    fc.asyncProperty(mutated(files), async (bytes) => {
      const end = await outcomeOf(bytes, pool, MAX_MS);
      expect(known).toContain(end);
      expect(end).not.toBe('time-limit');
    }),
    { numRuns: RUNS, seed, endOnFailure: true },
  );
});
