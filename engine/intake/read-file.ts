/** Reading a file that others may write to, remove or have made a trap of meanwhile. */
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { FsPath } from './fs-path.ts';

/** A fault of one path: another path may well be read. */
export class PathFault extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A pipe that was put in the file's place must not be waited for. Windows has no such thing. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const CHUNK = 1 << 18;

/** Opens a regular file for `use` and closes it. Throws PathFault "not-a-file" when it is something else by now. */
export async function withRegular<T>(at: FsPath, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(at, READ);
  try {
    if (!(await file.stat()).isFile()) throw new PathFault('not-a-file', 'not a regular file any more');
    return await use(file);
  } finally {
    await file.close();
  }
}

/** The first `count` bytes, or as many as there are. */
export async function headOf(file: FileHandle, count: number): Promise<Buffer> {
  const head = Buffer.alloc(count);
  const { bytesRead } = await file.read(head, 0, count, 0);
  return head.subarray(0, bytesRead);
}

/**
 * The file's bytes, as many as it had at `before`: one that grows for ever is read to an end as well. Throws
 * PathFault "changed" after the last when it was written to since: half a file is not to be taken for one.
 */
export async function* chunksOf(file: FileHandle, before: Stats): AsyncGenerator<Uint8Array> {
  let at = 0;
  while (at < before.size) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, before.size - at));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) break;
    at += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
  const after = await file.stat();
  if (at !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw new PathFault('changed', 'written to while it was read');
}
