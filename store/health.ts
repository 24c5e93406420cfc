/** What a database says of itself, without being changed or brought up to this program. */
export interface DatabaseHealth {
  /** "SQLite" and its file, or the server. */
  name: string;
  bytes: number;
  /** The number of its newest migration, and of this program's. */
  schema: number;
  newest: number;
  /** Its rows were derived by this program's rules. */
  derived: boolean;
  /** What is being restored into it, or was when that was broken off. */
  restoring: string | null;
  /** The mark of the blobs that belong to it; see InstallationStore. */
  fillager: string | null;
  /** Somebody writes to it now, for longer than was waited. */
  locked: boolean;
  /** "ok", what is damaged, or null: not looked at, since it takes long. */
  integrity: string | null;
}
