/** Matters that a person has made one. A join is followed wherever a matter is told by its key. */
import { type Insertable, type Kysely, sql } from 'kysely';
import type { Sammanforing } from '../processer.ts';
import type { Matter } from '../store.ts';
import { write } from './dialect.ts';
import { noteHandelse } from './handelselogg.ts';
import { readJoins } from './joins.ts';
import { refreshMatters, relink } from './matters.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** See ProcessStore.sammanfor. */
export async function sammanfor(
  db: Db,
  fran: string,
  till: string,
  { av, at }: { av: string; at: string },
): Promise<string[] | null> {
  return write(db, async (tx) => {
    const root = (await readJoins(tx))(till);
    if (await isJoined(tx, fran, root)) return [root];
    const [one, other] = [await matterRow(tx, fran), await matterRow(tx, root)];
    if (!one || !other || fran === root || one.huvudman_key !== other.huvudman_key) return null;
    const { huvudman_key, diarienummer, number, tail } = one;
    await tx
      .insertInto('sammanforda')
      .values({ matter_id: fran, till: root, huvudman_key, diarienummer, number, tail, at, av })
      .execute();
    await noteJoin(tx, { matter_id: fran, till: root, vad: 'sammanford', at, av });
    await tx.updateTable('arenden').set({ matter_id: root }).where('matter_id', '=', fran).execute();
    await refreshMatters(tx, [fran, root]);
    return [root];
  });
}

/** See ProcessStore.skilj. */
export async function skilj(
  db: Db,
  fran: string,
  { av, at }: { av: string; at: string },
): Promise<string[] | null> {
  return write(db, async (tx) => {
    const root = (await readJoins(tx))(fran);
    if (root === fran) return null;
    await tx.deleteFrom('sammanforda').where('matter_id', '=', fran).execute();
    await noteJoin(tx, { matter_id: fran, till: root, vad: 'skild', at, av });
    const resolve = await readJoins(tx);
    const rows = await tx
      .selectFrom('arenden')
      .select(['pk', 'by_number', 'by_paragraf', 'own'])
      .where('matter_id', '=', root)
      .execute();
    for (const { pk, by_number, by_paragraf, own } of rows) {
      const id = resolve(by_number ?? by_paragraf ?? own);
      await tx.updateTable('arenden').set({ matter_id: id }).where('pk', '=', pk).execute();
    }
    // an ärende without a number has again that of the same § elsewhere
    await relink(tx, new Set(rows.flatMap((row) => row.by_paragraf ?? [])), resolve);
    const now = await tx
      .selectFrom('arenden')
      .select('matter_id')
      .distinct()
      .where(
        'pk',
        'in',
        rows.map((row) => row.pk),
      )
      .execute();
    const touched = [...new Set([root, ...now.map((row) => row.matter_id)])].sort();
    await refreshMatters(tx, touched);
    return touched;
  });
}

/** See ProcessStore.sammanforda: also what was joined to one that was joined. */
export async function sammanforda(db: Db, till: string): Promise<Pick<Matter, 'id' | 'diarienummer'>[]> {
  const { rows } = await sql<{ id: string; diarienummer: string | null }>`
    with recursive joined(id, diarienummer) as (
      select matter_id, diarienummer from sammanforda where till = ${till}
      union select s.matter_id, s.diarienummer from sammanforda s join joined j on s.till = j.id
    ) select id, diarienummer from joined order by id`.execute(db);
  return rows;
}

/** What people have done of the kind with this matter, the latest last. */
export function sammanforingarOf(db: Db, id: string): Promise<Sammanforing[]> {
  return db
    .selectFrom('sammanforingar')
    .select(['matter_id as fran', 'till', 'vad', 'at', 'av'])
    .where((eb) => eb.or([eb('matter_id', '=', id), eb('till', '=', id)]))
    .orderBy('pk')
    .execute();
}

async function noteJoin(db: Db, row: Insertable<Tables['sammanforingar']>): Promise<void> {
  await db.insertInto('sammanforingar').values(row).execute();
  const { matter_id: fran, till, av, at } = row;
  const vad = row.vad === 'sammanford' ? 'arende-sammanfort' : 'arende-skilt';
  await noteHandelse(db, { av, vad, om: [fran, till], uppgifter: { fran, till } }, at);
}

async function isJoined(db: Db, fran: string, root: string): Promise<boolean> {
  const row = await db
    .selectFrom('sammanforda')
    .select('till')
    .where('matter_id', '=', fran)
    .executeTakeFirst();
  return row !== undefined && (await readJoins(db))(fran) === root;
}

const matterRow = (db: Db, id: string) =>
  db.selectFrom('matters').selectAll().where('id', '=', id).executeTakeFirst();
