/** What a picture of a matter's way shows, before it is known how it is drawn. */
import type { Attsats, Inlaga, Votering } from '../../extraction/record.ts';
import type { Arendetyp, Vantan, Vidare, Steg as WaySteg } from '../way/types.ts';

/** The language of the drawing's own words; what was read in files stays Swedish. */
export type Sprak = 'sv' | 'en';

/** A step as it is kept and answered: the contract's fields, and the rest; one kept by an earlier version knows less. */
export type Steg = Pick<
  WaySteg,
  'datum' | 'organ' | 'kind' | 'paragraf' | 'utfall' | 'next' | 'fileName' | 'page' | 'obekraftade'
> &
  Partial<WaySteg>;

/** What became of one delivery of a decision. `pamind`: it is not there yet, and people have been reminded of it. */
export interface Leveranslage {
  mottagare: string;
  lage: 'levererad' | 'andrad' | 'skickas' | 'vantar' | 'misslyckad';
  pamind: boolean;
  /** The day it was delivered, or last begun to be sent; null: neither. */
  dag: string | null;
}

/** What is known of a step beside the way itself. */
export interface VidSteg {
  /** The clauses that were decided, word for word. */
  beslut: readonly Pick<Attsats, 'id' | 'nr' | 'text'>[];
  /** With how each ended; left out, the picture says of them what the step itself knows. */
  voteringar?: readonly Pick<Votering, 'id' | 'ja' | 'nej' | 'avstar' | 'utslag' | 'proposition'>[];
  /** With what each is against; left out as above. */
  reservationer?: readonly Pick<Inlaga, 'id' | 'av' | 'mot' | 'text'>[];
  leveranser: readonly Leveranslage[];
}

/** A matter's way as it is asked for: what the store answers for a matter is one. */
export interface Vag {
  huvudman: string | null;
  diarienummer: string | null;
  rubrik: string | null;
  /** In order of date, those without a date last. */
  steg: Steg[];
  vantar: Vantan[];
  /** Left out where it is not known. */
  typ?: Arendetyp;
  hos: string | null;
  avslutat: boolean;
  /** `diarienummer` where nothing confirms the number. */
  obekraftade: string[];
  /** Of each step, in their order; left out, the picture shows the way alone. */
  vidSteg?: readonly VidSteg[];
}

/** A body, or whoever else wrote or is awaited: one track through the picture. */
export interface Bana {
  namn: string;
  /** It has the matter now. */
  hos: boolean;
}

/**
 * How a step hands the matter on: onwards, back to be done again, put off to another meeting, out for an opinion; or
 * leaves a decision to somebody.
 */
export type Pilart = 'vidare' | 'aterremiss' | 'bordlaggning' | 'remiss' | 'delegation';

/** One way from a step. Numbers are places in `Bild.markeringar`, `Bild.banor` and `Bild.oppna`. */
export interface Pil {
  fran: number;
  /** The track it goes to, and there the next step, or else an open mark. */
  bana: number;
  till: { steg: number } | { oppen: number };
  art: Pilart;
  reason: Vidare['reason'] | 'uppdrag' | null;
  /** The bodies that it is to go to after that one, in order. */
  sedan: string[];
  /** Printed numbers of the clauses that go there; none where the whole matter does. */
  nr: number[];
}

/**
 * Where a way ends. `vantar`: something is awaited there; `saknas`: the matter went that way and nothing taken in tells
 * more; `delegerad`: a decision was left to them, which comes to no meeting.
 */
export interface Oppen {
  art: 'vantar' | 'saknas' | 'delegerad';
  bana: number;
  /** The step that asks for it. */
  fran: number;
  vantan: Vantan | null;
  /** The last day has passed. */
  sen: boolean;
}

/** One step on its track. */
export interface Markering {
  steg: Steg;
  bana: number;
  vid?: VidSteg | undefined;
}

/** The way as tracks, marks and arrows. */
export interface Bild {
  vag: Vag;
  /** The day that lateness is reckoned from; null: nothing is called late. */
  idag: string | null;
  /** Of the words that are not read in files. */
  sprak: Sprak;
  /** In the order in which the matter came to them. */
  banor: Bana[];
  markeringar: Markering[];
  pilar: Pil[];
  oppna: Oppen[];
}
