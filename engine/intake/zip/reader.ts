/** A file as yauzl reads it: here and there, by a handle that stays open. */
import type { FileHandle } from 'node:fs/promises';
import { RandomAccessReader } from 'yauzl';

/** A directory of a hundred thousand entries is read some bytes at a time: they come from memory but for every so many. */
const WINDOW = 1 << 16;
const CHUNK = 1 << 18;

/** Reads through `file`, which is not closed by it. */
export function readerOf(file: FileHandle): RandomAccessReader {
  return new FileReader(file);
}

class FileReader extends RandomAccessReader {
  readonly #file: FileHandle;
  #window = Buffer.alloc(0);
  #from = 0;

  constructor(file: FileHandle) {
    super();
    this.#file = file;
  }

  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#fill(position, length).then(
      (bytes) => {
        if (bytes.length < length) return callback(new Error('unexpected end of file'));
        bytes.copy(into, offset);
        callback(null);
      },
      (error: Error) => callback(error),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  async #fill(position: number, length: number): Promise<Buffer> {
    const at = position - this.#from;
    if (at >= 0 && at + length <= this.#window.length) return this.#window.subarray(at, at + length);
    const window = Buffer.allocUnsafe(Math.max(WINDOW, length));
    const { bytesRead } = await this.#file.read(window, 0, window.length, position);
    this.#window = window.subarray(0, bytesRead);
    this.#from = position;
    return this.#window.subarray(0, length);
  }
}

/** The file's bytes from `start` up to `end`. Throws an error without a `code` when it ends before. */
export async function* bytesOf(file: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; ) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, end - at));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) throw new Error('unexpected end of file');
    at += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}
