/** Where an installation keeps what it knows: in its home, or where its settings say. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { Blobs } from '../store/blobs.ts';
import { openFsBlobs } from '../store/fs/blobs.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import type { Store } from '../store/store.ts';

export interface Stores {
  store: Store;
  blobs: Blobs;
  close(): Promise<void>;
}

/** What of the settings says where things are kept. */
export type StoresSettings = Pick<Settings, 'home'> & Partial<Pick<Settings, 'granskaUnder'>>;

/** Opens EXPEDIERA_HOME/expediera.db and EXPEDIERA_HOME/blobs, making them where they are not there yet. */
export async function openStores(settings: StoresSettings): Promise<Stores> {
  const store = await openStore(settings);
  return { store, blobs: await openBlobs(settings), close: () => store.close() };
}

/** The store alone. */
export async function openStore({ home, granskaUnder }: StoresSettings): Promise<Store> {
  return openSqliteStore(databasePath(home), { ...(granskaUnder !== undefined && { granskaUnder }) });
}

/** Whether anything was ever kept: opening the store would make it. */
export const isStoreThere = ({ home }: StoresSettings): boolean => existsSync(databasePath(home));

/** A store that holds nothing and leaves nothing behind. */
export const openEmptyStore = async (): Promise<Store> => openSqliteStore(':memory:');

const databasePath = (home: string): string => join(home, 'expediera.db');

/** The blobs alone. */
export async function openBlobs({ home }: StoresSettings): Promise<Blobs> {
  return openFsBlobs(join(home, 'blobs'));
}
