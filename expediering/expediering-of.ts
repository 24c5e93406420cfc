/** One § of what the store holds, as it is to be sent. */
import type { StegRef } from '../store/expediering.ts';
import type { ComputeWay, Store } from '../store/store.ts';
import { attExpediera, type Expediering } from './att-expediera.ts';

/** The § as it is to be sent; null when nothing of it is, also when no file of it was taken in as current work. */
export async function expedieringOf(
  { store, wayOf }: { store: Store; wayOf: ComputeWay },
  { matter: id, steg }: StegRef,
): Promise<Expediering | null> {
  const matter = await store.matter(id);
  if (!matter) return null;
  // Only the store knows all that a way follows from.
  const way = await store.updateWay(id, wayOf);
  const handlingar = await store.handlingar(id);
  const expediering = way && attExpediera(way, steg, { handlingar, matter });
  const sources = expediering?.steg.kallor.map(({ sha256 }) => sha256) ?? [];
  return sources.length > 0 && (await store.lopandeOf(sources)).length > 0 ? expediering : null;
}
