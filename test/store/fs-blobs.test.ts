import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Blobs } from '../../store/blobs.ts';
import { openFsBlobs } from '../../store/fs/blobs.ts';

let folder: string;
let blobs: Blobs;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  blobs = openFsBlobs(join(folder, 'blobs'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('Protokoll från Ekbacka');
const sha256 = createHash('sha256').update(bytes).digest('hex');

async function leftovers(): Promise<string[]> {
  return readdir(join(folder, 'blobs', 'tmp')).catch(() => []);
}

describe('bytes', () => {
  test('are kept once, by their hash', async () => {
    expect(await blobs.has(sha256)).toBe(false);
    expect(await blobs.get(sha256)).toBeNull();
    expect(await blobs.put(bytes)).toEqual({ sha256, bytes: bytes.length });
    expect(await blobs.put(bytes)).toEqual({ sha256, bytes: bytes.length });
    expect(await blobs.has(sha256)).toBe(true);
    expect(Buffer.from((await blobs.get(sha256)) ?? [])).toEqual(Buffer.from(bytes));
    expect(await leftovers()).toEqual([]);
  });

  test('come as streams, also large and empty ones', async () => {
    const large = Buffer.alloc(5_000_000, 'abc');
    const stored = await blobs.putStream(Readable.from([large.subarray(0, 99), large.subarray(99)]));
    expect(stored.bytes).toBe(large.length);
    expect(large.equals((await blobs.get(stored.sha256)) ?? Buffer.alloc(0))).toBe(true);
    expect((await blobs.putStream(Readable.from([]))).bytes).toBe(0);
  });

  test('that break off in the middle are an error, and leave nothing', async () => {
    async function* broken() {
      yield bytes;
      throw new Error('broken off');
    }
    await expect(blobs.putStream(broken())).rejects.toThrow('broken off');
    expect(await leftovers()).toEqual([]);
    expect(await blobs.has(sha256)).toBe(false);
  });

  test('can be read as a file for as long as it takes', async () => {
    await blobs.put(bytes);
    expect(await blobs.withFile(sha256, (path) => readFile(path))).toEqual(Buffer.from(bytes));
    expect(await blobs.withFile('0'.repeat(64), (path) => readFile(path))).toBeNull();
  });

  test('have only so much room', async () => {
    expect(await blobs.free()).toBeGreaterThan(0);
  });

  test('the same from many writers at once are one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes)));
    expect(await leftovers()).toEqual([]);
    expect(await blobs.has(sha256)).toBe(true);
  });
});

describe('what is derived', () => {
  test('is kept by content, version and name, and replaced', async () => {
    expect(await blobs.getDerived(sha256, '1.0', 'pages')).toBeNull();
    await blobs.putDerived(sha256, '1.0', 'pages', [{ page: 1 }]);
    await blobs.putDerived(sha256, '1.0', 'pages', [{ page: 2 }]);
    expect(await blobs.getDerived(sha256, '1.0', 'pages')).toEqual([{ page: 2 }]);
    expect(await blobs.getDerived(sha256, '1.1', 'pages')).toBeNull();
    expect(await leftovers()).toEqual([]);
  });

  test('is listed by folder, in order', async () => {
    expect(await blobs.listDerived(sha256, '1.0')).toEqual([]);
    for (const name of ['ocr/0010', 'ocr/0002', 'pages']) await blobs.putDerived(sha256, '1.0', name, {});
    expect(await blobs.listDerived(sha256, '1.0', 'ocr')).toEqual(['ocr/0002', 'ocr/0010']);
    expect(await blobs.listDerived(sha256, '1.0')).toEqual(['ocr/0002', 'ocr/0010', 'pages']);
  });

  test.each(['../x', '/etc/x', 'a//b', '', 'a/../b', '.hidden', 'a\\b'])('not under %j', async (name) => {
    await expect(blobs.putDerived(sha256, '1.0', name, {})).rejects.toThrow(TypeError);
  });

  test.each(['..', '../../x', 'a/b'])('a version %j stays inside the folder', async (version) => {
    await blobs.putDerived(sha256, version, 'pages', 1);
    expect(await blobs.getDerived(sha256, version, 'pages')).toBe(1);
    expect(await readdir(folder)).toEqual(['blobs']);
    expect(await readdir(join(folder, 'blobs', 'derived'))).toEqual([sha256]);
  });

  test('of what is no hash is nothing', async () => {
    await expect(async () => blobs.has('../../etc')).rejects.toThrow(TypeError);
    await expect(blobs.getDerived('x', '1.0', 'pages')).rejects.toThrow(TypeError);
  });
});
