/**
 * What items are called for ever. An item's id counts places in a reading of its file, and a better reading, or a person,
 * may give it to another. What is published of an item (an address, a citation, an entry of a feed) therefore has its
 * permanent id: the id that it was first read under. The store follows each item from reading to reading, and keeps what
 * it said before.
 */
import type { ItemTyp } from '../extraction/item-types.ts';
import type { Handling } from '../extraction/record.ts';
import type { ForLasare } from './sekretess.ts';

/** An id by which an item is published: only what the store has said to be one is. */
export type PermanentId = string & { readonly '': 'permanent' };

/** @param names see PostnamnStore.permanentIds */
export const permanentIdIn = (names: ReadonlyMap<string, PermanentId>, id: string): PermanentId =>
  names.get(id) ?? (id as PermanentId);

/** What an item said in a reading that is no more. */
export interface Lydelse {
  typ: ItemTyp;
  text: string;
  personer: { namn: string | null; parti: string | null }[];
  huvudman: string | null;
  organ: string | null;
  avsandare: string | null;
  kind: Handling['kind'];
  datum: string | null;
  diarienummer: string | null;
  paragraf: string | null;
  rubrik: string | null;
  sekretess: string | null;
  fileName: string;
  sha256: string;
  page: number;
  /** The id of its matter then. */
  arende: string;
  /** When it was read otherwise, ISO 8601. */
  at: string;
}

/** An item that was there once. */
export interface Borta {
  permanentId: string;
  /** The latest first; one at least. */
  lydelser: Lydelse[];
}

export interface PostnamnStore {
  /** The permanent ids of items and ärenden whose own are others, by their own. */
  permanentIds(ids: Iterable<string>): Promise<Map<string, PermanentId>>;
  /** The item's id in the newest reading; of what is not known, what was asked. null: it is there no more. */
  itemId(permanentId: string): Promise<string | null>;
  /** The matter of this id, or else where its ärenden went when their file was read anew or corrected; null: there is none. */
  matterId(id: string): Promise<string | null>;
  /** What an item said that is in no reading any more; null: there is none of that id, or it is there still. */
  borta(permanentId: string, of?: ForLasare): Promise<Borta | null>;
}
