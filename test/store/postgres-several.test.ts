/** Several processes on one PostgreSQL database, and a server that goes down under them. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { avtryckOf, malOf, tingIn } from '../../diarium/rattelser/index.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { isAlive } from '../../engine/home/process.ts';
import { outageOf } from '../../store/outage.ts';
import { openPostgresStore } from '../../store/postgres/index.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';
import { until } from '../engine/until.ts';
import { everything } from './contract/use-store.ts';
import { arende, attsats, fileRecord, handling, sha } from './made-up.ts';
import { manyRecords } from './many-records.ts';
import { saveAll } from './save-all.ts';

const run = promisify(execFile);

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

let url: string;
const open: Store[] = [];
beforeEach(async () => {
  url = await server.createDatabase();
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function opened(): Promise<Store> {
  const store = await openPostgresStore(url);
  open.push(store);
  return store;
}

async function ask(sql: string): Promise<{ [column: string]: unknown }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('an empty database', () => {
  test('gets its schema once, by however many open it at once', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, opened));
    for (const store of stores) expect((await store.status()).files.total).toBe(0);
    expect(await ask('select count(*)::int as n from schema_version')).toEqual([{ n: 1 }]);
  });

  test('of a newer program is left alone', async () => {
    await opened();
    await ask('update schema_version set version = 999');
    await expect(openPostgresStore(url)).rejects.toThrow(/nyare version/u);
  });

  test('keeps nothing of a schema that could not be made whole', async () => {
    await ask('create table ways (in_the_way integer)');
    await expect(openPostgresStore(url)).rejects.toThrow(/already exists/u);
    await ask('drop table ways');
    expect((await (await opened()).status()).arenden).toBe(0);
  });
});

describe('several writers', () => {
  test('two processes save files of the same matters, and nothing is lost or left out', async () => {
    const records = manyRecords(60);
    const alone = openSqliteStore(':memory:');
    await saveAll(alone, records, 1);
    const here = await opened();
    const program = `
import { openPostgresStore } from ${JSON.stringify(join(import.meta.dirname, '../../store/postgres/index.ts'))};
      import { manyRecords } from ${JSON.stringify(join(import.meta.dirname, 'many-records.ts'))};
      import { saveAll } from ${JSON.stringify(join(import.meta.dirname, 'save-all.ts'))};
      const store = await openPostgresStore(process.env.DATABASE);
      const part = Number(process.env.PART);
      await saveAll(store, manyRecords(60).filter((_, nr) => nr % 2 === part), 4);
      await store.close();`;
    let saved = false;
    const writers = Promise.all(
      ['0', '1'].map((part) =>
        run(process.execPath, ['--input-type=module', '-e', program], {
          env: { ...process.env, DATABASE: url, PART: part },
        }),
      ),
    ).finally(() => {
      saved = true;
    });
    const totals: number[] = [];
    while (!saved) {
      const { total, hits } = await here.search({ query: 'avgift', limit: 1000 });
      expect(hits.length).toBe(total);
      totals.push(total);
      // a way is there with its posts or not at all
      const { arenden } = await here.status();
      expect((await here.matters()).length).toBeGreaterThanOrEqual(arenden);
    }
    await writers;
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
    // each file's own process computed the ways that it touched: the last of two saw what both had saved
    expect(await here.staleMatters()).toEqual([]);
    expect(await everything(here)).toEqual(await everything(alone));
    await alone.close();
  }, 60_000);

  test('the same files are saved by many at once, and are there once', async () => {
    const records = manyRecords(6);
    const stores = [await opened(), await opened()];
    const before = await Promise.all(
      stores.flatMap((store) => [...records, ...records].map((record) => store.saveRecord(record, '1'))),
    );
    expect(before.every(({ saved }) => saved)).toBe(true);
    const alone = openSqliteStore(':memory:');
    for (const record of records) await alone.saveRecord(record, '1');
    expect(await stores[0]?.status()).toEqual(await alone.status());
    await alone.close();
  });

  test('no count is lost', async () => {
    const [one, other] = [await opened(), await opened()];
    await one.saveRecord(manyRecords(1)[0] as never, '1');
    const [id] = await one.staleMatters();
    await one.updateWay(id as string, wayOf);
    const [first] = await one.mattersToWake();
    // the way is another each time, and each change is counted
    const turn = (nr: number) => (store: Store) =>
      store.updateWay(id as string, (handlingar, matter, lika) => ({
        ...wayOf(handlingar, matter, lika),
        ...{ hos: `Nämnd ${nr}`, avslutat: false },
      }));
    await Promise.all(Array.from({ length: 30 }, (_, nr) => turn(nr)(nr % 2 === 0 ? one : other)));
    const [last] = await other.mattersToWake();
    expect((last?.varv ?? 0) - (first?.varv ?? 0)).toBe(30);
    await Promise.all([one.woken(id as string, last?.varv ?? 0), other.woken(id as string, 1)]);
    expect(await one.mattersToWake()).toEqual([]);
  });

  test('of two who decide on the same thing at once, one is told that the other was first', async () => {
    const [one, other] = [await opened(), await opened()];
    const record = fileRecord('a', [
      handling({ arenden: [arende({ diarienummer: '2024/1', beslut: [attsats('bifall')] })] }),
    ]);
    await one.saveRecord(record, '1');
    const all = tingIn(record);
    const plats = all.find(({ typ }) => typ === 'beslut') as (typeof all)[0];
    const decide = (store: Store, av: string) =>
      store.saveRattelse({
        ...{ id: `r-${av}`, sha256: sha('a'), av, at: '2024-03-05T12:00:00.000Z', revision: 0 },
        mal: { typ: 'beslut', id: plats.ting.id, avtryck: avtryckOf(malOf(all, plats)) },
        atgard: { typ: 'avvisa', skal: 'dubblett' },
      });
    const ended = await Promise.allSettled([decide(one, 'Eva'), decide(other, 'Siv')]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await other.rattelser()).toHaveLength(1);
  });

  test('two matters that are joined both ways at once are one, and in no ring', async () => {
    const [one, other] = [await opened(), await opened()];
    for (const letter of ['a', 'b']) {
      const own = arende({ diarienummer: `2024/${letter === 'a' ? 1 : 2}`, beslut: [attsats('bifall')] });
      await one.saveRecord(fileRecord(letter, [handling({ arenden: [own] })]), '1');
    }
    const [a, b] = (await one.matters()).map(({ id }) => id) as [string, string];
    await Promise.all([one.sammanfor(a, b, 'Eva'), other.sammanfor(b, a, 'Siv')]);
    expect(await one.matters()).toHaveLength(1);
  });
});

describe('a server that goes down', () => {
  test('loses nothing that was answered for, and is found again', async () => {
    const store = await opened();
    const records = manyRecords(40);
    let faults = 0;
    let tried = 0;
    const saving = (async () => {
      for (const record of records) {
        for (;;) {
          tried++;
          const saved = await store.saveRecord(record, '1').catch(() => null);
          if (saved) break;
          faults++;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    })();
    for (const down of ['kill', 'halt'] as const) {
      const now = tried;
      await until(async () => tried > now + 5);
      await server[down]();
      await server.restart();
    }
    await saving;
    expect(faults).toBeGreaterThan(0);
    const alone = openSqliteStore(':memory:');
    for (const record of records) await alone.saveRecord(record, '1');
    expect(await store.status()).toEqual(await alone.status());
    expect(await store.recordIds()).toEqual(await alone.recordIds());
    await alone.close();
  }, 60_000);

  test('ends no process that has a connection idle or in the middle of something', async () => {
    const store = await opened();
    await store.saveRecord(manyRecords(1)[0] as never, '1');
    const [id] = await store.staleMatters();
    const computing = store.updateWay(id as string, (...of) => {
      // gone, with all that serve connections, while the answer is computed: nobody listens to the connection
      process.kill(server.pid(), 'SIGQUIT');
      while (isAlive(server.pid())) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      return wayOf(...of);
    });
    await expect(computing).rejects.toThrow();
    await expect(store.status()).rejects.toThrow();
    await server.restart();
    expect((await store.status()).arenden).toBeGreaterThan(0);
    expect(await store.updateWay(id as string, wayOf)).not.toBeNull();
  }, 60_000);

  test('whose machine is gone without a word is waited for no longer than a statement may take', async () => {
    const { port } = new URL(url);
    let silent = false;
    // between the two, as a network that swallows everything
    const between = createServer((near) => {
      const far = connect(Number(port), '127.0.0.1');
      near.on('data', (bytes) => silent || far.write(bytes));
      far.on('data', (bytes) => silent || near.write(bytes));
      for (const socket of [near, far]) {
        socket.on('error', () => {});
        socket.on('close', () => [near, far].map((one) => one.destroy()));
      }
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    const there = url.replace(`:${port}/`, `:${(between.address() as AddressInfo).port}/`);
    const store = await openPostgresStore(there, { silence: 1_000 });
    open.push(store);
    await store.status();
    silent = true;
    const fault = await store.status().catch((error: unknown) => error);
    expect(outageOf(fault)).toMatchObject({ kind: 'database' });
    silent = false;
    expect((await store.status()).files.total).toBe(0);
    await store.close();
    between.close();
  });

  test('that makes a writer wait too long for a lock is away, and not the writer at fault', async () => {
    const store = await openPostgresStore(url, { lockWait: 300 });
    open.push(store);
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('begin; lock table contents');
    const fault = await store.offerFile('/in/a.pdf', sha('a')).catch((error: unknown) => error);
    expect(outageOf(fault)).toMatchObject({ kind: 'database', code: '55P03' });
    await holder.end();
    expect(await store.offerFile('/in/a.pdf', sha('a'))).toMatchObject({ status: 'running' });
  }, 60_000);

  test('takes a connection of its own back without a fault', async () => {
    const store = await opened();
    await store.status();
    await server.asSuperuser(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'expediera'",
    );
    await until(async () => (await store.status()).files.total === 0, 5_000);
  });
});
