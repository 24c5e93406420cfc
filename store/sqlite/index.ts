/** The store in one SQLite file. */
import { type SqlStoreOptions, sqlStore } from '../sql/store.ts';
import type { Store } from '../store.ts';
import { openDatabase } from './connection.ts';

/**
 * Opens the store, making the file and its folder where they are not there yet, and brings it to the newest schema.
 * Several processes may have one file open; writers wait for each other.
 *
 * @param path the database file, or ":memory:"
 * @throws Error when the file is no database or was made by a newer version of the program
 */
export function openSqliteStore(path: string, options: SqlStoreOptions = {}): Store {
  const { db, close } = openDatabase(path);
  return sqlStore(db, close, options);
}
