/** By what a store is known, so that no process takes the files or the engine of another installation for its own. */
export interface InstallationStore {
  /** Its id, which is made when it is first asked for and never changes. */
  installation(): Promise<string>;
  /** The mark of the place where its blobs are; null: none is noted yet. */
  fillager(): Promise<string | null>;
  /** Notes the mark, unless there is one. @returns the one that holds */
  noteFillager(marke: string): Promise<string>;
  /** Of the contents that were read or are to be, the ones that changed first and last: at most `most`. */
  nagraFiler(most: number): Promise<string[]>;
}
