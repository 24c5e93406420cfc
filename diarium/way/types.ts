/** What a matter's way is computed from and what comes out. */
import type { Anteckning, Arende, Handling, Next, Person, Votering } from '../../extraction/record.ts';

/** One handling of a matter and the file it stands in. `handling.arenden` holds the ärenden of that matter only. */
export interface SourcedHandling {
  sha256: string;
  fileName: string;
  handling: Handling;
}

/** One ärende of one handling of one file; null for a handling that has none (a remissvar). */
export interface ArendePart {
  arende: Arende | null;
  handling: Handling;
  source: { sha256: string; fileName: string };
}

/** Where something stands. */
export interface Kalla {
  sha256: string;
  fileName: string;
  page: number;
  handlingId: string;
  /** The attsats or mottagare; null where the ärende as a whole is meant. */
  itemId: string | null;
}

/** What goes along with a matter to the next body: who moved what, who protested, who had something noted. */
export interface Medfoljande {
  typ: 'yrkande' | 'reservation' | Anteckning['typ'];
  id: string;
  av: Person[];
  text: string;
  /** Of a yrkande: what became of it. */
  utfall: 'bifall' | 'avslag' | null;
  kalla: Kalla;
}

/**
 * One of the ways that the clauses of a step take from it. `delegation`: a decision was left to somebody (an official as
 * often as a body); the matter itself goes there only when something in it is still to be decided.
 */
export interface Vidare {
  organ: string;
  reason: Next['reason'] | 'delegation';
  /** Ids and printed numbers of the clauses that go there; none where the ärende as a whole does. */
  attsatser: string[];
  nr: number[];
  /** The bodies that the matter is to go to after that one, in order, as the clauses' chain says. */
  sedan: string[];
}

/**
 * When a decision can no longer be appealed by laglighetsprövning. `tidigast`: nobody here can know of an appeal.
 */
export interface LagaKraft {
  /** The day the approved minutes were announced, and the last day to appeal. */
  anslaget: string;
  overklagasTill: string;
  /** The decision has legal force from this day on, if nobody has appealed. */
  tidigast: string;
}

/** One step of a matter: a document put, or a § of a meeting, however many files hold it. */
export interface Steg {
  /** The same for the same step, whatever files hold it; safe in a workflow id. */
  nyckel: string;
  datum: string | null;
  /** The body that met; null for a tjänsteskrivelse. */
  organ: string | null;
  /** The unit or body that wrote it, where none met. */
  avsandare: string | null;
  kind: Handling['kind'];
  paragraf: string | null;
  rubrik: string | null;
  /** The ground of secrecy that the § names for itself, or null. */
  sekretess: string | null;
  utfall: Arende['utfall'];
  /** The body that has the matter after this step, or null. */
  next: string | null;
  /** All that clauses of this step go to: `next` first, delegations last (they alone make no `next`). */
  vidare: Vidare[];
  /** Put off or sent back at the request of a minority of fullmäktige (kommunallagen 5 kap. 50 §). */
  minoritet: boolean;
  /** Null where it is not stated: not final, not announced, or appealed otherwise than by laglighetsprövning. */
  lagaKraft: LagaKraft | null;
  medfoljer: Medfoljande[];
  /** How the votes fell, in the order they were taken. */
  voteringar: Pick<Votering, 'ja' | 'nej' | 'avstar'>[];
  fileName: string;
  page: number;
  /** Those of `datum`, `paragraf`, `rubrik` and `diarienummer` whose number only OCR has read and nothing confirms. */
  obekraftade: string[];
  /** The version that counts first. */
  kallor: Kalla[];
}

/**
 * vantar: the recipient has it and has not dealt with it; behandlad: a later meeting of that body, or of one
 * further on in the chain, took the matter up. mottagen and avvisad are set by people, never computed.
 */
export type PostStatus = 'vantar' | 'mottagen' | 'behandlad' | 'avvisad';

/** One row of an inbox: one attsats of one matter, or one decision sent to a recipient. */
export interface Post {
  /** The id of the attsats, mottagare or ärende it comes from. */
  id: string;
  /** Ids of the same item in other documents: a mark set under one of them holds for the row. */
  alias: string[];
  typ: 'forslag' | 'beslut' | 'expediering';
  mottagare: string;
  /** The recipient is a deciding body by its name; false: an office, a person, or a name not known. */
  organ: boolean;
  text: string;
  /** The body or unit it comes from. */
  fran: string | null;
  datum: string | null;
  /** `Steg.nyckel` of the step it comes from. */
  steg: string;
  medfoljer: Medfoljande[];
  /** More goes along than `medfoljer` holds, which are the latest: all of it stands in the steps of the matter. */
  flerMedfoljer?: true;
  /** The ground of secrecy that the § it comes from names for itself, or null. */
  sekretess: string | null;
  status: PostStatus;
  /** Who marked it, when and why; only where a person did. */
  marke?: { av: string; at: string; skal: string | null };
  kallor: Kalla[];
  /** Those of `datum` and `text` whose number only OCR has read and nothing confirms. */
  obekraftade: string[];
}

/** What kind of matter it is, as procedure tells kinds apart; `ovrigt` where none of them has rules of its own. */
export type Arendetyp =
  | 'motion'
  | 'medborgarforslag'
  | 'interpellation'
  | 'fraga'
  | 'initiativ'
  | 'revision'
  | 'val'
  | 'delegation'
  | 'ovrigt';

/** Something that a matter waits for. */
export interface Vantan {
  /** beslut: a body is to decide; yttrande: to answer a remiss; svar: on a motion, interpellation …; aterkomst: what was
   * sent back is to come again; utforande: a decision is to be carried out. */
  vad: 'beslut' | 'yttrande' | 'svar' | 'aterkomst' | 'utforande';
  /** The body or other recipient it is awaited from. */
  av: string | null;
  /** Why, and what must be done before: the clause that asks for it, word for word; null where nothing more is printed. */
  skal: Next['reason'] | 'vackt' | 'uppdrag' | 'delegation';
  text: string | null;
  /** The day since when, and the last day where procedure or the clause itself sets one. */
  sedan: string | null;
  senast: string | null;
  /** Where the last day comes from: "kommunallagen 5 kap. 35 §", or "beslutet". */
  frist: string | null;
  /** The printed number of the clause that asks, of an order or what is left to somebody to decide. */
  nr?: number;
  /** `Steg.nyckel` of the step that asks for it. */
  steg: string;
  kalla: Kalla;
}

/** A matter's way through the bodies. */
export interface Way {
  typ: Arendetyp;
  /** Everything awaited, the earliest last day first, those without a last day after them. */
  vantar: Vantan[];
  /** In order of date, those without a date last. */
  steg: Steg[];
  /** The body that has the matter now, or null. */
  hos: string | null;
  /** The last thing that happened was a decision that sends it nowhere further. */
  avslutat: boolean;
  poster: Post[];
}
