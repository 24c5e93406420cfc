/** Files that people write, and no longer than people write them: read as far as that and no further, pipes as well. */
import { closeSync, openSync, readSync } from 'node:fs';

/** The file is longer than it may be. */
export class FileTooLong extends Error {
  override readonly name = 'FileTooLong';

  constructor(megabytes: number) {
    super(`den är större än ${megabytes} MB / it is larger than ${megabytes} MB`);
  }
}

const PART = 65_536;

/**
 * The text of a file in UTF-8, of `megabytes` at most; of standard input for 0. Throws FileTooLong, and what opening and
 * reading throw.
 */
export function readWithin(file: string | 0, megabytes: number): string {
  const most = megabytes * 1_000_000;
  const from = file === 0 ? 0 : openSync(file, 'r');
  try {
    const parts: Buffer[] = [];
    for (let read = 0; ; ) {
      const part = Buffer.alloc(PART);
      const length = readSync(from, part);
      if (length === 0) return Buffer.concat(parts).toString('utf8');
      parts.push(part.subarray(0, length));
      read += length;
      if (read > most) throw new FileTooLong(megabytes);
    }
  } finally {
    if (file !== 0) closeSync(from);
  }
}
