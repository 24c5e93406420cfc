/** Where an installation keeps what it knows, all under its home. */
import { join } from 'node:path';
import type { Blobs } from '../store/blobs.ts';
import { openFsBlobs } from '../store/fs/blobs.ts';
import { openSqliteStore, type SqliteStoreOptions } from '../store/sqlite/index.ts';
import type { Store } from '../store/store.ts';

export interface Stores {
  store: Store;
  blobs: Blobs;
  close(): Promise<void>;
}

/** Opens EXPEDIERA_HOME/expediera.db and EXPEDIERA_HOME/blobs, making them where they are not there yet. */
export function openStores(home: string, options: SqliteStoreOptions = {}): Stores {
  const store = openSqliteStore(join(home, 'expediera.db'), options);
  return { store, blobs: openFsBlobs(join(home, 'blobs')), close: () => store.close() };
}
