/** Search: the question's words as stems in the full-text index, the filters as columns. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { stems } from '../../extraction/language/stem.ts';
import { organIndex } from '../../extraction/routing/organ.ts';
import { huvudmanKey } from '../matter-key.ts';
import { type Question, readQuestion } from '../question.ts';
import type { Hit, SearchAnswer, SearchQuestion } from '../search.ts';
import { compoundsOf, phrase } from './fts.ts';
import { findMatters } from './matters.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Condition = RawBuilder<unknown>;

const LIMIT = 20;

/**
 * Finds items. The order is of tiers, the same in every database: the words side by side in the text; all of them
 * in the text; in text, rubrik and names; as parts of compounds. Inside a tier the newest come first.
 */
export async function search(db: Db, question: SearchQuestion): Promise<SearchAnswer> {
  const asked = readQuestion(question.query);
  const conditions = await filters(db, question);
  for (const number of asked.numbers) {
    const ids = (await findMatters(db, number, question)).map((matter) => matter.id);
    // A number that no matter has is looked for as it stands in the texts.
    if (ids.length === 0) asked.phrases.push(stems(number));
    else conditions.push(inMatters(ids));
  }
  const match = await matchOf(db, asked);
  const isPunctuation = match === null && asked.numbers.length === 0 && question.query.trim() !== '';
  if (isPunctuation) return { total: 0, hits: [] };
  const where = sql.join([sql`1 = 1`, ...conditions], sql` and `);
  const from = match === null ? sql`items i` : sql`items_fts f cross join items i on i.pk = f.rowid`;
  const matched = match === null ? sql`1 = 1` : sql`items_fts match ${match.wide}`;
  const tier = match === null ? sql`0` : tierOf(match.tiers);
  const joined = match !== null && conditions.length === 0 ? sql`items_fts f` : from;
  const counted = await sql<{ total: number }>`select count(*) as total from ${joined}
    where ${matched} and ${where}`.execute(db);
  // Sorted by their keys alone: sorting whole rows of a common word's hits takes twice the time.
  const found = await sql<ItemRow>`select i.* from items i join (
      select i.pk, ${tier} as tier from ${from} where ${matched} and ${where}
      order by tier, i.datum is null, i.datum desc, i.file_name, i.page, i.id
      limit ${question.limit ?? LIMIT} offset ${question.offset ?? 0}
    ) best on best.pk = i.pk
    order by best.tier, i.datum is null, i.datum desc, i.file_name, i.page, i.id`.execute(db);
  return { total: counted.rows[0]?.total ?? 0, hits: (await withNumbers(db, found.rows)).map(hitOf) };
}

type ItemRow = Tables['items'];

interface Match {
  /** FTS5 query that every hit matches. */
  wide: string;
  /** Narrower ones, best first. */
  tiers: string[];
}

/** null: no words at all. */
async function matchOf(db: Db, { phrases, terms }: Question): Promise<Match | null> {
  const quoted = phrases.map(phrase);
  const exact = terms.map(({ stem }) => phrase([stem]));
  const strict = [...quoted, ...exact].join(' AND ');
  if (strict === '') return null;
  const wide = [...quoted];
  for (const term of terms) {
    const forms = [term.stem, ...(await compoundsOf(db, term))].map((stem) => phrase([stem]));
    wide.push(`(${forms.join(' OR ')})`);
  }
  const together = terms.length > 1 ? [...quoted, phrase(terms.map(({ stem }) => stem))].join(' AND ') : null;
  return {
    wide: wide.join(' AND '),
    tiers: [...(together === null ? [] : [inText(together)]), inText(strict), strict],
  };
}

function inText(match: string): string {
  return `text : (${match})`;
}

function tierOf(tiers: string[]): Condition {
  const cases = tiers.map(
    (match, nr) =>
      sql`when i.pk in (select rowid from items_fts where items_fts match ${match}) then ${sql.lit(nr)}`,
  );
  return sql`case ${sql.join(cases, sql` `)} else ${sql.lit(tiers.length)} end`;
}

async function filters(db: Db, question: SearchQuestion): Promise<Condition[]> {
  const { typ, organ, parti, from, to, diarienummer, huvudman } = question;
  const conditions: Condition[] = [];
  if (typ !== undefined) conditions.push(sql`i.typ = ${typ}`);
  if (from !== undefined) conditions.push(sql`i.datum >= ${from}`);
  if (to !== undefined) conditions.push(sql`i.datum <= ${to}`);
  if (huvudman !== undefined) conditions.push(sql`i.huvudman_key = ${huvudmanKey(huvudman)}`);
  if (parti !== undefined) {
    conditions.push(sql`i.pk in (select item_pk from item_persons
      where upper(parti) = ${parti.trim().toUpperCase()})`);
  }
  if (diarienummer !== undefined) {
    conditions.push(inMatters((await findMatters(db, diarienummer, { huvudman })).map(({ id }) => id)));
  }
  if (organ !== undefined) conditions.push(await ofOrgan(db, organ));
  return conditions;
}

function inMatters(ids: string[]): Condition {
  return ids.length === 0
    ? sql`1 = 0`
    : sql`i.arende_pk in (select pk from arenden where matter_id in (${sql.join(ids)}))`;
}

/** The body by any of its names, in each huvudman by what is known there. */
async function ofOrgan(db: Db, asked: string): Promise<Condition> {
  const rows = await db
    .selectFrom('handlingar')
    .select((eb) => ['huvudman_key', 'organ', eb.fn.min('huvudman').as('huvudman')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organ', 'is not', null)
    .groupBy(['huvudman_key', 'organ'])
    .execute();
  const either = [...Map.groupBy(rows, (row) => row.huvudman_key)].flatMap(([key, group]) => {
    const names = group.flatMap((row) =>
      Array.from({ length: Math.min(row.count, 20) }, () => row.organ ?? ''),
    );
    const index = organIndex(names, { huvudman: group[0]?.huvudman ?? null });
    const same = [...new Set(names)].filter((name) => index.keyOf(name) === index.keyOf(asked));
    return same.length === 0 ? [] : sql`(i.huvudman_key = ${key} and i.organ in (${sql.join(same)}))`;
  });
  return either.length === 0 ? sql`1 = 0` : sql`(${sql.join(either, sql` or `)})`;
}

/** An item of an ärende printed without a number has its matter's, which another file may know. */
async function withNumbers(db: Db, rows: ItemRow[]): Promise<ItemRow[]> {
  const without = rows.flatMap((row) => (row.diarienummer === null ? [row.arende_pk] : []));
  if (without.length === 0) return rows;
  const known = await db
    .selectFrom('arenden')
    .innerJoin('matters', 'matters.id', 'arenden.matter_id')
    .select(['arenden.pk', 'matters.diarienummer'])
    .where('arenden.pk', 'in', without)
    .execute();
  const numbers = new Map(known.map((row) => [row.pk, row.diarienummer]));
  return rows.map((row) => ({
    ...row,
    diarienummer: row.diarienummer ?? numbers.get(row.arende_pk) ?? null,
  }));
}

function hitOf(row: ItemRow): Hit {
  const { id, typ, text, huvudman, organ, datum, diarienummer, paragraf, rubrik, parti, page } = row;
  return {
    ...{ id, typ, text, huvudman, organ, datum, diarienummer, paragraf, rubrik, parti },
    ...{ fileName: row.file_name, page, bbox: row.bbox === null ? null : JSON.parse(row.bbox) },
  };
}
