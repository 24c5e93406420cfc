/** A writer of blobs that is killed, or whose connection is cut: nothing half is ever taken for whole, and a put again mends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBlobs, type StoresSettings } from '../../engine/stores/index.ts';
import type { Blobs } from '../../store/blobs.ts';
import { openS3Blobs } from '../../store/s3/blobs.ts';
import { until } from '../engine/until.ts';
import { type Bytes, type Put, partsOf } from './putting-process.ts';
import { type S3Server, startS3Server } from './s3-server.ts';

let base: string;
let s3: S3Server;
let client: S3Client;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-killed-put-'));
  s3 = await startS3Server();
  for (const [variable, value] of Object.entries(s3.env)) vi.stubEnv(variable, value);
  client = new S3Client({ endpoint: s3.endpoint, forcePathStyle: true });
}, 900_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await s3.destroy();
  rmSync(base, { recursive: true, force: true });
});

const inFolder = (): StoresSettings => ({ home: mkdtempSync(join(base, 'home-')) });
const inBucket = (): StoresSettings => ({
  ...{ home: '/nowhere', blobs: `s3://${s3.bucket}/${randomUUID()}`, s3Endpoint: s3.endpoint },
});

/** A process that puts; see putting-process.ts. Resolves when it has ended. */
function putting(put: Put): { child: ChildProcess; ended: Promise<string> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'putting-process.ts')], {
    env: { ...process.env, PUT: JSON.stringify(put) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  return { child, ended: once(child, 'exit').then(([code, signal]) => `${said}${signal ?? code}`) };
}

async function sha256Of(of: Bytes): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of partsOf(of)) hash.update(part);
  return hash.digest('hex');
}

/** sha256 of every content that is there; each of them is read, and must be what it is called. */
async function wholeOnes(blobs: Blobs): Promise<string[]> {
  const ids: string[] = [];
  for await (const key of blobs.keys()) {
    const hash = createHash('sha256');
    for await (const chunk of (await blobs.openKey(key))?.chunks ?? []) hash.update(chunk);
    const sha256 = hash.digest('hex');
    expect(key.replace(/^sha256\/|\//gu, '')).toBe(sha256);
    ids.push(sha256);
  }
  return ids;
}

/** Nothing is there under that hash, by whatever way one asks; a put again keeps it. */
async function expectMended(blobs: Blobs, of: Bytes): Promise<void> {
  const sha256 = await sha256Of(of);
  expect(await blobs.has(sha256)).toBe(false);
  expect(await blobs.get(sha256)).toBeNull();
  expect(await blobs.withFile(sha256, async () => 'there')).toBeNull();
  expect(await wholeOnes(blobs)).toEqual([]);
  expect(await blobs.putStream(partsOf(of))).toEqual({ sha256, bytes: of.parts * of.bytes });
  expect(await wholeOnes(blobs)).toEqual([sha256]);
}

describe.each([
  ['a folder', inFolder],
  ['a bucket', inBucket],
])('a writer to %s that is killed', (_, place) => {
  test.each([
    ...[0, 1, 3].map((killAt) => ({ killAt, parts: 3, bytes: 1_000 })),
    // more than is held in memory
    ...[1, 11, 12].map((killAt) => ({ killAt, parts: 12, bytes: 1_000_000 })),
  ])('before part $killAt of $parts has left nothing that is taken for whole', async (of) => {
    const settings = place();
    const put = { ...of, settings, number: of.killAt };
    expect(await putting(put).ended).toBe('SIGKILL');
    await expectMended(await openBlobs(settings), put);
  });
});

test('a writer that is killed at any moment has kept all of it or nothing', { timeout: 60_000 }, async () => {
  for (const place of [inFolder(), inBucket()]) {
    const blobs = await openBlobs(place);
    const size = { parts: 6, bytes: 3_000_000 };
    // as long as it takes from its start to its end, undisturbed
    const began = performance.now();
    expect(await putting({ ...size, settings: place, number: 0 }).ended).toBe('kept\n0');
    const whole = performance.now() - began;
    const kept = new Set([await sha256Of({ ...size, number: 0 })]);
    for (let number = 1; number <= 8; number++) {
      const { child, ended } = putting({ ...size, settings: place, number });
      // the first half is the start of the program
      const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.5 + number / 16));
      const end = await ended;
      clearTimeout(timer);
      if (end.startsWith('kept')) kept.add(await sha256Of({ ...size, number }));
    }
    const there = await wholeOnes(blobs);
    for (const one of kept) expect(there).toContain(one);
    for (let number = 0; number <= 8; number++) await blobs.putStream(partsOf({ ...size, number }));
    expect(await wholeOnes(blobs)).toHaveLength(9);
  }
});

