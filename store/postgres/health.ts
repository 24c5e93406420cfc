/** How a PostgreSQL database is. */
import pg from 'pg';
import { DERIVED_RULES } from '../derived-rules.ts';
import type { DatabaseHealth } from '../health.ts';
import { ATERSTALLS } from '../sql/kopia.ts';
import { connectionString } from './connection.ts';
import { NEWEST, schemaOf } from './migrate.ts';

/** How long a writer is waited for. */
const PATIENCE_MS = 3_000;

/** Asks the database and changes nothing in it. Throws where it cannot be reached or entered. */
export async function postgresHealth(
  url: string,
  { name, password }: { name: string; password?: string },
): Promise<DatabaseHealth> {
  const client = new pg.Client({
    ...{ connectionString: await connectionString(url, password), application_name: 'expediera' },
    ...{ connectionTimeoutMillis: 15_000, lock_timeout: PATIENCE_MS },
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const schema = await schemaOf(client);
    const size = await client.query('select pg_database_size(current_database()) as bytes');
    const meta = async (key: string): Promise<string | null> => {
      if (schema === 0) return null;
      const { rows } = await client.query('select value from meta where key = $1', [key]);
      return rows[0]?.value ?? null;
    };
    return {
      ...{ name, bytes: Number(size.rows[0]?.bytes), schema, newest: NEWEST },
      derived: (await meta('derived_rules')) === DERIVED_RULES,
      restoring: await meta(ATERSTALLS),
      locked: schema > 0 && (await isLocked(client)),
      // it looks at its own pages, by checksums
      integrity: null,
    };
  } finally {
    await client.end();
  }
}

async function isLocked(client: pg.Client): Promise<boolean> {
  try {
    await client.query('begin; lock table writers in row share mode; rollback');
    return false;
  } catch (error) {
    await client.query('rollback');
    if ((error as { code?: string }).code !== '55P03') throw error;
    return true;
  }
}
