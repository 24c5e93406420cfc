/** What an older version of the program has read, and a newer one is to read again. */

/** So many contents that one version read or refused. */
export interface Foraldrade {
  /** null: refused, and by which version was not noted. */
  version: string | null;
  antal: number;
}

export interface OmlasningStore {
  /**
   * How many contents were read or refused by a version older than this one, or by one that was not noted; the oldest
   * first. What failed is not among them, nor what was refused without its bytes being kept.
   */
  foraldrade(version: string): Promise<Foraldrade[]>;
  /** sha256 of those contents: current work first, then the latest. */
  foraldradeFiler(version: string): Promise<string[]>;
}
