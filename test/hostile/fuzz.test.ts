/** The samples, Word documents and TIFFs, damaged: always a record or a typed refusal, within time. Thousands of them: `npm run fuzz`. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createPool } from '../../extraction/bounded/index.ts';
import { sniff } from '../../extraction/pages/sniff.ts';
import { REFUSALS } from '../../extraction/refusal.ts';
import { makeZip } from '../extraction/pages/make-zip.ts';
import { mutated } from './mutate.ts';
import { outcomeOf } from './outcome.ts';
import { seeds } from './seeds.ts';

const RUNS = 150;
const MAX_MS = 30_000;
/** Larger samples take longer than they teach. */
const MAX_BYTES = 200_000;

const pool = createPool({ threads: 1, maxMemoryMb: 512 });
afterAll(() => pool.close());

test('a damaged file is a record or a refusal', { timeout: 300_000 }, async () => {
  const damaged = await seeds(MAX_BYTES);
  const sniffed = [...damaged.files, ...damaged.packages.map((parts) => makeZip(parts))].map(
    (b) => sniff(b).type,
  );
  expect(new Set(sniffed)).toEqual(new Set(['pdf', 'text', 'tiff', 'docx']));
  const known = new Set(['record', ...Object.keys(REFUSALS)]);
  const seed = Number(process.env.FUZZ_SEED ?? 20260606);
  await fc.assert(
    fc.asyncProperty(mutated(damaged), async (bytes) => {
      const end = await outcomeOf(bytes, pool, MAX_MS);
      expect(known).toContain(end);
      expect(end).not.toBe('time-limit');
    }),
    { numRuns: RUNS, seed, endOnFailure: true },
  );
});
