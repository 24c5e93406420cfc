import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderOf, lockHome } from '../../../engine/home/lock.ts';
import { Problem } from '../../../engine/problem.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'expediera-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const lockFile = () => join(home, 'lock');
const module = join(import.meta.dirname, '../../../engine/home/lock.ts');

/** Another process that takes the lock, says so, and lives until it is killed. */
async function otherHolder(): Promise<{ pid: number; kill(): Promise<void> }> {
  const code = `import { lockHome } from ${JSON.stringify(module)}; lockHome(${JSON.stringify(home)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return {
    pid: child.pid as number,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

describe('the lock on a home', () => {
  it('is taken, named and given back', () => {
    const lock = lockHome(home);
    expect(holderOf(home)).toMatchObject({ pid: process.pid, host: hostname() });
    lock.release();
    expect(holderOf(home)).toBeNull();
    lockHome(home).release();
  });

  it('is refused to a second one, who is told by whom it is held', async () => {
    const other = await otherHolder();
    try {
      expect(() => lockHome(home)).toThrow(Problem);
      expect(() => lockHome(home)).toThrow(new RegExp(`process ${other.pid}`));
      expect(readdirSync(home)).toEqual(['lock']);
    } finally {
      await other.kill();
    }
  });

  it('is taken over when its holder is dead', async () => {
    const other = await otherHolder();
    await other.kill();
    const lock = lockHome(home);
    expect(holderOf(home)?.pid).toBe(process.pid);
    lock.release();
    expect(readdirSync(home)).toEqual([]);
  });

  it('is taken over when its number is another process by now', () => {
    const dead = { pid: process.pid, host: hostname(), began: '1', since: '2026-01-01T00:00:00Z' };
    writeFileSync(lockFile(), JSON.stringify(dead));
    if (process.platform === 'linux') expect(holderOf(home)).toBeNull();
    lockHome(home).release();
  });

  it('is taken over when it is no lock at all', () => {
    writeFileSync(lockFile(), '');
    lockHome(home).release();
  });

  it('of another machine holds while it is touched', () => {
    writeFileSync(lockFile(), JSON.stringify({ pid: 1, host: 'elsewhere', began: null, since: 'x' }));
    expect(() => lockHome(home)).toThrow(/elsewhere/);
    const longAgo = new Date(Date.now() - 5 * 60_000);
    utimesSync(lockFile(), longAgo, longAgo);
    lockHome(home).release();
  });

  it('is refused where there can be no home', () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    expect(() => lockHome(join(file, 'home'))).toThrow(/EXPEDIERA_HOME/);
  });

  it.each([
    ['on a new home', null],
    [
      'with the lock of a dead one',
      JSON.stringify({ pid: 4_194_303, host: hostname(), began: '1', since: 'x' }),
    ],
    ['with what is no lock', '{'],
  ])('is won by one of several that come at once, %s', { timeout: 60_000 }, async (_, before) => {
    if (before !== null) writeFileSync(lockFile(), before);
    // each takes and gives back as often as it can: two at a time would meet
    const code = `import { lockHome } from ${JSON.stringify(module)};
      import { rmSync, writeFileSync } from 'node:fs';
      const before = ${JSON.stringify(before)};
      while (Date.now() < ${Date.now() + 1_500});
      let won = 0;
      for (const end = Date.now() + 1_500; Date.now() < end; ) {
        try {
          const lock = lockHome(${JSON.stringify(home)});
          try { writeFileSync(${JSON.stringify(join(home, 'alone'))}, '', { flag: 'wx' }); }
          catch { console.log('two'); process.exit(); }
          won += 1;
          rmSync(${JSON.stringify(join(home, 'alone'))});
          if (before === null) lock.release(); else { writeFileSync(${JSON.stringify(lockFile())}, before); }
        } catch (error) { if (error.code !== 'home-in-use') throw error; }
      }
      console.log(won > 0 ? 'won' : 'never');`;
    const one = (): Promise<string> =>
      new Promise((resolve) => {
        execFile(process.execPath, ['--input-type=module', '-e', code], (error, stdout) =>
          resolve(stdout.trim() || String(error)),
        );
      });
    const ends = await Promise.all(Array.from({ length: 6 }, one));
    expect(ends.filter((end) => end !== 'won' && end !== 'never')).toEqual([]);
    expect(ends).toContain('won');
  });

  it('is taken over also when one was killed at taking it over', () => {
    const dead = JSON.stringify({ pid: 4_194_303, host: hostname(), began: '1', since: 'x' });
    for (const name of ['lock', 'lock.over', 'lock.over.over']) writeFileSync(join(home, name), dead);
    const lock = lockHome(home);
    expect(readdirSync(home)).toEqual(['lock']);
    expect(holderOf(home)?.pid).toBe(process.pid);
    lock.release();
  });
});
