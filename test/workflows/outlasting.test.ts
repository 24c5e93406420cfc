/** A database that is away for a night, or days: no file is given up for it, and the end of one that has failed is noted all the same. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '../../activities/deps.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import { putIntake } from '../../store/derived.ts';
import { openFsBlobs } from '../../store/fs/blobs.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';
import { fileProgressQuery } from '../../workflows/messages.ts';
import { fileWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import type { processFile } from '../../workflows/process-file.ts';
import { protokoll } from '../engine/made-up.ts';
import { type SkippingBed, skippingBed } from '../engine/time-skipping.ts';

const reader: Reader = {
  async open(bytes) {
    const { pages, warnings } = readPlainText(bytes, DEFAULT_LIMITS);
    return { mediaType: 'text/plain', pageCount: pages.length, pages, ocr: [], warnings };
  },
  async assemble(source, pages) {
    if (!breaks) return assembleRecord(source, pages);
    isAway = true;
    throw new TypeError('our own fault');
  },
};

/** As the driver of PostgreSQL has it while the server starts. */
const away = () => Promise.reject(Object.assign(new Error('the system is starting up'), { code: '57P03' }));

let isAway = false;
let breaks = false;
let folder: string;
let bed: SkippingBed;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expediera-outlasting-'));
  const store = new Proxy(openSqliteStore(':memory:'), {
    get: (real, name: keyof Store) => (isAway && name !== 'close' ? away : real[name]),
  });
  bed = await skippingBed({ store, blobs: openFsBlobs(folder), reader });
}, 120_000);
afterAll(async () => {
  isAway = false;
  await bed?.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const process = (sha256: string) =>
  bed.client.workflow.start<typeof processFile>('processFile', {
    workflowId: fileWorkflowId(sha256),
    taskQueue: TASK_QUEUES.light,
    args: [{ sha256, ocrPages: 8, ocrTasks: 1 }],
  });

async function start(number: number) {
  const bytes = new TextEncoder().encode(protokoll(number));
  const { sha256 } = await bed.blobs.put(bytes);
  await putIntake(bed.blobs, sha256, { fileName: 'a.txt', bytes: bytes.length });
  await bed.store.offerFile(`/${number}.txt`, sha256);
  isAway = true;
  const handle = await process(sha256);
  const status = async () => (await bed.store.content(sha256))?.status;
  return { sha256, handle, status };
}

const days = async (count: number) => {
  for (let day = 0; day < count; day++) await bed.skip(1);
};

it('a week and more: what has waited for six days goes on, and what has waited too long has failed and says so', {
  timeout: 300_000,
}, async () => {
  const long = await start(3);
  await days(2);
  isAway = false;
  const later = await start(4);
  await days(6);
  for (const { handle } of [long, later]) expect((await handle.describe()).status.name).toBe('RUNNING');
  isAway = false;
  await bed.skip(1 / 24);
  expect(await later.handle.result()).toMatchObject({ status: 'done' });
  // the end is noted when that can be
  await expect(long.handle.result()).rejects.toThrow();
  const [row] = (await bed.store.files()).filter(({ sha256 }) => sha256 === long.sha256);
  expect(row).toMatchObject({ status: 'failed', code: 'outage' });
  expect(row?.reason).toMatch(/var borta för länge.*Läs in filen igen/);
  expect((await bed.store.status()).files).toMatchObject({ failed: 1, running: 0 });
  expect((await long.handle.describe()).historyLength).toBeLessThan(10_000);

  const again = await process(long.sha256);
  expect(await again.result()).toMatchObject({ status: 'done' });
  expect((await bed.store.status()).files).toMatchObject({ failed: 0 });
});

it('a night', { timeout: 120_000 }, async () => {
  const { handle, status } = await start(1);
  await bed.skip(10 / 24);
  expect((await handle.query(fileProgressQuery)).waits).toMatch(
    /^Databasen .* \(57P03\)\. Arbetet går vidare/,
  );
  isAway = false;
  expect(await status()).toBe('running');
  await bed.skip(1 / 24);
  expect(await handle.result()).toMatchObject({ status: 'done' });
  expect((await handle.query(fileProgressQuery)).waits).toBeNull();
  expect(await status()).toBe('done');
  expect((await handle.describe()).historyLength).toBeLessThan(1_000);
});

it('while it is noted that our own rules broke on a file', { timeout: 120_000 }, async () => {
  breaks = true;
  const { handle, status } = await start(2);
  isAway = false;
  await bed.until(async () => isAway);
  await bed.skip(10 / 24);
  isAway = false;
  await bed.skip(1 / 24);
  await expect(handle.result()).rejects.toThrow();
  expect(await status()).toBe('failed');
});

describe('bytes that are not there', () => {
  const content = (number: number) => {
    const bytes = new TextEncoder().encode(protokoll(number));
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const offered = async (number: number) => {
    isAway = breaks = false;
    const { sha256, bytes } = content(number);
    await putIntake(bed.blobs, sha256, { fileName: 'a.txt', bytes: bytes.length });
    await bed.store.offerFile(`/${number}.txt`, sha256);
    return process(sha256);
  };

  it('for some seconds are looked for again', async () => {
    const handle = await offered(5);
    await bed.skip(20 / 86_400);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await bed.blobs.put(content(5).bytes);
    await bed.skip(1 / 1440);
    expect(await handle.result()).toMatchObject({ status: 'done' });
  });

  it('for good end the file, which says what to do', async () => {
    const handle = await offered(6);
    await bed.skip(5 / 1440);
    await expect(handle.result()).rejects.toThrow();
    const row = (await bed.store.files()).find(({ sha256 }) => sha256 === content(6).sha256);
    expect(row).toMatchObject({ status: 'failed', code: 'missing' });
    expect(row?.reason).toMatch(/Läs in originalet igen/);
  });
});
