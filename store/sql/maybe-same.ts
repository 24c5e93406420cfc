/** Matters that may be one: what a person is asked to look at before they are joined. */
import type { Kysely } from 'kysely';
import type { Matter } from '../store.ts';
import { readJoins } from './joins.ts';
import { matterOf, selectMatters } from './matters.ts';
import { sammanforda } from './sammanforda.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Matters that are this one, if a number is right that nothing confirms, or by a number printed beside its own. */
export async function maybeSame(db: Db, id: string): Promise<Matter[]> {
  const found = new Set([...(await byUnsureNumber(db, id)), ...(await byAndraNummer(db, id))]);
  found.delete(id);
  if (found.size === 0) return [];
  const rows = await selectMatters(db)
    .where('id', 'in', [...found])
    .orderBy('id')
    .execute();
  return rows.map(matterOf);
}

/** The matter that an unconfirmed number means, and all that have the same one unconfirmed. */
async function byUnsureNumber(db: Db, id: string): Promise<string[]> {
  // Where a § has settled the number, what was read of it no longer matters.
  const unsure = db
    .selectFrom('arenden')
    .innerJoin('matters', 'matters.id', 'arenden.matter_id')
    .select(['matter_id', 'maybe_number'])
    .where('obekraftat', '=', 1);
  const own = await unsure.where('matter_id', '=', id).execute();
  const meant = [...new Set([id, ...own.flatMap((row) => row.maybe_number ?? [])])];
  const others = await unsure.where('maybe_number', 'in', meant).execute();
  return [...meant, ...others.map((row) => row.matter_id)];
}

/** The matters whose numbers stand beside this one's, and those beside whose number this one's stands. */
async function byAndraNummer(db: Db, id: string): Promise<string[]> {
  const resolve = await readJoins(db);
  const named = db
    .selectFrom('andra_nummer')
    .innerJoin('arenden', 'arenden.pk', 'andra_nummer.arende_pk')
    .select(['arenden.matter_id as own', 'andra_nummer.matter_id as other']);
  const names = await named.where('arenden.matter_id', '=', id).execute();
  // Who names a matter that was joined to this one names this one.
  const ids = [id, ...(await sammanforda(db, id)).map((one) => one.id)];
  const namedBy = await named.where('andra_nummer.matter_id', 'in', ids).execute();
  return [...names.map(({ other }) => resolve(other)), ...namedBy.map(({ own }) => own)];
}
