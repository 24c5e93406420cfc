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
    await alone(client);
    // what an empty start has made would be in the way of an older copy's schema
    await dropTables(client, async () => {
      if (!(await isEmpty(client))) throw new Error('somebody has begun to use the database');
    });
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
    return await isEmpty(client);
  } finally {
    await client.end();
  }
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  const there = await tablesOf(client);
  for (const table of KOPIERADE.filter((one) => there.has(one))) {
    const { rows } = await client.query(`select 1 from "${table}" limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Takes away what a restoring that was broken off has left; nothing where none was. Throws AterstallningPagar. */
export async function clearPostgres(url: string, options: ConnectionOptions = {}): Promise<void> {
  const client = await openClient(url, options);
  try {
    await alone(client);
    if ((await tablesOf(client)).has('meta')) {
      const { rows } = await client.query('select 1 from meta where key = $1', [ATERSTALLS]);
      if (rows.length > 0) await dropTables(client);
    }
  } finally {
    await client.end();
  }
}

/** Another process, maybe on another machine, restores into the database at this moment. */
export class AterstallningPagar extends Error {
  override readonly name = 'AterstallningPagar';
}

const RESTORING = 7_402_113;

/** Held until the connection ends, also when its machine does. */
async function alone(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as ours', [RESTORING]);
  if (!rows[0]?.ours) throw new AterstallningPagar('a copy is being restored into this database');
}

/** @param check once nobody else can write, and before anything is gone */
async function dropTables(client: pg.Client, check: () => Promise<void> = async () => {}): Promise<void> {
  const made = (what: string): string[] =>
    MIGRATIONS.flatMap(({ sql }) =>
      [...sql.matchAll(new RegExp(`create (?:or replace )?${what} (\\w+)`, 'gu'))].map(
        ([, name]) => name as string,
      ),
    );
  const tables = [...made('table'), 'schema_version'];
  const there = await tablesOf(client);
  const locked = tables.filter((name) => there.has(name));
  await client.query('begin');
  try {
    if (locked.length > 0) await client.query(`lock table ${locked.join(', ')}`);
    await check();
    for (const name of tables) await client.query(`drop table if exists ${name} cascade`);
    for (const name of made('function')) await client.query(`drop function if exists ${name} cascade`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
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
