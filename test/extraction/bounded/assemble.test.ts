import { afterAll, expect, test } from 'vitest';
import { AssemblyFault, assembleBounded, assemblyMs, createPool } from '../../../extraction/bounded/index.ts';
import { assembleRecord } from '../../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../../extraction/pages/limits.ts';
import { readPlainText } from '../../../extraction/pages/plain-text.ts';
import { protokoll } from '../../engine/made-up.ts';

const pool = createPool({ threads: 1 });
const small = createPool({ threads: 1, maxMemoryMb: 8 });
afterAll(() => Promise.all([pool.close(), small.close()]));

const bytes = new TextEncoder().encode(protokoll(3));
const { pages } = readPlainText(bytes, DEFAULT_LIMITS);
const source = {
  fileName: 'p.txt',
  sha256: 'a'.repeat(64),
  bytes: bytes.length,
  mediaType: 'text/plain' as const,
  pageCount: pages.length,
};

test('gives the same record as in the caller itself', async () => {
  const huvudman = 'Videby kommun';
  expect(await assembleBounded(source, pages, { huvudman }, { pool })).toEqual(
    assembleRecord(source, pages, { huvudman }),
  );
});

test('beyond its time it is our fault, and the pool goes on', async () => {
  const ended = assembleBounded(source, pages, {}, { pool, maxMs: 1 });
  await expect(ended).rejects.toBeInstanceOf(AssemblyFault);
  await expect(ended).rejects.not.toMatchObject({ exitCode: expect.anything() });
  expect((await assembleBounded(source, pages, {}, { pool })).handlingar).toHaveLength(1);
});

test('beyond its memory it is our fault', async () => {
  const many = Array.from({ length: 40_000 }, (_, n) => ({ ...pages[0], page: n + 1 }) as (typeof pages)[0]);
  await expect(assembleBounded(source, many, {}, { pool: small })).rejects.toBeInstanceOf(AssemblyFault);
});

test('ends for the reason of whoever called it off', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(assembleBounded(source, pages, {}, { pool, signal })).rejects.toThrow('enough');
});

test('has time by its pages, far less than reading a file', () => {
  expect(assemblyMs(1)).toBeLessThan(61_000);
  expect(assemblyMs(368)).toBeLessThan(300_000);
});
