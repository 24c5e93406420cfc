/**
 * A store as a copy holds it: the rows that files and people gave, as they were at one moment, whatever the database.
 * What follows from them (ways, inboxes, the search index) is in no copy: it is derived anew where the copy is restored.
 */
import type { Store } from './store.ts';

/** A row as the database has it: names of columns with texts, numbers and nulls. */
export type Rad = { [kolumn: string]: unknown };

/** Rows given to `insert` at a time. */
export const RADER = 400;

/** A store at one moment, however long it takes to read it. */
export interface Avbild {
  /** The number of the database's newest migration. */
  schema: number;
  /** In an order in which they can be filled again. */
  tables: string[];
  rows(table: string): AsyncIterable<Rad>;
  close(): Promise<void>;
}

/** An empty store that is being filled with what a copy holds. Until `release` no store opens on it; see Store.aterstalls. */
export interface Fyllning {
  /** At most RADER rows. */
  insert(table: string, rows: Rad[]): Promise<void>;
  count(table: string): Promise<number>;
  /** Brings the schema up to this program's. Everything that follows from the rows is to be derived by `catchUp`. */
  finish(): Promise<Store>;
  /** Says that all is there. */
  release(): Promise<void>;
  close(): Promise<void>;
}
