import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListMultipartUploadsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBlobs } from '../../engine/stores/index.ts';
import { SkadadBlob } from '../../store/blobs.ts';
import { openS3Blobs, type S3Blobs } from '../../store/s3/blobs.ts';
import { uploadParts } from '../../store/s3/upload.ts';
import { blobsContract } from './blobs-contract.ts';
import { type S3Server, startS3Server } from './s3-server.ts';

/** The server is built the first time on a machine. */
const FIRST_BUILD_MS = 900_000;

describe('blobs in a bucket', () => {
  let server: S3Server;
  let client: S3Client;
  beforeAll(async () => {
    server = await startS3Server();
    for (const [variable, value] of Object.entries(server.env)) vi.stubEnv(variable, value);
    client = new S3Client({ endpoint: server.endpoint, forcePathStyle: true });
  }, FIRST_BUILD_MS);
  afterAll(async () => {
    vi.unstubAllEnvs();
    client.destroy();
    await server.destroy();
  });

  const open = (options: { prefix?: string; bucket?: string } = {}): S3Blobs =>
    openS3Blobs({ endpoint: server.endpoint, bucket: server.bucket, ...options });
  /** Every place is a prefix of its own. */
  const newPrefix = (): string => `prov/${randomUUID()}`;

  async function uploadsUnder(prefix: string): Promise<string[]> {
    const { Uploads = [] } = await client.send(
      new ListMultipartUploadsCommand({ Bucket: server.bucket, Prefix: prefix }),
    );
    return Uploads.map(({ Key }) => String(Key));
  }

  blobsContract(async () => {
    const prefix = newPrefix();
    return { blobs: open({ prefix }), leftovers: () => uploadsUnder(prefix) };
  });

  describe('what could go wrong', () => {
    const bytes = new TextEncoder().encode('Tjänsteskrivelse');
    let scratch: string | null = null;
    afterEach(() => {
      if (scratch) rmSync(scratch, { recursive: true });
      scratch = null;
    });

    test('a file that changes while it is sent is never kept under the hash that it had', async () => {
      scratch = mkdtempSync(join(tmpdir(), 'changing-'));
      const file = join(scratch, 'logg');
      writeFileSync(file, Buffer.alloc(20_000_000, 'y'));
      const [prefix, sha256] = [newPrefix(), 'f'.repeat(64)];
      const Key = `${prefix}/sha256/ff/${sha256.slice(2)}`;
      const sending = uploadParts(
        client,
        file,
        { sha256, bytes: 20_000_000 },
        { Bucket: server.bucket, Key },
      );
      await expect(sending).rejects.toThrow('not what was hashed');
      expect(await open({ prefix }).has(sha256)).toBe(false);
      expect(await uploadsUnder(prefix)).toEqual([]);
    });

    test('bytes that are not what their name says are an error, not an answer', async () => {
      const prefix = newPrefix();
      const blobs = open({ prefix });
      const { sha256 } = await blobs.put(bytes);
      const Key = `${prefix}/sha256/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
      await client.send(new PutObjectCommand({ Bucket: server.bucket, Key, Body: 'något annat' }));
      await expect(blobs.get(sha256)).rejects.toThrow(SkadadBlob);
      await expect(blobs.withFile(sha256, async () => 1)).rejects.toThrow(SkadadBlob);
    });

    test('a bucket that is not there is no empty one', async () => {
      const blobs = open({ bucket: 'ingen-sadan-hink' });
      await expect(blobs.check()).rejects.toMatchObject({ code: 'blobs-no-bucket' });
      await expect(blobs.get('a'.repeat(64))).rejects.toMatchObject({ code: 'blobs-no-bucket' });
      await expect(blobs.put(bytes)).rejects.toMatchObject({ code: 'blobs-no-bucket' });
    });

    test('keys that are not known here are not let in', async () => {
      vi.stubEnv('AWS_ACCESS_KEY_ID', 'FRAMMANDE');
      const stranger = open();
      try {
        await expect(stranger.check()).rejects.toMatchObject({ code: 'blobs-denied' });
      } finally {
        vi.stubEnv('AWS_ACCESS_KEY_ID', server.env.AWS_ACCESS_KEY_ID as string);
      }
    });

    test('a server that is away for a moment is waited for, one that stays away is told', async () => {
      const blobs = open({ prefix: newPrefix() });
      await server.kill();
      const kept = blobs.put(bytes);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await server.restart();
      const { sha256 } = await kept;
      expect(await blobs.has(sha256)).toBe(true);
      await server.kill();
      await expect(blobs.get(sha256)).rejects.toMatchObject({
        code: 'blobs-unreachable',
        message: expect.stringContaining(server.endpoint) as string,
      });
      await server.restart();
    });

    test('a server that takes the question and says nothing is not waited for', async () => {
      process.kill(server.pid(), 'SIGSTOP');
      try {
        // the signal takes its time
        const state = () => readFileSync(`/proc/${server.pid()}/status`, 'utf8');
        await vi.waitFor(() => expect(state()).toMatch(/^State:\tT/mu));
        await expect(open().check(1_000)).rejects.toMatchObject({ code: 'blobs-unreachable' });
      } finally {
        process.kill(server.pid(), 'SIGCONT');
      }
    });

    test('the settings lead there, and say in words why not', async () => {
      const settings = { home: '/nowhere', s3Endpoint: server.endpoint };
      const blobs = await openBlobs({ ...settings, blobs: `s3://${server.bucket}/en/mapp` });
      const { sha256 } = await blobs.put(bytes);
      expect(await open({ prefix: 'en/mapp' }).has(sha256)).toBe(true);
      const wrong = openBlobs({ ...settings, blobs: 's3://ingen-sadan-hink' });
      await expect(wrong).rejects.toMatchObject({ name: 'BlobsFault', code: 'blobs-no-bucket' });
      await expect(wrong).rejects.toThrow(/Bucketen i s3:\/\/ingen-sadan-hink finns inte/);
    });
  });
});
