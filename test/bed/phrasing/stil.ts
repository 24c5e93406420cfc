/** How a template says things: forms and headings, as data and small functions. */
import type { Lista, Person, Votering } from '../../../samples/make/content.ts';
import type { Matter, Motion, Note } from '../content/matter.ts';
import type { Meeting } from '../content/meeting.ts';

/** The parts of a §, in whichever order a template prints them. */
export type Del =
  | 'beslut'
  | 'forslag'
  | 'bakgrund'
  | 'tidigare'
  | 'underlag'
  | 'yrkanden'
  | 'gang'
  | 'votering'
  | 'reservation'
  | 'anteckning'
  | 'omedelbar'
  | 'expediering';

/** How clauses are put: the form of the words, the mark before them and what ends each. */
export interface Satsform {
  form: 'infinitiv' | 'att' | 'passiv' | 'presens';
  lista: Lista;
  /** After each clause but the last, and after the last. */
  slut: [mellan: string, sist: string];
}

/** Heading and introducing line; either may be left out. */
export interface Ingress {
  rubrik?: string;
  ledtext?: string;
}

/** How one kind of motion is worded, by kind. `vem` is the movers as printed. */
export type Ordval = (y: Motion, vem: string, m: Matter, stil: Stil) => string;

export interface Stil {
  person: (p: Person) => string;
  /** Parties that move as such. */
  grupp: (partier: string[], stil: Stil) => string;
  /** Joins movers. */
  rada: (names: string[]) => string;
  /** "§ 45/19" → what the gold says: no sign, no prefix. */
  paragraf: (nr: number, ar: number) => string;
  /** Number of a matter as printed, without its label. */
  dnr: (serie: string, ar: number, nr: number) => string;
  satser: Satsform;
  /** When proposals are put in another form than decisions. */
  forslagssatser?: Satsform;
  beslut: (kedja: string[], m: Matter, meeting: Meeting) => Ingress;
  forslag: (m: Matter, meeting: Meeting) => Ingress;
  ordning: Del[];
  /** A part without a heading here has none. */
  rubriker: { [del in Del | Note['typ'] | 'rost']?: string };
  yrka: Ordval;
  gang: (m: Matter, meeting: Meeting, stil: Stil) => string[];
  /** Paragraphs of a vote; `tabell` prints the roster as a table. */
  rosta: (v: Votering, m: Matter, stil: Stil, meeting: Meeting) => string[];
  tabell?: boolean;
  reservera: (r: { av: Person[]; egna: boolean }, stil: Stil) => string;
  anteckna: (n: Note, stil: Stil) => string;
  underlag: Lista;
  mottagare: Lista | 'komma';
  /** Share of decisions whose page is filled so far that a break falls inside them. */
  brott?: number;
  /** Whether long words may be broken at line ends. */
  avstava?: boolean;
}
