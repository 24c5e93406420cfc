/** What PostgreSQL does in its own way. */
import { type Kysely, sql } from 'kysely';
import type { SqlDialect } from '../sql/dialect.ts';
import type { Tables } from '../sql/schema.ts';
import { fulltext } from './fulltext.ts';
import { write as writeInTurn } from './write.ts';

/** @param beside a connection of its own for what is written beside a transaction; see fulltext.ts */
export const postgresDialect = (
  beside: Kysely<Tables>,
  write: SqlDialect['write'] = writeInTurn,
): SqlDialect => ({
  write,
  read: (db, ask) =>
    db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(ask),
  async newPks(tx, table, count) {
    if (count === 0) return [];
    const { rows } = await sql<{ pk: number }>`select nextval(pg_get_serial_sequence(${table}, 'pk')) as pk
      from generate_series(1, ${sql.lit(count)})`.execute(tx);
    return rows.map(({ pk }) => pk);
  },
  jsonText: (json, name) => sql`(${json}::json ->> ${sql.lit(name)})`,
  async bytes(db) {
    const { rows } = await sql<{ bytes: number }>`
      select pg_database_size(current_database()) as bytes`.execute(db);
    return Number(rows[0]?.bytes ?? 0);
  },
  fulltext: fulltext(beside),
});
