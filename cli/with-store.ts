/** Questions to the store of a home, with nothing else running. */
import type { Command } from 'commander';
import { isStoreThere, openEmptyStore, openStore } from '../engine/stores/index.ts';
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
  const settings = await settingsOf(command);
  const known = make || isStoreThere(settings);
  if (!known) session.terminal.tell(`Inget är inläst i ${settings.home} än.`);
  const store = await (known ? openStore(settings) : openEmptyStore());
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}
