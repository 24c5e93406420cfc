/**
 * The store's contract: what is kept of every file, record and matter, and what can be asked of it. Everything
 * is asynchronous, so that a database over a network fits behind it. `sqlite/` and `postgres/` implement it;
 * one contract test (test/store/store-contract.ts) is run on both.
 *
 * The shapes of the answers are those of `status`, `arende`, `inkorg` and `search` with `--json`.
 */

import type { Steg } from '../diarium/bild/types.ts';
import type { Arendetyp, Post, PostStatus, Vantan, Way, Kalla as WayKalla } from '../diarium/way/types.ts';
import type { Record as FileRecord } from '../extraction/record.ts';
import type { NameGroups } from '../extraction/routing/organ.ts';
import type { ArkivStore } from './arkiv.ts';
import type { BevakningStore } from './bevakning.ts';
import type { DiariumStore } from './diarium.ts';
import type { ExpedieringStore } from './expediering.ts';
import type { ContentState, FileRow, FileStatus, Outcome, StatusAnswer } from './files.ts';
import type { GranskaAnswer, GranskaAntal, GranskaQuestion } from './granska.ts';
import type { HandelseloggStore } from './handelselogg.ts';
import type { InstallationStore } from './installation.ts';
import type { KontoStore } from './konton.ts';
import type { KopiaStore } from './kopia.ts';
import type { Choices, Matter, MatterHandling, OfHuvudman } from './matter.ts';
import type { MatvardenStore } from './matvarden.ts';
import type { OmlasningStore } from './omlasning.ts';
import type { OppnaStore } from './oppna.ts';
import type { OrganStore } from './organ.ts';
import type { PostnamnStore } from './postnamn.ts';
import type { ProcessStore, Sammanforing } from './processer.ts';
import type { RattelseStore } from './rattelser.ts';
import type { SearchStore } from './search.ts';
import type { ForLasare, SekretessStore } from './sekretess.ts';

export type { Steg } from '../diarium/bild/types.ts';
export type { Post, PostStatus, Way } from '../diarium/way/types.ts';
export type { BevakningAnswer, BevakningQuestion, Bevakningsrad } from './bevakning.ts';
export type { ContentState, EjOmlast, FileRow, FileStatus, Outcome, Reason, StatusAnswer } from './files.ts';
export type { GranskaAnswer, GranskaQuestion, GranskaRad } from './granska.ts';
export type { Choice, Choices, Matter, MatterHandling, OfHuvudman } from './matter.ts';
export { isChoices } from './matter.ts';
export type { OrganAndring, OrganAnswer, OrganHistorik, OrganVad } from './organ.ts';
export type { Hit, SearchAnswer, SearchQuestion } from './search.ts';

/** Computes a way: diarium/way/index.ts. `lika`: names that are one body by what people have said. */
export type ComputeWay = (handlingar: MatterHandling[], matter: Matter, lika: NameGroups) => Way;

/** Where something stands: file and page, and what else the routing knew of it. */
export type Kalla = Pick<WayKalla, 'fileName' | 'page'> & Partial<WayKalla>;

/** `arende --json`. */
export interface ArendeAnswer {
  /** The store's id of the matter. */
  id: string;
  huvudman: string | null;
  diarienummer: string | null;
  rubrik: string | null;
  steg: Steg[];
  hos: string | null;
  avslutat: boolean;
  /** What kind of matter it is, as procedure tells kinds apart. */
  typ: Arendetyp;
  /** Everything awaited, the earliest last day first. */
  vantar: Vantan[];
  /** Other numbers that it has, of matters that a person has joined to it. */
  aven: string[];
  /** How people have joined it and taken it apart, the latest last. */
  sammanforingar: Sammanforing[];
  /** `diarienummer` where nothing confirms the number. */
  obekraftade: string[];
  /** Matters that are this one, if an unconfirmed number is right, or by a number beside its own: a person joins them or not. */
  kanHoraIhop: Matter[];
  /** Handlingar, older than the others, that the way leaves out; not there where it leaves out none. */
  utelamnade?: number;
}

/** One post as `inkorg --json` prints it. */
export interface InkorgPost {
  id: string;
  /** The store's id of its matter. */
  arende: string;
  typ: string;
  text: string;
  huvudman: string | null;
  diarienummer: string | null;
  fran: string | null;
  datum: string | null;
  status: PostStatus;
  /** Who marked it, when and why; only where a person did. */
  marke?: NonNullable<Post['marke']>;
  /** What goes along from the § it comes from: who moved what, who protested, who had something noted. */
  medfoljer: Post['medfoljer'];
  /** More goes along: it stands in the steps of the matter. */
  flerMedfoljer?: true;
  /** The ground of secrecy that the § it comes from names, or null. */
  sekretess: string | null;
  kallor: Kalla[];
  /** Those of `diarienummer`, `datum` and `text` whose number nothing confirms. */
  obekraftade: string[];
}

/** `inkorg --json`. */
export interface InkorgAnswer {
  mottagare: string;
  poster: InkorgPost[];
  /** All posts; only where they are not all in `poster`. */
  totalt?: number;
}

/** `limit`: so many posts at most, after the `offset` first; default: all. */
export interface InkorgQuestion extends OfHuvudman, ForLasare {
  limit?: number | undefined;
  offset?: number | undefined;
}

