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

/** Bytes of the file, and where they begin in it. */
interface Window {
  bytes: Buffer;
  from: number;
}

class FileReader extends RandomAccessReader {
  readonly #file: FileHandle;
  /** Two, the one used last at first: the directory is read on in one place, and what it names in another, by turns. */
  #windows: Window[] = [];

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
    const holds = ({ bytes, from }: Window) => from <= position && position + length <= from + bytes.length;
    const window = this.#windows.find(holds) ?? (await this.#read(position, length));
    this.#windows = [window, ...this.#windows.filter((one) => one !== window)].slice(0, 2);
    return window.bytes.subarray(position - window.from, position - window.from + length);
  }

  async #read(position: number, length: number): Promise<Window> {
    const into = Buffer.allocUnsafe(Math.max(WINDOW, length));
    const { bytesRead } = await this.#file.read(into, 0, into.length, position);
    return { bytes: into.subarray(0, bytesRead), from: position };
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
