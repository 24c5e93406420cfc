import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OfferOptions, offerAll } from '../../engine/intake/offer.ts';
import { archiveName } from '../../engine/intake/submit.ts';
import { walk } from '../../engine/intake/walk.ts';
import { openStores, type Stores } from '../../engine/stores.ts';
import { writeFolder } from './testbed.ts';

let base: string;
let stores: Stores;
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-intake-'));
  stores = await openStores({ home: join(base, 'home') });
});
afterEach(async () => {
  await stores.close();
  rmSync(base, { recursive: true, force: true });
});

async function walked(paths: string[], skip = join(base, 'home')): Promise<string[]> {
  const found: string[] = [];
  for await (const { path } of walk(paths, skip)) found.push(relative(base, path));
  return found;
}

const options = (more: Partial<OfferOptions> = {}): OfferOptions => ({
  ...stores,
  home: join(base, 'home'),
  maxFileBytes: 1000,
  extractionVersion: '2',
  rerun: false,
  lopande: false,
  ...more,
});

describe('the walk', () => {
  it('meets every regular file, none left out by name, in order', async () => {
    writeFolder(join(base, 'in'), {
      'b.pdf': '1',
      '.hidden': '2',
      'a/~lock.tmp': '3',
      'a/.git/HEAD': '4',
      Z: '5',
    });
    expect(await walked([join(base, 'in')])).toEqual([
      'in/.hidden',
      'in/Z',
      'in/a/.git/HEAD',
      'in/a/~lock.tmp',
      'in/b.pdf',
    ]);
  });

  it('follows a link that is given, and none inside a folder', async () => {
    writeFolder(join(base, 'outside'), { 'secret.txt': 'x' });
    writeFolder(join(base, 'in'), { 'a.txt': 'a' });
    symlinkSync(join(base, 'outside'), join(base, 'in', 'link'));
    symlinkSync(join(base, 'in'), join(base, 'in', 'round'));
    symlinkSync(join(base, 'nowhere'), join(base, 'in', 'dangling'));
    expect(await walked([join(base, 'in')])).toEqual(['in/a.txt']);
    expect(await walked([join(base, 'in', 'link')])).toEqual(['in/link/secret.txt']);
  });

  it('never takes in the home itself, and no path twice', async () => {
    writeFolder(join(base, 'in'), { 'a.txt': 'a', 'data/expediera.db': 'x' });
    const paths = [join(base, 'in'), join(base, 'in', 'a.txt')];
    expect(await walked(paths, join(base, 'in', 'data'))).toEqual(['in/a.txt']);
  });

  it('says at once when a path does not exist', async () => {
    await expect(walked([join(base, 'nothing')])).rejects.toMatchObject({ code: 'no-such-path' });
  });
});

describe('offering', () => {
  it('puts everything on record before any work', async () => {
    const folder = writeFolder(join(base, 'in'), { 'a.txt': 'same', 'b.txt': 'same', 'c.txt': 'other' });
    const offered = await offerAll([folder], options());
    expect(offered).toMatchObject({ paths: 3, contents: 2, already: 0, unreadable: 0 });
    expect(offered.toDo).toHaveLength(2);
    const { files } = await stores.store.status();
    expect(files).toMatchObject({ total: 2, running: 2 });
    for (const sha256 of offered.toDo) expect(await stores.blobs.has(sha256)).toBe(true);
  });

  it('refuses what is too large without keeping it', async () => {
    const folder = writeFolder(join(base, 'in'), { 'large.pdf': 'x'.repeat(1001), 'small.txt': 'y' });
    const offered = await offerAll([folder], options());
    expect(offered.toDo).toHaveLength(1);
    const row = (await stores.store.files()).find(({ path }) => path.endsWith('large.pdf'));
    expect(row).toMatchObject({ status: 'refused', code: 'too-large', reason: 'Filen är för stor.' });
    expect(await stores.blobs.has(row?.sha256 as string)).toBe(false);
  });

  it('notes what cannot be read, and goes on with the rest', async () => {
    const folder = writeFolder(join(base, 'in'), { 'bad.pdf': 'x', 'good.txt': 'y' });
    const { blobs } = stores;
    const failing = Object.assign(new Error('i/o error'), { code: 'EIO' });
    const putFile = (path: string) =>
      path.endsWith('bad.pdf') ? Promise.reject(failing) : blobs.putFile(path);
    const offered = await offerAll([folder], options({ blobs: { ...blobs, putFile } }));
    expect(offered).toMatchObject({ paths: 2, contents: 1, unreadable: 1 });
    const row = (await stores.store.files()).find(({ path }) => path.endsWith('bad.pdf'));
    expect(row).toMatchObject({ sha256: null, status: 'failed', code: 'unreadable' });
    expect((await stores.store.status()).files.total).toBe(2);
  });

  it('waits when the fault is not the path’s, and stops when that lasts: a full disk loses nothing silently', async () => {
    const folder = writeFolder(join(base, 'in'), { 'a.txt': 'x' });
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const told: (string | null)[] = [];
    let faults = 0;
    const blobs: typeof stores.blobs = {
      ...stores.blobs,
      putFile: (path) => (faults++ < 2 ? Promise.reject(full) : stores.blobs.putFile(path)),
    };
    const offered = await offerAll([folder], options({ blobs, onWait: (why) => told.push(why) }));
    expect(offered).toMatchObject({ paths: 1, contents: 1, unreadable: 0 });
    expect(told).toEqual([expect.stringMatching(/^Disken är full \(ENOSPC\)\. Gör plats/), null]);

    const never = { ...stores.blobs, putFile: () => Promise.reject(full) };
    await expect(offerAll([folder], options({ blobs: never, patience: 0 }))).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining('Disken är full'),
    });
  });

  it('takes a home without rights for what it is, and not for a file without', async () => {
    const folder = writeFolder(join(base, 'in'), { 'a.txt': 'x' });
    const path = join(base, 'home', 'blobs', 'tmp', 'x');
    const denied = Object.assign(new Error('denied'), { code: 'EACCES', syscall: 'open', path });
    const blobs = { ...stores.blobs, putFile: () => Promise.reject(denied) };
    await expect(offerAll([folder], options({ blobs, patience: 0 }))).rejects.toThrow(/Expedieras mapp/);
    expect(await stores.store.files()).toEqual([]);
  });
});

describe('the name of an archive', () => {
  it.each([
    [['./handlingar/2024/'], '2024'],
    [['/srv/Nämndens protokoll.pdf'], 'Nämndens-protokoll.pdf'],
    [['.'], 'intake'],
    [[], 'intake'],
  ])('%j → %s', (paths, name) => {
    expect(archiveName(paths)).toBe(name);
  });
});
