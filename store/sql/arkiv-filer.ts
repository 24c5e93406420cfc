/** Which files came in with which intake. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Notes that a path and content came in with an intake. */
export async function noteInArkiv(
  db: Db,
  id: number | undefined,
  path: string,
  sha256: string,
): Promise<void> {
  if (id === undefined) return;
  await db
    .insertInto('arkiv_filer')
    .values({ arkiv: id, path, sha256 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What could not be read before was read now: the intakes that it came in with have it. */
export async function readAfterAll(db: Db, path: string, before: string, sha256: string): Promise<void> {
  const of = await db.deleteFrom('arkiv_filer').where('sha256', '=', before).returning('arkiv').execute();
  for (const { arkiv: id } of of) await noteInArkiv(db, Number(id), path, sha256);
}
