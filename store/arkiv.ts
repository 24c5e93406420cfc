/**
 * Intakes as things: what was taken in together, by whom, and what is to become of it. They can be asked for when the
 * engine has forgotten them, and what people want of one (that it waits, that it ends) is kept here: the engine follows.
 */
import type { ItemTyp } from '../extraction/item-types.ts';
import type { FileRow, FileStatus } from './files.ts';

/**
 * samlas: its files are being offered; brutet: that was cut off, and files may be missing; pagar: they are worked on;
 * pausat: nothing more is started; avbrutet: what was left is called off; klart: every file has ended.
 */
export type ArkivLage = 'samlas' | 'brutet' | 'pagar' | 'pausat' | 'avbrutet' | 'klart';

/** What is kept; that all has ended follows from the files. */
export type ArkivAvsikt = Exclude<ArkivLage, 'klart'>;

export interface NyttArkiv {
  /** What people call it: the last part of the first path. */
  namn: string;
  /** Absolute. */
  paths: string[];
  /** As current work; see Store.offerFile. */
  lopande: boolean;
  /** The intake whose files are run again by this one. */
  om: number | null;
  /** Who took it in; null: not said. */
  av: string | null;
}

export interface Arkiv extends NyttArkiv {
  /** Counted up from 1. */
  id: number;
  /** ISO 8601, UTC: when it began, and when the last of its files ended or was offered. */
  at: string;
  andrad: string;
  lage: ArkivLage;
  /** When a person last paused it, let it go on or called it off, and who. */
  lageAt: string | null;
  lageAv: string | null;
  /** The workflow that it was last handed over to; null: its files are still being found, or were when that was cut off. */
  workflowId: string | null;
  /** Set: it reads again, by itself, what versions older than this one have read or refused; see OmlasningStore. */
  version: string | null;
  /**
   * Its contents by how they stand now; what was run again since stands as it came out then. Of one that reads again:
   * done is what this version or a newer one has read, running what is left.
   */
  files: { [status in 'total' | FileStatus]: number };
  /** Its files as they were met, those in ZIPs too: a path with its content is one, so there are as many as rows in `arkivFiler`. */
  sokvagar: number;
}

/** Why files of an intake have not come in. */
export interface ArkivOrsak {
  status: 'refused' | 'failed';
  code: string;
  /** Swedish; of one of the files where they differ. */
  reason: string;
  /** They were not read anew: their older record stays. */
  ejOmlast: boolean;
  files: number;
}

/** Files of a paused intake that came in with another one too, which has them read all the same. */
export interface DeladeFiler {
  /** The paused one, and the one by which they are read. */
  pausat: number;
  genom: number;
  namn: string;
  /** Contents: those that were read so since, or are to be, and those of them that are left. */
  filer: number;
  kvar: number;
}

/** A file that can be run again. */
export interface KanGorasOm {
  path: string;
  /** null: the path could not be read at all. */
  sha256: string | null;
  status: FileStatus;
  /** The version that its record was made by; null: it has none. */
  extractionVersion: string | null;
  /** A newer version could not read it anew. */
  ejOmlast: boolean;
}

/** A file of an intake with what was found in it: items by kind; kinds without any are left out. */
export interface ArkivFil extends FileRow {
  poster: { [typ in ItemTyp]?: number };
}

export interface ArkivSidaQuestion {
  /** Only those that stand so. */
  status?: FileStatus | undefined;
  limit: number;
  offset: number;
}

export interface ArkivSida {
  /** All that were asked for. */
  total: number;
  filer: ArkivFil[];
}

export interface ArkivStore {
  /** Begins an intake (`samlas`) and returns its id. */
  newArkiv(arkiv: NyttArkiv): Promise<number>;
  /** All, the newest first. */
  arkiv(): Promise<Arkiv[]>;
  ettArkiv(id: number): Promise<Arkiv | null>;
  /**
   * Takes away one that brought nothing: all of it was known, so that it was handed over to nobody. Its files stay, and the log
   * tells that it was; its id is never used again. @returns false, and nothing is changed, when it was handed over
   */
  slappArkiv(id: number): Promise<boolean>;
  /**
   * Keeps what is to become of it. `av`: the person who wants it so; null: the program. `samlas`: it is handed over anew.
   *
   * @param how `genast`: what is under way is called off too, which is an act of its own, once
   * @returns false, and nothing is changed, when it is not in one of the states `from`, or that act was done before
   */
  setArkivLage(
    id: number,
    lage: ArkivAvsikt,
    av: string | null,
    from: ArkivAvsikt[],
    how?: { genast?: boolean },
  ): Promise<boolean>;
  setArkivWorkflow(id: number, workflowId: string): Promise<void>;
  /** Its files, by path. */
  arkivFiler(id: number): Promise<FileRow[]>;
  /** So many of its files that are refused or failed, by path. */
  arkivEjInlasta(id: number, limit: number): Promise<FileRow[]>;
  /** The first path in it of each of these contents. */
  arkivPaths(id: number, sha256s: string[]): Promise<Map<string, string>>;
  /** Of this intake, whichever of the two it is. */
  deladeFiler(id: number): Promise<DeladeFiler[]>;
  /** Why files of it were refused or failed, the most common first. */
  arkivOrsaker(id: number): Promise<ArkivOrsak[]>;
  /** Files of an intake, or of all that were ever offered, that failed, were refused or are done. By path. */
  kanGorasOm(id: number | null): Promise<KanGorasOm[]>;
  /** The contents that are `running`, each with the newest intake that it came in with. */
  running(): Promise<{ sha256: string; arkiv: number | null }[]>;
  /** How many contents are `running`, those aside that wait in an intake that is paused. What is only to be read again is not. */
  runningUnpaused(): Promise<number>;
  /**
   * Ends those of the contents that are `running` as called off, by a program of this version; one that has a record keeps
   * it, and was only not read anew. Returns how many.
   */
  callOff(sha256s: string[], version: string): Promise<number>;
  /** Some of its files, by path, for those who look through many. */
  arkivSida(id: number, question: ArkivSidaQuestion): Promise<ArkivSida>;
}

/** What is said of a file that was called off. */
export const AVBRUTEN = {
  code: 'cancelled',
  sv: 'Inläsningen avbröts. Läs in filen igen när den ska med.',
  en: 'The intake was called off. Ingest the file again to include it.',
} as const;
