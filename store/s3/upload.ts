/** A file's bytes to an S3-compatible store, under their hash and no other, in little memory whatever its size. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { StoredBlob } from '../blobs.ts';

/** Up to here a file is one request; larger ones are sent in parts of this size, so many at a time, bytes. */
export const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_A_TIME = 3;

/** Read from the disk at a time, bytes. */
const CHUNK_BYTES = 1024 * 1024;
/** Parts an upload may have at most: that is S3's own bound. */
const MOST_PARTS = 10_000;

/** The whole file, or null when it has more than PART_BYTES. Rejects as node:fs does. */
export async function readSmall(path: string): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    chunks.push(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).byteLength;
    if (bytes > PART_BYTES) return null;
  }
  return Buffer.concat(chunks);
}

/** Hash and size of a file as it is now. */
export async function hashFile(path: string): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.byteLength;
      }
    },
  );
  return { sha256: hash.digest('hex'), bytes };
}

/** The file is no longer what its hash was taken of. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  /** As node:fs would say of a file that somebody is writing. */
  readonly code = 'EBUSY';

  constructor(path: string) {
    super(`${path} changes while it is read`);
  }
}

/**
 * Sends a large file in parts. They become an object only when all are there, and that is not asked for when what
 * was sent is not what was hashed: then it throws ChangedMeanwhile, and the parts are removed.
 */
export async function uploadParts(
  client: S3Client,
  path: string,
  { sha256, bytes }: StoredBlob,
  params: { Bucket: string; Key: string; IfNoneMatch?: string },
): Promise<void> {
  let changed: ChangedMeanwhile | undefined;
  async function* checked(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      hash.update(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
    if (hash.digest('hex') === sha256) return;
    changed = new ChangedMeanwhile(path);
    throw changed;
  }
  const body = Readable.from(checked(), { objectMode: false });
  try {
    await new Upload({
      client,
      params: { ...params, Body: body },
      partSize: Math.max(PART_BYTES, Math.ceil(bytes / MOST_PARTS)),
      queueSize: PARTS_AT_A_TIME,
    }).done();
  } catch (error) {
    // the parts may not have let themselves be removed: that is not what went wrong
    throw changed ?? error;
  } finally {
    body.destroy();
  }
}