test('an upload that stopped between its parts is no object', { timeout: 60_000 }, async () => {
  const settings = inBucket();
  const put = { settings, parts: 40, bytes: 4_000_000, number: 7 };
  const { child, ended } = putting(put);
  const Prefix = new URL(settings.blobs as string).pathname.slice(1);
  const underWay = async () =>
    (await client.send(new ListMultipartUploadsCommand({ Bucket: s3.bucket, Prefix }))).Uploads ?? [];
  await until(async () => (await underWay()).length > 0, 30_000);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect(await underWay()).toHaveLength(1);
  await expectMended(await openBlobs(settings), put);
});

test('what a killed writer has left on its machine is removed by the next one', async () => {
  vi.stubEnv('TMPDIR', mkdtempSync(join(base, 'tmp-')));
  const settings = inBucket();
  const put = { settings, parts: 12, bytes: 1_000_000, number: 8 };
  await putting({ ...put, killAt: 12 }).ended;
  const left = () => readdirSync(tmpdir());
  expect(left()).toHaveLength(1);
  expect(await putting(put).ended).toBe('kept\n0');
  expect(left()).toEqual([]);
  vi.stubEnv('TMPDIR', undefined);
});

/** A way to the server that is cut: what goes there behind so many bytes, or the answer as soon as it comes. */
async function cutting(cut: { after: number } | 'answers', times = Number.POSITIVE_INFINITY) {
  const { port } = new URL(s3.endpoint);
  const open = new Set<Socket>();
  let cuts = 0;
  const server: Server = createServer((from) => {
    const to = connect(Number(port), '127.0.0.1');
    let sent = 0;
    const end = () => {
      cuts += 1;
      from.resetAndDestroy();
      to.resetAndDestroy();
    };
    for (const [socket, other] of [
      [from, to],
      [to, from],
    ] as const) {
      open.add(socket);
      socket.on('error', () => {});
      // a server that does not want to hear the rest ends it so
      socket.on('close', (broken) => {
        open.delete(socket);
        if (broken) other.resetAndDestroy();
      });
    }
    from.on('data', (chunk) => {
      sent += chunk.length;
      // questions are small, and let through
      if (cut !== 'answers' && cuts < times && sent > cut.after) end();
      else to.write(chunk);
    });
    to.on('data', (chunk) => {
      if (cut === 'answers' && cuts < times && sent > 4_000) end();
      else from.write(chunk);
    });
    from.on('end', () => to.end());
    to.on('end', () => from.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as { port: number };
  return {
    endpoint: `http://127.0.0.1:${own}`,
    cuts: () => cuts,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('a connection that is cut', () => {
  const small = { parts: 4, bytes: 100_000, number: 3 };
  const large = { parts: 12, bytes: 2_000_000, number: 4 };

  test.concurrent.each([
    { of: small, after: 50_000 },
    { of: small, after: 399_000 },
    { of: large, after: 3_000_000 },
    { of: large, after: 8_300_000 },
  ])(
    'after $after bytes each time leaves nothing that is taken for whole',
    { timeout: 60_000 },
    async ({ of, after }) => {
      const settings = inBucket();
      const way = await cutting({ after });
      const blobs = await openBlobs({ ...settings, s3Endpoint: way.endpoint });
      await expect(blobs.putStream(partsOf(of))).rejects.toMatchObject({
        code: 'blobs-unreachable',
      });
      expect(way.cuts()).toBeGreaterThan(1);
      await way.close();
      await expectMended(await openBlobs(settings), of);
    },
  );

  test('once is gone over', { timeout: 60_000 }, async () => {
    for (const of of [small, large]) {
      const settings = inBucket();
      const way = await cutting({ after: 150_000 }, 1);
      const prefix = new URL(settings.blobs as string).pathname.slice(1);
      const blobs = openS3Blobs({ endpoint: way.endpoint, bucket: s3.bucket, prefix });
      const { sha256 } = await blobs.putStream(partsOf(of));
      expect(way.cuts()).toBe(1);
      await way.close();
      expect(await wholeOnes(await openBlobs(settings))).toEqual([sha256]);
    }
  });

  test('when the answer comes has kept it, and a put again finds it there', { timeout: 60_000 }, async () => {
    const settings = inBucket();
    const way = await cutting('answers', 1);
    const blobs = await openBlobs({ ...settings, s3Endpoint: way.endpoint });
    const { sha256 } = await blobs.putStream(partsOf(small));
    expect(way.cuts()).toBe(1);
    await way.close();
    const again = await openBlobs(settings);
    expect(await wholeOnes(again)).toEqual([sha256]);
    expect((await again.putStream(partsOf(small))).sha256).toBe(sha256);
  });
});
