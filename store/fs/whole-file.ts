/** Files that are there whole or not at all, down to the disk. */
import { createHash } from 'node:crypto';
import { access, type FileHandle, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export interface Written {
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
}

/**
 * Writes a file down to the disk; nothing of it is left when that breaks off.
 *
 * @param flags `wx`: only where there is none
 */
export async function writeSynced(path: string, chunks: Chunks, flags: 'w' | 'wx' = 'w'): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  let file: FileHandle | undefined;
  try {
    file = await open(path, flags);
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      await file.writeFile(chunk);
    }
    await file.sync();
    await file.close();
  } catch (error) {
    await file?.close().catch(() => {});
    await rm(path, { force: true });
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Gives a file that is written whole its name; both are on one file system. */
export async function moveInto(temp: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await rename(temp, path);
  await syncFolder(dirname(path));
}

/** The same where nothing has the name: of several at once the first one's file stays. */
export async function moveIfFree(temp: string, path: string): Promise<void> {
  try {
    await link(temp, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // not every system has links
    if (code !== 'EEXIST' && !(await exists(path))) return moveInto(temp, path);
  }
  await rm(temp, { force: true });
  await syncFolder(dirname(path));
}

/** The new name must be on the disk too. Not every system can sync a folder. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

/** Throws what stands in the way of knowing it: no rights, a broken disk. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
