/** What SQLite does in its own way. */
import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { SqlDialect } from '../sql/dialect.ts';
import type { Tables } from '../sql/schema.ts';
import { BUSY_MS, isBusy, LOOK_AGAIN_MS } from './busy.ts';
import { fulltext } from './fulltext.ts';

export const sqliteDialect: SqlDialect = {
  // one writer at a time, from its beginning to its end: see connection.ts
  async write(db, work) {
    for (const end = Date.now() + BUSY_MS; ; ) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (!isBusy(error) || Date.now() > end) throw error;
        // the connection is free meanwhile: what is only asked need not wait
        await setTimeout(LOOK_AGAIN_MS);
      }
    }
  },
  read: (db, ask) => ask(db),
  async newPks(tx, table, count) {
    const last = await lastPk(tx, table);
    return Array.from({ length: count }, (_, i) => last + 1 + i);
  },
  jsonText: (json, name) => sql`json_extract(${json}, ${sql.lit(`$.${name}`)})`,
  /** The bytes of all pages of the file, free ones too. */
  async bytes(db) {
    const { rows } = await sql<{ bytes: number }>`
      select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`.execute(db);
    return rows[0]?.bytes ?? 0;
  },
  fulltext,
};

async function lastPk(db: Kysely<Tables>, table: 'handlingar' | 'arenden' | 'items'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max<number | null>('pk').as('pk'))
    .executeTakeFirst();
  return row?.pk ?? 0;
}
