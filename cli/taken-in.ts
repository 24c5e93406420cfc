/** An intake as the store tells it, for whoever had it done. */
import { arkivOf } from '../engine/intake/steer.ts';
import type { Offered } from '../engine/intake/tally.ts';
import type { Store } from '../store/store.ts';
import type { TakenIn } from './answers/intake-text.ts';
import { NAMED } from './answers/not-read-text.ts';

/** @param arkiv its id */
export async function takenIn(
  store: Store,
  { arkiv, offered }: { arkiv: number; offered: Offered },
): Promise<TakenIn> {
  return {
    arkiv: await arkivOf(store, arkiv),
    offered,
    notRead: await store.arkivEjInlasta(arkiv, NAMED + 1),
  };
}
