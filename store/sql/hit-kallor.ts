/** Where else an item stands: the others that are one with it. */
import { type Kysely, sql } from 'kysely';
import type { Handling } from '../../extraction/record.ts';
import { permanentIdIn } from '../postnamn.ts';
import type { HitKalla } from '../search.ts';
import { permanentIds } from './postnamn.ts';
import { sameItem } from './samma.ts';
import type { Tables } from './schema.ts';
import { isOpenItem } from './sekretess.ts';

interface Row extends Omit<HitKalla, 'justerad' | 'permanentId'> {
  pk: number;
  g: number;
  handling: string;
}

/** Of each item all that are one with it, itself first, then the best version. @param offentligt only what readers may see */
export async function kallorOf(
  db: Kysely<Tables>,
  pks: readonly number[],
  offentligt: boolean | undefined,
): Promise<Map<number, HitKalla[]>> {
  const own = sql.join(pks);
  // by their §§ and matters, which have indexes
  const { rows } = await sql<Row>`with asked as materialized (
      select i.pk, ${sameItem()} as g, i.typ, a.by_paragraf, a.matter_id from items i join arenden a on a.pk = i.arende_pk where i.pk in (${own})
    ), around as materialized (
      select a.pk from arenden a where a.by_paragraf in (select by_paragraf from asked)
      union select a.pk from arenden a where a.matter_id in (select matter_id from asked where typ = 'forslag')
    )
    select i.pk, ${sameItem()} as g, i.id, i.page, i.file_name as "fileName", h.sha256, h.kind, h.organ, h.datum,
      h.json as handling
    from around join items i on i.arende_pk = around.pk
      join arenden a on a.pk = i.arende_pk join handlingar h on h.pk = a.handling_pk
    where ${sameItem()} in (select g from asked)
      and ${offentligt ? isOpenItem() : sql`1 = 1`}
    order by (case when i.samma is null then 0 else 1 end), h.datum desc, i.file_name, i.id`.execute(db);
  const names = await permanentIds(
    db,
    rows.map(({ id }) => id),
  );
  const kallaOf = ({ pk: _, g: __, handling, ...kalla }: Row): HitKalla => ({
    ...kalla,
    permanentId: permanentIdIn(names, kalla.id),
    justerad: (JSON.parse(handling) as Handling).anslag?.justerad ?? null,
  });
  const groups = Map.groupBy(rows, ({ g }) => g);
  const groupOf = new Map(rows.map(({ pk, g }) => [pk, g]));
  return new Map(
    pks.map((asked) => {
      const group = groups.get(groupOf.get(asked) ?? asked) ?? [];
      const first = group.filter(({ pk }) => pk === asked);
      return [asked, [...first, ...group.filter(({ pk }) => pk !== asked)].map(kallaOf)];
    }),
  );
}
