/** Matters: gathered from the ärenden of all files, and found by their numbers. */
import type { Kysely } from 'kysely';
import {
  mayBeSameDiarienummer,
  normaliseDiarienummer,
  parseDiarienummer,
} from '../../extraction/language/diarienummer.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import { numberTail } from '../matter-key.ts';
import type { Matter, MatterHandling, OfHuvudman } from '../store.ts';
import { chunks } from './chunks.ts';
import { handlingarIn } from './handling-rows.ts';
import { type Resolve, readJoins } from './joins.ts';
import { latestHandlingar } from './latest-handlingar.ts';
import { markSameForslag } from './samma.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/**
 * An ärende printed without a number has that of the same § printed elsewhere (minutes with numbers, an extract
 * without); where that is not one number, the § itself is the matter.
 *
 * @returns the matters that won or lost ärenden
 */
export async function relink(db: Db, paragrafer: Set<string>, resolve: Resolve): Promise<string[]> {
  const moved: string[] = [];
  for (const keys of chunks([...paragrafer])) {
    const rows = await db
      .selectFrom('arenden')
      .select(['pk', 'by_number', 'by_paragraf', 'matter_id'])
      .where('by_paragraf', 'in', keys)
      .orderBy('pk')
      .execute();
    const to = new Map<string, number[]>();
    for (const [key, group] of Map.groupBy(rows, (row) => row.by_paragraf as string)) {
      const [number, ...others] = new Set(group.flatMap((row) => row.by_number ?? []));
      const target = resolve(number !== undefined && others.length === 0 ? number : key);
      for (const row of group) {
        if (row.by_number !== null || row.matter_id === target) continue;
        moved.push(row.matter_id, target);
        to.set(target, [...(to.get(target) ?? []), row.pk]);
      }
    }
    for (const [matter_id, pks] of to) {
      for (const part of chunks(pks))
        await db.updateTable('arenden').set({ matter_id }).where('pk', 'in', part).execute();
    }
  }
  return moved;
}

/** Brings the rows of matters up to their ärenden; those without any are gone, with their ways and posts. */
export async function refreshMatters(db: Db, ids: string[]): Promise<void> {
  for (const part of chunks(ids)) {
    const rows = await db
      .selectFrom('arenden')
      .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
      .select(['matter_id', 'arenden.diarienummer', 'by_number', 'maybe_number'])
      .select(['arenden.rubrik', 'huvudman', 'huvudman_key'])
      .where('matter_id', 'in', part)
      .orderBy('arenden.pk')
      .execute();
    await markSameForslag(db, part);
    const byMatter = Map.groupBy(rows, (row) => row.matter_id);
    const gone = part.filter((id) => !byMatter.has(id));
    if (gone.length > 0) await db.deleteFrom('matters').where('id', 'in', gone).execute();
    const values = [...byMatter].map(([id, own]) => matterRowOf(id, own));
    if (values.length === 0) continue;
    await db
      .insertInto('matters')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          huvudman: eb.ref('excluded.huvudman'),
          huvudman_key: eb.ref('excluded.huvudman_key'),
          diarienummer: eb.ref('excluded.diarienummer'),
          number: eb.ref('excluded.number'),
          tail: eb.ref('excluded.tail'),
          obekraftat: eb.ref('excluded.obekraftat'),
          rubrik: eb.ref('excluded.rubrik'),
          stale: eb.ref('excluded.stale'),
        })),
      )
      .execute();
  }
}

type Of<T extends keyof Tables, Columns extends keyof Tables[T]> = Pick<Tables[T], Columns>;
type ArendeRow = Of<'arenden', 'diarienummer' | 'by_number' | 'maybe_number' | 'rubrik'> &
  Of<'handlingar', 'huvudman' | 'huvudman_key'>;

/** What the ärenden of a matter, at least one, say of it. */
function matterRowOf(id: string, rows: ArendeRow[]) {
  // of matters that were joined, the number is that of the one they were joined to
  const own = rows.filter((row) => row.by_number === id);
  const numbered = own.length > 0 ? own : rows;
  const sure = mostUsed(numbered.map((row) => (row.maybe_number === null ? row.diarienummer : null)));
  const diarienummer = sure ?? mostUsed(rows.map((row) => row.diarienummer));
  return {
    ...{ id, huvudman: mostUsed(rows.map((row) => row.huvudman)) },
    ...{ huvudman_key: rows[0]?.huvudman_key ?? '', diarienummer },
    number: diarienummer === null ? null : normaliseDiarienummer(diarienummer),
    tail: diarienummer === null ? null : numberTail(diarienummer),
    obekraftat: diarienummer !== null && sure === null ? 1 : 0,
    rubrik: mostUsed(rows.map((row) => row.rubrik)),
    stale: 1,
  };
}

