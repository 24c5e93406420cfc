/** A home that cannot be written to: said in words and by the exit code, before anything is begun and in the middle of it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../engine/stores/index.ts';
import { type Ran, runCli, startCli, until as untilSaid } from '../cli/run-cli.ts';
import { protokoll } from '../engine/made-up.ts';
import { writeFolder } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { READ_ONLY, WITHOUT_PRIVILEGE } from './read-only.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-rights-'));
});
afterEach(() => {
  spawnSync('chmod', ['-R', 'u+rwX', base]);
  rmSync(base, { recursive: true, force: true });
});

const texts = (from: number, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${from + n}.txt`, protokoll(from + n)]));

describe.each(Object.keys(READ_ONLY))('a home that is read-only (%s)', (kind) => {
  const readOnly = READ_ONLY[kind] as (typeof READ_ONLY)[string];

  it('is told at once by what would write to it', { timeout: 120_000 }, async () => {
    const home = join(base, 'home');
    const env = { EXPEDIERA_HOME: home, EXPEDIERA_LOG_LEVEL: 'error' };
    const folder = writeFolder(join(base, 'in'), texts(1, 1));
    expect((await runCli(['start', '--once', folder], env)).code).toBe(0);
    const before = readdirSync(home);
    const undo = readOnly.make(home);
    try {
      const run = (...args: string[]): Promise<Ran> => runCli(args, env, readOnly.how);
      for (const ran of [await run('start', '--once', folder), await run('ingest', folder)]) {
        expect(ran.stderr).toMatch(/kan inte användas: (EACCES|EROFS).*Ange en mapp som går att skriva i/);
        expect(ran.code).toBe(1);
      }
      const asked = await run('status', '--json');
      // what is there can be asked, or it is said why not
      if (asked.code === 0) expect(JSON.parse(asked.stdout)).toMatchObject({ files: { done: 1 } });
      else expect(asked.stderr).toMatch(/^(Det går inte att skriva i|Det går inte att läsa eller skriva)/);
      expect(asked.stderr).not.toContain('fel hos oss');
    } finally {
      undo();
    }
    expect(readdirSync(home)).toEqual(before);
  });
});

it('rights that are taken away in the middle are waited for', { timeout: 240_000 }, async () => {
  const home = join(base, 'home');
  mkdirSync(home);
  const env = { EXPEDIERA_HOME: home, EXPEDIERA_LOG_LEVEL: 'error' };
  const folder = writeFolder(join(base, 'in'), texts(1, 40));
  const running = startCli(['start', '--once', folder], env, WITHOUT_PRIVILEGE);
  try {
    await until(async () => existsSync(join(home, 'blobs', 'tmp')));
    const store = await openStore({ home });
    await until(async () => (await store.status()).files.done >= 2);
    chmodSync(join(home, 'blobs', 'tmp'), 0o500);
    await untilSaid(running, /^Det går inte att skriva i Expedieras mapp: .* \(EACCES\)\. Rätta det/m);
    expect((await store.status()).files).toMatchObject({ failed: 0 });
    chmodSync(join(home, 'blobs', 'tmp'), 0o700);
    const { code, stderr } = await running.ended;
    expect(code, stderr).toBe(0);
    expect((await store.status()).files).toMatchObject({ done: 40, failed: 0 });
    await store.close();
  } finally {
    running.child.kill('SIGKILL');
    await running.ended;
  }
});
