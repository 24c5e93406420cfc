/** What the program stands on is away for a minute in the middle of an intake: it waits, goes on by itself, and gives no file up. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPorts } from '../../engine/home/ports.ts';
import { startInstallation } from '../../engine/installation.ts';
import type { IntakeProgress } from '../../engine/intake/index.ts';
import { openStore } from '../../engine/stores/index.ts';
import { findTemporalCli } from '../../engine/temporal/cli/find.ts';
import { startTemporalServer } from '../../engine/temporal/server.ts';
import type { Store } from '../../store/store.ts';
import { startCli } from '../cli/run-cli.ts';
import { protokoll } from '../engine/made-up.ts';
import { startPostgres } from '../engine/postgres-server.ts';
import { testbed, testSettings, writeFolder } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';

const SECONDS = 60;
const FILES = 24;

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-away-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const texts = (from: number, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${from + n}.txt`, protokoll(from + n)]));

const doneIn = async (store: Store): Promise<number> => (await store.status()).files.done;

/** The work is under way, and has not come to its end. */
const begun = (store: Store) => until(async () => (await doneIn(store)) >= 2, 120_000);

describe.concurrent('for a minute', { timeout: 420_000 }, () => {
  it('another program keeps the database to itself', async () => {
    const bed = await testbed();
    const onlooker = await openStore({ home: bed.home });
    try {
      const first = bed.ingest([bed.folder('first', texts(1, FILES))]);
      await begun(onlooker);
      const script = join(import.meta.dirname, 'locking-process.ts');
      const locker = spawn(process.execPath, [script, join(bed.home, 'expediera.db'), String(SECONDS)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const said = createInterface({ input: locker.stdout })[Symbol.asyncIterator]();
      expect((await said.next()).value).toBe('locked');
      const before = await doneIn(onlooker);
      const told: IntakeProgress[] = [];
      const second = bed.ingest([bed.folder('second', texts(100, 3))], { onProgress: (at) => told.push(at) });
      // meanwhile this process, which has the workers in it, is held up by nothing and answers questions
      let latest = 0;
      const free = said.next().then(() => true);
      for (let at = Date.now(); !(await Promise.race([free, pause(100, false)])); at = Date.now()) {
        await bed.store.status();
        latest = Math.max(latest, Date.now() - at);
      }
      expect(latest).toBeLessThan(5_000);
      expect(before).toBeLessThan(FILES);
      expect((await first).archive).toMatchObject({ done: FILES, failed: 0, refused: 0 });
      expect((await second).archive).toMatchObject({ done: 3, failed: 0, refused: 0 });
      const waited = told.flatMap((at) => (at.phase === 'waiting' ? [at.why] : []));
      expect(waited[0]).toMatch(
        /^Databasen .* låst av ett annat program \(SQLITE_BUSY\)\. Arbetet går vidare/,
      );
      expect(waited.at(-1)).toBeNull();
    } finally {
      await onlooker.close();
      await bed.destroy();
    }
  });

  it('the Temporal server stands still', async () => {
    const bed = await testbed();
    try {
      const taking = bed.ingest([bed.folder('in', texts(1, FILES))]);
      await begun(bed.store);
      const server = readPorts(bed.home)?.serverPid as number;
      process.kill(server, 'SIGSTOP');
      await pause(SECONDS * 1_000);
      expect(await doneIn(bed.store)).toBeLessThan(FILES);
      process.kill(server, 'SIGCONT');
      expect((await taking).archive).toMatchObject({ done: FILES, failed: 0, refused: 0 });
    } finally {
      await bed.destroy();
    }
  });

  it('the Temporal cluster is down', async () => {
    const cluster = join(base, 'cluster');
    const home = join(base, 'home');
    mkdirSync(home);
    const cli = await findTemporalCli();
    let server = await startTemporalServer({ home: cluster, cli });
    const [port, uiPort] = [server.address, server.uiUrl].map((one) => Number(one.split(':').at(-1)));
    const folder = writeFolder(join(base, 'in'), texts(1, FILES));
    const store = await openStore({ home });
    const running = startCli(['start', '--once', folder], {
      EXPEDIERA_HOME: home,
      EXPEDIERA_LOG_LEVEL: 'error',
      TEMPORAL_ADDRESS: server.address,
    });
    try {
      await begun(store);
      process.kill(server.pid, 'SIGKILL');
      await pause(SECONDS * 1_000);
      expect(await doneIn(store)).toBeLessThan(FILES);
      expect(running.child.exitCode).toBeNull();
      server = await startTemporalServer({
        home: cluster,
        cli,
        port: port as number,
        uiPort: uiPort as number,
      });
      const { code, stdout, stderr } = await running.ended;
      expect(stdout, stderr).toContain(`${FILES} filer, ${FILES} olika innehåll: ${FILES} inlästa, 0 nekade`);
      expect(code, stderr).toBe(0);
      expect((await store.status()).files).toMatchObject({ done: FILES, failed: 0, running: 0 });
    } finally {
      running.child.kill('SIGKILL');
      await server.stop();
      await store.close();
    }
  });

  it('PostgreSQL is down', async () => {
    const server = await startPostgres({ durable: true });
    const home = join(base, 'home-of-postgres');
    const bed = await startInstallation({ settings: testSettings(home, { database: server.url }) });
    try {
      const first = bed.ingest([writeFolder(join(base, 'first'), texts(1, FILES))]);
      await begun(bed.store);
      await server.kill();
      const second = bed.ingest([writeFolder(join(base, 'second'), texts(100, 3))]);
      await pause(SECONDS * 1_000);
      await server.restart();
      expect((await first).archive).toMatchObject({ done: FILES, failed: 0, refused: 0 });
      expect((await second).archive).toMatchObject({ done: 3, failed: 0, refused: 0 });
      expect((await bed.store.status()).files).toMatchObject({ total: FILES + 3, done: FILES + 3 });
    } finally {
      await bed.stop();
      await server.stop();
    }
  });
});
