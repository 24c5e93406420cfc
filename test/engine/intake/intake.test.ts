import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings } from '../../../config/load.ts';
import { offerAll } from '../../../engine/intake/offer.ts';
import type { OfferOptions } from '../../../engine/intake/options.ts';
import { withRegular } from '../../../engine/intake/read-file.ts';
import { archiveName } from '../../../engine/intake/submit.ts';
import { walk } from '../../../engine/intake/walk.ts';
import { openStores, type Stores } from '../../../engine/stores/index.ts';
import type { Blobs } from '../../../store/blobs.ts';
import { writeFolder } from '../testbed.ts';

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
  for await (const { path, skipped } of walk(paths, skip)) if (!skipped) found.push(relative(base, path));
  return found;
}

const options = (more: Partial<OfferOptions> = {}): OfferOptions => ({
  ...stores,
  home: join(base, 'home'),
  maxFileBytes: 1000,
  zip: { maxFiles: 100, maxBytes: 1e9, maxDepth: 3, maxRatio: 200 },
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

  it('says at once when a path does not exist, or is neither a file nor a folder', async () => {
    await expect(walked([join(base, 'nothing')])).rejects.toMatchObject({ code: 'no-such-path' });
    await expect(walked(['/dev/null'])).rejects.toMatchObject({ code: 'not-a-file' });
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
    expect(row).toMatchObject({ status: 'refused', code: 'too-large' });
    expect(row?.reason).toMatch(/^Filen är för stor\. Dela upp den/u);
    expect(await stores.blobs.has(row?.sha256 as string)).toBe(false);
  });

  it('of more than two gigabytes is refused by the limit that is usual, and none of it kept', async () => {
    const path = join(base, 'två gigabyte.pdf');
    writeFileSync(path, '%PDF-1.7\n');
    truncateSync(path, 2_000_000_001);
    const { maxFileBytes } = loadSettings({ home: join(base, 'home') }, {});
    const before = process.memoryUsage().arrayBuffers;
    const offered = await offerAll([path], options({ maxFileBytes }));
    expect(offered).toMatchObject({ paths: 1, refused: 1, toDo: [] });
    const [row] = await stores.store.files();
    expect(row).toMatchObject({ path, status: 'refused', code: 'too-large' });
    expect(await stores.blobs.has(row?.sha256 ?? '')).toBe(false);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  }, 60_000);

  it('notes what cannot be read, and goes on with the rest', async () => {
    const folder = writeFolder(join(base, 'in'), { 'bad.pdf': 'x', 'good.txt': 'y' });
    const { blobs } = stores;
    const failing = Object.assign(new Error('i/o error'), { code: 'EIO' });
    const putStream: Blobs['putStream'] = async (chunks) => {
      const bytes = await buffer(chunks);
      return bytes.toString() === 'x' ? Promise.reject(failing) : blobs.put(bytes);
    };
    const offered = await offerAll([folder], options({ blobs: { ...blobs, putStream } }));
    expect(offered).toMatchObject({ paths: 2, contents: 2, unreadable: 1 });
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
      putStream: (chunks) => (faults++ < 2 ? Promise.reject(full) : stores.blobs.putStream(chunks)),
    };
    const offered = await offerAll([folder], options({ blobs, onWait: (why) => told.push(why) }));
    expect(offered).toMatchObject({ paths: 1, contents: 1, unreadable: 0 });
    expect(told).toEqual([expect.stringMatching(/^Disken är full \(ENOSPC\)\. Gör plats/), null]);

    const never = { ...stores.blobs, putStream: () => Promise.reject(full) };
    await expect(offerAll([folder], options({ blobs: never, patience: 0 }))).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining('Disken är full'),
    });
  });

  it('takes a home without rights for what it is, and not for a file without', async () => {
    const folder = writeFolder(join(base, 'in'), { 'a.txt': 'x' });
    const path = join(base, 'home', 'blobs', 'tmp', 'x');
    const denied = Object.assign(new Error('denied'), { code: 'EACCES', syscall: 'open', path });
    const blobs = { ...stores.blobs, putStream: () => Promise.reject(denied) };
    await expect(offerAll([folder], options({ blobs, patience: 0 }))).rejects.toThrow(/Expedieras mapp/);
    expect(await stores.store.files()).toEqual([]);
  });
});

