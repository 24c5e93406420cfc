/** Waiting for another writer, who may be another program, without holding up this process and its heartbeats. */
import Sqlite from 'better-sqlite3';

/** How long a writer waits for another one before it fails (and is retried by its activity). */
export const BUSY_MS = 15_000;
/** How long of that it waits inside SQLite, which holds up all else; and between two looks. */
export const BUSY_INSIDE_MS = 20;
export const LOOK_AGAIN_MS = 40;

/** Another has the lock. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
