/** The store in a PostgreSQL database, which any number of processes on any number of machines share. */
import { type SqlStoreOptions, sqlStore } from '../sql/store.ts';
import type { Store } from '../store.ts';
import { type ConnectionOptions, openDatabase } from './connection.ts';

export type PostgresStoreOptions = SqlStoreOptions & ConnectionOptions;

/**
 * Opens the store in a database that is there (in UTF8, and in which the user may make tables), and brings it to the
 * newest schema. Lost connections are made anew; what was under way on one fails, and may be done again.
 *
 * @param url `postgres://user@host:port/name`, with what libpq knows of parameters, such as `sslmode`
 * @throws Error when it cannot be reached or entered, or was made by a newer version of the program
 */
export async function openPostgresStore(url: string, options: PostgresStoreOptions = {}): Promise<Store> {
  const { db, close } = await openDatabase(url, options);
  return sqlStore(db, close, options);
}
