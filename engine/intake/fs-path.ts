/** Paths as the file system has them: on Linux a name is bytes, and old ones are not always UTF-8. */
import { isUtf8 } from 'node:buffer';
import { join, sep } from 'node:path';
import { TextDecoder } from 'node:util';

/** What node:fs opens: text, or the bytes of a name that is no text. */
export type FsPath = string | Buffer;

/** A name in a folder, as it is opened there. */
export function joined(folder: FsPath, name: Buffer): FsPath {
  if (typeof folder === 'string' && isUtf8(name)) return join(folder, name.toString());
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}

/**
 * The path as it is shown and kept: names that are no UTF-8 were written by older Swedish systems, in windows-1252.
 * NUL, which no database takes, cannot stand in a path.
 */
export function asText(path: FsPath): string {
  if (typeof path === 'string') return path;
  return path
    .toString('latin1')
    .split(sep)
    .map((name) => {
      const bytes = Buffer.from(name, 'latin1');
      return isUtf8(bytes) ? bytes.toString() : new TextDecoder('windows-1252').decode(bytes);
    })
    .join(sep);
}
