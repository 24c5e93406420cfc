/** Many starts on one home at the same moment: one runs, and the others say who does and leave nothing behind. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holderOf } from '../../engine/home/lock.ts';
import { writePorts } from '../../engine/home/ports.ts';
import { beganAt } from '../../engine/home/process.ts';
import { type Running, startCli, until as untilSaid } from '../cli/run-cli.ts';
import { leaveServer } from '../engine/temporal/left-server.ts';
import { until } from '../engine/until.ts';
import { serversOf } from '../soak/processes.ts';

let home: string;
beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'expediera-starts-')), 'home');
  mkdirSync(home);
});
afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));

const STARTS = 10;

/** What a killed one has left: its lock, whose number another process has by now, its note, and its server, alive. */
async function leaveBehind(): Promise<void> {
  const serverPid = await leaveServer(home);
  writePorts(home, {
    ...{ temporal: '127.0.0.1:1', temporalUi: 'http://127.0.0.1:1', namespace: 'default' },
    ...{ serverPid, pid: process.pid },
  });
  const began = `${Number(beganAt(process.pid) ?? 1) - 1}`;
  writeFileSync(
    join(home, 'lock'),
    JSON.stringify({ pid: process.pid, host: hostname(), began, since: '2031-01-01T00:00:00Z' }),
  );
}

it.each([
  ['that is new', async () => {}],
  ['that a killed one has left in disorder', leaveBehind],
])('of ten starts on a home %s one runs', { timeout: 240_000 }, async (_, before) => {
  await before();
  const env = { EXPEDIERA_HOME: home, EXPEDIERA_LOG_LEVEL: 'error' };
  // what is to be taken in is nothing: an empty folder
  const folder = join(home, '..', 'in');
  mkdirSync(folder);
  const starts = Array.from({ length: STARTS }, () => startCli(['start', folder], env));
  try {
    const ended: Running[] = [];
    for (const one of starts) void one.ended.then(() => ended.push(one));
    await until(async () => ended.length >= STARTS - 1, 120_000);
    const [winner] = starts.filter((one) => !ended.includes(one)) as [Running];
    await untilSaid(winner, /Expediera är igång/, 120_000);
    expect(holderOf(home)?.pid).toBe(winner.child.pid);
    expect(serversOf(home)).toHaveLength(1);
    for (const one of ended) {
      const { code, stderr } = await one.ended;
      expect(code, stderr).toBe(5);
      expect(stderr).toContain(`används redan av process ${winner.child.pid}`);
    }
    winner.child.kill('SIGTERM');
    const { code, stderr } = await winner.ended;
    expect(code, stderr).toBe(0);
    expect(serversOf(home)).toEqual([]);
    expect(readdirSync(home).filter((name) => /lock|ports/.test(name))).toEqual([]);
  } finally {
    for (const one of starts) one.child.kill('SIGKILL');
    await Promise.all(starts.map((one) => one.ended));
  }
});
