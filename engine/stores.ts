/** Where an installation keeps what it knows: in its home, or where its settings say. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { type Blobs, BlobsFault } from '../store/blobs.ts';
import { openFsBlobs } from '../store/fs/blobs.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import type { Store } from '../store/store.ts';
import { Problem } from './problem.ts';

export interface Stores {
  store: Store;
  blobs: Blobs;
  close(): Promise<void>;
}

/** What of the settings says where things are kept. */
export type StoresSettings = Pick<Settings, 'home'> &
  Partial<Pick<Settings, 'granskaUnder' | 'blobs' | 's3Endpoint' | 's3Region' | 's3PathStyle'>>;

/** Opens store and blobs, making what of them is kept in the home where it is not there yet. Throws as openBlobs does. */
export async function openStores(settings: StoresSettings): Promise<Stores> {
  const blobs = await openBlobs(settings);
  const store = await openStore(settings);
  return { store, blobs, close: () => store.close() };
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

/**
 * The blobs alone: in the home, or in the bucket that the settings name. Throws Problem with the code of a
 * BlobsFault when that one cannot be used.
 */
export async function openBlobs({ home, ...settings }: StoresSettings): Promise<Blobs> {
  if (settings.blobs === undefined) return openFsBlobs(join(home, 'blobs'));
  const { hostname: bucket, pathname } = new URL(settings.blobs);
  const { openS3Blobs } = await import('../store/s3/blobs.ts');
  const blobs = openS3Blobs({
    bucket,
    prefix: pathname.slice(1),
    ...(settings.s3Endpoint !== undefined && { endpoint: settings.s3Endpoint }),
    ...(settings.s3Region !== undefined && { region: settings.s3Region }),
    ...(settings.s3PathStyle !== undefined && { pathStyle: settings.s3PathStyle }),
  });
  try {
    await blobs.check();
  } catch (error) {
    if (error instanceof BlobsFault) throw new Problem(error.code, error.message, { cause: error });
    throw error;
  }
  return blobs;
}
