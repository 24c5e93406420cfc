/** No room on the disk in the middle of an intake: said in words, waited for, and nothing is lost or given up. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { waitUntilGone } from '../../engine/home/process.ts';
import { openStore } from '../../engine/stores/index.ts';
import { startCli, until as untilSaid } from '../cli/run-cli.ts';
import { protokoll } from '../engine/made-up.ts';
import { writeFolder } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { serversOf } from '../soak/processes.ts';
import { SMALL_DISKS } from './small-disk.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-full-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const texts = (from: number, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${from + n}.txt`, protokoll(from + n)]));

const FULL = /^Disken är full \((ENOSPC|SQLITE_FULL)\)\. Gör plats, så går arbetet vidare av sig självt\.$/m;
/** SQLite takes the limit of a process for a fault of the disk. */
const NO_WRITING =
  /^(Disken är full|Det går inte att läsa eller skriva där Expediera förvarar sina filer) \(/m;

it.each(Object.keys(SMALL_DISKS))('a full disk (%s) is waited for', { timeout: 240_000 }, async (kind) => {
  const disk = (SMALL_DISKS[kind] as (typeof SMALL_DISKS)[string])(join(base, 'disk'));
  const home = join(disk.folder, 'home');
  const env = { EXPEDIERA_HOME: home, EXPEDIERA_LOG_LEVEL: 'error' };
  const running = startCli(['start', writeFolder(join(base, 'first'), texts(1, 30))], env);
  const pid = running.child.pid as number;
  try {
    await untilSaid(running, /^Temporal: /m);
    const store = await openStore({ home });
    await until(async () => (await store.status()).files.done >= 2);
    disk.fill(pid);
    const atOnce = (await store.status()).files;
    expect(atOnce.done).toBeLessThan(30);
    // handed over in the middle of it: waits too, and says so
    const second = startCli(['ingest', '--wait', writeFolder(join(base, 'second'), texts(200, 2))], env);
    await untilSaid(running, kind === 'mounted' ? FULL : NO_WRITING);
    if (kind === 'mounted') await untilSaid(second, FULL);
    await pause(8_000);
    const later = (await store.status()).files;
    expect(later).toMatchObject({ failed: 0, refused: 0 });
    expect(later.running).toBeGreaterThan(0);
    expect(running.child.exitCode, running.written.stderr).toBeNull();
    disk.makeRoom(pid);
    const handedOver = await second.ended;
    expect(handedOver.stdout).toMatch(/2 inlästa, 0 nekade, 0 misslyckade/);
    expect(handedOver.code, handedOver.stderr).toBe(0);
    await until(async () => (await store.status()).files.running === 0, 180_000);
    expect((await store.status()).files).toMatchObject({ done: 32, failed: 0, refused: 0 });
    await store.close();
    running.child.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    expect(code, stderr).toBe(0);
    const db = new Sqlite(join(home, 'expediera.db'), { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  } finally {
    running.child.kill('SIGKILL');
    await running.ended;
    await Promise.all(serversOf(home).map((one) => waitUntilGone(one, 10_000)));
    disk.remove();
  }
});
