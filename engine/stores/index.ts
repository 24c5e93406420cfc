/** Where an installation keeps what it knows: in its home, or where its settings say. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import type { Blobs } from '../../store/blobs.ts';
import { openFsBlobs } from '../../store/fs/blobs.ts';
import type { SqlStoreOptions } from '../../store/sql/store.ts';
import type { Store } from '../../store/store.ts';
import { Problem } from '../problem.ts';
import { type Platser, refuseOthers, requireSamhorighet } from './belonging.ts';
import { type DatabaseSettings, openDatabaseStore, shownDatabase } from './database.ts';

export interface Stores {
  store: Store;
  blobs: Blobs;
  close(): Promise<void>;
}

/** What of the settings says where things are kept. */
export type StoresSettings = Pick<Settings, 'home'> &
  DatabaseSettings &
  Partial<Pick<Settings, 'blobs' | 's3Endpoint' | 's3Region' | 's3PathStyle'>>;

/**
 * Opens the database and the blobs: EXPEDIERA_HOME/expediera.db and EXPEDIERA_HOME/blobs, which are made where they are
 * not there yet, or what the settings name. Throws as openStore and openBlobs do, and Problem "other-installation" or
 * "blobs-unknown" where the two do not belong together.
 */
export async function openStores(settings: StoresSettings): Promise<Stores> {
  const blobs = await openBlobs(settings);
  const store = await openStore(settings);
  try {
    await requireSamhorighet({ store, blobs }, platserOf(settings));
  } catch (error) {
    await store.close();
    throw error;
  }
  return { store, blobs, close: () => store.close() };
}

/** The blobs that belong to a store which is open already. Throws as openBlobs does, and Problem "other-installation". */
export async function openBlobsOf(store: Store, settings: StoresSettings): Promise<Blobs> {
  const blobs = await openBlobs(settings);
  await refuseOthers({ store, blobs }, platserOf(settings));
  return blobs;
}

/** What the places that the settings name are called. */
export const platserOf = ({ home, database, blobs }: StoresSettings): Platser => ({
  database: database === undefined ? databasePath(home) : shownDatabase(database),
  blobs: blobs ?? join(home, 'blobs'),
});

/**
 * The store alone. Throws Problem "half-restored" where a copy was not restored to its end, and as openDatabaseStore
 * does. Each database's driver is loaded where it is used: PostgreSQL's by few, SQLite's not by those.
 */
export async function openStore(settings: StoresSettings): Promise<Store> {
  const store = await openAnyStore(settings);
  const kopia = await store.aterstalls();
  if (kopia === null) return store;
  await store.close();
  throw new Problem(
    'half-restored',
    `En återställning av ${kopia} pågår i ${settings.home}, eller blev avbruten. Vänta tills den är klar; blev den avbruten: kör expediera aterstall en gång till, så börjar den om. / A restore is under way, or was broken off.`,
  );
}

async function openAnyStore(settings: StoresSettings): Promise<Store> {
  const { home, database } = settings;
  if (database !== undefined) return openDatabaseStore(database, settings);
  const { openSqliteStore } = await import('../../store/sqlite/index.ts');
  return openSqliteStore(databasePath(home), optionsOf(settings));
}

/** What of the settings the store itself is opened with. */
export const optionsOf = ({ granskaUnder }: StoresSettings): SqlStoreOptions => ({
  ...(granskaUnder !== undefined && { granskaUnder }),
});

/** Whether anything was ever kept: opening the store would make it. A database of the settings is always there. */
export const isStoreThere = ({ home, database }: StoresSettings): boolean =>
  database !== undefined || existsSync(databasePath(home));

/** A store that holds nothing and leaves nothing behind. */
export async function openEmptyStore(): Promise<Store> {
  const { openSqliteStore } = await import('../../store/sqlite/index.ts');
  return openSqliteStore(':memory:');
}

/** The SQLite file of a home. */
export const databasePath = (home: string): string => join(home, 'expediera.db');

/**
 * The blobs alone: in the home, or in the bucket that the settings name. Throws BlobsFault when that
 * one cannot be used.
 */
export async function openBlobs({ home, ...settings }: StoresSettings): Promise<Blobs> {
  if (settings.blobs === undefined) return openFsBlobs(join(home, 'blobs'));
  const { hostname: bucket, pathname } = new URL(settings.blobs);
  const { openS3Blobs } = await import('../../store/s3/blobs.ts');
  const blobs = openS3Blobs({
    bucket,
    prefix: pathname.slice(1),
    ...(settings.s3Endpoint !== undefined && { endpoint: settings.s3Endpoint }),
    ...(settings.s3Region !== undefined && { region: settings.s3Region }),
    ...(settings.s3PathStyle !== undefined && { pathStyle: settings.s3PathStyle }),
  });
  await blobs.check();
  return blobs;
}
