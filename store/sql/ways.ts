/** The ways of matters and the inboxes, as the routing computed them. */
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Vantan } from '../../diarium/way/types.ts';
import { huvudmanKey, type OrganIndex, organIndex } from '../../extraction/routing/organ.ts';
import type { ForLasare } from '../sekretess.ts';
import type {
  ArendeAnswer,
  Choices,
  ComputeWay,
  InkorgAnswer,
  InkorgPost,
  InkorgQuestion,
  Mottagarrad,
  OfHuvudman,
  Post,
  Steg,
  Way,
} from '../store.ts';
import { saveVantningar } from './bevakning.ts';
import { chunks } from './chunks.ts';
import { write } from './dialect.ts';
import { latestHandlingar } from './latest-handlingar.ts';
import { findMatters, handlingar, matter } from './matters.ts';
import { maybeSame } from './maybe-same.ts';
import { allNameGroups, nameGroupsOf } from './organ-poster.ts';
import { markedPosts } from './postmarken.ts';
import { rowJson } from './row-json.ts';
import { sammanforda, sammanforingarOf } from './sammanforda.ts';
import type { Tables } from './schema.ts';
import { isOpenMatter } from './sekretess.ts';

type Db = Kysely<Tables>;
/** As an earlier version of the program may have kept it, until the ways are computed anew. */
type Kept<T extends { obekraftade: string[] }> = Omit<T, 'obekraftade'> & Partial<Pick<T, 'obekraftade'>>;

/** See Store.updateWay. */
export async function updateWay(db: Db, id: string, compute: ComputeWay): Promise<Way | null> {
  return write(db, async (tx) => {
    const known = await matter(tx, id);
    if (known === null) return null;
    const lika = await nameGroupsOf(tx, huvudmanKey(known.huvudman));
    const computed = compute(await handlingar(tx, id), known, lika);
    const way = { ...computed, poster: await markedPosts(tx, computed.poster) };
    const before = JSON.stringify(await keptWay(tx, id));
    await tx.deleteFrom('ways').where('matter_id', '=', id).execute();
    await tx.deleteFrom('poster').where('matter_id', '=', id).execute();
    await tx
      .insertInto('ways')
      .values({
        matter_id: id,
        hos: way.hos,
        avslutat: way.avslutat ? 1 : 0,
        steg: rowJson(way.steg),
        typ: way.typ,
        vantar: rowJson(way.vantar),
      })
      .execute();
    const { huvudman } = known;
    const owner = { matter_id: id, huvudman, huvudman_key: huvudmanKey(huvudman) };
    const poster = way.poster.map((post, nr) => {
      const { mottagare, status, datum } = post;
      return { ...owner, nr, mottagare, status, datum, json: rowJson(post) };
    });
    for (const part of chunks(poster)) await tx.insertInto('poster').values(part).execute();
    await saveVantningar(tx, known, way);
    await tx.updateTable('matters').set({ stale: 0 }).where('id', '=', id).execute();
    if (before !== JSON.stringify(await keptWay(tx, id))) await noteChange(tx, id, way);
    return way;
  });
}

/** All that is kept of a matter's way. */
async function keptWay(db: Db, id: string) {
  const ways = await db.selectFrom('ways').selectAll().where('matter_id', '=', id).execute();
  const poster = await db
    .selectFrom('poster')
    .select('json')
    .where('matter_id', '=', id)
    .orderBy('nr')
    .execute();
  return { ways, poster };
}

/**
 * The matter's process is to be told that its way changed. A closed matter is rows and has none, unless one still follows
 * it, is just being told of it, or something of it may have to be sent.
 */
const noteChange = (db: Db, id: string, { avslutat }: Way) => noteToWake(db, [id], { ifFollowed: avslutat });

/** What waits for a person has changed: the processes that may send something are to look again. */
export async function noteDecided(db: Db, ids: string[]): Promise<void> {
  for (const part of chunks(ids)) await noteToWake(db, part, { ifFollowed: true });
}

async function noteToWake(db: Db, ids: string[], { ifFollowed }: { ifFollowed: boolean }): Promise<void> {
  await db
    .updateTable('matters')
    .set((eb) => ({ wake: eb('wake', '+', 1) }))
    .where('id', 'in', ids)
    .$if(ifFollowed, (query) =>
      query.where((eb) => eb.or([eb('lever', '=', 1), eb('wake', '>', 0), eb.exists(lopandeParts(eb))])),
    )
    .execute();
}

