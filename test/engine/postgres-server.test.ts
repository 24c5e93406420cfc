/** The server that the other tests use is a real one, and is gone after them. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAlive, waitUntilGone } from '../../engine/home/process.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function ask(sql: string, url = server.url): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it('answers a plain user, who has a database of its own', async () => {
  expect(await ask('select usesuper, usecreatedb from pg_user where usename = current_user')).toEqual([
    { usesuper: false, usecreatedb: false },
  ]);
  await ask('create table one (n integer); insert into one values (1)');
  const copy = await server.createDatabase(server.url);
  expect(copy).not.toBe(server.url);
  expect(await ask('select n from one', copy)).toEqual([{ n: 1 }]);
  await expect(ask('select 1', server.url.replace('hemligt', 'fel'))).rejects.toThrow(/password/u);
});

it('keeps what it was told when it is killed, and when it is stopped', async () => {
  const first = server.pid();
  await ask('create table two (n integer); insert into two values (2)');
  await server.kill();
  expect(isAlive(first)).toBe(false);
  await expect(ask('select 1')).rejects.toThrow();
  await server.restart();
  expect(await ask('select n from two')).toEqual([{ n: 2 }]);
  await server.restart();
  expect(await ask('select n from two')).toEqual([{ n: 2 }]);
});

it('ends with whoever started it', async () => {
  const module = join(import.meta.dirname, 'postgres-server.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--input-type=module', '-e'],
    `import { startPostgres } from ${JSON.stringify(module)};
     console.log((await startPostgres()).pid()); process.kill(process.pid, 'SIGKILL');`,
  ]).catch((error: unknown) => error as { stdout: string });
  const pid = Number(stdout.trim());
  expect(pid).toBeGreaterThan(1);
  expect(await waitUntilGone(pid, 15_000)).toBe(true);
});
