import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../../../engine/home/process.ts';
import { startWatched } from '../../../engine/temporal/watched-process.ts';
import { until } from '../until.ts';

let folder: string;
let log: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expediera-watched-'));
  log = openSync(join(folder, 'log'), 'w');
});
afterEach(() => {
  closeSync(log);
  rmSync(folder, { recursive: true });
});

/** Processes of the group that the shell leads. */
const groupOf = (leader: number): string[] =>
  readdirSync('/proc').filter((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(group) === leader && state !== 'Z';
    } catch {
      return false;
    }
  });

describe('a watched process', () => {
  it.each([
    ['ends when it is asked to', 'trap "exit 3" TERM; while :; do sleep 0.05; done', /exit code 3/, 3_000],
    ['is made to when it does not', 'trap "" TERM; while :; do sleep 0.05; done', /exit code 137/, 10_000],
  ])('%s, and nothing of it is left', { timeout: 30_000 }, async (_, script, how, milliseconds) => {
    const watched = startWatched(['/bin/sh', '-c', script], log);
    const pid = await watched.pid;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = Date.now();
    watched.child.stdin?.end();
    expect(await watched.ended).toMatch(how);
    expect(Date.now() - began).toBeLessThan(milliseconds);
    expect(isAlive(pid)).toBe(false);
    // at once, and not when a pause of the shell is over
    await until(async () => groupOf(watched.child.pid as number).length === 0, 1_500);
  });
});
