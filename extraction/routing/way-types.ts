/** What a matter's way is computed from and what comes out. */
import type { Arende, Handling } from '../record.ts';

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

/** One step of a matter: a document put, or a § of a meeting, however many files hold it. */
export interface Steg {
  datum: string | null;
  /** The body that met; null for a tjänsteskrivelse. */
  organ: string | null;
  kind: Handling['kind'];
  paragraf: string | null;
  rubrik: string | null;
  utfall: Arende['utfall'];
  /** The body that has the matter after this step, or null. */
  next: string | null;
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
  status: PostStatus;
  kallor: Kalla[];
  /** Those of `datum` and `text` whose number only OCR has read and nothing confirms. */
  obekraftade: string[];
}

/** A matter's way through the bodies. */
export interface Way {
  /** In order of date, those without a date last. */
  steg: Steg[];
  /** The body that has the matter now, or null. */
  hos: string | null;
  /** The last thing that happened was a decision that sends it nowhere further. */
  avslutat: boolean;
  poster: Post[];
}
