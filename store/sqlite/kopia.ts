/** Copies of one SQLite file, and into one. */
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Avbild, Fyllning, Rad } from '../avbild.ts';
import { ATERSTALLS, KOPIERADE, NOT_DERIVED } from '../sql/kopia.ts';
import type { SqlStoreOptions } from '../sql/store.ts';
import type { Store } from '../store.ts';
import { BUSY_MS } from './busy.ts';
import { openFile } from './connection.ts';
import { openSqliteStore } from './index.ts';
import { checkSchema, migrate, schemaOf } from './migrate.ts';

/**
 * Opens the file as it is now: what is written meanwhile is not seen, and waits for nothing. null: there is no file.
 *
 * @throws Error when it is no database or was made by a newer version of the program
 */
export function readSqlite(path: string): Avbild | null {
  if (!existsSync(path)) return null;
  const sqlite = new Sqlite(path, { readonly: true, timeout: BUSY_MS });
  try {
    sqlite.exec('begin');
    const schema = schemaOf(sqlite);
    checkSchema(schema);
    const there = new Set(
      sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[],
    );
    return {
      schema,
      tables: KOPIERADE.filter((table) => there.has(table)),
      async *rows(table) {
        yield* sqlite.prepare(`select * from "${table}" order by 1`).iterate() as Iterable<Rad>;
      },
      close: async () => void sqlite.close(),
    };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Makes the file with the schema of then. Throws where there is one already, and for a schema newer than the program's. */
export function fillSqlite(
  path: string,
  of: { schema: number; kopia: string },
  options: SqlStoreOptions = {},
): Fyllning {
  checkSchema(of.schema);
  if (existsSync(path)) throw new Error(`${path} is there already`);
  const sqlite = openFile(path);
  let store: Store | null = null;
  const setMeta = (key: string, value: string) =>
    sqlite.prepare('insert or replace into meta values (?, ?)').run(key, value);
  sqlite
    .transaction(() => {
      migrate(sqlite, of.schema);
      setMeta(ATERSTALLS, of.kopia);
      setMeta('derived_rules', NOT_DERIVED);
    })
    .immediate();
  return {
    async insert(table, rows) {
      const [first] = rows;
      if (first === undefined) return;
      // the rows of a table have all its columns
      const columns = Object.keys(first);
      const names = columns.map((column) => `"${column}"`).join(', ');
      const places = columns.map(() => '?').join(', ');
      const into = sqlite.prepare(`insert into "${table}" (${names}) values (${places})`);
      sqlite
        .transaction(() => {
          for (const row of rows) into.run(columns.map((column) => row[column]));
        })
        .immediate();
    },
    count: async (table) => sqlite.prepare(`select count(*) from "${table}"`).pluck().get() as number,
    async finish() {
      migrate(sqlite);
      store = openSqliteStore(path, options);
      return store;
    },
    async release() {
      sqlite.prepare('delete from meta where key = ?').run(ATERSTALLS);
    },
    async close() {
      await store?.close();
      sqlite.close();
    },
  };
}
