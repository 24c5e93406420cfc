/** Blobs in a bucket of an S3-compatible store, under the same names as in a folder. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { sha256Of } from '../../extraction/ids.ts';
import {
  checkedKey,
  contentPath,
  derivedFolder,
  derivedPath,
  isKey,
  MARKE,
  sha256OfKey,
  TOPS,
} from '../blob-names.ts';
import { type Blobs, SkadadBlob, type StoredBlob } from '../blobs.ts';
import { faultOf, statusOf } from './fault.ts';
import { held, spooled } from './spool.ts';
import { uploadParts } from './upload.ts';

export interface S3Options {
  bucket: string;
  /** Before all names, without a slash at the ends; "": none. */
  prefix?: string;
  /** Address of a server of one's own, e.g. http://127.0.0.1:9000; without it AWS's of the region. */
  endpoint?: string;
  region?: string;
  /** Whether the bucket is a part of the path and not of the host name. Default: where an endpoint is given. */
  pathStyle?: boolean;
}

export interface S3Blobs extends Blobs {
  /** Asks for one name. Throws BlobsFault when the bucket is not there, not open to us or does not answer in time. */
  check(milliseconds?: number): Promise<void>;
}

/** Passing faults are tried again by the client itself, for some 6 s with growing pauses; then by whoever called. */
const TRIES = 8;
/** Milliseconds until a connection stands, and without a sign of life on one that does. */
const CONNECT_MS = 5_000;
const SILENCE_MS = 60_000;
/** Somebody waits for the answer to a check, milliseconds. */
const CHECK_MS = 15_000;

/**
 * Keeps blobs in the bucket. Credentials come as AWS's own tools take them: environment, files, the machine's role.
 * All methods throw BlobsFault for what a person can mend. Several processes and machines may share it.
 */
