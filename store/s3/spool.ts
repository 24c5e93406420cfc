/** Bytes that come one part after the other, kept on this machine for as long as somebody needs the whole. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredBlob } from '../blobs.ts';

/** Up to here what comes is held in memory, bytes. */
export const HELD_BYTES = 8 * 1024 * 1024;

/** Gives what comes to `small` as bytes or, where it is more than HELD_BYTES, to `large` as a file. */
export async function held<T>(
  chunks: AsyncIterable<Uint8Array>,
  small: (bytes: Uint8Array) => Promise<T>,
  large: (path: string, stored: StoredBlob) => Promise<T>,
): Promise<T> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const coming = chunks[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await coming.next();
    if (done) return small(Buffer.concat(parts));
    parts.push(value);
    bytes += value.byteLength;
    if (bytes > HELD_BYTES) return spooled(rest(parts, coming), large);
  }
}

async function* rest(
  parts: Uint8Array[],
  coming: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  // each is let go of as it is written
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) yield part;
  for (let next = await coming.next(); !next.done; next = await coming.next()) yield next.value;
}

/** The folder's name says whose it is. */
const FOLDER = /^expediera-blob-(\d+)-/u;
let tidied = false;

/** What a process that was killed had there is removed, once in the life of this one: it may be of any size. */
async function removeLeftBehind(): Promise<void> {
  if (tidied) return;
  tidied = true;
  for (const name of await readdir(tmpdir())) {
    const [, pid] = FOLDER.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {}); // another user's
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Writes what comes to a file of this machine, has `use` read it, and removes it. */
export async function spooled<T>(
  chunks: AsyncIterable<Uint8Array>,
  use: (path: string, stored: StoredBlob) => Promise<T>,
): Promise<T> {
  await removeLeftBehind();
  const folder = await mkdtemp(join(tmpdir(), `expediera-blob-${process.pid}-`));
  try {
    const path = join(folder, 'blob');
    const hash = createHash('sha256');
    let bytes = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    }
    await pipeline(Readable.from(counted(), { objectMode: false }), createWriteStream(path));
    return await use(path, { sha256: hash.digest('hex'), bytes });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
