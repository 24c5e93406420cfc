/**
 * What one SQL database does otherwise than another. kysely hands its adapter along with every connection and transaction,
 * and ours knows this too: whoever has the database has what is its own.
 */
import type { Dialect, Kysely, RawBuilder } from 'kysely';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

export interface SqlDialect {
  /**
   * Runs `work` in a transaction, such that all that is written could have been written one after the other. `work` may
   * be run again from its beginning, when others wrote what it had read: it must do nothing but ask and write here.
   */
  write<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T>;
  /** Runs several questions as of one moment, where others write in between. */
  read<T>(db: Db, ask: (db: Db) => Promise<T>): Promise<T>;
  /** So many numbers for new rows, rising; nobody else gets them. In a transaction that writes. */
  newPks(tx: Db, table: 'handlingar' | 'arenden' | 'items', count: number): Promise<number[]>;
  /** The text of a name at the top of a JSON document; null where it has none. */
  jsonText(json: RawBuilder<unknown>, name: string): RawBuilder<string | null>;
  /** What the database takes on the disk, bytes. */
  bytes(db: Db): Promise<number>;
  fulltext: Fulltext;
}

/** Stems that stand side by side in this order. They are letters and digits only. */
export type Sequence = readonly string[];

/** The full-text index of the items. `pk` in the conditions is an expression for an item's pk. */
export interface Fulltext {
  /** Takes in new items by their stems, and the stems into the vocabulary. */
  index(tx: Db, items: { pk: number; text: string[]; around: string[] }[]): Promise<void>;
  /**
   * Takes a file's items out, which are removed next. Their stems stay in the vocabulary: one that nothing has finds
   * nothing.
   */
  unindex(tx: Db, sha256: string): Promise<void>;
  /** Stems of the vocabulary that hold these three letters or more; others may be among them. */
  stemsWith(db: Db, letters: string): Promise<string[]>;
  /** That the item has any of the sequences, in its text or around it. */
  any(pk: RawBuilder<unknown>, sequences: readonly Sequence[]): RawBuilder<boolean>;
  /** That it has one sequence of each group; `where`: in its text alone, or around it too. */
  all(
    pk: RawBuilder<unknown>,
    groups: readonly (readonly Sequence[])[],
    where: 'text' | 'anywhere',
  ): RawBuilder<boolean>;
}

/** kysely's own dialect, with what is ours. */
export function withOwn(dialect: Dialect, own: SqlDialect): Dialect {
  return {
    createAdapter: () => Object.assign(dialect.createAdapter(), { own }),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

export function dialectOf(db: Db): SqlDialect {
  const { own } = db.getExecutor().adapter as { own?: SqlDialect };
  if (own === undefined) throw new Error('the database was opened without its dialect');
  return own;
}

/** See SqlDialect.write; inside a transaction it is part of that. Everything that writes goes through here. */
export function write<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : dialectOf(db).write(db, work);
}

/** See SqlDialect.read; inside a transaction it is part of that. */
export function read<T>(db: Db, ask: (db: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? ask(db) : dialectOf(db).read(db, ask);
}
