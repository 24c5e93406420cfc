/** Where an installation keeps what it knows: in its home, or where its settings say. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { Blobs } from '../store/blobs.ts';
import { openFsBlobs } from '../store/fs/blobs.ts';
import type { Store } from '../store/store.ts';
import { type DatabaseSettings, openDatabaseStore } from './database.ts';

export interface Stores {
  store: Store;
  blobs: Blobs;
  close(): Promise<void>;
}

/** What of the settings says where things are kept. */
export type StoresSettings = Pick<Settings, 'home'> & DatabaseSettings;

/**
 * Opens the database and the blobs: EXPEDIERA_HOME/expediera.db and EXPEDIERA_HOME/blobs, which are made where they are
 * not there yet, or what the settings name.
 */
export async function openStores(settings: StoresSettings): Promise<Stores> {
  const store = await openStore(settings);
  return { store, blobs: await openBlobs(settings), close: () => store.close() };
}

/** The store alone. Each database's driver is loaded where it is used: PostgreSQL's by few, SQLite's not by those. */
export async function openStore(settings: StoresSettings): Promise<Store> {
  const { home, database, granskaUnder } = settings;
  if (database !== undefined) return openDatabaseStore(database, settings);
  const { openSqliteStore } = await import('../store/sqlite/index.ts');
  return openSqliteStore(databasePath(home), { ...(granskaUnder !== undefined && { granskaUnder }) });
}

/** Whether anything was ever kept: opening the store would make it. A database of the settings is always there. */
export const isStoreThere = ({ home, database }: StoresSettings): boolean =>
  database !== undefined || existsSync(databasePath(home));

/** A store that holds nothing and leaves nothing behind. */
export async function openEmptyStore(): Promise<Store> {
  const { openSqliteStore } = await import('../store/sqlite/index.ts');
  return openSqliteStore(':memory:');
}

const databasePath = (home: string): string => join(home, 'expediera.db');

/** The blobs alone. */
export async function openBlobs({ home }: StoresSettings): Promise<Blobs> {
  return openFsBlobs(join(home, 'blobs'));
}
