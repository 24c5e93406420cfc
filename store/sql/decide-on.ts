/** What can be decided on: found by its id, shown with what was decided of it before. */
import { type Kysely, sql } from 'kysely';
import {
  avtryckOf,
  type Falt,
  malOf,
  pageOf,
  type Rattat,
  type Rattelse,
  settOf,
  tingIn,
} from '../../diarium/rattelser/index.ts';
import type { Doubt } from '../doubts.ts';
import { holdsUp } from '../granska.ts';
import type { Genomgangen, Granskningslage, MalTraff, MalVy } from '../rattelser.ts';
import { corrected, rattelserOf } from './corrected.ts';
import { record } from './records.ts';
import type { Tables } from './schema.ts';
import { withoutNumberAbout } from './without-number.ts';

type Db = Kysely<Tables>;

const FOUND = 20;

/** See RattelseStore.hittaMal. An id in full means only itself. */
export async function hittaMal(db: Db, id: string): Promise<MalTraff[]> {
  const { rows } =
    await sql<MalTraff>`select id, typ, sha256 from mal where id >= ${id} and id < ${`${id}\uffff`}
    union all select id, 'rattelse', sha256 from rattelser where id >= ${id} and id < ${`${id}\uffff`}
    order by id limit ${FOUND}`.execute(db);
  const exact = rows.filter((row) => row.id === id);
  return exact.length > 0 ? exact : rows;
}

/** The last place among a file's decisions at which a target was decided on or a decision on it taken back. */
export function revisionOf(
  rattelser: readonly Rattelse[],
  landade: Rattat['landade'],
  id: string,
): { nr: number; by: { av: string; at: string } | null } {
  let last: ReturnType<typeof revisionOf> = { nr: 0, by: null };
  for (const rattelse of rattelser) {
    const { nr, av, at, angrad } = rattelse;
    if (!isOf(rattelse, landade, id)) continue;
    if (nr > last.nr) last = { nr, by: { av, at } };
    if (angrad !== null && angrad.nr > last.nr) last = { nr: angrad.nr, by: angrad };
  }
  return last;
}

/** Decided on this target, or this target is what the decision left; what was added to an ärende is not the ärende. */
function isOf({ id: own, mal, med, atgard }: Rattelse, landade: Rattat['landade'], id: string): boolean {
  if (landade.get(own)?.includes(id)) return true;
  return atgard.typ !== 'lagg_till' && [mal, ...med].some((one) => one.id === id);
}

/** See RattelseStore.mal. */
export async function malVy(db: Db, sha256: string, id: string): Promise<MalVy | null> {
  const found = await record(db, sha256);
  if (found === null) return null;
  const { rattat } = await corrected(db, found.record);
  const all = tingIn(rattat.record);
  const plats = all.find(({ ting }) => ting.id === id);
  if (plats === undefined) return null;
  const { typ, ting, handling, arende } = plats;
  const mal = malOf(all, plats);
  const rattelser = await rattelserOf(db, sha256);
  const { huvudman, kind, organ, datum } = handling;
  const page = pageOf(plats);
  const boxes = 'arenden' in ting || 'pages' in ting ? [] : ting.evidence.filter((one) => one.page === page);
  return {
    ...{ typ, id, sha256, fileName: found.record.source.fileName, path: await pathOf(db, sha256) },
    ...{
      page,
      bbox: boxes[0]?.bbox ?? null,
      huvudman,
      kind,
      organ,
      datum,
      paragraf: arende?.paragraf ?? null,
    },
    ...{ handlingId: handling.id, arendeId: arende?.id ?? null, falt: settOf(typ, ting) as Falt },
    ...{ confidence: mal.confidence, obekraftade: ting.obekraftade, avtryck: avtryckOf(mal) },
    revision: revisionOf(rattelser, rattat.landade, id).nr,
    rader: [...(await doubtsAbout(db, sha256, id)), ...(await withoutNumberAbout(db, sha256, id))],
    historik: rattelser.filter((one) => isOf(one, rattat.landade, id)),
  };
}

async function pathOf(db: Db, sha256: string): Promise<string | null> {
  const row = await db
    .selectFrom('files')
    .select((eb) => eb.fn.min('path').as('path'))
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.path ?? null;
}

async function doubtsAbout(db: Db, sha256: string, id: string): Promise<MalVy['rader']> {
  const rows = await db
    .selectFrom('doubts')
    .select('json')
    .where('sha256', '=', sha256)
    .orderBy('rank')
    .orderBy('pk')
    .execute();
  return rows.flatMap(({ json }) => {
    const { id: own, code, reason, reasonEn } = JSON.parse(json) as Doubt['rad'];
    return own === id ? { code, reason, reasonEn } : [];
  });
}

/** See RattelseStore.granskningslage; and how many of what waits are warnings, which a person can only have seen. */
export async function granskningslage(
  db: Db,
  sha256: string,
): Promise<Granskningslage & { varningar: number }> {
  const rows = await db.selectFrom('doubts').select('json').where('sha256', '=', sha256).execute();
  const told = rows.map(({ json }) => JSON.parse(json) as Doubt['rad']);
  const content = await db
    .selectFrom('contents')
    .select('lopande')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return {
    vantar: told.length,
    varningar: told.filter(({ typ }) => typ === 'varning').length,
    haller: content?.lopande === 1 ? told.filter(({ code, typ }) => holdsUp(code, typ)).length : 0,
  };
}

/** See RattelseStore.genomgangna. */
export async function genomgangna(db: Db): Promise<Genomgangen[]> {
  const { rows } = await sql<Genomgangen>`select r.sha256, r.file_name as "fileName", g.av
    from records r left join granskade g on g.sha256 = r.sha256
    where not exists (select 1 from doubts d where d.sha256 = r.sha256)
      and (g.sha256 is not null or (
        exists (select 1 from mal m where m.sha256 = r.sha256 and m.typ not in ('handling', 'arende'))
        and not exists (select 1 from mal m where m.sha256 = r.sha256
          and m.typ not in ('handling', 'arende') and m.falt <> '"*"')))
    order by r.file_name, r.sha256`.execute(db);
  return rows;
}
