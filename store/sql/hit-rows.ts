/** Items as hits: their own columns, who is behind them, the number of their matter, and the votes of their §. */
import { type Kysely, sql } from 'kysely';
import type { Arende, Votering } from '../../extraction/record.ts';
import { partiKey } from '../person-key.ts';
import { type PermanentId, permanentIdIn } from '../postnamn.ts';
import type { Hit, HitBeslut, HitVotering, SearchQuestion } from '../search.ts';
import type { ForLasare } from '../sekretess.ts';
import { chunks } from './chunks.ts';
import { dialectOf } from './dialect.ts';
import { kallorOf } from './hit-kallor.ts';
import { permanentIds } from './postnamn.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Med = SearchQuestion['med'];

const NONE: ReadonlyMap<string, PermanentId> = new Map();

/** The items in this order, each with the number of its matter, which another file may know. */
export async function hitsOf(
  db: Db,
  pks: number[],
  { med = [], offentligt }: { med?: Med } & ForLasare,
): Promise<Hit[]> {
  if (pks.length === 0) return [];
  const rows = await db
    .selectFrom('items')
    .innerJoin('arenden', 'arenden.pk', 'items.arende_pk')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .innerJoin('matters', 'matters.id', 'arenden.matter_id')
    .leftJoin('postnamn', (join) => join.onRef('postnamn.id', '=', 'items.id').on('galler', '=', 1))
    .selectAll('items')
    .select('namn as permanent_id')
    .select(['handlingar.sha256', 'matters.id as matter_id'])
    .select(['matters.diarienummer as matter_number', 'matters.obekraftat as matter_unsure'])
    .select(dialectOf(db).jsonText(sql.ref('arenden.json'), 'sekretess').as('ground'))
    .$if(med.includes('voteringar'), (query) => query.select('arenden.json as arende'))
    .$if(med.includes('beslut'), (query) =>
      query.select((eb) =>
        eb
          .case()
          .when('items.typ', 'in', ['reservationer', 'yrkanden'])
          .then(eb.ref('arenden.json'))
          .end()
          .as('beslut'),
      ),
    )
    .$if(med.includes('inlast'), (query) =>
      query.select((eb) =>
        eb
          .selectFrom('files')
          .select((f) => f.fn.min('files.offered_at').as('at'))
          .whereRef('files.sha256', '=', 'handlingar.sha256')
          .as('inlast'),
      ),
    )
    .where('items.pk', 'in', pks)
    .execute();
  const byPk = new Map(rows.map((row) => [row.pk, row]));
  const persons = await personsOf(db, pks);
  const clauses = rows.flatMap((row) => (row.beslut ? beslutOf(row.beslut, row.id, NONE).satser : []));
  const names = await permanentIds(
    db,
    clauses.map(({ id }) => id),
  );
  const kallor = med.includes('kallor') ? await kallorOf(db, pks, offentligt) : null;
  return pks.flatMap((pk) => {
    const row = byPk.get(pk);
    if (row === undefined) return [];
    const { id, typ, text, huvudman, organ, datum, paragraf, rubrik, parti, utfall, page, sha256 } = row;
    const { diarienummer, obekraftade } = numberOf(row);
    return {
      ...{ id, typ, text, huvudman, organ, datum, diarienummer, paragraf, rubrik, parti },
      ...{ fileName: row.file_name, page, bbox: row.bbox === null ? null : JSON.parse(row.bbox) },
      ...{ sekretess: row.ground, obekraftade },
      ...{ personer: persons.get(pk) ?? [], utfall, sha256, arende: row.matter_id },
      permanentId: (row.permanent_id ?? id) as PermanentId,
      ...(med.includes('voteringar') && { voteringar: voteringarOf(row.arende ?? null) }),
      ...(row.beslut && { beslut: beslutOf(row.beslut, id, names) }),
      ...(kallor && { kallor: kallor.get(pk) ?? [] }),
      ...(med.includes('inlast') && { inlast: row.inlast ?? null }),
    };
  });
}

async function personsOf(db: Db, pks: number[]): Promise<Map<number, Hit['personer']>> {
  const persons = new Map<number, Hit['personer']>();
  for (const part of chunks(pks)) {
    const rows = await db
      .selectFrom('item_persons')
      .select(['item_pk', 'namn', 'parti'])
      .where('item_pk', 'in', part)
      .orderBy('item_pk')
      .orderBy('nr')
      .execute();
    for (const { item_pk, namn, parti } of rows) {
      const own = persons.get(item_pk);
      if (own) own.push({ namn, parti });
      else persons.set(item_pk, [{ namn, parti }]);
    }
  }
  return persons;
}

type Numbered = Pick<Tables['items'], 'diarienummer' | 'obekraftade'> & {
  matter_number: string | null;
  matter_unsure: number;
};

/** What another file knows for sure of the number goes before what this one only may have read. */
function numberOf(row: Numbered): Pick<Hit, 'diarienummer' | 'obekraftade'> {
  const fields = JSON.parse(row.obekraftade) as string[];
  const isSure = !fields.includes('diarienummer');
  if (isSure ? row.diarienummer !== null : row.matter_unsure === 1)
    return { diarienummer: row.diarienummer, obekraftade: fields };
  const others = fields.filter((field) => field !== 'diarienummer');
  const known = row.matter_number !== null && row.matter_unsure === 1 ? ['diarienummer'] : [];
  return { diarienummer: row.matter_number ?? row.diarienummer, obekraftade: [...others, ...known] };
}

function voteringarOf(arende: string | null): HitVotering[] {
  if (arende === null) return [];
  return (JSON.parse(arende) as Arende).voteringar.map((vote) => {
    const { id, ja, nej, avstar, utslag, proposition } = vote;
    return { id, ja, nej, avstar, utslag, proposition, partier: partierOf(vote) };
  });
}

/** What was decided beside a yrkande or a reservation. */
function beslutOf(json: string, id: string, names: ReadonlyMap<string, PermanentId>): HitBeslut {
  const { beslut, reservationer } = JSON.parse(json) as Arende;
  const mot = reservationer.find((one) => one.id === id)?.mot ?? [];
  const named = beslut.filter(({ nr }) => nr !== null && mot.includes(nr));
  const satser = (mot.length > 0 ? named : beslut.slice(0, 1)).map(({ id, nr, text }) => ({
    ...{ id, permanentId: permanentIdIn(names, id), nr, text },
  }));
  return { satser, antal: beslut.length, mot };
}

/** How the parties voted: one that is printed in two ways is one. */
function partierOf({ roster }: Votering): HitVotering['partier'] {
  const parties = Map.groupBy(roster, ({ person }) => partiKey(person.parti) ?? '');
  return [...parties]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
    .map(([, own]) => {
      const count = (how: (typeof own)[number]['rost']): number =>
        own.filter(({ rost }) => rost === how).length;
      return {
        ...{ parti: own[0]?.person.parti ?? null, ja: count('ja'), nej: count('nej') },
        ...{ avstar: count('avstar'), franvarande: count('franvarande') },
      };
    });
}
