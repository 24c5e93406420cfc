/** A server that does not come up: what is tried again, how often, and what a person is told. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePorts } from '../../../engine/home/ports.ts';
import type { Problem } from '../../../engine/problem.ts';
import { findTemporalCli } from '../../../engine/temporal/cli/find.ts';
import { startTemporalServer } from '../../../engine/temporal/server.ts';

const real = await findTemporalCli();
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'expediera-start-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A CLI that notes with which arguments it is called and then does what the shell code says, `$n` being how often. */
function fakeCli(code: string): { path: string; calls(): string[] } {
  const path = join(home, 'fake-temporal');
  const calls = join(home, 'calls');
  writeFileSync(path, `#!/bin/sh\necho "$@" >> '${calls}'\nn=$(wc -l < '${calls}' | tr -d ' ')\n${code}\n`, {
    mode: 0o755,
  });
  return { path, calls: () => readFileSync(calls, 'utf8').trim().split('\n') };
}

const crash = `echo "panic: grpc: no transport in try $n" >&2; echo "goroutine 1 [running]:" >&2; exit 2`;
const portOf = (call: string): string | undefined => /--port (\d+)/.exec(call)?.[1];

async function faultOf(starting: Promise<unknown>): Promise<Problem> {
  const fault = await starting.then(
    () => undefined,
    (error: unknown) => error as Problem,
  );
  expect(fault).toMatchObject({ name: 'Problem', code: 'temporal-start' });
  return fault as Problem;
}

describe('a server that crashes while it starts', () => {
  it('is started again on other ports', async () => {
    const cli = fakeCli(`if [ "$n" -lt 3 ]; then ${crash}; fi\nexec '${real}' "$@"`);
    const server = await startTemporalServer({ home, cli: cli.path });
    try {
      expect(new Set(cli.calls().map(portOf)).size).toBe(3);
      expect(server.address).toBe(`127.0.0.1:${portOf(cli.calls()[2] as string)}`);
    } finally {
      await server.stop();
    }
  });

  it('each time is given up after three tries, all of which are told and logged', async () => {
    const cli = fakeCli(crash);
    const fault = await faultOf(startTemporalServer({ home, cli: cli.path }));
    expect(cli.calls()).toHaveLength(3);
    expect(fault.message).toContain('efter 3 försök (exit code 2)');
    const log = readFileSync(join(home, 'temporal.log'), 'utf8');
    for (const n of [1, 2, 3]) {
      expect(fault.message).toContain(`no transport in try ${n}`);
      expect(log).toContain(`no transport in try ${n}`);
    }
  });

  it('and is killed by the system is started again too', async () => {
    const cli = fakeCli(`if [ "$n" -lt 2 ]; then kill -KILL $$; fi\nexec '${real}' "$@"`);
    const server = await startTemporalServer({ home, cli: cli.path });
    await server.stop();
    expect(cli.calls()).toHaveLength(2);
  });
});

describe('a server that cannot start', () => {
  const stated = `echo "Error: failed starting server: database or disk is full (13)" >&2; exit 1`;

  it('on a database that is none is tried once, and said so', async () => {
    writeFileSync(
      join(home, 'temporal.db'),
      'this is no database, and longer than a header of one is\n'.repeat(90),
    );
    const cli = fakeCli(`exec '${real}' "$@"`);
    const fault = await faultOf(startTemporalServer({ home, cli: cli.path }));
    expect(cli.calls()).toHaveLength(1);
    expect(fault.message).toMatch(/temporal\.db är skadad[\s\S]*file is not a database/);
  });

  it('on a database of another shape is tried once, and said so', async () => {
    const first = await startTemporalServer({ home, cli: real });
    await first.stop();
    const db = new Database(join(home, 'temporal.db'));
    db.exec('drop table namespaces; create table namespaces (later_id text primary key)');
    db.close();
    const cli = fakeCli(`exec '${real}' "$@"`);
    const fault = await faultOf(startTemporalServer({ home, cli: cli.path }));
    expect(cli.calls()).toHaveLength(1);
    expect(fault.message).toContain('gjord av en annan version');
  });

  it('where its database cannot be opened is tried once, and said so', async () => {
    mkdirSync(join(home, 'temporal.db'));
    const cli = fakeCli(`exec '${real}' "$@"`);
    const fault = await faultOf(startTemporalServer({ home, cli: cli.path }));
    expect(cli.calls()).toHaveLength(1);
    expect(fault.message).toContain('går inte att öppna');
  });

  it('on a full disk is tried once, and said so', async () => {
    const cli = fakeCli(stated);
    const fault = await faultOf(startTemporalServer({ home, cli: cli.path }));
    expect(cli.calls()).toHaveLength(1);
    expect(fault.message).toContain('Disken är full');
  });

  it('since there is no such program is tried once', async () => {
    const fault = await faultOf(startTemporalServer({ home, cli: join(home, 'nothing') }));
    expect(fault.message).toContain('exit code 127');
    expect(fault.message).not.toContain('försök');
  });

  it('and never answers is tried once', async () => {
    const cli = fakeCli('exec sleep 60');
    const fault = await faultOf(startTemporalServer({ home, cli: cli.path, timeout: 1_000 }));
    expect(cli.calls()).toHaveLength(1);
    expect(fault.message).toContain('no answer within 1 s');
  });
});

describe('a port that is taken', () => {
  const bound = (port: string) =>
    `echo "Error: can't set frontend port ${port}: listen tcp 127.0.0.1:${port}: bind: address already in use" >&2; exit 1`;

  it('though it was free a moment ago is exchanged for another', async () => {
    const cli = fakeCli(`if [ "$n" -lt 2 ]; then ${bound('41234')}; fi\nexec '${real}' "$@"`);
    const server = await startTemporalServer({ home, cli: cli.path });
    await server.stop();
    expect(cli.calls()).toHaveLength(2);
  });

  it('and was asked for is never exchanged', async () => {
    const [port] = (await freePorts(1)) as [number];
    const cli = fakeCli(bound(String(port)));
    const fault = await faultOf(startTemporalServer({ home, cli: cli.path, port }));
    expect(cli.calls()).toHaveLength(1);
    expect(fault.message).toContain('Porten är upptagen');
  });

  it('and was asked for is told before anything is started', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const cli = fakeCli(`exec '${real}' "$@"`);
    const fault = await faultOf(startTemporalServer({ home, cli: cli.path, port }));
    expect(fault.message).toContain(`Port ${port}`);
    expect(() => cli.calls()).toThrow();
    await new Promise((resolve) => other.close(resolve));
  });
});
