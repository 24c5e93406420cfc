import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openFsBlobs } from '../../store/fs/blobs.ts';
import { blobsContract } from './blobs-contract.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  folders.push(folder);
  return folder;
}

describe('blobs in a folder', () => {
  blobsContract(async () => {
    const folder = join(await newFolder(), 'blobs');
    return { blobs: openFsBlobs(folder), leftovers: () => readdir(join(folder, 'tmp')).catch(() => []) };
  });

  test.each(['..', '../../x', 'a/b'])('a version %j stays inside the folder', async (version) => {
    const folder = await newFolder();
    const sha256 = 'a'.repeat(64);
    await openFsBlobs(join(folder, 'blobs')).putDerived(sha256, version, 'pages', 1);
    expect(await readdir(folder)).toEqual(['blobs']);
    expect(await readdir(join(folder, 'blobs', 'derived'))).toEqual([sha256]);
  });

  test('half a file of a writer that was killed is removed, one that is being written is not', async () => {
    const folder = join(await newFolder(), 'blobs');
    const tmp = join(folder, 'tmp');
    await mkdir(tmp, { recursive: true });
    for (const name of ['old', 'new']) await writeFile(join(tmp, name), 'half');
    const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(join(tmp, 'old'), twoHoursAgo, twoHoursAgo);
    await openFsBlobs(folder).put(new Uint8Array([1]));
    expect(await readdir(tmp)).toEqual(['new']);
  });
});
