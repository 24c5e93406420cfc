import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reader } from '../../activities/deps.ts';
import { AssemblyFault } from '../../extraction/bounded/index.ts';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import { Refusal } from '../../extraction/refusal.ts';
import { protokoll } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';

let tries = 0;
let fault: Error;

/** Reads every file, and makes a record of none. */
const reader: Reader = {
  async open(content) {
    const { pages, warnings } = readPlainText(content, DEFAULT_LIMITS);
    return { mediaType: 'text/plain', pageCount: pages.length, pages, ocr: [], warnings };
  },
  async assemble() {
    tries += 1;
    throw fault;
  },
};

let bed: Testbed;
beforeAll(async () => {
  bed = await testbed({}, { reader });
});
afterAll(() => bed?.destroy());

it.each([
  ['too long', new AssemblyFault('assembling 1 pages was stopped')],
  ['a limit of the thread', new Refusal('time-limit')],
])('a file on which our own rules break has failed, and is not refused: %s', async (name, error) => {
  tries = 0;
  fault = error;
  const folder = bed.folder(name, { 'p.txt': protokoll(name.length) });
  const { archive } = await bed.ingest([folder]);
  expect(archive).toMatchObject({ refused: 0, failed: 1 });
  const row = (await bed.store.files()).find(({ path }) => path.startsWith(folder));
  expect(row).toMatchObject({ status: 'failed', code: 'internal' });
  expect(tries).toBe(2);
});

it('a file whose record would be too large to be one is refused, and not tried again', async () => {
  tries = 0;
  fault = new Refusal('too-large');
  const folder = bed.folder('too-large', { 'p.txt': protokoll(17) });
  const { archive } = await bed.ingest([folder]);
  expect(archive).toMatchObject({ refused: 1, failed: 0 });
  const row = (await bed.store.files()).find(({ path }) => path.startsWith(folder));
  expect(row).toMatchObject({ status: 'refused', code: 'too-large', reason: 'Filen är för stor.' });
  expect(tries).toBe(1);
});
