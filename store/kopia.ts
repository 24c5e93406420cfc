/** What a store says of a copy that is being restored into it. */
export interface KopiaStore {
  /** What is being restored into this store, or was when that was broken off; null: nothing. */
  aterstalls(): Promise<string | null>;
}
