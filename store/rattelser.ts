/** What people have decided of what was read: kept beside the records, applied whenever rows are derived from them. */
import type { Angran, Beslut, Klar, MalTyp, Rattelse } from '../diarium/rattelser/index.ts';
import type { Record as FileRecord, HandlingKind } from '../extraction/record.ts';
import type { GranskaRad } from './granska.ts';

/** Why a decision was not kept. */
export const RATTELSE_FEL = {
  'okand-fil': 'the store has no record of the file',
  'okant-mal': 'the file has no such item, ärende or handling (any more)',
  'okand-rattelse': 'there is no such decision',
  upptagen: 'somebody else has decided on the same thing meanwhile',
  andrad: 'the file was read anew meanwhile, and says something else',
  ogiltig: 'what was said does not fit what it is about',
  kvar: 'things of the file wait for a decision still',
} as const;
export type RattelseFel = keyof typeof RATTELSE_FEL;

/** A decision that was not kept, and why, in words for the person who made it. */
export class RattelseAvvisad extends Error {
  override readonly name = 'RattelseAvvisad';
  readonly code: RattelseFel;
  readonly sv: string;
  readonly en: string;

  constructor(code: RattelseFel, sv: string, en: string) {
    super(`${sv} / ${en}`);
    this.code = code;
    this.sv = sv;
    this.en = en;
  }
}

/** What came of a decision. */
export interface SparatBeslut {
  /** Its place among all that was decided of the file: the new revision of its target. */
  nr: number;
  /** Matters that it changed; their ways are to be computed anew. The same again when it is sent again. */
  matters: string[];
}

/** Something that can be decided on, as a person who is to decide is shown it. */
export interface MalVy {
  typ: MalTyp;
  id: string;
  sha256: string;
  fileName: string;
  path: string | null;
  page: number | null;
  bbox: [number, number, number, number] | null;
  huvudman: string | null;
  kind: HandlingKind;
  organ: string | null;
  datum: string | null;
  paragraf: string | null;
  /** Ids of the handling and ärende that it stands in. */
  handlingId: string;
  arendeId: string | null;
  /** Its fields, as they are now. */
  falt: { [name: string]: unknown };
  confidence: number | null;
  obekraftade: string[];
  /** To be sent with a decision: see Beslut. */
  avtryck: string;
  revision: number;
  /** Why a person is asked. */
  rader: Pick<GranskaRad, 'code' | 'reason' | 'reasonEn'>[];
  /** What was decided of it, taken back or not, in order. */
  historik: Rattelse[];
}

/** Where an id, or the beginning of one, leads. */
export interface MalTraff {
  id: string;
  typ: MalTyp | 'rattelse';
  sha256: string;
}

/** What of a file waits for people. */
export interface Granskningslage {
  /** Things that need a person. */
  vantar: number;
  /** Those of them that hold up what is to be sent: none in what was taken in as archive. */
  haller: number;
}

export interface Granskningspaminnelse {
  sha256: string;
  fileName: string | null;
  nr: number;
  at: string;
  vantar: number;
}

/** A file that people have gone through. */
export interface Genomgangen {
  sha256: string;
  fileName: string;
  /** Who said so; null where every item was decided by itself. */
  av: string | null;
}

export interface RattelseStore {
  /**
   * Keeps a decision and derives the file's rows anew, in one transaction. Keeping the same again changes nothing.
   *
   * @throws RattelseAvvisad
   */
  saveRattelse(beslut: Beslut): Promise<SparatBeslut>;
  /**
   * Takes a decision back; twice is once.
   *
   * @throws RattelseAvvisad
   */
  angraRattelse(angran: Angran): Promise<SparatBeslut>;
  /**
   * Notes that a person has gone through the file and has seen its warnings. Nothing else of it may wait.
   *
   * @returns the matters whose processes are to look again
   * @throws RattelseAvvisad
   */
  markeraKlar(klar: Klar): Promise<string[]>;
  /** All that was decided, taken back or not: of a file in its order, or of all files by time. */
  rattelser(sha256?: string): Promise<Rattelse[]>;
  /** The record as people have corrected it; null without one. */
  recordWithRattelser(sha256: string): Promise<{ record: FileRecord; extractionVersion: string } | null>;
  /** What has this id, or begins so; also decisions. At most twenty. */
  hittaMal(id: string): Promise<MalTraff[]>;
  mal(sha256: string, id: string): Promise<MalVy | null>;
  granskningslage(sha256: string): Promise<Granskningslage>;
  /** Files of which nothing waits and that a person has gone through, as a whole or item by item; in order. */
  genomgangna(): Promise<Genomgangen[]>;
  /** Notes that people were reminded of the file for the nth time; once for each number. */
  notePaminnelseOmGranskning(sha256: string, nr: number, vantar: number): Promise<void>;
  /** All reminders, the latest first. */
  granskningspaminnelser(): Promise<Granskningspaminnelse[]>;
}
