/** A file's bytes to an S3-compatible store, under their hash and no other, in little memory whatever its size. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { StoredBlob } from '../blobs.ts';

/** Sent in parts of this size, so many at a time, bytes. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_A_TIME = 3;
/** Parts an upload may have at most: that is S3's own bound. */
const MOST_PARTS = 10_000;

/**
 * Sends a file of ours in parts, which become an object only when all are there. Should it not be what was hashed any
 * more, that is not asked for: the parts are removed, and it throws.
 */
export async function uploadParts(
  client: S3Client,
  path: string,
  { sha256, bytes }: StoredBlob,
  params: { Bucket: string; Key: string; IfNoneMatch?: string },
): Promise<void> {
  async function* checked(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
    if (hash.digest('hex') !== sha256) throw new Error(`${path} is not what was hashed any more`);
  }
  const body = Readable.from(checked(), { objectMode: false });
  try {
    await new Upload({
      client,
      params: { ...params, Body: body },
      partSize: Math.max(PART_BYTES, Math.ceil(bytes / MOST_PARTS)),
      queueSize: PARTS_AT_A_TIME,
    }).done();
  } finally {
    body.destroy();
  }
}
