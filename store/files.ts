/** What is known of files: what was offered, and what became of it. */
import type { ItemTyp } from '../extraction/item-types.ts';

/** done: read and saved; refused: the input is at fault; failed: ours, after all retries; running: under way. */
export type FileStatus = 'done' | 'refused' | 'failed' | 'running';

/** Why a file was refused or failed, in words a registrator understands. */
export interface Reason {
  /** Stable, e.g. "encrypted"; the codes of extraction/refusal.ts, or one of ours for a failure. */
  code: string;
  sv: string;
  en: string;
}

/** What became of a content. `reason` goes with refused and failed, and only with them. */
export type Outcome =
  | { status: 'running' | 'done'; reason?: undefined; nekadAv?: undefined }
  | {
      status: 'refused' | 'failed';
      reason: Reason;
      /** Version of the rules that refused it: a newer one may read it. */
      nekadAv?: string | undefined;
    };

/** Why a content that has been read was not read anew: its older record stays. */
export interface EjOmlast {
  status: 'refused' | 'failed';
  /** Of the rules that could not read it. */
  version: string;
  code: string;
  /** Swedish. */
  reason: string;
  reasonEn: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** One offered path with its content, as `status --files --json` prints it (plus what follows `reason`). */
export interface FileRow {
  path: string;
  /** null when the file could not be read at all. */
  sha256: string | null;
  status: FileStatus;
  code: string | null;
  /** Swedish. */
  reason: string | null;
  reasonEn: string | null;
  /** ISO 8601, UTC: when the path was first offered, and when its content's status last changed. */
  offeredAt: string;
  changedAt: string;
  /** Set: it is done, by an older reading than the latest that was tried. */
  ejOmlast: EjOmlast | null;
}

/** `status --json`. `files` counts distinct contents (a path that could not be read counts as one). */
export interface StatusAnswer {
  files: { total: number; done: number; refused: number; failed: number; running: number };
  items: { [typ in ItemTyp]: number };
  arenden: number;
  /** Files as they were met, those in ZIPs too: as many as rows in `files()`. */
  sokvagar: number;
}

/** What is known of a content: its outcome and which extraction version its record was made by (null: no record). */
export interface ContentState {
  sha256: string;
  status: FileStatus;
  code: string | null;
  extractionVersion: string | null;
  /** Version of the rules that refused it; null: not refused, or not noted. */
  nekadAv: string | null;
  /** Version of the rules that last could not read it anew; null: none, or it has been read since. */
  ejOmlastAv: string | null;
}