export async function matters(db: Db, { huvudman }: OfHuvudman): Promise<Matter[]> {
  const rows = await selectMatters(db, huvudman).execute();
  const natural = new Intl.Collator('sv', { numeric: true });
  return rows
    .sort(
      (a, b) =>
        natural.compare(a.huvudman_key, b.huvudman_key) ||
        Number(a.number === null) - Number(b.number === null) ||
        natural.compare(a.number ?? '', b.number ?? '') ||
        a.obekraftat - b.obekraftat ||
        natural.compare(a.id, b.id),
    )
    .map(matterOf);
}

export async function matter(db: Db, id: string): Promise<Matter | null> {
  const row = await selectMatters(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : matterOf(row);
}

/**
 * The matters that a number as written may mean, or the one with this id. A number without its diary's letters
 * means all diaries'; one with them means its own, or else one printed without.
 */
export async function findMatters(db: Db, text: string, { huvudman }: OfHuvudman): Promise<Matter[]> {
  const byId = await selectMatters(db, huvudman).where('id', '=', text.trim()).execute();
  if (byId.length > 0) return byId.map(matterOf);
  const rows = await selectMatters(db, huvudman)
    .where('tail', '=', numberTail(text))
    .orderBy('huvudman_key')
    .orderBy('id')
    .execute();
  const alike = rows.filter((row) => mayBeSameDiarienummer(row.number ?? '', text));
  const exact = alike.filter((row) => row.number === normaliseDiarienummer(text));
  const hasPrefix = (parseDiarienummer(text)?.prefix ?? null) !== null;
  const found = (hasPrefix && exact.length > 0 ? exact : alike).map(matterOf);
  return found.length > 0 ? found : joinedMatters(db, text, huvudman);
}

/** The matters that those of this number or id were joined to. */
async function joinedMatters(db: Db, text: string, huvudman?: string): Promise<Matter[]> {
  const rows = await db
    .selectFrom('sammanforda')
    .select(['matter_id', 'number'])
    .where((eb) => eb.or([eb('tail', '=', numberTail(text)), eb('matter_id', '=', text.trim())]))
    .$if(huvudman !== undefined, (query) => query.where('huvudman_key', '=', huvudmanKey(huvudman)))
    .execute();
  const meant = rows.filter(
    (row) => row.matter_id === text.trim() || mayBeSameDiarienummer(row.number ?? '', text),
  );
  if (meant.length === 0) return [];
  const resolve = await readJoins(db);
  const ids = [...new Set(meant.map((row) => resolve(row.matter_id)))];
  return (await selectMatters(db).where('id', 'in', ids).orderBy('id').execute()).map(matterOf);
}

/** See Store.handlingar. */
export async function handlingar(db: Db, matterId: string): Promise<MatterHandling[]> {
  const { only } = await latestHandlingar(db, matterId);
  const rows = await db
    .selectFrom('arenden')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .innerJoin('records', 'records.sha256', 'handlingar.sha256')
    .select(['handlingar.pk', 'handlingar.sha256', 'file_name', 'handlingar.json', 'arenden.json as arende'])
    .where('matter_id', '=', matterId)
    .$if(only !== null, (query) => query.where('handlingar.pk', 'in', only))
    .orderBy((eb) => eb('datum', 'is', null))
    .orderBy('datum')
    .orderBy('handlingar.sha256')
    .orderBy('handlingar.nr')
    .orderBy('arenden.nr')
    .execute();
  return handlingarIn(rows).map(({ row, handling }) => ({
    sha256: row.sha256,
    fileName: row.file_name,
    handling,
  }));
}

export function selectMatters(db: Db, huvudman?: string) {
  const query = db
    .selectFrom('matters')
    .select(['id', 'huvudman', 'huvudman_key', 'diarienummer', 'number', 'rubrik', 'obekraftat']);
  return huvudman === undefined ? query : query.where('huvudman_key', '=', huvudmanKey(huvudman));
}

export function matterOf({ id, huvudman, diarienummer, rubrik, obekraftat }: MatterRow): Matter {
  return { id, huvudman, diarienummer, rubrik, obekraftade: obekraftat === 1 ? ['diarienummer'] : [] };
}

type MatterRow = Pick<Tables['matters'], 'id' | 'huvudman' | 'diarienummer' | 'rubrik' | 'obekraftat'>;

/** The value met most often; of equals the first by the alphabet, so that order plays no part. */
function mostUsed(values: (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
