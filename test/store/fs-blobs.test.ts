import { mkdtemp, readdir, rm } from 'node:fs/promises';
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
});
