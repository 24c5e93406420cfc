/** What people have made one, followed from a matter's key. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** What a matter's key means once joins are followed. */
export type Resolve = (id: string) => string;

/** Reads all joins; a person makes them one by one, so that they are few. */
export async function readJoins(db: Kysely<Tables>): Promise<Resolve> {
  const rows = await db.selectFrom('sammanforda').select(['matter_id', 'till']).execute();
  const till = new Map(rows.map((row) => [row.matter_id, row.till]));
  return (id) => {
    let at = id;
    for (let next = till.get(at); next !== undefined; next = till.get(at)) at = next;
    return at;
  };
}
