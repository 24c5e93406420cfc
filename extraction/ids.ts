/** Ids: unique over all files, the same whenever the same bytes are read. */
import { createHash } from 'node:crypto';

/** A short id from a file's sha256 and the path of a thing inside its record ("h2", "a14", "beslut", "3"). */
export function idOf(sha256: string, ...path: (string | number)[]): string {
  return createHash('sha256')
    .update(`${sha256}/${path.join('/')}`)
    .digest('hex')
    .slice(0, 20);
}

/** A content's name everywhere: the sha256 of its bytes, hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
