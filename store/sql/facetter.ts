/** Hits counted by what they can be narrowed by, all in one question. */
import { type Kysely, sql } from 'kysely';
import type { Facetter, Facettvarde, SearchQuestion } from '../search.ts';
import { foundOnce } from './found.ts';
import { organNames } from './of-organ.ts';
import type { Tables } from './schema.ts';
import { allOf, type Where } from './search-where.ts';

type Db = Kysely<Tables>;

/** Persons and matters that are counted: those met most. */
const MOST_MET = 12;

interface Row {
  facett: Exclude<keyof Facetter, 'typ'>;
  varde: string | null;
  /** Of a body. */
  key: string | null;
  huvudman: string | null;
  antal: number;
}

/** See Facetter. Each thing is counted once for every value that it has. @param where null: nothing is found */
export async function facetter(
  db: Db,
  where: Where | null,
  { per }: Pick<SearchQuestion, 'per'>,
): Promise<Facetter> {
  const counts: Facetter = {
    ...{ typ: [], organ: [], huvudman: [], ar: [], parti: [], person: [], utfall: [], diarienummer: [] },
  };
  if (where === null) return counts;
  const ofAnyTyp = allOf(where.conditions);
  const typer = await sql<Facettvarde>`with ${foundOnce(ofAnyTyp, per, sql`i.typ`)}
    select typ as varde, count(distinct g) as antal from found group by typ`.execute(db);
  counts.typ = typer.rows.sort(mostFirst) as Facetter['typ'];
  const columns = sql`i.typ, i.huvudman_key, i.huvudman, i.organ, substr(i.datum, 1, 4) as ar, i.utfall`;
  const ofTyp = where.typ === null ? ofAnyTyp : sql`${ofAnyTyp} and ${where.typ}`;
  const persons = sql`from found join item_persons p on p.item_pk = found.pk`;
  // A § may print its body's name in another way in each file, and is counted under one; a förslag is put to several bodies.
  const { rows } = await sql<Row>`with ${foundOnce(ofTyp, per, columns)}
    select 'organ' as facett, organ as varde, huvudman_key as key, max(huvudman) as huvudman, count(distinct found.g) as antal
      from found where organ is not null and (typ = 'forslag' or pk in (select pk from hits)) group by huvudman_key, organ
    union all select 'huvudman', max(huvudman), null, null, count(distinct found.g) from found where huvudman is not null group by huvudman_key
    union all select 'ar', ar, null, null, count(distinct found.g) from found where ar is not null group by ar
    union all select 'utfall', utfall, null, null, count(distinct found.g) from found where utfall is not null group by utfall
    union all select 'parti', min(p.parti), null, null, count(distinct found.g) ${persons}
      where p.parti_key is not null group by p.parti_key
    union all select * from (select 'person', max(p.namn), null, null, count(distinct found.g) as antal ${persons}
      where p.namn_key is not null group by p.namn_key order by antal desc, p.namn_key limit ${sql.lit(MOST_MET)}) persons
    union all select * from (select 'diarienummer', m.diarienummer, null, m.huvudman, count(distinct found.g) as antal from found
      join arenden a on a.pk = found.arende_pk join matters m on m.id = a.matter_id where m.diarienummer is not null
      group by m.id, m.diarienummer, m.huvudman order by antal desc, m.id limit ${sql.lit(MOST_MET)}) numbered`.execute(
    db,
  );
  const by = Map.groupBy(rows, ({ facett }) => facett);
  const listOf = (facett: Row['facett']): Facettvarde[] =>
    (by.get(facett) ?? []).map(({ varde, antal }) => ({ varde: varde ?? '', antal })).sort(mostFirst);
  return {
    ...{ ...counts, organ: await bodies(db, by.get('organ') ?? []), huvudman: listOf('huvudman') },
    ar: listOf('ar').sort((a, b) => (a.varde < b.varde ? 1 : -1)),
    diarienummer: (by.get('diarienummer') ?? [])
      .map(({ varde, huvudman, antal }) => ({ varde: varde ?? '', huvudman, antal }))
      .sort(mostFirst),
    ...{ parti: listOf('parti'), person: listOf('person'), utfall: listOf('utfall') as Facetter['utfall'] },
  };
}

/** A body is printed in many ways; it is counted once. */
async function bodies(db: Db, rows: Row[]): Promise<Facetter['organ']> {
  if (rows.length === 0) return [];
  const indexes = new Map((await organNames(db)).map(({ huvudmanKey, index }) => [huvudmanKey, index]));
  const named = rows.map(({ varde, key, huvudman, antal }) => {
    const index = indexes.get(key ?? '');
    const organ = varde ?? '';
    return { id: `${key}:${index?.keyOf(organ)}`, varde: index?.nameOf(organ) ?? organ, huvudman, antal };
  });
  return [...Map.groupBy(named, ({ id }) => id).values()]
    .map((same) => {
      const { varde = '', huvudman = null } = same[0] ?? {};
      return { varde, huvudman, antal: same.reduce((sum, { antal }) => sum + antal, 0) };
    })
    .sort((a, b) => mostFirst(a, b) || compare(a.huvudman ?? '', b.huvudman ?? ''));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const mostFirst = (a: Facettvarde, b: Facettvarde): number => b.antal - a.antal || compare(a.varde, b.varde);
