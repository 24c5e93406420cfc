/** Files that are there whole or not at all. */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Written {
  bytes: number;
  sha256: string;
}

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Writes the file beside its place, down to the disk, and moves it there. */
export async function writeWhole(
  path: string,
  chunks: Chunks,
  check: (written: Written) => void = () => {},
): Promise<Written> {
  await mkdir(dirname(path), { recursive: true });
  const temp = `${path}.ofardig`;
  const hash = createHash('sha256');
  let bytes = 0;
  let file: FileHandle | undefined;
  try {
    file = await open(temp, 'w');
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      await file.writeFile(chunk);
    }
    await file.sync();
    await file.close();
    const written = { bytes, sha256: hash.digest('hex') };
    check(written);
    await rename(temp, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    await file?.close().catch(() => {});
    await rm(temp, { force: true });
    throw error;
  }
}

/** The new name must be on the disk too. Not every system can sync a folder. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

export async function bytesOf(chunks: Chunks): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** Lines of text, without their ends. Only "\n" ends one: JSON may hold every other sign that ends a line. */
export async function* linesOf(chunks: Chunks): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    parts[0] = rest + parts[0];
    rest = parts.pop() ?? '';
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
