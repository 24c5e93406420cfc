/** What every implementation of Blobs does, wherever it keeps the bytes. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Blobs, SkadadBlob } from '../../store/blobs.ts';

/** A place of its own for one test. */
export interface BlobsPlace {
  blobs: Blobs;
  /** What is there that nobody asked to be kept: halves of files, uploads that were begun. */
  leftovers(): Promise<string[]>;
}

/** @param open makes an empty place */
export function blobsContract(open: () => Promise<BlobsPlace>): void {
  let place: BlobsPlace;
  let blobs: Blobs;
  beforeEach(async () => {
    place = await open();
    blobs = place.blobs;
  });

  const bytes = new TextEncoder().encode('Protokoll från Ekbacka');
  const sha256 = hashOf(bytes);

  describe('bytes', () => {
    test('are kept once, by their hash', async () => {
      expect(await blobs.has(sha256)).toBe(false);
      expect(await blobs.get(sha256)).toBeNull();
      expect(await blobs.put(bytes)).toEqual({ sha256, bytes: bytes.length });
      expect(await blobs.put(bytes)).toEqual({ sha256, bytes: bytes.length });
      expect(await blobs.has(sha256)).toBe(true);
      expect(Buffer.from((await blobs.get(sha256)) ?? [])).toEqual(Buffer.from(bytes));
      expect(await place.leftovers()).toEqual([]);
    });

    test('come as streams, also large and empty ones', async () => {
      const large = Buffer.alloc(20_000_000, 'abc');
      const parts = (bytes: Buffer) => Readable.from([bytes.subarray(0, 99), bytes.subarray(99)]);
      const stored = await blobs.putStream(parts(large));
      expect(stored).toEqual({ sha256: hashOf(large), bytes: large.length });
      expect(large.equals((await blobs.get(stored.sha256)) ?? Buffer.alloc(0))).toBe(true);
      expect(await blobs.putStream(parts(large))).toEqual(stored);
      const empty = await blobs.putStream(Readable.from([]));
      expect(empty).toEqual({ sha256: hashOf(new Uint8Array()), bytes: 0 });
      expect(await blobs.has(empty.sha256)).toBe(true);
      expect((await blobs.get(empty.sha256))?.byteLength).toBe(0);
      expect(await place.leftovers()).toEqual([]);
    });

    test('are read here and there', async () => {
      await blobs.put(bytes);
      const part = async (first: number, last: number) =>
        (await buffer(blobs.readPart(sha256, first, last))).toString();
      expect(await blobs.size(sha256)).toBe(bytes.length);
      expect(await blobs.size(hashOf(new Uint8Array(3)))).toBeNull();
      expect(await part(0, 8)).toBe('Protokoll');
      expect(await part(bytes.length - 7, bytes.length - 1)).toBe('Ekbacka');
    });

    test.each([1, 20_000_000])('that break off after %d are an error, and leave nothing', async (size) => {
      async function* broken() {
        yield Buffer.alloc(size);
        throw new Error('broken off');
      }
      await expect(blobs.putStream(broken())).rejects.toThrow('broken off');
      expect(await place.leftovers()).toEqual([]);
      expect(await blobs.has(hashOf(Buffer.alloc(size)))).toBe(false);
    });

    test('can be read as a file for as long as it takes', async () => {
      await blobs.put(bytes);
      expect(await blobs.withFile(sha256, (path) => readFile(path))).toEqual(Buffer.from(bytes));
      expect(await blobs.withFile('0'.repeat(64), (path) => readFile(path))).toBeNull();
    });

    test('have only so much room, where that is known', async () => {
      expect((await blobs.free()) ?? 1).toBeGreaterThan(0);
    });

    test('the same from many writers at once are one', async () => {
      await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes)));
      expect(await place.leftovers()).toEqual([]);
      expect(Buffer.from((await blobs.get(sha256)) ?? [])).toEqual(Buffer.from(bytes));
    });
  });

  describe('what is derived', () => {
    test('is kept by content, version and name, and replaced', async () => {
      expect(await blobs.getDerived(sha256, '1.0', 'pages')).toBeNull();
      await blobs.putDerived(sha256, '1.0', 'pages', [{ page: 1, text: 'två' }]);
      await blobs.putDerived(sha256, '1.0', 'pages', [{ page: 2, text: 'två' }]);
      expect(await blobs.getDerived(sha256, '1.0', 'pages')).toEqual([{ page: 2, text: 'två' }]);
      expect(await blobs.getDerived(sha256, '1.1', 'pages')).toBeNull();
      expect(await place.leftovers()).toEqual([]);
    });

    test('is listed by folder, in order', async () => {
      expect(await blobs.listDerived(sha256, '1.0')).toEqual([]);
      for (const name of ['ocr/0010', 'ocr/0002', 'ocr2/0001', 'pages'])
        await blobs.putDerived(sha256, '1.0', name, {});
      expect(await blobs.listDerived(sha256, '1.0', 'ocr')).toEqual(['ocr/0002', 'ocr/0010']);
      expect(await blobs.listDerived(sha256, '1.0')).toEqual(['ocr/0002', 'ocr/0010', 'ocr2/0001', 'pages']);
      expect(await blobs.listDerived(sha256, '1')).toEqual([]);
    });

    test('is listed whole, however much it is', { timeout: 60_000 }, async () => {
      const names = Array.from({ length: 1_100 }, (_, n) => `ocr/${String(n + 1).padStart(4, '0')}`);
      for (let n = 0; n < names.length; n += 50)
        await Promise.all(
          names.slice(n, n + 50).map((name) => blobs.putDerived(sha256, '1.0', name, { name })),
        );
      expect(await blobs.listDerived(sha256, '1.0', 'ocr')).toEqual(names);
    });

    test.each(['../x', '/etc/x', 'a//b', '', 'a/../b', '.hidden', 'a\\b'])('not under %j', async (name) => {
      await expect(blobs.putDerived(sha256, '1.0', name, {})).rejects.toThrow(TypeError);
    });

    test.each(['..', '../../x', 'a/b', 'a b+%'])('a version %j is one of its own', async (version) => {
      await blobs.putDerived(sha256, version, 'pages', 1);
      expect(await blobs.getDerived(sha256, version, 'pages')).toBe(1);
      expect(await blobs.listDerived(sha256, version)).toEqual(['pages']);
      expect(await blobs.has(sha256)).toBe(false);
    });

    test('of what is no hash is nothing', async () => {
      await expect(async () => blobs.has('../../etc')).rejects.toThrow(TypeError);
      await expect(blobs.getDerived('x', '1.0', 'pages')).rejects.toThrow(TypeError);
    });
  });

  describe('whose they are', () => {
    test('is written once, the first of many at a time, and is none of the keys', async () => {
      expect(await blobs.marke()).toBeNull();
      const written = await Promise.all(['ett', 'två', 'tre'].map((text) => blobs.putMarke(text)));
      const [first] = written;
      expect(new Set(written).size).toBe(1);
      expect(await blobs.putMarke('fyra')).toBe(first);
      expect(await blobs.marke()).toBe(first);
      const keys: string[] = [];
      for await (const key of blobs.keys()) keys.push(key);
      expect(keys).toEqual([]);
      expect(await place.leftovers()).toEqual([]);
    });
  });

  describe('keys', () => {
    const own = `sha256/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
    async function all(of: Blobs): Promise<string[]> {
      const keys: string[] = [];
      for await (const key of of.keys()) keys.push(key);
      return keys.sort();
    }
    async function* parts(...texts: string[]) {
      for (const text of texts) yield new TextEncoder().encode(text);
    }

    test('are of all there is, and carry it elsewhere', async () => {
      expect(await all(blobs)).toEqual([]);
      await blobs.put(bytes);
      await blobs.putDerived(sha256, '2.0', 'ocr/0002', { page: 'å' });
      const derived = `derived/${sha256}/2%2E0/ocr/0002.json`;
      expect(await all(blobs)).toEqual([derived, own]);

      const { blobs: other } = await open();
      expect(await other.openKey(own)).toBeNull();
      for (const key of [own, derived]) {
        const found = await blobs.openKey(key);
        await other.putKey(key, found?.chunks ?? parts());
      }
      expect(Buffer.from((await other.get(sha256)) ?? [])).toEqual(Buffer.from(bytes));
      expect(await other.getDerived(sha256, '2.0', 'ocr/0002')).toEqual({ page: 'å' });
      expect((await other.openKey(own))?.bytes).toBe(bytes.length);
    });

    test('take no other bytes than their own', async () => {
      await expect(blobs.putKey(own, parts('något ', 'annat'))).rejects.toThrow(SkadadBlob);
      expect(await all(blobs)).toEqual([]);
      expect(await place.leftovers()).toEqual([]);
    });

    test.each([...['../x', 'sha256/ab/x', `derived/${sha256}/../x.json`, 'tmp/x']])(
      'are not %j',
      async (key) => {
        await expect(blobs.putKey(key, parts('x'))).rejects.toThrow(TypeError);
        await expect(blobs.openKey(key)).rejects.toThrow(TypeError);
      },
    );
  });
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
