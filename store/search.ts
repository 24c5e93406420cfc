/** What can be searched for, and what a search answers. Implementations give the same hits for the same question. */
import type { ItemTyp } from '../extraction/item-types.ts';
import type { Handling, HandlingKind, Votering } from '../extraction/record.ts';
import type { Matter, OfHuvudman } from './matter.ts';
import type { Lydelse, PermanentId } from './postnamn.ts';
import type { ForLasare } from './sekretess.ts';

/** What became of an item: of a yrkande its own outcome, of everything else that of its ärende. */
export const UTFALL = ['bifall', 'avslag', 'aterremiss', 'bordlagt'] as const;
export type Utfall = (typeof UTFALL)[number];

/**
 * `relevans`: the best first, then the newest; `datum`: the newest first; `inlast`: what was taken in last first, by
 * which one sees what has come since.
 */
export const ORDNING = ['relevans', 'datum', 'inlast'] as const;
export type Ordning = (typeof ORDNING)[number];

/**
 * A question. All words of `query` must be found in the item's text, its ärende's rubrik or its persons, in any
 * inflection and also as a part of a compound; words in quotes must stand side by side in that order; a
 * diarienummer means the items of its matter. Of two that OR stands between one is enough; what a minus stands right
 * before must not be found. What several files say as one (a § in the minutes and in an extract, a förslag in the letter
 * and in the kallelse) is one hit, and counted once. Any text is a valid query (of a long one the beginning counts: `beyondBounds` in
 * question.ts); without words, the filters alone count.
 */
export interface SearchQuestion extends ForLasare {
  query: string;
  /** Any of them; an empty list is as none given. */
  typ?: ItemTyp | readonly ItemTyp[] | undefined;
  /** The body, by any of its names. */
  organ?: string | undefined;
  /** The party of one who moved, reserved or voted, e.g. "S". */
  parti?: string | undefined;
  /** Who moved, reserved or voted: the name as printed, whatever its case; where nobody has it, a part of names ("Ek"). */
  person?: string | undefined;
  utfall?: Utfall | undefined;
  /** YYYY. */
  ar?: string | undefined;
  /** First and last day, YYYY-MM-DD, both included. */
  from?: string | undefined;
  to?: string | undefined;
  diarienummer?: string | undefined;
  huvudman?: string | undefined;
  /**
   * Of each § (or other ärende of a handling) only the first item that is found, and all counts are of them: a decision of
   * four clauses is one.
   */
  per?: 'paragraf' | undefined;
  /** Default `relevans`. */
  ordning?: Ordning | undefined;
  /** Counts all hits by what they can be narrowed by. */
  facetter?: boolean | undefined;
  /** What each hit is to say beside what it always does. */
  med?: readonly ('voteringar' | 'inlast' | 'beslut' | 'kallor')[] | undefined;
  /** Default 20. */
  limit?: number | undefined;
  /** Default 0. */
  offset?: number | undefined;
}

/** One vote of a §, and how the parties voted where votes are named. */
export interface HitVotering
  extends Pick<Votering, 'id' | 'ja' | 'nej' | 'avstar' | 'utslag' | 'proposition'> {
  /** In order of the party; those without one under null, last. */
  partier: { parti: string | null; ja: number; nej: number; avstar: number; franvarande: number }[];
}

/** What a § decided, beside what was moved or reserved in it. */
export interface HitBeslut {
  /**
   * Of a reservation the att-satser that it is against, where it names them; else the first one of the decision. None:
   * the § decided nothing in words of its own, or what is named is not there.
   */
  satser: { id: string; permanentId: PermanentId; nr: number | null; text: string }[];
  /** All att-satser of the decision. */
  antal: number;
  /** The numbers of those that a reservation is against, as it names them; empty: the whole decision. */
  mot: number[];
}

/** Where else the same item stands: the § in another file, the förslag in a letter and a kallelse. */
export interface HitKalla
  extends Pick<Hit, 'id' | 'permanentId' | 'sha256' | 'fileName' | 'page' | 'organ' | 'datum'> {
  kind: HandlingKind;
  /** Of minutes, the day that they were approved; null: not (yet), or not said. */
  justerad: string | null;
}

export interface Hit {
  id: string;
  /** What it is called for ever: see postnamn.ts. */
  permanentId: PermanentId;
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
  /** Who moved, reserved or voted. */
  personer: { namn: string | null; parti: string | null }[];
  utfall: Utfall | null;
  fileName: string;
  sha256: string;
  page: number | null;
  bbox: [number, number, number, number] | null;
  /** The id of its matter. */
  arende: string;
  /** The ground of secrecy that its § names, or null. */
  sekretess: string | null;
  /** Those of the fields above whose number only OCR has read and nothing confirms. */
  obekraftade: string[];
  /** The votes of its §; only where asked for. */
  voteringar?: HitVotering[];
  /** What its § decided; of reservations and yrkanden only, and only where asked for. */
  beslut?: HitBeslut;
  /** Where the same one stands, itself first; only where asked for. */
  kallor?: HitKalla[];
  /** When its file was first taken in, ISO 8601; only where asked for. null: not noted. */
  inlast?: string | null;
}

/** So many hits have this value. */
export interface Facettvarde {
  varde: string;
  antal: number;
}

/** All hits, counted; each list by its number, years the latest first. */
export interface Facetter {
  /** Of all kinds, also where the question asks for some of them: what it would find of each. */
  typ: (Facettvarde & { varde: ItemTyp })[];
  /** Each body once, by its usual name. */
  organ: (Facettvarde & { huvudman: string | null })[];
  huvudman: Facettvarde[];
  ar: Facettvarde[];
  parti: Facettvarde[];
  /** The twelve who are met most. */
  person: Facettvarde[];
  utfall: (Facettvarde & { varde: Utfall })[];
  /** The twelve matters with a number that have most of the hits. */
  diarienummer: (Facettvarde & { huvudman: string | null })[];
}

/** `total` counts all hits, `hits` are those from `offset` on, in the order asked for. */
export interface SearchAnswer {
  total: number;
  hits: Hit[];
  /** Only where asked for. */
  facetter?: Facetter;
}

/** One item, and what it stands in. */
export interface Punkt {
  hit: Hit;
  /** What it and what has become a part of it said in earlier readings, and say no more; the latest first. */
  tidigare: Lydelse[];
  /** The permanent id of another item, which is counted by what was asked for; null: none is. */
  annan: PermanentId | null;
  /** Its handling, with its own ärende only, as people have corrected it. */
  handling: Handling;
  matter: Matter | null;
}

/** A person as the records name one. Two people of one name cannot be told apart. */
export interface Personuppgift {
  /** As most often printed. */
  namn: string;
  antal: number;
  huvudman: string[];
  /** The parties printed after the name, and from when to when; the latest first. */
  partier: { parti: string; antal: number; forst: string | null; sist: string | null }[];
}

export interface SearchStore {
  search(question: SearchQuestion): Promise<SearchAnswer>;
  /** One item by its permanent id, or by its own where no item is called so; null: there is none (any more). Its hit says all that can be asked for. */
  punkt(id: string, of?: ForLasare): Promise<Punkt | null>;
  /** Words of the texts that are written almost as this one, the nearest first: what may have been meant. A few. */
  liknande(word: string, of?: ForLasare): Promise<string[]>;
  /** Who is called so, by the whole name; null: nobody. */
  person(namn: string, of?: OfHuvudman & ForLasare): Promise<Personuppgift | null>;
}