/** What came of saving a record. */
export interface Saved {
  /** false: the store already holds this content by a newer extraction version, and nothing was changed. */
  saved: boolean;
  /**
   * The matters of this content, and others whose handlingar the save changed (also those that lost some): their
   * ways are to be computed anew. Saving again answers the content's own again, so that a retry routes them.
   */
  matters: string[];
}

/** The parts in files of their own, and what is below. */
export interface Store
  extends RattelseStore,
    OrganStore,
    ExpedieringStore,
    DiariumStore,
    BevakningStore,
    OmlasningStore,
    ProcessStore,
    ArkivStore,
    KopiaStore,
    HandelseloggStore,
    InstallationStore,
    MatvardenStore,
    SearchStore,
    PostnamnStore,
    SekretessStore,
    KontoStore,
    OppnaStore {
  // --- files: nothing is lost, everything offered is accounted for

  /**
   * Notes that a path was offered. The content becomes `running` if it was not known before; what is known of
   * it stays otherwise (call `setOutcome` to run it again). Offering the same path and content again changes
   * nothing.
   *
   * @param lopande as current work: what comes of it may be sent. It stays so; default: archive, which sends nothing
   * @param arkiv the intake that it comes in with
   */
  offerFile(path: string, sha256: string, lopande?: boolean, arkiv?: number): Promise<ContentState>;
  /**
   * Notes an offered path that could not even be read (no rights, vanished, not a regular file; refused in a ZIP).
   * Returns what was known of it before; null: nothing.
   */
  offerUnreadable(path: string, outcome: Outcome, arkiv?: number): Promise<FileStatus | null>;
  /** What became of a content, for all paths that hold it. Idempotent. A content never offered is noted too. */
  setOutcome(sha256: string, outcome: Outcome): Promise<void>;
  /**
   * Makes a content `running`, unless something has become of it since it was `seen` so: who is late must not undo how
   * another has ended it. Returns whether it did.
   */
  beginAnew(sha256: string, seen: ContentState | null): Promise<boolean>;
  content(sha256: string): Promise<ContentState | null>;
  /** One row a path and content, by path. @param sha256 of this content alone */
  files(sha256?: string): Promise<FileRow[]>;
  status(): Promise<StatusAnswer>;

  // --- records and matters

  /**
   * Saves a record and its items in one transaction, replacing whatever the content's earlier record left.
   * Saving the same again changes nothing. Versions are ordered segment by segment, numbers as numbers
   * (1.9 < 1.10); an older version never replaces a newer one.
   */
  saveRecord(record: FileRecord, extractionVersion: string): Promise<Saved>;
  /** The record as saved, or null. */
  record(sha256: string): Promise<{ record: FileRecord; extractionVersion: string } | null>;
  /** sha256 of every content with a record, in order. */
  recordIds(): Promise<string[]>;
  /** All matters, by huvudman and number. */
  matters(of?: OfHuvudman): Promise<Matter[]>;
  matter(id: string): Promise<Matter | null>;
  /**
   * The handlingar of a matter, from all files; by date, file and page. All of them, unless they are more than any
   * matter has: then the latest, which is what its way is computed from.
   */
  handlingar(matterId: string): Promise<MatterHandling[]>;

  /**
   * Derives all rows anew from the records when the program's rules have changed since they were saved (see
   * derived-rules.ts); otherwise does nothing. To be called before work starts; the matters are stale after it. Done in
   * parts: ended in the middle, the next call goes on.
   *
   * @returns how many records were derived anew
   */
  refresh(): Promise<number>;

  // --- the way and the inboxes

  /**
   * Computes a matter's way anew from its handlingar (see `handlingar`) and replaces its steps and posts, all in one transaction:
   * of two files that touch one matter at the same time, neither can write a way that leaves the other out.
   * `compute` must be pure and synchronous. null: no such matter (any more), and nothing is kept of it.
   */
  updateWay(matterId: string, compute: ComputeWay): Promise<Way | null>;
  /** Matters changed by a save or by a change of the register of bodies whose way was not computed since: what a crash between the two leaves to do. */
  staleMatters(): Promise<string[]>;
  /** The way of the matter with this diarienummer in any of its written forms, or with this matter id. null: none. */
  arende(diarienummer: string, of?: OfHuvudman): Promise<ArendeAnswer | Choices | null>;
  /** What came to a recipient: what is still to be done first, the oldest of it first. null: no recipient of that name. */
  inkorg(mottagare: string, of?: InkorgQuestion): Promise<InkorgAnswer | Choices | null>;
  /** Every recipient with its number of posts and of those that wait. */
  mottagare(of?: OfHuvudman & ForLasare): Promise<Mottagarrad[]>;

  /**
   * What needs a person, the most consequential first: files refused or failed, warnings of files, what is unknown,
   * unconfirmed or unsure in the records, and matters without a number that may be joined. Brings the rows up to the
   * program's rules first (see refresh), so that an empty answer means that there is nothing.
   */
  granska(question?: GranskaQuestion): Promise<GranskaAnswer>;
  /** How much there is of it: of each reason, kind, huvudman, body and file. */
  granskaAntal(question?: GranskaQuestion): Promise<GranskaAntal>;

  close(): Promise<void>;
}

export interface Mottagarrad {
  huvudman: string | null;
  mottagare: string;
  poster: number;
  vantar: number;
}
