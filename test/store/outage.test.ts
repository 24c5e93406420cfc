/** What is the fault of what the program stands on, by what real disks and databases say, and what is not. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePorts } from '../../engine/home/ports.ts';
import { outageOf } from '../../store/outage.ts';
import { sqlStore } from '../../store/sql/store.ts';
import { openDatabase } from '../../store/sqlite/connection.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expediera-outage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const faultOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('it went well');
};
const path = () => join(folder, 'expediera.db');

describe('an outage', () => {
  it('is a database without room, whose transaction leaves nothing and can be made again', async () => {
    const { db, close } = openDatabase(path());
    const store = sqlStore(db, close, {});
    const pages = async (count: number) => {
      await sql.raw(`pragma max_page_count = ${count}`).execute(db);
    };
    await pages(1);
    const offer = async () => {
      for (let n = 0; n < 400; n++) await store.offerFile(`/in/${n}.pdf`, n.toString(16).padStart(64, '0'));
    };
    expect(outageOf(await faultOf(offer))).toMatchObject({
      ...{ kind: 'disk', code: 'SQLITE_FULL' },
      sv: 'Disken är full (SQLITE_FULL). Gör plats, så går arbetet vidare av sig självt.',
    });
    await pages(1_000_000);
    await offer();
    expect((await store.status()).files.total).toBe(400);
    await store.close();
  });

  it('is a database that another holds, that is damaged or cannot be opened', async () => {
    const store = openSqliteStore(path());
    const other = new Sqlite(path());
    other.exec('begin immediate');
    const third = new Sqlite(path(), { timeout: 0 });
    const held = await faultOf(() => third.exec('begin immediate'));
    third.close();
    expect(outageOf(held)).toMatchObject({ kind: 'database', code: 'SQLITE_BUSY' });
    other.close();
    await store.close();
    writeFileSync(path(), 'no database at all, but long enough to be looked at '.repeat(20));
    expect(outageOf(await faultOf(() => openSqliteStore(path())))).toMatchObject({ kind: 'damaged' });
    mkdirSync(join(folder, 'folder.db'));
    expect(outageOf(await faultOf(() => openSqliteStore(join(folder, 'folder.db'))))).toMatchObject({
      kind: 'storage',
    });
  });

  it('is a server that does not answer, also where a driver wraps it', async () => {
    const [port] = (await freePorts(1)) as [number];
    const refused = await new Promise((resolve) => {
      createConnection({ port, host: '127.0.0.1' }).once('error', resolve);
    });
    expect(outageOf(refused)).toMatchObject({ kind: 'database', code: 'ECONNREFUSED' });
    expect(outageOf(new Error('outer', { cause: new AggregateError([refused]) }))).not.toBeNull();
    for (const code of ['57P01', '57P03', '08006', '53300'])
      expect(outageOf(Object.assign(new Error('pg'), { code }))).toMatchObject({ kind: 'database' });
    expect(outageOf(Object.assign(new Error('pg'), { code: '53100' }))).toMatchObject({ kind: 'disk' });
    expect(outageOf(new Error('Connection terminated unexpectedly'))).toMatchObject({ kind: 'database' });
    const busy = Object.assign(new Error('SlowDown'), { $metadata: { httpStatusCode: 503 } });
    expect(outageOf(busy)).toMatchObject({ kind: 'storage' });
    const gone = Object.assign(new Error('14 UNAVAILABLE'), { code: 14, metadata: {} });
    expect(outageOf(new Error('outer', { cause: gone }))).toMatchObject({ kind: 'engine' });
  });

  it('is not a fault of the file, of the program or of what was asked', async () => {
    const missing = await faultOf(() => readFileSync(join(folder, 'nothing')));
    const db = new Sqlite(':memory:');
    const wrong = await faultOf(() => db.exec('select * from nothing'));
    const denied = Object.assign(new Error('no'), { $metadata: { httpStatusCode: 404 } });
    for (const error of [missing, wrong, denied, new TypeError('x'), 'text', null, undefined])
      expect(outageOf(error)).toBeNull();
  });
});
