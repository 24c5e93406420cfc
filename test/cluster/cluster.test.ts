/**
 * The layout of a cluster on one machine: PostgreSQL, an S3-compatible store, a Temporal server, and every part of
 * Expediera a process of its own with a home of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { offerAll } from '../../engine/intake/offer.ts';
import { offerOptions } from '../../engine/intake/options.ts';
import { openStores } from '../../engine/stores/index.ts';
import { findTemporalCli } from '../../engine/temporal/cli/find.ts';
import { startTemporalServer, type TemporalServer } from '../../engine/temporal/server.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import { putIntake } from '../../store/derived.ts';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';
import { testSettings } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { protokoll } from '../expediering/made-up.ts';
import { recordOf } from '../extraction/handlingar/read-text.ts';
import { expectedOf } from '../soak/expected.ts';
import { type S3Server, startS3Server } from '../store/s3-server.ts';
import { makeArchive } from './archive.ts';
import { runArchive, writeArchive } from './archive-run.ts';
import { blobsOf, openCluster } from './cluster.ts';

/** The S3-compatible server is built the first time on a machine. */
const FIRST_BUILD_MS = 900_000;

let base: string;
let postgres: PostgresServer;
let s3: S3Server;
/** One a cluster: its namespace is one installation's. */
let temporals: TemporalServer[] = [];
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-cluster-'));
  const cli = await findTemporalCli();
  const startTemporal = (name: string) => startTemporalServer({ home: join(base, name), cli });
  [postgres, s3, temporals] = await Promise.all([
    startPostgres(),
    startS3Server(),
    Promise.all(['temporal-1', 'temporal-2'].map(startTemporal)),
  ]);
}, FIRST_BUILD_MS);
afterAll(async () => {
  await Promise.allSettled([...temporals.map((one) => one.stop()), s3?.destroy(), postgres?.stop()]);
  rmSync(base, { recursive: true, force: true });
});

describe('a cluster', () => {
  it('goes on with what a killed intake left, and reads again what an older version read, when the next worker starts', {
    timeout: 120_000,
  }, async () => {
    const temporal = (temporals[0] as TemporalServer).address;
    const shared = { temporal, database: await postgres.createDatabase(), s3 };
    const cluster = openCluster(join(base, 'left'), shared);
    const folder = writeArchive(join(base, 'kvar'), await makeArchive({ texts: 2, scans: 0, pages: 0 }));
    const settings = testSettings(join(base, 'reader'), {
      ...{ database: shared.database, blobs: blobsOf(join(base, 'left'), s3), s3Endpoint: s3.endpoint },
    });
    for (const [variable, value] of Object.entries(s3.env)) vi.stubEnv(variable, value);
    const stores = await openStores(settings);
    try {
      // as far as an intake comes that is killed before it has told Temporal
      await offerAll([folder], { ...offerOptions(settings), ...stores, rerun: false, lopande: false });
      expect((await stores.store.status()).files).toMatchObject({ total: 2, running: 2 });
      // and what an older version has read
      const text = protokoll({ paragraf: 51 });
      const older = await stores.blobs.put(new TextEncoder().encode(text));
      await putIntake(stores.blobs, older.sha256, { fileName: 'tn.txt', bytes: older.bytes });
      await stores.store.offerFile('/in/tn.txt', older.sha256);
      await stores.store.saveRecord(recordOf(text, older.sha256), '0.0.1');
      await stores.store.setOutcome(older.sha256, { status: 'done' });
      const worker = cluster.start('light-1', ['worker', '--queues', 'light'], {
        EXPEDIERA_METRICS_PORT: '0',
      });
      await until(async () => (await stores.store.status()).files.done === 3, 60_000);
      await until(async () => (await stores.store.foraldrade(EXTRACTION_VERSION)).length === 0, 60_000);
      // what docker-compose.yml asks of each
      const [, page] = /(http:\S+)\/metrics/.exec(worker.written.stderr) ?? [];
      expect(await (await fetch(`${page}/readyz`)).json()).toMatchObject({ ok: true });
      // one that was given another bucket than the rest takes no work
      const elsewhere = { EXPEDIERA_BLOBS: `s3://${s3.bucket}/en-annan` };
      const { code, stderr } = await cluster.start('ocr-1', ['worker', '--queues', 'ocr'], elsewhere).ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /ett annat fillager än s3:\S+\/en-annan: det den känner till finns inte där\. Rätta/,
      );
      expect(stderr).not.toContain('    at ');
      // nor does one that was given another database and bucket, and the rest's engine
      const others = {
        EXPEDIERA_DATABASE: await postgres.createDatabase(),
        EXPEDIERA_BLOBS: `s3://${s3.bucket}/en-tredje`,
      };
      const another = await cluster.start('light-2', ['worker', '--queues', 'light'], others).ended;
      expect(another.code).toBe(1);
      expect(another.stderr).toMatch(/namnrymd default används av en annan Expediera/);
      const intake = await cluster.start('ingest', ['ingest', folder], elsewhere).ended;
      expect(intake.code).toBe(1);
      expect(intake.stderr).toMatch(/ett annat fillager än s3:\S+\/en-annan/);
    } finally {
      await stores.close();
      vi.unstubAllEnvs();
      await cluster.stop();
    }
  });

  it('takes an archive in, though an OCR worker is killed in the middle', { timeout: 300_000 }, async () => {
    const files = await makeArchive({ texts: 10, scans: 4, pages: 2 });
    const folder = writeArchive(join(base, 'arkiv'), files);
    const expected = await expectedOf(files, folder);
    const shared = { temporal: (temporals[1] as TemporalServer).address, database: postgres.url, s3 };
    const cluster = openCluster(join(base, 'homes'), shared);
    try {
      const env = { EXPEDIERA_OCR_PAGES: '1', EXPEDIERA_OCR_WORKERS: '1' };
      const run = await runArchive({ shared, cluster, files, folder, expected, env });
      expect(run.faults).toEqual([]);
      expect(run.takenOver.steps).toBeGreaterThan(0);
      expect(Object.values(run.pagesRead).reduce((sum, pages) => sum + pages, 0)).toBeGreaterThanOrEqual(8);
    } finally {
      await cluster.stop();
    }
  });
});
