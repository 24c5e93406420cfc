import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { contentPath } from '../../store/blob-names.ts';
import { SkadadBlob } from '../../store/blobs.ts';
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

  test('bytes that are not what their name says are an error, not an answer', async () => {
    const folder = await newFolder();
    const blobs = openFsBlobs(folder);
    const { sha256 } = await blobs.put(new Uint8Array([1, 2, 3]));
    await writeFile(join(folder, contentPath(sha256)), 'något annat');
    await expect(blobs.get(sha256)).rejects.toThrow(SkadadBlob);
  });

  test('what cannot be looked for is not said to be missing', async () => {
    const folder = await newFolder();
    const blobs = openFsBlobs(folder);
    const { sha256 } = await blobs.put(new Uint8Array([1, 2, 3]));
    const at = dirname(join(folder, contentPath(sha256)));
    await rm(at, { recursive: true });
    await symlink(at, at); // a link to itself leads nowhere: no answer, and no "not here"
    await expect(blobs.has(sha256)).rejects.toThrow('ELOOP');
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
