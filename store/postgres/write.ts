/**
 * Writing where several processes write at once. Every transaction sees the database as of one moment, and PostgreSQL ends
 * one of those that could not have come one after the other; that one begins again when it is alone: nobody loses for
 * ever, however many write.
 */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../sql/schema.ts';

type Db = Kysely<Tables>;

/**
 * Tries beside other writers, and then alone. Of two that save files at once every seventh try is lost, of four every fourth,
 * and whoever loses once mostly loses again: neither more tries side by side nor none were faster (docs/cluster.md).
 */
const TOGETHER = 1;
const ALONE = 3;

/**
 * What a lost race is told as: could not serialize, deadlock, and a row that another has just written (which is told as
 * the first only where it was looked for before).
 */
const LOST = new Set(['40001', '40P01', '23505']);

/** See SqlDialect.write. */
export async function write<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const mode = sql.raw(tries > TOGETHER ? 'exclusive' : 'row share');
    try {
      return await db
        .transaction()
        .setIsolationLevel('serializable')
        .execute(async (tx) => {
          // the first statement: what the transaction sees is as of the moment after it
          await sql`lock table writers in ${mode} mode`.execute(tx);
          return work(tx);
        });
    } catch (error) {
      if (!LOST.has((error as { code?: string }).code ?? '') || tries === TOGETHER + ALONE) throw error;
    }
  }
}