describe('odd files', () => {
  const rowsOf = async (folder: string, more: Partial<OfferOptions> = {}) => {
    const offered = await offerAll([folder], options(more));
    const rows = (await stores.store.files()).map((row) => ({
      ...row,
      path: row.path.slice(folder.length + 1),
    }));
    return { offered, rows };
  };

  it('are taken in whatever they are called', async () => {
    const folder = writeFolder(join(base, 'in'), {
      'Nämnd å.txt': '1',
      [`${'Nämnd å'.normalize('NFD')}.txt`]: '2',
      ' "citat" \'x\' $(ls) \n rad.txt': '3',
      [`${'l'.repeat(240)}.txt`]: '4',
    });
    const latin = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('Nämndens möte.txt', 'latin1')]);
    writeFileSync(latin, '5');
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('År', 'latin1')]));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('År/å.txt', 'latin1')]), '6');
    const { rows, offered } = await rowsOf(folder);
    expect(offered).toMatchObject({ contents: 6, unreadable: 0 });
    expect(rows.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['Nämndens möte.txt', 'År/å.txt', ' "citat" \'x\' $(ls) \n rad.txt']),
    );
    for (const { sha256 } of rows) expect(await stores.blobs.has(sha256 as string)).toBe(true);
  });

  it('that are none are counted and not waited for', async () => {
    const folder = writeFolder(join(base, 'in'), { 'a.txt': 'a' });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('a.txt', join(folder, 'link'));
    const { rows, offered } = await rowsOf(folder);
    expect(offered).toMatchObject({ paths: 1, skipped: 2 });
    expect(rows).toHaveLength(1);
  });

  it('that become a pipe after they were met are not waited for', async () => {
    const pipe = join(base, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(withRegular(pipe, async () => 'read')).rejects.toMatchObject({ code: 'not-a-file' });
  });

  it('without a byte are files', async () => {
    const { rows } = await rowsOf(writeFolder(join(base, 'in'), { 'tom.pdf': '' }));
    expect(rows).toMatchObject([{ status: 'running' }]);
  });

  it('that vanish or are written to meanwhile are told of, and half a file is never taken for one', async () => {
    const folder = writeFolder(join(base, 'in'), { 'a.txt': 'a', 'grows.txt': 'b', 'vanishes.txt': 'c' });
    const { blobs } = stores;
    const putStream: Blobs['putStream'] = (chunks) => {
      rmSync(join(folder, 'vanishes.txt'), { force: true });
      appendFileSync(join(folder, 'grows.txt'), 'more');
      return blobs.putStream(chunks);
    };
    const { rows, offered } = await rowsOf(folder, { blobs: { ...blobs, putStream } });
    expect(offered).toMatchObject({ paths: 3, contents: 3, unreadable: 2 });
    expect(rows).toMatchObject([
      { path: 'a.txt', status: 'running' },
      { path: 'grows.txt', status: 'failed', code: 'changed', sha256: null },
      { path: 'vanishes.txt', status: 'failed', code: 'unreadable' },
    ]);
    const again = await rowsOf(folder);
    expect(again.rows.find(({ path }) => path === 'grows.txt')).toMatchObject({
      status: 'running',
      code: null,
    });
  });

  it('that were read under a higher limit stay read, and are none of those refused under a lower one', async () => {
    const folder = writeFolder(join(base, 'in'), {
      'done.txt': 'a'.repeat(900),
      'waits.txt': 'b'.repeat(900),
    });
    const first = await rowsOf(folder);
    const [done, waits] = first.offered.toDo as [string, string];
    await stores.store.setOutcome(done, { status: 'done' });
    const arkiv = await stores.store.newArkiv({
      ...{ namn: 'in', paths: [folder], lopande: true, om: null, av: null },
    });
    const lower = { maxFileBytes: 800, arkiv, lopande: true };
    writeFolder(folder, { 'copy.txt': 'a'.repeat(900), 'new.txt': 'c'.repeat(900) });
    const { offered } = await rowsOf(folder, lower);
    expect(offered).toMatchObject({ paths: 4, contents: 3, already: 1, refused: 1, toDo: [waits] });
    expect(await stores.store.arkivFiler(arkiv)).toMatchObject([
      { path: join(folder, 'copy.txt'), sha256: done, status: 'done' },
      { path: join(folder, 'done.txt'), sha256: done, status: 'done' },
      { path: join(folder, 'new.txt'), status: 'refused', code: 'too-large' },
      { path: join(folder, 'waits.txt'), sha256: waits, status: 'running' },
    ]);
    expect(await stores.store.lopandeOf([done, waits])).toEqual([done, waits].sort());
  });

  it('of any size are read a part at a time', async () => {
    const folder = writeFolder(join(base, 'in'), { 'hole.pdf': '' });
    truncateSync(join(folder, 'hole.pdf'), 300_000_000);
    const before = process.memoryUsage().rss;
    const { rows } = await rowsOf(folder);
    expect(rows).toMatchObject([{ status: 'refused', code: 'too-large' }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('in a folder that cannot be listed are told of', async () => {
    const folder = writeFolder(join(base, 'in'), { 'a.txt': 'a' });
    // deeper than a path may be long
    const step = Array(8).fill('d'.repeat(250)).join('/');
    const deeper = 'cd "$1" && mkdir -p "$2" && cd "$2" && mkdir -p "$2" && cd "$2" && mkdir -p "$2"';
    execFileSync('sh', ['-c', deeper, 'sh', folder, step]);
    const { rows, offered } = await rowsOf(folder);
    expect(offered.unreadable).toBe(1);
    expect(rows.find(({ status }) => status === 'failed')?.code).toBe('unreadable');
    execFileSync('rm', ['-rf', folder]);
  });
});

describe('the name of an archive', () => {
  it.each([
    [['./handlingar/2024/'], '2024'],
    [['/srv/Nämndens protokoll.pdf'], 'Nämndens-protokoll.pdf'],
    [['.'], 'intake'],
    [[], 'intake'],
    [['/srv/mars/a.pdf', '/srv/mars/b.pdf'], 'mars'],
    [['/srv/mars/a.pdf', '/srv/maj/b.pdf'], 'a.pdf'],
    [['/a.pdf', '/b.pdf'], 'a.pdf'],
  ])('%j → %s', (paths, name) => {
    expect(archiveName(paths)).toBe(name);
  });
});
