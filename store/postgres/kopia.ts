/** Copies of one PostgreSQL database, and into one. */
import type pg from 'pg';
import type { Avbild, Fyllning, Rad } from '../avbild.ts';
import { RADER } from '../avbild.ts';
import { ATERSTALLS, KOPIERADE, NOT_DERIVED } from '../sql/kopia.ts';
import type { Store } from '../store.ts';
import { type ConnectionOptions, openClient, readable } from './connection.ts';
import { openPostgresStore, type PostgresStoreOptions } from './index.ts';
import { checkSchema, MIGRATIONS, migrate, schemaOf } from './migrate.ts';

/**
 * Opens the database as it is at this moment: what is written meanwhile is not seen, and waits for nothing. null: nothing
 * was made in it yet.
 */
export async function readPostgres(url: string, options: ConnectionOptions = {}): Promise<Avbild | null> {
  const client = await openClient(url, options);
  try {
    await client.query('begin isolation level repeatable read read only');
    const schema = await schemaOf(client);
    checkSchema(schema);
    if (schema === 0) {
      await client.end();
      return null;
    }
    const there = await tablesOf(client);
    return {
      schema,
      tables: KOPIERADE.filter((table) => there.has(table)),
      async *rows(table) {
        // some tables take their rows in the order of their numbers only
        await client.query(`declare kopia no scroll cursor for select * from "${table}" order by 1`);
        for (;;) {
          const { rows } = await client.query(`fetch ${RADER} from kopia`);
          if (rows.length === 0) break;
          yield* rows as Rad[];
        }
        await client.query('close kopia');
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/**
 * Makes our tables with the schema of then. Throws where there are some already with rows in them, or of another schema, and
 * for a schema newer than the program's.
 */
export async function fillPostgres(
  url: string,
  of: { schema: number; kopia: string },
  options: PostgresStoreOptions = {},
): Promise<Fyllning> {
  checkSchema(of.schema);
  const client = await openClient(url, options);
  let store: Store | null = null;
  const end = async () => {
    await store?.close();
    await client.end();
  };
  try {
    // what an empty start has made would be in the way of an older copy's schema
    if ((await schemaOf(client)) !== 0) await dropTables(client);
    await migrate(client, of.schema);
    const meta = 'insert into meta values ($1, $2) on conflict (key) do update set value = excluded.value';
    await client.query(meta, [ATERSTALLS, of.kopia]);
    await client.query(meta, ['derived_rules', NOT_DERIVED]);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    insert: (table, rows) => insert(client, table, rows),
    async count(table) {
      const { rows } = await client.query(`select count(*) as antal from "${table}"`);
      return rows[0]?.antal as number;
    },
    async finish() {
      await migrate(client);
      await afterTheLast(client);
      store = await openPostgresStore(url, options);
      return store;
    },
    async release() {
      await client.query('delete from meta where key = $1', [ATERSTALLS]);
    },
    close: end,
  };
}

/** Whether nothing that files or people gave is in it. */
export async function isEmptyPostgres(url: string, options: ConnectionOptions = {}): Promise<boolean> {
  const client = await openClient(url, options);
  try {
    const there = await tablesOf(client);
    for (const table of KOPIERADE.filter((one) => there.has(one))) {
      const { rows } = await client.query(`select 1 from "${table}" limit 1`);
      if (rows.length > 0) return false;
    }
    return true;
  } finally {
    await client.end();
  }
}

/** Takes away all that migrations have made. */
export async function clearPostgres(url: string, options: ConnectionOptions = {}): Promise<void> {
  const client = await openClient(url, options);
  try {
    await dropTables(client);
  } finally {
    await client.end();
  }
}

async function dropTables(client: pg.Client): Promise<void> {
  const made = (what: string) =>
    MIGRATIONS.flatMap(({ sql }) =>
      [...sql.matchAll(new RegExp(`create (?:or replace )?${what} (\\w+)`, 'gu'))].map(([, name]) => name),
    );
  const tables = [...made('table'), 'schema_version'].map((name) => `drop table if exists ${name} cascade;`);
  const functions = made('function').map((name) => `drop function if exists ${name} cascade;`);
  await client.query(['begin;', ...tables, ...functions, 'commit;'].join('\n'));
}

async function tablesOf(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query('select tablename from pg_tables where schemaname = current_schema()');
  return new Set(rows.map(({ tablename }) => tablename as string));
}

async function insert(client: pg.Client, table: string, rows: Rad[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = rows.flatMap((row) => columns.map((column) => readable(row[column])));
  const places = rows.map(
    (_, n) => `(${columns.map((__, m) => `$${n * columns.length + m + 1}`).join(', ')})`,
  );
  const names = columns.map((column) => `"${column}"`).join(', ');
  await client.query(`insert into "${table}" (${names}) values ${places.join(', ')}`, values);
}

/** The next row gets a number behind those that came with the copy. */
async function afterTheLast(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select table_name, column_name from information_schema.columns
     where table_schema = current_schema() and is_identity = 'YES'`,
  );
  for (const { table_name, column_name } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence('${table_name}', '${column_name}'), coalesce(max(${column_name}), 1),
       max(${column_name}) is not null) from ${table_name}`,
    );
  }
}
