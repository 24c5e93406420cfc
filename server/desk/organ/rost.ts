/** What somebody voted. */
import type { Votering } from '../../../extraction/record.ts';
import { personKey } from '../../../store/person-key.ts';
import type { Hit } from '../../../store/search.ts';
import type { Store } from '../../../store/store.ts';

/** One vote, and what a person voted in it. */
export interface Rost extends Pick<Votering, 'utslag'> {
  hit: Hit;
  /** null: the roster does not name the person, or there is none. */
  rost: Votering['roster'][number]['rost'] | null;
}

/** Looked up by itself: a search has no roster. */
export async function rostIn(store: Store, hit: Hit, namn: string): Promise<Rost> {
  const punkt = await store.punkt(hit.permanentId);
  const all = punkt?.handling.arenden.flatMap(({ voteringar }) => voteringar) ?? [];
  const vote = all.find(({ id }) => id === hit.id);
  const own = vote?.roster.find(({ person }) => personKey(person.namn) === personKey(namn));
  return { hit, rost: own?.rost ?? null, utslag: vote?.utslag ?? null };
}
