/** A PostgreSQL database of every schema there was, with what it held then, opened by this program. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catchUp } from '../../activities/index.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { openPostgresStore } from '../../store/postgres/index.ts';
import { MIGRATIONS } from '../../store/postgres/migrate.ts';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';
import { fill, sampleRecords, tell } from './all-answers.ts';

const records = await sampleRecords();

let server: PostgresServer;
let newest: string;
let told: unknown;
beforeAll(async () => {
  server = await startPostgres();
  newest = server.url;
  const store = await openPostgresStore(newest);
  await fill(store, records);
  told = await tell(store);
  await store.close();
}, 120_000);
afterAll(() => server?.stop());

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
async function leftBy(schema: number): Promise<string> {
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
      const rows = await connected(newest, (client) =>
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
