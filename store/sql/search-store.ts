/** What is found by words, by id and by name. */
import { type Kysely, sql } from 'kysely';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { OfHuvudman } from '../matter.ts';
import { personKey } from '../person-key.ts';
import type { Personuppgift, Punkt, SearchStore } from '../search.ts';
import type { ForLasare } from '../sekretess.ts';
import { read } from './dialect.ts';
import { handlingarIn } from './handling-rows.ts';
import { hitsOf } from './hit-rows.ts';
import { liknande } from './liknande.ts';
import { matter } from './matters.ts';
import { itemId, otherCounted, tidigare } from './postnamn.ts';
import { sameItem } from './samma.ts';
import type { Tables } from './schema.ts';
import { search } from './search.ts';
import { isOpenItem } from './sekretess.ts';

type Db = Kysely<Tables>;

export const searchStore = (db: Db): SearchStore => ({
  search: (question) => read(db, (at) => search(at, question)),
  punkt: (id, of = {}) => read(db, (at) => punkt(at, id, of)),
  liknande: (word, of = {}) => read(db, (at) => liknande(at, word, of)),
  person: (namn, of = {}) => read(db, (at) => person(at, namn, of)),
});

async function punkt(db: Db, asked: string, of: ForLasare): Promise<Punkt | null> {
  const id = await itemId(db, asked);
  if (id === null) return null;
  const row = await db
    .selectFrom('items as i')
    .innerJoin('arenden', 'arenden.pk', 'i.arende_pk')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select(['i.pk as item', 'handlingar.pk', 'handlingar.json', 'arenden.json as arende'])
    .where('i.id', '=', id)
    .$if(of.offentligt === true, (query) => query.where(isOpenItem()))
    .orderBy('i.pk')
    .executeTakeFirst();
  if (row === undefined) return null;
  const [hit] = await hitsOf(db, [row.item], { ...of, med: ['voteringar', 'inlast', 'beslut'] });
  const [found] = handlingarIn([row]);
  if (hit === undefined || found === undefined) return null;
  return {
    ...{ hit, handling: found.handling, matter: await matter(db, hit.arende) },
    tidigare: await tidigare(db, hit, of),
    annan: id === asked ? null : await otherCounted(db, asked, of),
  };
}

async function person(
  db: Db,
  namn: string,
  { huvudman, offentligt }: OfHuvudman & ForLasare,
): Promise<Personuppgift | null> {
  const { rows } = await sql<Met>`select p.namn, p.parti_key, min(p.parti) as parti, i.huvudman_key,
      max(i.huvudman) as huvudman, min(i.datum) as forst, max(i.datum) as sist, count(distinct ${sameItem()}) as antal
    from item_persons p join items i on i.pk = p.item_pk
    where p.namn_key = ${personKey(namn) ?? ''} and ${offentligt ? isOpenItem() : sql`1 = 1`}
      and ${huvudman === undefined ? sql`1 = 1` : sql`i.huvudman_key = ${huvudmanKey(huvudman)}`}
    group by p.namn, p.parti_key, i.huvudman_key order by antal desc, p.namn, p.parti_key, i.huvudman_key`.execute(
    db,
  );
  const [first] = rows;
  if (first === undefined) return null;
  const sum = (some: Met[]): number => some.reduce((all, { antal }) => all + antal, 0);
  const parties = Map.groupBy(rows, ({ parti_key }) => parti_key);
  return {
    ...{ namn: mostMet(rows) ?? first.namn, antal: sum(rows) },
    huvudman: [...new Map(rows.map((row) => [row.huvudman_key, row.huvudman])).values()]
      .flatMap((name) => name ?? [])
      .sort(),
    partier: [...parties.values()]
      .flatMap((own) => {
        const parti = own.flatMap((row) => row.parti ?? []).sort()[0];
        const days = own.flatMap(({ forst, sist }) => [forst, sist].filter((day) => day !== null)).sort();
        if (parti === undefined) return [];
        return { parti, antal: sum(own), forst: days[0] ?? null, sist: days.at(-1) ?? null };
      })
      .sort((a, b) => latest(a, b, 'sist') || latest(a, b, 'forst') || (a.parti < b.parti ? -1 : 1)),
  };
}

type Days = Pick<Personuppgift['partier'][number], 'forst' | 'sist'>;

/** What has the later day first. */
function latest(a: Days, b: Days, of: keyof Days): number {
  const [one, other] = [a[of] ?? '', b[of] ?? ''];
  return one === other ? 0 : one < other ? 1 : -1;
}

interface Met {
  namn: string;
  parti_key: string | null;
  parti: string | null;
  huvudman_key: string;
  huvudman: string | null;
  forst: string | null;
  sist: string | null;
  antal: number;
}

/** The name as most often printed. */
function mostMet(rows: Met[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { namn, antal } of rows) counts.set(namn, (counts.get(namn) ?? 0) + antal);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1))[0]?.[0];
}
