/** Matters without a number that may be one that is known, or that go on to another body all the same. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Arende, Handling } from '../../extraction/record.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { GranskaCode, GranskaQuestion, GranskaRad } from '../granska.ts';
import type { MalVy } from '../rattelser.ts';
import { isFormality, titleKey } from '../titles.ts';
import { dialectOf } from './dialect.ts';
import { ofFile } from './of-file.ts';
import { ofOrgan } from './of-organ.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

export const CODE: GranskaCode = 'diarienummer-missing';

interface Numberless {
  id: string;
  huvudman_key: string;
  rubrik: string | null;
  /** Its first ärende. */
  pk: number;
  /** Where it is now; null when it ended there, or when its way was not computed. */
  hos: string | null;
  /** Of the handling that it stands in first. */
  huvudman: string | null;
  organ: string | null;
  sha256: string;
  file_name: string;
}

interface Found {
  matter: Numberless;
  /** The one matter of the same huvudman and title that has a number. */
  same: string | null;
}

/** All of them are counted; the rows are those of one page, such as may be joined first. */
export async function withoutNumber(
  db: Db,
  question: GranskaQuestion,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; rader: GranskaRad[] }> {
  const found = await numberless(db, question);
  found.sort(
    (a, b) => Number(a.same === null) - Number(b.same === null) || compare(a.matter.id, b.matter.id),
  );
  return { total: found.length, rader: await rowsOf(db, found.slice(offset, offset + limit)) };
}

/** All that are meant, and what their rows are counted by. */
export async function numberless(db: Db, question: GranskaQuestion): Promise<Found[]> {
  const { diarienummer, typ, orsak, haller } = question;
  if (diarienummer !== undefined || haller || (typ !== undefined && typ !== 'arende')) return [];
  if (orsak !== undefined && orsak !== CODE) return [];
  return foundOf(db, await numberlessMatters(db, question));
}

/** The same of the matter that an ärende, or a handling without one, is filed under; none where nobody is asked. */
export async function withoutNumberAbout(db: Db, sha256: string, id: string): Promise<MalVy['rader']> {
  const rows = await db
    .selectFrom('arenden')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select(['matter_id', 'arenden.json as arende', 'handlingar.json as handling'])
    .where('handlingar.sha256', '=', sha256)
    .execute();
  const own = rows.filter(({ arende, handling }) => JSON.parse(arende ?? handling).id === id);
  if (own.length === 0) return [];
  const meant = sql`m.id in (${sql.join(own.map((row) => row.matter_id))})`;
  const found = await foundOf(db, await numberlessMatters(db, {}, [meant]));
  return found.map(({ matter, same }) => ({ code: CODE, ...said(matter, same) }));
}

async function foundOf(db: Db, numberless: Numberless[]): Promise<Found[]> {
  if (numberless.length === 0) return [];
  const numbers = await numbersByTitle(db);
  return numberless.flatMap((matter): Found[] => {
    const { rubrik, huvudman_key } = matter;
    const known =
      rubrik === null || isFormality(rubrik) ? [] : (numbers.get(keyOf(huvudman_key, rubrik)) ?? []);
    const same = known.length === 1 ? (known[0] ?? null) : null;
    return same !== null || matter.hos !== null ? [{ matter, same }] : [];
  });
}

async function numberlessMatters(
  db: Db,
  { huvudman, organ, fil, sha256 }: GranskaQuestion,
  narrower: RawBuilder<unknown>[] = [],
): Promise<Numberless[]> {
  const where: RawBuilder<unknown>[] = [
    sql`m.diarienummer is null`,
    // nor those of which a person has said that there is none
    sql`not exists (select 1 from arenden b
      join mal on mal.id = ${dialectOf(db).jsonText(sql.ref('b.json'), 'id')} and mal.falt like '%"diarienummer"%'
      where b.matter_id = m.id)`,
    ...narrower,
  ];
  if (huvudman !== undefined) where.push(sql`m.huvudman_key = ${huvudmanKey(huvudman)}`);
  if (organ !== undefined) where.push(await ofOrgan(db, organ));
  if (fil !== undefined) where.push(ofFile(fil));
  if (sha256 !== undefined) where.push(sql`i.sha256 = ${sha256}`);
  const { rows } =
    await sql<Numberless>`select m.id, m.huvudman_key, m.rubrik, a.pk, i.huvudman, i.organ, i.sha256, i.file_name,
      case when w.avslutat = 0 then w.hos end as hos
    from matters m join arenden a on a.matter_id = m.id
    join (select h.*, r.file_name from handlingar h join records r on r.sha256 = h.sha256) i on i.pk = a.handling_pk
    left join ways w on w.matter_id = m.id
    where ${sql.join(where, sql` and `)}
    order by m.id, i.datum is null, i.datum, i.file_name, i.sha256, i.nr, a.nr`.execute(db);
  return rows.filter((row, i) => rows[i - 1]?.id !== row.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = (huvudman: string, rubrik: string) => `${huvudman}\n${titleKey(rubrik)}`;

async function numbersByTitle(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('matters')
    .select(['huvudman_key', 'rubrik', 'diarienummer'])
    .where('diarienummer', 'is not', null)
    .where('rubrik', 'is not', null)
    .execute();
  const numbers = new Map<string, string[]>();
  for (const { huvudman_key, rubrik, diarienummer } of rows) {
    const key = keyOf(huvudman_key, rubrik ?? '');
    const known = numbers.get(key);
    if (known) known.push(diarienummer ?? '');
    else numbers.set(key, [diarienummer ?? '']);
  }
  return numbers;
}

async function rowsOf(db: Db, found: Found[]): Promise<GranskaRad[]> {
  const rader: GranskaRad[] = [];
  for (const { matter, same } of found) {
    const row = await db
      .selectFrom('arenden')
      .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
      .innerJoin('records', 'records.sha256', 'handlingar.sha256')
      .select(['arenden.json as arende', 'handlingar.json as handling', 'file_name', 'records.sha256'])
      .select((eb) =>
        eb
          .selectFrom('files')
          .select((file) => file.fn.min('path').as('path'))
          .whereRef('files.sha256', '=', 'records.sha256')
          .as('path'),
      )
      .where('arenden.pk', '=', matter.pk)
      .executeTakeFirstOrThrow();
    const handling = JSON.parse(row.handling) as Handling;
    const arende = row.arende === null ? null : (JSON.parse(row.arende) as Arende);
    rader.push({
      ...{ code: CODE, typ: 'arende', id: matter.id, ...said(matter, same) },
      ...{ text: null, huvudman: handling.huvudman, organ: handling.organ, datum: handling.datum },
      ...{ diarienummer: null, paragraf: arende?.paragraf ?? null, rubrik: matter.rubrik },
      ...{ confidence: null, obekraftade: [], fileName: row.file_name, path: row.path, sha256: row.sha256 },
      ...{ page: arende?.evidence.paragraf[0]?.page ?? arende?.pages[0] ?? handling.pages[0], bbox: null },
    });
  }
  return rader;
}

function said({ hos }: Numberless, same: string | null): { reason: string; reasonEn: string } {
  if (same !== null)
    return {
      reason: `Ärendet har inget diarienummer. ${same} har samma rubrik: kanske är de samma ärende.`,
      reasonEn: `The matter has no number. ${same} has the same title: they may be the same matter.`,
    };
  return {
    reason: `Ärendet har inget diarienummer och ligger hos ${hos}. Utan nummer kan det inte följas vidare.`,
    reasonEn: `The matter has no number and is with ${hos}. Without one it cannot be followed further.`,
  };
}
