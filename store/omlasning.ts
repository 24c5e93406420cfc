/** What an older version of the program has read, and a newer one is to read again. */
import type { Arkiv } from './arkiv.ts';
import type { FileStatus, Reason } from './files.ts';

/** So many contents that one version read or refused. */
export interface Foraldrade {
  /** null: refused, and by which version was not noted. */
  version: string | null;
  antal: number;
}

export interface OmlasningStore {
  /**
   * How many contents were read or refused by a version older than this one, or by one that was not noted; the oldest
   * first. What failed is not among them, nor what this version or a newer one could not read, nor what was refused
   * without its bytes being kept.
   */
  foraldrade(version: string): Promise<Foraldrade[]>;
  /** sha256 of those contents: current work first, then the latest. */
  foraldradeFiler(version: string): Promise<string[]>;
  /**
   * Keeps these contents as an intake that reads them again up to this version. One that is not finished goes on with them,
   * also when it was begun for an older version; one that was called off stays so until there is a newer version.
   */
  beginOmlasning(version: string, contents: string[]): Promise<Arkiv>;
  /**
   * What a reading by this version that came to nothing leaves. A content that has a record keeps it and is done, with why it
   * was not read anew; any other is refused or failed.
   *
   * @returns how the content stands then
   */
  endUnread(
    sha256: string,
    end: { status: 'refused' | 'failed'; reason: Reason; version: string },
  ): Promise<FileStatus>;
  /** How many contents were not read anew, and have their older record. */
  ejOmlasta(): Promise<number>;
}
