/** Search: the question's words as stems in the full-text index, the filters as columns. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { stems } from '../../extraction/language/stem.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import { type Question, readQuestion } from '../question.ts';
import type { Hit, SearchAnswer, SearchQuestion } from '../search.ts';
import { dialectOf, type Fulltext, type Sequence } from './dialect.ts';
import { compoundsOf } from './fts.ts';
import { findMatters } from './matters.ts';
import { ofOrgan } from './of-organ.ts';
import type { Tables } from './schema.ts';
import { isOpenItem } from './sekretess.ts';

type Db = Kysely<Tables>;
type Condition = RawBuilder<unknown>;

const LIMIT = 20;
/** The item in a question. */
const ITEM = sql`i.pk`;

/**
 * Finds items. The order is of tiers, the same in every database: the words side by side in the text; all of them
 * in the text; in text, rubrik and names; as parts of compounds. Inside a tier the newest come first.
 */
export async function search(db: Db, question: SearchQuestion): Promise<SearchAnswer> {
  const { fulltext } = dialectOf(db);
  const asked = readQuestion(question.query);
  const conditions = await filters(db, question);
  for (const number of asked.numbers) {
    const ids = (await findMatters(db, number, question)).map((matter) => matter.id);
    // A number that no matter has is looked for as it stands in the texts.
    if (ids.length === 0) asked.phrases.push(stems(number));
    else conditions.push(inMatters(ids));
  }
  const words = [...asked.phrases.map((sequence) => [sequence]), ...(await formsOf(db, asked))];
  const isPunctuation = words.length === 0 && asked.numbers.length === 0 && question.query.trim() !== '';
  if (isPunctuation) return { total: 0, hits: [] };
  const where = sql.join(
    [sql`1 = 1`, ...words.map((forms) => fulltext.any(ITEM, forms)), ...conditions],
    sql` and `,
  );
  // Sorted by their keys alone: sorting whole rows of a common word's hits takes twice the time.
  const ranked = await sql<{ pk: number; total: number }>`with hits as materialized (
      select i.pk, i.datum, i.file_name, i.page, i.id from items i where ${where}
    ) select i.pk, (select count(*) from hits) as total from hits i
    order by ${tierOf(fulltext, asked)}i.datum is null, i.datum desc, i.file_name, i.page nulls first, i.id
    limit ${question.limit ?? LIMIT} offset ${question.offset ?? 0}`.execute(db);
  const total = ranked.rows[0]?.total ?? (await count(db, where));
  const hits = await rowsOf(
    db,
    ranked.rows.map((row) => row.pk),
  );
  return { total, hits: hits.map(hitOf) };
}

type Found = Tables['items'] & { fields: string[]; sekretess: string | null };

/** For a page beyond the last one. */
async function count(db: Db, where: Condition): Promise<number> {
  const counted = await sql<{ total: number }>`select count(*) as total from items i where ${where}`.execute(
    db,
  );
  return counted.rows[0]?.total ?? 0;
}

/** The items in this order, each with the number of its matter, which another file may know. */
async function rowsOf(db: Db, pks: number[]): Promise<Found[]> {
  if (pks.length === 0) return [];
  const rows = await db
    .selectFrom('items')
    .innerJoin('arenden', 'arenden.pk', 'items.arende_pk')
    .innerJoin('matters', 'matters.id', 'arenden.matter_id')
    .selectAll('items')
    .select(['matters.diarienummer as matter_number', 'matters.obekraftat as matter_unsure'])
    .select(dialectOf(db).jsonText(sql.ref('arenden.json'), 'sekretess').as('sekretess'))
    .where('items.pk', 'in', pks)
    .execute();
  const byPk = new Map(rows.map((row) => [row.pk, row]));
  return pks.flatMap((pk) => {
    const row = byPk.get(pk);
    if (row === undefined) return [];
    const fields = JSON.parse(row.obekraftade) as string[];
    const isSure = !fields.includes('diarienummer');
    // What another file knows for sure goes before what this one only may have read.
    if (isSure ? row.diarienummer !== null : row.matter_unsure === 1) return [{ ...row, fields }];
    const others = fields.filter((field) => field !== 'diarienummer');
    const known = row.matter_number !== null && row.matter_unsure === 1 ? ['diarienummer'] : [];
    return [{ ...row, diarienummer: row.matter_number ?? row.diarienummer, fields: [...others, ...known] }];
  });
}

/** Of each word: itself and the compounds that it is a part of. */
async function formsOf(db: Db, { terms }: Question): Promise<Sequence[][]> {
  const forms: Sequence[][] = [];
  for (const term of terms) forms.push([term.stem, ...(await compoundsOf(db, term))].map((stem) => [stem]));
  return forms;
}

/**
 * What to sort by first. Best first: the words side by side in the text, all of them in the text, all of them in rubrik
 * and names too. Nothing where nothing tells them apart.
 */
function tierOf(fulltext: Fulltext, { phrases, terms }: Question): Condition {
  const strict = [...phrases, ...terms.map(({ stem }) => [stem])];
  if (strict.length === 0) return sql``;
  const together = [...phrases, terms.map(({ stem }) => stem)];
  const tiers = [
    ...(terms.length > 1 ? [fulltext.all(ITEM, together, 'text')] : []),
    fulltext.all(ITEM, strict, 'text'),
    fulltext.all(ITEM, strict, 'anywhere'),
  ];
  const cases = tiers.map((found, nr) => sql`when ${found} then ${sql.lit(nr)}`);
  return sql`case ${sql.join(cases, sql` `)} else ${sql.lit(tiers.length)} end, `;
}

async function filters(db: Db, question: SearchQuestion): Promise<Condition[]> {
  const { typ, organ, parti, from, to, diarienummer, huvudman } = question;
  const conditions: Condition[] = [];
  if (question.offentligt) conditions.push(isOpenItem());
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

function hitOf(row: Found): Hit {
  const { id, typ, text, huvudman, organ, datum, diarienummer, paragraf, rubrik, parti, page } = row;
  return {
    ...{ id, typ, text, huvudman, organ, datum, diarienummer, paragraf, rubrik, parti },
    ...{ fileName: row.file_name, page, bbox: row.bbox === null ? null : JSON.parse(row.bbox) },
    ...{ sekretess: row.sekretess, obekraftade: row.fields },
  };
}
