/** A PostgreSQL database of every schema there was, with what it held then, opened by this program. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catchUp } from '../../activities/index.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { openPostgresStore } from '../../store/postgres/index.ts';
import { MIGRATIONS } from '../../store/postgres/migrate.ts';
import { KOPIERADE } from '../../store/sql/kopia.ts';
import { fillHome } from '../engine/kopia/full-home.ts';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';
import { fill, sampleRecords, tell } from './all-answers.ts';

const records = await sampleRecords();

/** Tables that fillHome puts nothing in. */
const NEVER_FILLED = ['granskade', 'paminnelser'];

let folder: string;
let server: PostgresServer;
/** With something of everything that people give. */
let full: string;
let newest: string;
let told: unknown;
beforeAll(async () => {
  server = await startPostgres();
  newest = server.url;
  const store = await openPostgresStore(newest);
  await fill(store, records);
  told = await tell(store);
  await store.close();
  folder = await mkdtemp(join(tmpdir(), 'postgres-migrations-'));
  full = await server.createDatabase();
  await fillHome(folder, { database: full });
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database as the program of that schema left it: its tables, and of the newest one's rows what they have room for. */
async function leftBy(schema: number, from = newest): Promise<string> {
  const url = await server.createDatabase();
  await connected(url, async (older) => {
    for (const { version, sql } of MIGRATIONS) if (version <= schema) await older.query(sql);
    await older.query('create table schema_version (version integer not null)');
    await older.query('insert into schema_version values ($1)', [schema]);
    await older.query("insert into meta values ('derived_rules', 'of then')");
  });
  const columns = await connected(url, (older) =>
    older.query(`select table_name as table, json_agg(column_name) as columns from information_schema.columns
      where table_schema = 'public' and table_name not in ('meta', 'schema_version', 'writers') group by 1`),
  );
  await connected(server.superuserUrl(url), async (older) => {
    // whatever order the tables are filled in
    await older.query('set session_replication_role = replica');
    for (const { table, columns: names } of columns.rows as { table: string; columns: string[] }[]) {
      const list = names.map((name) => `"${name}"`).join(', ');
      const rows = await connected(from, (client) =>
        client.query(
          `select coalesce(json_agg(t), '[]')::text as json from (select ${list} from "${table}") t`,
        ),
      );
      await older.query(
        `insert into "${table}" (${list}) select ${list} from json_populate_recordset(null::"${table}", $1::json)`,
        [rows.rows[0].json],
      );
    }
    const sequences = await older.query(`select table_name as table, column_name as column
      from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`);
    for (const { table, column } of sequences.rows) {
      await older.query(
        `select setval(pg_get_serial_sequence('${table}', '${column}'), max("${column}")) from "${table}"`,
      );
    }
  });
  return url;
}

test.each(MIGRATIONS.map(({ version }) => version))(
  'schema %i is brought up to this one with all it held',
  async (schema) => {
    const url = await leftBy(schema);
    const store = await openPostgresStore(url);
    try {
      expect((await store.files()).map(({ status }) => status)).toEqual(records.map(() => 'done'));
      expect((await catchUp({ store, wayOf })).records).toBe(records.length);
      expect(await tell(store)).toEqual(told);
    } finally {
      await store.close();
    }
  },
  60_000,
);

test.each(MIGRATIONS.map(({ version }) => version))(
  'schema %i is brought up with every row that files and people gave then',
  async (schema) => {
    const url = await leftBy(schema, full);
    const given = async (of: string, columns: ReadonlyMap<string, string>) => {
      const rows = new Map<string, string[]>();
      await connected(of, async (client) => {
        for (const [table, names] of columns) {
          const found = await client.query(
            `select to_jsonb(t)::text as row from (select ${names} from "${table}") t`,
          );
          rows.set(table, found.rows.map(({ row }) => row as string).sort());
        }
      });
      return rows;
    };
    const then = await givenColumns(url);
    const store = await openPostgresStore(url);
    await catchUp({ store, wayOf });
    await store.close();
    const [now, before] = [await given(url, then), await given(full, then)];
    for (const [table, rows] of before) {
      // a test that begins with empty tables shows nothing
      expect([table, rows.length > 0]).toEqual([table, !NEVER_FILLED.includes(table)]);
      expect([table, now.get(table)]).toEqual([table, rows]);
    }
  },
  60_000,
);

/** The tables that hold what files and people gave, and their columns. */
async function givenColumns(url: string): Promise<Map<string, string>> {
  const { rows } = await connected(url, (client) =>
    client.query(
      `select table_name as table, string_agg('"' || column_name || '"', ', ') as columns
        from information_schema.columns where table_schema = 'public' and table_name = any($1) group by 1`,
      [KOPIERADE],
    ),
  );
  return new Map(rows.map(({ table, columns }) => [table as string, columns as string]));
}
