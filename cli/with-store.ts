/** Questions to the store of a home, with nothing else running. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { openSqliteStore } from '../store/sqlite/index.ts';
import type { Store } from '../store/store.ts';
import { type Session, settingsOf } from './session.ts';

/**
 * Opens the store, asks and closes it. Where nothing was ever taken in an empty store is asked, and said to be
 * so: to ask makes no files.
 *
 * @param make what is said here is to be kept: the home is made where there is none yet
 */
export async function withStore<T>(
  command: Command,
  session: Session,
  ask: (store: Store) => Promise<T>,
  { make = false }: { make?: boolean } = {},
): Promise<T> {
  const { home, granskaUnder } = await settingsOf(command);
  const path = join(home, 'expediera.db');
  const known = make || existsSync(path);
  if (!known) session.terminal.tell(`Inget är inlagt i ${home} än.`);
  const store = openSqliteStore(known ? path : ':memory:', { granskaUnder });
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}
