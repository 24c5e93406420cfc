import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Blobs, SkadadBlob } from '../../store/blobs.ts';
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

  test('come from files as streams, also large and empty ones', async () => {
    const large = Buffer.alloc(5_000_000, 'abc');
    await writeFile(join(folder, 'large'), large);
    await writeFile(join(folder, 'empty'), '');
    const stored = await blobs.putFile(join(folder, 'large'));
    expect(stored.bytes).toBe(large.length);
    expect(large.equals((await blobs.get(stored.sha256)) ?? Buffer.alloc(0))).toBe(true);
    expect((await blobs.putFile(join(folder, 'empty'))).bytes).toBe(0);
  });

  test('of a file that is not there are an error, and leave nothing', async () => {
    await expect(blobs.putFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(blobs.putFile(folder)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await leftovers()).toEqual([]);
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

describe('keys', () => {
  const all = async () => {
    const keys: string[] = [];
    for await (const key of blobs.keys()) keys.push(key);
    return keys.sort();
  };
  async function* parts(...texts: string[]) {
    for (const text of texts) yield new TextEncoder().encode(text);
  }

  test('are of all there is, and carry it elsewhere', async () => {
    expect(await all()).toEqual([]);
    await blobs.put(bytes);
    await blobs.putDerived(sha256, '2.0', 'ocr/0002', { page: 'å' });
    const own = `sha256/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
    const derived = `derived/${sha256}/2%2E0/ocr/0002.json`;
    expect(await all()).toEqual([derived, own]);

    const other = openFsBlobs(join(folder, 'other'));
    for (const key of [own, derived]) {
      const found = await blobs.openKey(key);
      await other.putKey(key, found?.chunks ?? parts());
    }
    expect(Buffer.from((await other.get(sha256)) ?? [])).toEqual(Buffer.from(bytes));
    expect(await other.getDerived(sha256, '2.0', 'ocr/0002')).toEqual({ page: 'å' });
    expect((await other.openKey(own))?.bytes).toBe(bytes.length);
    expect(await openFsBlobs(join(folder, 'none')).openKey(own)).toBeNull();
  });

  test('take no other bytes than their own', async () => {
    const own = `sha256/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
    await expect(blobs.putKey(own, parts('något annat'))).rejects.toThrow(SkadadBlob);
    expect(await all()).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });

  test.each(['../x', 'sha256/ab/x', `derived/${sha256}/../x.json`, 'tmp/x'])('are not %j', async (key) => {
    await expect(blobs.putKey(key, parts('x'))).rejects.toThrow(TypeError);
    await expect(blobs.openKey(key)).rejects.toThrow(TypeError);
  });
});