export function openS3Blobs(options: S3Options): S3Blobs {
  const { bucket: Bucket, prefix = '', endpoint, region, pathStyle = endpoint !== undefined } = options;
  const client = new S3Client({
    ...(endpoint !== undefined && { endpoint }),
    // A server of one's own takes any; AWS's is named by the environment where it is not here.
    ...((region ?? endpoint) !== undefined && { region: region ?? process.env.AWS_REGION ?? 'us-east-1' }),
    forcePathStyle: pathStyle,
    maxAttempts: TRIES,
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
  });
  const start = prefix === '' ? '' : `${prefix}/`;
  const place = { url: `s3://${Bucket}${prefix && `/${prefix}`}`, endpoint: endpoint ?? null };
  /** Some servers know no conditional writes: after the first that says so they are left out. */
  let conditional = true;

  async function asking<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw faultOf(error, place);
    }
  }

  const has = (sha256: string): Promise<boolean> => isThere(start + contentPath(sha256));
  const isThere = async (Key: string): Promise<boolean> => (await sizeOf(Key)) !== null;

  async function sizeOf(Key: string): Promise<number | null> {
    return asking(async () => {
      try {
        return (await client.send(new HeadObjectCommand({ Bucket, Key }))).ContentLength ?? 0;
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
    });
  }

  /** Does it unless the name is taken: then by the same bytes. */
  async function unlessThere(
    write: (condition: { IfNoneMatch?: string }) => Promise<unknown>,
  ): Promise<void> {
    try {
      await write(conditional ? { IfNoneMatch: '*' } : {});
    } catch (error) {
      const status = statusOf(error);
      if (status === 412) return;
      // 409: somebody writes the same at this moment; 501: the server has no such conditions
      if ((status !== 409 && status !== 501) || !conditional) throw error;
      if (status === 501) conditional = false;
      await write({});
    }
  }

  async function put(bytes: Uint8Array): Promise<StoredBlob> {
    const hash = createHash('sha256').update(bytes);
    const [ChecksumSHA256, sha256] = [hash.copy().digest('base64'), hash.digest('hex')];
    // the server compares what it gets with the hash that it is named by
    const object = { Bucket, Key: start + contentPath(sha256), Body: bytes, ChecksumSHA256 };
    if (!(await has(sha256)))
      await asking(() =>
        unlessThere((condition) => client.send(new PutObjectCommand({ ...object, ...condition }))),
      );
    return { sha256, bytes: bytes.byteLength };
  }

  async function putLarge(path: string, stored: StoredBlob): Promise<StoredBlob> {
    const object = { Bucket, Key: start + contentPath(stored.sha256) };
    if (!(await has(stored.sha256)))
      await asking(() =>
        unlessThere((condition) => uploadParts(client, path, stored, { ...object, ...condition })),
      );
    return stored;
  }

  /** What stands under a name, not read yet; null: there is none. A bucket that is gone is an error. */
  async function opened(Key: string, Range?: string): Promise<{ bytes: number; body: Readable } | null> {
    try {
      const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket, Key, Range }));
      return { bytes: ContentLength, body: (Body as Readable | undefined) ?? Readable.from([]) };
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return null;
      throw error;
    }
  }

  async function read(Key: string): Promise<Uint8Array | null> {
    const found = await opened(Key);
    return found && new Uint8Array(await buffer(found.body));
  }

  /** All names that begin so, a page of them at a time. */
  async function* namesUnder(Prefix: string): AsyncGenerator<string> {
    let ContinuationToken: string | undefined;
    do {
      const asked = new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken });
      const page = await asking(() => client.send(asked));
      for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
      ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (ContinuationToken !== undefined);
  }

  return {
    put,
    putStream: (chunks) => held(chunks, (bytes) => put(bytes), putLarge),
    has,
    async get(sha256) {
      const Key = start + contentPath(sha256);
      return asking(async () => {
        const bytes = await read(Key);
        if (bytes && sha256Of(bytes) !== sha256)
          throw new SkadadBlob(`${place.url}: other bytes came than ${sha256} has`);
        return bytes;
      });
    },

    async withFile(sha256, use) {
      const Key = start + contentPath(sha256);
      const found = await asking(() => opened(Key));
      if (found === null) return null;
      return spooled(found.body, async (path, stored) => {
        if (stored.sha256 !== sha256)
          throw new SkadadBlob(`${place.url}: other bytes came than ${sha256} has`);
        return use(path);
      });
    },
    size: (sha256) => sizeOf(start + contentPath(sha256)),
    async *readPart(sha256, first, last) {
      const found = await asking(() => opened(start + contentPath(sha256), `bytes=${first}-${last}`));
      if (found) yield* found.body;
    },
    // what a bucket may hold, no server tells
    free: async () => null,

    async putDerived(sha256, version, name, value) {
      const Key = start + derivedPath(sha256, version, name);
      const Body = Buffer.from(JSON.stringify(value));
      await asking(() =>
        client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' })),
      );
    },
    async getDerived<T>(sha256: string, version: string, name: string) {
      const Key = start + derivedPath(sha256, version, name);
      const bytes = await asking(() => read(Key));
      return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
    },
    async listDerived(sha256, version, under) {
      const root = `${start}${derivedFolder(sha256, version)}/`;
      const Prefix =
        under === undefined
          ? root
          : (start + derivedPath(sha256, version, `${under}/x`)).replace(/x\.json$/, '');
      const names: string[] = [];
      for await (const key of namesUnder(Prefix))
        if (key.endsWith('.json')) names.push(key.slice(root.length, -'.json'.length));
      return names.sort();
    },

    async *keys() {
      for (const top of TOPS)
        for await (const name of namesUnder(`${start}${top}/`)) {
          const key = name.slice(start.length);
          if (isKey(key)) yield key;
        }
    },
    async openKey(key) {
      const found = await asking(() => opened(start + checkedKey(key)));
      return found && { bytes: found.bytes, chunks: found.body };
    },
    async putKey(key, chunks) {
      const Key = start + checkedKey(key);
      const expected = sha256OfKey(key);
      await spooled(chunks, async (path, stored) => {
        if (expected !== null && stored.sha256 !== expected)
          throw new SkadadBlob(`what came for ${expected} has another hash: ${stored.sha256}`);
        if (await isThere(Key)) return;
        await asking(() =>
          unlessThere((condition) => uploadParts(client, path, stored, { Bucket, Key, ...condition })),
        );
      });
    },
    async marke() {
      const bytes = await asking(() => read(start + MARKE));
      return bytes && new TextDecoder().decode(bytes);
    },
    async putMarke(text) {
      const object = { Bucket, Key: start + MARKE, Body: text, ContentType: 'application/json' };
      if (!(await isThere(object.Key)))
        await asking(() =>
          unlessThere((condition) => client.send(new PutObjectCommand({ ...object, ...condition }))),
        );
      return new TextDecoder().decode((await asking(() => read(object.Key))) ?? undefined);
    },
    async check(milliseconds = CHECK_MS) {
      const question = new ListObjectsV2Command({ Bucket, Prefix: start, MaxKeys: 1 });
      await asking(() => client.send(question, { abortSignal: AbortSignal.timeout(milliseconds) }));
    },
  };
}
