/** Brings a database to the newest schema, forwards only. */
import type pg from 'pg';
import { DERIVED_RULES } from '../derived-rules.ts';
import { checkSchemaOf } from '../sql/check-schema.ts';
import { base } from './migrations/0011-base.ts';
import { arkiv } from './migrations/0012-arkiv.ts';
import { handelselogg } from './migrations/0013-handelselogg.ts';
import { nekadAv } from './migrations/0014-nekad-av.ts';
import { ejOmlasta } from './migrations/0015-ej-omlasta.ts';
import { sok } from './migrations/0016-sok.ts';
import { konton } from './migrations/0017-konton.ts';
import { oppna } from './migrations/0018-oppna.ts';
import { postnamn } from './migrations/0019-postnamn.ts';
import { samma } from './migrations/0020-samma.ts';

/** In order. The first makes the schema as SQLite's eleven do; from then on both databases have the same numbers. */
export const MIGRATIONS: readonly { version: number; sql: string }[] = [
  { version: 11, sql: base },
  { version: 12, sql: arkiv },
  { version: 13, sql: handelselogg },
  { version: 14, sql: nekadAv },
  { version: 15, sql: ejOmlasta },
  { version: 16, sql: sok },
  { version: 17, sql: konton },
  { version: 18, sql: oppna },
  { version: 19, sql: postnamn },
  { version: 20, sql: samma },
];

/** The number of the newest. */
export const NEWEST: number = MIGRATIONS.at(-1)?.version ?? 0;

/** Any number that nobody else locks by in this database. */
const LOCK = 5_807_112_411;

/**
 * Runs what is missing, all of it or nothing, and once, also when several processes open an empty database at once.
 *
 * @param upTo the number of the last one to run: that of a copy which is being restored
 * @throws Error when the database was brought further by a newer version of the program
 */
export async function migrate(client: pg.ClientBase, upTo: number = NEWEST): Promise<void> {
  if ((await schemaOf(client)) === upTo) return;
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const done = await schemaOf(client);
    checkSchema(done);
    if (done === 0) await client.query('create table schema_version (version integer not null)');
    for (const { version, sql } of MIGRATIONS) {
      if (version > done && version <= upTo) await client.query(sql);
    }
    if (done === 0) {
      await client.query('insert into schema_version values ($1)', [upTo]);
      await client.query("insert into meta values ('derived_rules', $1)", [DERIVED_RULES]);
    } else await client.query('update schema_version set version = $1', [upTo]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the connection may be what was lost
    throw error;
  }
}

/** See checkSchemaOf. */
export const checkSchema = (schema: number): void => checkSchemaOf(schema, NEWEST);

/**
 * The number of the last migration that was run on it; 0: nothing was made in it yet. Asked of the catalogue's rows: what a connection knows of tables by name it may have
 * learnt before it waited for another's migration.
 */
export async function schemaOf(client: pg.ClientBase): Promise<number> {
  const there = await client.query(`select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relname = 'schema_version' and n.nspname = any (current_schemas(false))`);
  if (there.rows.length === 0) return 0;
  const { rows } = await client.query('select version from schema_version');
  return (rows[0]?.version as number | undefined) ?? 0;
}
