/** A long scan takes no more memory than a short one: 1,000 pages by `node bench/scan-memory.ts`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scanMemory } from './scan-memory.ts';

/** One page drawn for OCR is 4 MiB: keeping even a part of each would show. */
const MAX_MIB_A_PAGE = 0.5;

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'expediera-scan-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test('memory stays flat over the pages of a scan', { timeout: 120_000 }, async () => {
  const { samples, growth } = await scanMemory({ pages: 160, home });
  expect(samples.at(-1)?.page).toBe(160);
  expect(growth).toBeLessThan(MAX_MIB_A_PAGE);
});
