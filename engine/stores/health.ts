/** What the database of an installation says of itself. */
import type { DatabaseHealth } from '../../store/health.ts';
import { withDatabase } from './database.ts';
import { databasePath, type StoresSettings } from './index.ts';

/** Changes nothing in it, and does not bring it up to this program. null: there is none yet. */
export async function databaseHealth(
  settings: StoresSettings,
  options: { all?: boolean } = {},
): Promise<DatabaseHealth | null> {
  const { home, database } = settings;
  if (database === undefined) {
    const { sqliteHealth } = await import('../../store/sqlite/health.ts');
    return sqliteHealth(databasePath(home), options);
  }
  const { postgresHealth } = await import('../../store/postgres/health.ts');
  return withDatabase(database, settings, (of) => postgresHealth(database, of));
}
