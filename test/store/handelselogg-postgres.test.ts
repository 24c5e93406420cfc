/** The audit log in PostgreSQL: as in SQLite, but writers do not wait for each other from the beginning. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgresStore } from '../../store/postgres/index.ts';
import type { Store } from '../../store/store.ts';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';

let server: PostgresServer;
let stores: Store[];
beforeAll(async () => {
  server = await startPostgres();
  stores = await Promise.all([openPostgresStore(server.url), openPostgresStore(server.url)]);
});
afterAll(async () => {
  for (const store of stores ?? []) await store.close();
  await server?.stop();
});

test('many write one chain at once, and none of their entries is lost', { timeout: 60_000 }, async () => {
  const [one, other] = stores as [Store, Store];
  const note = (store: Store, av: string) => store.noteHandelse({ av, vad: 'start', om: [av] });
  await Promise.all(Array.from({ length: 30 }, (_, n) => note(n % 2 === 0 ? one : other, `${n % 3}`)));
  expect(await one.kontrolleraHandelser()).toMatchObject({ antal: 30, brott: null });
  expect((await other.handelser({ om: ['1'] })).total).toBe(10);
});

test.each([
  ["update handelser set av = 'Bo' where nr = 3"],
  ['delete from handelser where nr = 3'],
  ['truncate handelser cascade'],
  [
    'insert into handelser select nr + 100, at, av, dorr, vad, om, uppgifter, hash from handelser where nr = 3',
  ],
  ["update handelse_om set om = 'x'"],
])('refuses %s', async (sql) => {
  await expect(server.asSuperuser(sql, server.url)).rejects.toThrow(/append-only/);
});

test('finds what was changed all the same', async () => {
  const [one] = stores as [Store];
  await server.asSuperuser(
    "set session_replication_role = replica; update handelser set av = 'Bo' where nr = 17",
    server.url,
  );
  expect((await one.kontrolleraHandelser()).brott).toEqual({ nr: 17, vad: 'andrad' });
});
