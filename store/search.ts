/** What can be searched for, and what a search answers. Implementations give the same hits for the same question. */
import type { ItemTyp } from '../extraction/item-types.ts';
import type { ForLasare } from './sekretess.ts';

/**
 * A question. All words of `query` must be found in the item's text, its ärende's rubrik or its persons, in any
 * inflection and also as a part of a compound; words in quotes must stand side by side in that order; a
 * diarienummer means the items of its matter. Any text is a valid query (of a long one the beginning counts:
 * `beyondBounds` in question.ts); without words, the filters alone count.
 */
export interface SearchQuestion extends ForLasare {
  query: string;
  typ?: ItemTyp | undefined;
  /** The body, by any of its names. */
  organ?: string | undefined;
  /** The party of one who moved, reserved or voted, e.g. "S". */
  parti?: string | undefined;
  /** First and last day, YYYY-MM-DD, both included. */
  from?: string | undefined;
  to?: string | undefined;
  diarienummer?: string | undefined;
  huvudman?: string | undefined;
  /** Default 20. */
  limit?: number | undefined;
  /** Default 0. */
  offset?: number | undefined;
}

export interface Hit {
  id: string;
  typ: ItemTyp;
  text: string;
  huvudman: string | null;
  organ: string | null;
  datum: string | null;
  diarienummer: string | null;
  paragraf: string | null;
  rubrik: string | null;
  /** The parties of its persons, e.g. "S" or "S, V"; null: none named. */
  parti: string | null;
  fileName: string;
  page: number | null;
  bbox: [number, number, number, number] | null;
  /** The ground of secrecy that its § names, or null. */
  sekretess: string | null;
  /** Those of the fields above whose number only OCR has read and nothing confirms. */
  obekraftade: string[];
}

/** `total` counts all hits, `hits` are those from `offset` on; by relevance, then newest first. */
export interface SearchAnswer {
  total: number;
  hits: Hit[];
}
