/** What readers (läsare) are not shown: by matters, for what a § keeps secret its memorandum must not tell. */

export interface SekretessStore {
  /** Those of the matters in which a § names a ground of secrecy, or that have the title of one. */
  hemligaMatters(ids: readonly string[]): Promise<Set<string>>;
  /** Ids of the file's ärenden that are of such matters, and of its letters without ärenden that are. */
  hemligaArenden(sha256: string): Promise<string[]>;
  /**
   * Those of the names that files have which may tell what such a matter is of: of a letter in it, and of what holds nothing
   * else. Minutes are called after the meeting.
   */
  hemligaFilnamn(fileNames: readonly string[]): Promise<Set<string>>;
}

/** Leaves out of an answer whatever readers are not shown whole, so that neither a hit nor a number tells of it. */
export interface ForLasare {
  offentligt?: boolean | undefined;
}
