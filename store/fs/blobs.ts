/** Blobs in a folder: `sha256/ab/cdef…` for the bytes, `derived/<sha256>/<version>/<name>.json` for what follows from them. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, opendir, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { sha256Of } from '../../extraction/ids.ts';
import {
  checkedKey,
  contentPath,
  derivedFolder,
  derivedPath,
  isKey,
  MARKE,
  sha256OfKey,
  TOPS,
} from '../blob-names.ts';
import { type Blobs, SkadadBlob, type StoredBlob } from '../blobs.ts';
import { type Chunks, exists, moveIfFree, moveInto, writeSynced } from './whole-file.ts';

/** Keeps blobs under `folder`, which is made when the first one comes. Several processes may share it. */
export function openFsBlobs(folder: string): Blobs {
  const pathOf = (sha256: string) => join(folder, contentPath(sha256));
  const pathOfDerived = (sha256: string, version: string, name: string) =>
    join(folder, derivedPath(sha256, version, name));
  const pathOfKey = (key: string) => join(folder, checkedKey(key));
  return {
    put: (bytes) => keep(folder, [bytes], pathOf),
    putStream: (chunks) => keep(folder, chunks, pathOf),
    has: (sha256) => exists(pathOf(sha256)),
    async get(sha256) {
      const bytes = await orNull(readFile(pathOf(sha256)));
      if (bytes !== null && sha256Of(bytes) !== sha256)
        throw new SkadadBlob(`${pathOf(sha256)} holds other bytes than it was given`);
      return bytes;
    },
    async withFile(sha256, use) {
      const path = pathOf(sha256);
      return (await exists(path)) ? use(path) : null;
    },
    size: async (sha256) => (await orNull(stat(pathOf(sha256))))?.size ?? null,
    readPart: (sha256, first, last) => readChunks(pathOf(sha256), { start: first, end: last }),
    async free() {
      await mkdir(folder, { recursive: true });
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },

    async putDerived(sha256, version, name, value) {
      const path = pathOfDerived(sha256, version, name);
      const { path: temp } = await writeTemp(folder, [Buffer.from(JSON.stringify(value))]);
      await moveInto(temp, path);
    },
    async getDerived<T>(sha256: string, version: string, name: string) {
      const json = await orNull(readFile(pathOfDerived(sha256, version, name), 'utf8'));
      return json === null ? null : (JSON.parse(json) as T);
    },
    async listDerived(sha256, version, under) {
      const root = join(folder, derivedFolder(sha256, version));
      const start = under === undefined ? root : dirname(pathOfDerived(sha256, version, `${under}/x`));
      const entries = await orNull(readdir(start, { recursive: true, withFileTypes: true }));
      return (entries ?? [])
        .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .map((name) => name.slice(0, -'.json'.length))
        .sort();
    },

    async *keys() {
      for (const top of TOPS) {
        for await (const path of filesUnder(join(folder, top))) {
          const key = relative(folder, path).split(sep).join('/');
          if (isKey(key)) yield key;
        }
      }
    },
    async openKey(key) {
      const path = pathOfKey(key);
      const found = await orNull(stat(path));
      return found === null ? null : { bytes: found.size, chunks: readChunks(path) };
    },
    async putKey(key, chunks) {
      const path = pathOfKey(key);
      const expected = sha256OfKey(key);
      const { path: temp, sha256 } = await writeTemp(folder, chunks);
      if (expected !== null && sha256 !== expected) {
        await rm(temp);
        throw new SkadadBlob(`what came for ${expected} has another hash: ${sha256}`);
      }
      if (await exists(path)) await rm(temp);
      else await moveInto(temp, path);
    },

    marke: () => orNull(readFile(join(folder, MARKE), 'utf8')),
    async putMarke(text) {
      const { path: temp } = await writeTemp(folder, [Buffer.from(text)]);
      await moveIfFree(temp, join(folder, MARKE));
      return readFile(join(folder, MARKE), 'utf8');
    },
  };
}

/** All files, one folder after another: there may be millions. */
async function* filesUnder(folder: string): AsyncGenerator<string> {
  const entries = await orNull(opendir(folder));
  if (entries === null) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** Opened only when it is read: a stream that fails before anybody listens ends the process. */
async function* readChunks(
  path: string,
  part: { start?: number; end?: number } = {},
): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, part);
}

async function keep(folder: string, chunks: Chunks, pathOf: (sha256: string) => string): Promise<StoredBlob> {
  const { path: temp, sha256, bytes } = await writeTemp(folder, chunks);
  const path = pathOf(sha256);
  if (await exists(path)) await rm(temp);
  else await moveInto(temp, path);
  return { sha256, bytes };
}

/** What is written to grows younger with each part; what has not been for so long is nobody's any more, milliseconds. */
const LEFT_BEHIND_MS = 3_600_000;
const tidied = new Set<string>();

/** Half a file of a writer that was killed is removed, once in the life of a process: it may be of any size. */
async function removeLeftBehind(folder: string): Promise<void> {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null); // it has its own name by now
    if (found && Date.now() - found.mtimeMs > LEFT_BEHIND_MS) await rm(path, { force: true });
  }
}

/** Writes a file beside the blobs (a rename stays on one file system), down to the disk. */
async function writeTemp(folder: string, chunks: Chunks): Promise<StoredBlob & { path: string }> {
  const path = join(folder, 'tmp', randomUUID());
  await mkdir(dirname(path), { recursive: true });
  await removeLeftBehind(dirname(path));
  return { path, ...(await writeSynced(path, chunks, 'wx')) };
}

/** null for what is not there; other errors stay errors. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
