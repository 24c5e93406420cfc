/** Copies of the database that the settings name, and into it: SQLite's in the home, or PostgreSQL's. */
import { rm } from 'node:fs/promises';
import type { Avbild, Fyllning } from '../../store/avbild.ts';
import { withDatabase } from '../stores/database.ts';
import { databaseHealth } from '../stores/health.ts';
import { databasePath, isStoreThere, optionsOf, type StoresSettings } from '../stores/index.ts';

const sqlite = () => import('../../store/sqlite/kopia.ts');
const postgres = () => import('../../store/postgres/kopia.ts');

/** The store as it is now, for a copy; null: there is none. */
export async function openAvbild(settings: StoresSettings): Promise<Avbild | null> {
  const { home, database } = settings;
  if (database === undefined) return (await sqlite()).readSqlite(databasePath(home));
  return withDatabase(database, settings, async (options) =>
    (await postgres()).readPostgres(database, options),
  );
}

/** A store to fill with what a copy holds, where there is none, or an empty one. */
export async function openFyllning(
  settings: StoresSettings,
  of: { schema: number; kopia: string },
): Promise<Fyllning> {
  const { home, database } = settings;
  if (database === undefined) return (await sqlite()).fillSqlite(databasePath(home), of, optionsOf(settings));
  return withDatabase(database, settings, async (options) =>
    (await postgres()).fillPostgres(database, of, options),
  );
}

/** Whether there is nothing that a copy would be mixed with: no file in the home, no row in a database of the settings. */
export async function isRoomFor(settings: StoresSettings): Promise<boolean> {
  const { database } = settings;
  if (database === undefined) return !isStoreThere(settings);
  return withDatabase(database, settings, async (options) =>
    (await postgres()).isEmptyPostgres(database, options),
  );
}

/** Whether a restoring was broken off here. */
export const isHalfRestored = async (settings: StoresSettings): Promise<boolean> =>
  ((await databaseHealth(settings))?.restoring ?? null) !== null;

/** Takes away what a restoring that was broken off has left of the store. */
export async function removeHalfRestored(settings: StoresSettings): Promise<void> {
  const { home, database } = settings;
  if (database !== undefined) {
    await withDatabase(database, settings, async (options) =>
      (await postgres()).clearPostgres(database, options),
    );
    return;
  }
  for (const end of ['', '-wal', '-shm']) await rm(`${databasePath(home)}${end}`, { force: true });
}
