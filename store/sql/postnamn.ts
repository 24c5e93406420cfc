/** Items by what they are called for ever, and what they said in earlier readings. */
import { type Kysely, sql } from 'kysely';
import type { Lydelse, PermanentId, PostnamnStore } from '../postnamn.ts';
import type { Hit } from '../search.ts';
import type { ForLasare } from '../sekretess.ts';
import { chunks } from './chunks.ts';
import { read } from './dialect.ts';
import { matterId } from './follow-arenden.ts';
import { type KeptItem, seenOf } from './follow-items.ts';
import type { Tables } from './schema.ts';
import { isOpenItem, isOpenMatter } from './sekretess.ts';

type Db = Kysely<Tables>;

export const postnamnStore = (db: Db): PostnamnStore => ({
  permanentIds: (ids) => permanentIds(db, ids),
  itemId: (permanentId) => itemId(db, permanentId),
  matterId: (id) => read(db, (at) => matterId(at, id)),
  borta: (permanentId, of = {}) =>
    read(db, async (at) => {
      const gone = await at
        .selectFrom('postnamn')
        .select('namn')
        .where('namn', '=', permanentId)
        .where('slag', '=', 'post')
        .where('id', 'is', null)
        .executeTakeFirst();
      if (gone === undefined) return null;
      const lydelser = await lydelserOf(at, [permanentId], of);
      return lydelser.length === 0 ? null : { permanentId, lydelser };
    }),
});

/** See PostnamnStore.permanentIds. */
export async function permanentIds(db: Db, ids: Iterable<string>): Promise<Map<string, PermanentId>> {
  const names = new Map<string, PermanentId>();
  for (const part of chunks([...new Set(ids)])) {
    const rows = await db
      .selectFrom('postnamn')
      .select(['id', 'namn'])
      .where('id', 'in', part)
      .where('galler', '=', 1)
      .execute();
    for (const { id, namn } of rows) if (id !== null && id !== namn) names.set(id, namn as PermanentId);
  }
  return names;
}

/** See PostnamnStore.itemId. */
export async function itemId(db: Db, permanentId: string): Promise<string | null> {
  const row = await db.selectFrom('postnamn').select('id').where('namn', '=', permanentId).executeTakeFirst();
  return row === undefined ? permanentId : row.id;
}

/** The permanent id of the item that the newest reading counts so; null: none that may be seen. */
export async function otherCounted(
  db: Db,
  id: string,
  { offentligt }: ForLasare,
): Promise<PermanentId | null> {
  const row = await db
    .selectFrom('items as i')
    .leftJoin('postnamn', (join) => join.onRef('postnamn.id', '=', 'i.id').on('galler', '=', 1))
    .select(['i.id', 'namn'])
    .where('i.id', '=', id)
    .$if(offentligt === true, (query) => query.where(isOpenItem()))
    .executeTakeFirst();
  return row === undefined ? null : ((row.namn ?? row.id) as PermanentId);
}

/** What an item that is there, and all that became a part of it, said before. */
export async function tidigare(db: Db, hit: Hit, of: ForLasare): Promise<Lydelse[]> {
  const rows = await db.selectFrom('postnamn').select('namn').where('id', '=', hit.id).execute();
  const all = await lydelserOf(db, [...new Set([hit.permanentId, ...rows.map(({ namn }) => namn)])], of);
  return all.filter((one) => seenOf(one) !== seenOf(hit));
}

async function lydelserOf(db: Db, names: string[], { offentligt }: ForLasare): Promise<Lydelse[]> {
  const rows = await db
    .selectFrom('lydelser')
    .select(['json', 'till', 'sha256', 'matter_id'])
    .where('namn', 'in', names)
    // what readers did not see then, they do not learn from what is left of it
    .$if(offentligt === true, (query) =>
      query.where('offentlig', '=', 1).where(isOpenMatter(sql.ref('lydelser.matter_id'))),
    )
    .orderBy('till', 'desc')
    .orderBy('nr', 'desc')
    .orderBy('namn')
    .execute();
  if (offentligt === true && rows[0] && (await holdsSecret(db, rows[0].sha256))) return [];
  return rows.map(({ json, till, matter_id }) => {
    const { told: _, ...kept } = JSON.parse(json) as KeptItem;
    return { ...kept, arende: matter_id, at: till };
  });
}

/** Whether anything in a file is secret, as it is read now: what was read anywhere in it before may be of that. */
async function holdsSecret(db: Db, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('arenden')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select('arenden.pk')
    .where('handlingar.sha256', '=', sha256)
    .where(sql<boolean>`not ${isOpenMatter(sql.ref('arenden.matter_id'))}`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
