/** Whether bytes are those that their name says. */
import { createHash } from 'node:crypto';
import type { Blobs } from './blobs.ts';

/** The sha256 of bytes that come one part after the other, lower-case hex. */
export async function sha256OfParts(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** Whether what `open` gives is there and has this sha256. */
export async function isWhole(open: () => ReturnType<Blobs['openKey']>, sha256: string): Promise<boolean> {
  const blob = await open();
  return blob !== null && (await sha256OfParts(blob.chunks)) === sha256;
}
