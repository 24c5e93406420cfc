/** A database of every schema there was, with what it held then, opened by this program. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catchUp } from '../../activities/index.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { MIGRATIONS } from '../../store/sqlite/migrate.ts';
import { fill, sampleRecords, tell } from './all-answers.ts';

const records = await sampleRecords();

let folder: string;
let newest: string;
let told: unknown;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  newest = join(folder, 'newest.db');
  const store = openSqliteStore(newest);
  await fill(store, records);
  told = await tell(store);
  await store.close();
});
afterAll(() => rm(folder, { recursive: true }));

/** A database as the program of that schema left it: its tables, and of the newest one's rows what they have room for. */
function leftBy(schema: number): string {
  const path = join(folder, `schema-${schema}.db`);
  const older = new Sqlite(path);
  for (const migration of MIGRATIONS.slice(0, schema)) older.exec(migration);
  older.exec(`attach '${newest}' as newest`);
  const tables = older
    .prepare("select name from main.sqlite_schema where type = 'table' and sql like 'create table%'")
    .pluck()
    .all() as string[];
  for (const table of tables) {
    if (table === 'meta' || table.includes('_fts')) continue;
    const columns = older.prepare(`select name from pragma_table_info('${table}')`).pluck().all().join(', ');
    older.exec(`insert into main.${table} (${columns}) select ${columns} from newest.${table}`);
  }
  older.prepare("insert into main.meta values ('derived_rules', 'of then')").run();
  older.exec('detach newest');
  older.pragma(`user_version = ${schema}`);
  older.close();
  return path;
}

test.each(MIGRATIONS.map((_, n) => n + 1))(
  'schema %i is brought up to this one with all it held',
  async (schema) => {
    const path = leftBy(schema);
    const store = openSqliteStore(path);
    const { length } = records;
    expect((await store.files()).map(({ status }) => status)).toEqual(Array(length).fill('done'));
    expect((await catchUp({ store, wayOf })).records).toBe(length);
    expect(await tell(store)).toEqual(told);
    // nothing of it was current work, and every open matter has to get its process
    const contents = records.map(({ source }) => source.sha256);
    expect(await store.lopandeOf(contents)).toEqual([]);
    const due = (await store.mattersToWake()).map(({ id }) => id);
    for (const { id } of await store.matters()) {
      const way = await store.arende(id);
      expect([id, due.includes(id)]).toEqual([id, way !== null && 'avslutat' in way && !way.avslutat]);
    }
    await store.close();
    const checked = new Sqlite(path, { readonly: true });
    expect(checked.pragma('foreign_key_check')).toEqual([]);
    expect(checked.pragma('integrity_check', { simple: true })).toBe('ok');
    checked.close();
  },
);
