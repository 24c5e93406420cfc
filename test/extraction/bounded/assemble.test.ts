import { afterAll, expect, test } from 'vitest';
import {
  AssemblyFault,
  assembleBounded,
  assemblyMs,
  createPool,
  type Pool,
} from '../../../extraction/bounded/index.ts';
import { assembleRecord } from '../../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../../extraction/pages/limits.ts';
import { readPlainText } from '../../../extraction/pages/plain-text.ts';
import { Refusal } from '../../../extraction/refusal.ts';
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

test('a record of more items than any has is refused, and is no fault of ours', async () => {
  const refusing: Pool = { ...pool, run: () => Promise.reject(new Refusal('too-large')) };
  const ended = assembleBounded(source, pages, {}, { pool: refusing });
  await expect(ended).rejects.toMatchObject({ name: 'Refusal', code: 'too-large' });
});

test('beyond its time and larger than any record it is the file that is refused', async () => {
  const { pages: many } = readPlainText(new TextEncoder().encode('a\n'.repeat(70_001)), DEFAULT_LIMITS);
  await expect(assembleBounded(source, many, {}, { pool, maxMs: 1 })).rejects.toMatchObject({
    ...{ name: 'Refusal', code: 'too-large' },
    sv: expect.stringMatching(/Den har 70\s00\d rader och .* kunde tolkas inom gränserna .* Dela upp den/),
  });
});

test('beyond its memory it is our fault', async () => {
  const many = Array.from({ length: 4_000 }, (_, n) => ({ ...pages[0], page: n + 1 }) as (typeof pages)[0]);
  await expect(assembleBounded(source, many, {}, { pool: small })).rejects.toBeInstanceOf(AssemblyFault);
});

test('ends for the reason of whoever called it off', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(assembleBounded(source, pages, {}, { pool, signal })).rejects.toThrow('enough');
});

test('has time by its pages, far less than reading a file', () => {
  const page = pages[0] as (typeof pages)[0];
  expect(assemblyMs(pages)).toBeLessThan(61_000);
  expect(assemblyMs(Array.from({ length: 368 }, () => page))).toBeLessThan(300_000);
});

test('a text that calls itself one page has time by its lines and characters', () => {
  const { pages: short } = readPlainText(new TextEncoder().encode('a\n'.repeat(80_000)), DEFAULT_LIMITS);
  expect(assemblyMs(short)).toBeGreaterThan(560_000);
  const { pages: long } = readPlainText(new TextEncoder().encode('a'.repeat(400_000)), DEFAULT_LIMITS);
  expect(assemblyMs(long)).toBeGreaterThanOrEqual(110_000);
});
