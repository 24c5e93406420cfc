/** How a PostgreSQL database is. */
import type pg from 'pg';
import { DERIVED_RULES } from '../derived-rules.ts';
import type { DatabaseHealth } from '../health.ts';
import { FILLAGER } from '../sql/installation.ts';
import { ATERSTALLS } from '../sql/kopia.ts';
import { type ConnectionOptions, openClient } from './connection.ts';
import { NEWEST, schemaOf } from './migrate.ts';

/** How long a writer is waited for. */
const PATIENCE_MS = 3_000;

/** Looks at the database and changes nothing in it; null: nothing was made in it yet. Whether it is whole, its server sees to. */
export async function postgresHealth(
  url: string,
  options: ConnectionOptions = {},
): Promise<DatabaseHealth | null> {
  const client = await openClient(url, options);
  try {
    const schema = await schemaOf(client);
    if (schema === 0) return null;
    const meta = async (key: string) =>
      (await client.query('select value from meta where key = $1', [key])).rows[0]?.value as
        | string
        | undefined;
    const { rows } = await client.query(
      `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
       current_database() as name`,
    );
    const { version, bytes, name } = rows[0] as { version: string; bytes: number; name: string };
    return {
      ...{ name: `PostgreSQL ${version} (${name})`, bytes, schema, newest: NEWEST },
      derived: (await meta('derived_rules')) === DERIVED_RULES,
      restoring: (await meta(ATERSTALLS)) ?? null,
      fillager: (await meta(FILLAGER)) ?? null,
      locked: await isLocked(client),
      integrity: null,
    };
  } finally {
    await client.end();
  }
}

/** Whether somebody keeps all writers waiting. */
async function isLocked(client: pg.Client): Promise<boolean> {
  try {
    await client.query(
      `begin; set local lock_timeout = ${PATIENCE_MS}; lock table writers in row share mode; rollback`,
    );
    return false;
  } catch (error) {
    await client.query('rollback');
    if ((error as { code?: string }).code !== '55P03') throw error;
    return true;
  }
}
