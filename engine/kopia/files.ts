/** The parts of a copy, as they are written and read. */
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Chunks, moveInto, type Written, writeSynced } from '../../store/fs/whole-file.ts';

/** Writes the file beside its place, and moves it there when `check` has nothing against it. */
export async function writeWhole(
  path: string,
  chunks: Chunks,
  check: (written: Written) => void = () => {},
): Promise<Written> {
  await mkdir(dirname(path), { recursive: true });
  const temp = `${path}.ofardig`;
  const written = await writeSynced(temp, chunks);
  try {
    check(written);
    await moveInto(temp, path);
    return written;
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
}

/** Of gzip's nine: what makes smaller takes much longer. */
export const GZIP = { level: 4 };

export async function* gzipped(parts: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip(GZIP);
  const done = pipeline(parts, gzip);
  done.catch((error: Error) => gzip.destroy(error));
  yield* gzip as AsyncIterable<Uint8Array>;
  await done;
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