const lopandeParts = (eb: ExpressionBuilder<Tables, 'matters'>) =>
  eb
    .selectFrom('arenden')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .innerJoin('contents', 'contents.sha256', 'handlingar.sha256')
    .select('arenden.pk')
    .whereRef('arenden.matter_id', '=', 'matters.id')
    .where('lopande', '=', 1);

export async function staleMatters(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('matters').select('id').where('stale', '=', 1).orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** See Store.arende. */
export async function arende(db: Db, text: string, of: OfHuvudman): Promise<ArendeAnswer | Choices | null> {
  const all = await findMatters(db, text, of);
  const sure = all.filter(({ obekraftade }) => obekraftade.length === 0);
  // An unconfirmed number answers only where no matter has it for sure; there it is told of as a likeness.
  const [found, ...others] = sure.length > 0 ? sure : all;
  if (found === undefined) return null;
  if (others.length > 0) {
    return {
      choices: [found, ...others].map(({ id, huvudman, diarienummer, rubrik, obekraftade }) => ({
        ...{ huvudman, diarienummer, label: rubrik, ...(obekraftade.length > 0 && { id }) },
      })),
    };
  }
  const way = await db.selectFrom('ways').selectAll().where('matter_id', '=', found.id).executeTakeFirst();
  const { huvudman, diarienummer, rubrik, obekraftade } = found;
  const { utelamnade } = await latestHandlingar(db, found.id);
  const steg = way === undefined ? [] : (JSON.parse(way.steg) as Kept<Steg>[]);
  return {
    ...{
      id: found.id,
      huvudman,
      diarienummer,
      rubrik,
      steg: steg.map((one) => ({ ...one, obekraftade: one.obekraftade ?? [] })),
    },
    ...{ hos: way?.hos ?? null, avslutat: way?.avslutat === 1 },
    typ: way?.typ ?? 'ovrigt',
    vantar: JSON.parse(way?.vantar ?? '[]') as Vantan[],
    aven: (await sammanforda(db, found.id)).flatMap((one) => one.diarienummer ?? []),
    sammanforingar: await sammanforingarOf(db, found.id),
    ...{ obekraftade, kanHoraIhop: await maybeSame(db, found.id) },
    ...(utelamnade > 0 && { utelamnade }),
  };
}

/** See Store.inkorg. A recipient's names are told to be one inside each huvudman, never across. */
export async function inkorg(
  db: Db,
  asked: string,
  of: InkorgQuestion,
): Promise<InkorgAnswer | Choices | null> {
  const inboxes = groupByHuvudman(await mottagarnamn(db, of));
  const indexes = await indexesOf(db, inboxes);
  const candidates = inboxes.flatMap((rows, i) => {
    const huvudman = rows[0]?.huvudman ?? null;
    const index = indexes[i] as OrganIndex;
    const key = index.keyOf(asked);
    const own = rows.filter((row) => index.keyOf(row.mottagare) === key);
    const names = own.map((row) => row.mottagare);
    const poster = own.reduce((sum, row) => sum + row.poster, 0);
    const mottagare = index.nameOf(names[0] ?? asked);
    return names.length === 0
      ? []
      : [{ huvudman, huvudmanKey: rows[0]?.huvudman_key ?? '', mottagare, names, poster }];
  });
  const [found, ...others] = candidates;
  if (found === undefined) return null;
  if (others.length > 0) {
    return {
      choices: candidates.map(({ huvudman, mottagare }) => ({
        ...{ huvudman, diarienummer: null, label: mottagare },
      })),
    };
  }
  const { limit = Number.MAX_SAFE_INTEGER, offset = 0 } = of;
  const rows = await db
    .selectFrom('poster')
    .innerJoin('matters', 'matters.id', 'poster.matter_id')
    .select(['matter_id', 'matters.huvudman', 'diarienummer', 'obekraftat', 'json'])
    .where('mottagare', 'in', found.names)
    .where('poster.huvudman_key', '=', found.huvudmanKey)
    .$if(of.offentligt === true, (query) => query.where(isOpenMatter(sql.ref('poster.matter_id'))))
    // what is still to be done first, and of that the oldest first; else in order of their matters
    .orderBy((eb) => eb('status', 'in', ['behandlad', 'avvisad']))
    .orderBy((eb) => eb.fn.coalesce('poster.datum', sql.lit('9999')))
    .orderBy('matters.number', (order) => order.asc().nullsFirst())
    .orderBy('matter_id')
    .orderBy('nr')
    .limit(limit)
    .offset(offset)
    .execute();
  // A post that moved from one matter to another is in both until their ways are computed.
  const poster = new Map<string, InkorgPost>();
  for (const { matter_id, huvudman, diarienummer, obekraftat, json } of rows) {
    const post = JSON.parse(json) as Kept<Post>;
    const { id, typ, text, fran, datum, status, marke, kallor, obekraftade: own } = post;
    const { medfoljer = [], flerMedfoljer, sekretess = null } = post;
    const obekraftade = [...(obekraftat === 1 ? ['diarienummer'] : []), ...(own ?? [])];
    poster.set(id, {
      ...{
        id,
        arende: matter_id,
        typ,
        text,
        huvudman,
        diarienummer,
        fran,
        datum,
        status,
        kallor,
        obekraftade,
      },
      ...{ medfoljer, ...(flerMedfoljer && { flerMedfoljer }), sekretess, ...(marke && { marke }) },
    });
  }
  const isAll = offset === 0 && rows.length < limit;
  return {
    ...{ mottagare: found.mottagare, poster: [...poster.values()] },
    ...(!isAll && found.poster > rows.length && { totalt: found.poster }),
  };
}

/** See Store.mottagare. */
export async function mottagare(db: Db, of: OfHuvudman & ForLasare): Promise<Mottagarrad[]> {
  const inboxes = groupByHuvudman(await mottagarnamn(db, of));
  const indexes = await indexesOf(db, inboxes);
  return inboxes.flatMap((rows, i) => {
    const huvudman = rows[0]?.huvudman ?? null;
    const index = indexes[i] as OrganIndex;
    const groups = Map.groupBy(rows, (row) => index.keyOf(row.mottagare));
    return [...groups.values()]
      .map((group) => ({
        huvudman,
        mottagare: index.nameOf(group[0]?.mottagare ?? ''),
        poster: group.reduce((sum, row) => sum + row.poster, 0),
        vantar: group.reduce((sum, row) => sum + row.vantar, 0),
      }))
      .sort((a, b) => a.mottagare.localeCompare(b.mottagare, 'sv'));
  });
}

interface Namnrad extends Mottagarrad {
  huvudman_key: string;
}

async function mottagarnamn(db: Db, { huvudman, offentligt }: OfHuvudman & ForLasare): Promise<Namnrad[]> {
  let query = db
    .selectFrom('poster')
    .select((eb) => [
      'huvudman_key',
      'mottagare',
      eb.fn.min('huvudman').as('huvudman'),
      eb.fn.countAll<number>().as('poster'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'vantar').as('vantar'),
    ])
    .groupBy(['huvudman_key', 'mottagare'])
    .orderBy('huvudman_key')
    .orderBy('mottagare');
  if (huvudman !== undefined) query = query.where('huvudman_key', '=', huvudmanKey(huvudman));
  if (offentligt) query = query.where(isOpenMatter(sql.ref('matter_id')));
  return query.execute();
}

function groupByHuvudman(rows: Namnrad[]): Namnrad[][] {
  return [...Map.groupBy(rows, (row) => row.huvudman_key).values()];
}

/** What the names of each huvudman's recipients mean. */
async function indexesOf(db: Db, inboxes: Namnrad[][]): Promise<OrganIndex[]> {
  const said = await allNameGroups(db);
  return inboxes.map((rows) => {
    const lika = said.get(rows[0]?.huvudman_key ?? '') ?? [];
    return organIndex(namesOf(rows), { huvudman: rows[0]?.huvudman ?? null, lika });
  });
}

/** Each name as often as it was met, to some limit: the index tells usual names from misprints by it. */
function namesOf(rows: Namnrad[]): string[] {
  return rows.flatMap((row) => Array.from({ length: Math.min(row.poster, 20) }, () => row.mottagare));
}
