/** Everything in a bucket, for copies. */

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { checkedKey, isKey, sha256OfKey } from '../blob-names.ts';
import { type Blobs, SkadadBlob, type StoredBlob } from '../blobs.ts';
import { held } from './spool.ts';

export interface KeysOptions {
  client: S3Client;
  Bucket: string;
  /** Before all names; "" or with a slash at its end. */
  start: string;
  asking<T>(work: () => Promise<T>): Promise<T>;
  put(bytes: Uint8Array): Promise<StoredBlob>;
  putLarge(path: string, stored: StoredBlob): Promise<StoredBlob>;
}

/** What of Blobs is asked by keys. */
export function s3Keys(options: KeysOptions): Pick<Blobs, 'keys' | 'openKey' | 'putKey'> {
  const { client, Bucket, start, asking, put, putLarge } = options;
  return {
    async *keys() {
      let ContinuationToken: string | undefined;
      do {
        const of = { Bucket, Prefix: start, ContinuationToken };
        const page = await asking(() => client.send(new ListObjectsV2Command(of)));
        for (const { Key = '' } of page.Contents ?? []) {
          const key = Key.slice(start.length);
          if (isKey(key)) yield key;
        }
        ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (ContinuationToken !== undefined);
    },
    async openKey(key) {
      const Key = start + checkedKey(key);
      return asking(async () => {
        try {
          const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket, Key }));
          return { bytes: ContentLength, chunks: (Body as Readable | undefined) ?? Readable.from([]) };
        } catch (error) {
          if ((error as Error).name === 'NoSuchKey') return null;
          throw error;
        }
      });
    },
    async putKey(key, chunks) {
      const Key = start + checkedKey(key);
      const expected = sha256OfKey(key);
      if (expected === null) {
        const Body = await buffer(chunks);
        await asking(() =>
          client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' })),
        );
        return;
      }
      const check = (sha256: string) => {
        if (sha256 !== expected)
          throw new SkadadBlob(`what came for ${expected} has another hash: ${sha256}`);
      };
      await held(
        chunks,
        async (bytes) => {
          check(createHash('sha256').update(bytes).digest('hex'));
          return put(bytes);
        },
        async (path, stored) => {
          check(stored.sha256);
          return putLarge(path, stored);
        },
      );
    },
  };
}
