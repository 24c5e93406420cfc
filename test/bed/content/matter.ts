/** What happens to one matter at one meeting, as facts: nothing here says how a template prints it. */
import type { AnteckningTyp, Person, Votering } from '../../../samples/make/content.ts';
import type { Clause } from './clause.ts';
import type { Subject } from './subjects.ts';

/** What somebody moved. Two targets in one sentence are two yrkanden with the same text. */
export type Motion = { av: Person[]; utfall: 'bifall' | 'avslag' | null } & (
  | { slag: 'bifall' | 'avslag' | 'bordlaggning' }
  | { slag: 'aterremiss'; till: string; syfte: string }
  | { slag: 'andring'; punkt: number; sats: Clause }
  | { slag: 'tillagg'; sats: Clause }
  /** Återremiss first, else avslag. */
  | { slag: 'forsta-andra'; till: string; syfte: string }
  /** Bifall to the proposal and avslag to what another moved. */
  | { slag: 'bifall-avslag'; annan: Person }
  /** Bifall to a written yrkande, told by party and date. */
  | { slag: 'skriftligt'; parti: string; datum: string }
  /** A second motion of one who has moved already: avslag to what another moved. */
  | { slag: 'vidare'; annan: Person }
);

export interface Note {
  typ: AnteckningTyp;
  av: Person[];
  /** For a note with words of its own. */
  ord: string;
}

export type Story =
  | 'enkel'
  | 'vidare'
  | 'flera'
  | 'votering'
  | 'aterremiss'
  | 'minoritet'
  | 'bordlagt'
  | 'val'
  | 'info'
  | 'forsta-andra'
  | 'tillagg'
  | 'motion'
  | 'avslag'
  | 'sekretess'
  | 'jav'
  | 'anmalan'
  | 'justerare'
  | 'grupp'
  | 'vidare-yrkar'
  | 'uppdrag'
  | 'dubbel';

export interface Matter {
  story: Story;
  nr: number;
  ar: number;
  /** Running number in the diary; 0 for what has none. */
  diarie: number;
  amne: Subject;
  /** The body that meets and those that it proposes to. */
  kedja: string[];
  /** What was on the table; null when the § shows no proposal of its own. */
  forslag: Clause[] | null;
  /** Who put it there: an office, or the body before this one. */
  fran: { namn: string; organ: boolean };
  beslut: Clause[];
  /** Decided by this body itself, beside what goes on to the next. */
  egen: Clause[];
  /** A list under "X får i uppdrag att": infinitives. */
  uppdrag: { till: string; vad: string[] } | null;
  yrkanden: Motion[];
  votering: Votering | null;
  minoritet: boolean;
  reservation: { av: Person[]; egna: boolean } | null;
  noter: Note[];
  mottagare: string[];
  utfall: 'bifall' | 'avslag' | 'aterremiss' | 'bordlagt' | null;
  next: string | null;
  omedelbar: boolean;
  /** An earlier body's decision, retold. */
  tidigare: { organ: string; datum: string; nr: number } | null;
}
