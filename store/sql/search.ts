/** Search: what a question finds, in order, a part of it as whole hits; counted, where that is asked for. */
import { type Kysely, sql } from 'kysely';
import type { SearchAnswer, SearchQuestion } from '../search.ts';
import { dialectOf, type Sequence } from './dialect.ts';
import { facetter } from './facetter.ts';
import { countOnce, foundOnce } from './found.ts';
import { hitsOf } from './hit-rows.ts';
import type { Tables } from './schema.ts';
import { allOf, type Condition, ITEM, whereOf } from './search-where.ts';

type Db = Kysely<Tables>;

const LIMIT = 20;

/**
 * Finds items. The order by relevance is of tiers, the same in every database: the words side by side in the text; all
 * of them in the text; in text, rubrik and names; as parts of compounds. Inside a tier the newest come first.
 */
export async function search(db: Db, question: SearchQuestion): Promise<SearchAnswer> {
  const where = await whereOf(db, question);
  const counted = question.facetter ? { facetter: await facetter(db, where, question) } : {};
  if (where === null) return { total: 0, hits: [], ...counted };
  const conditions = allOf([...where.conditions, ...(where.typ === null ? [] : [where.typ])]);
  const { limit = LIMIT, offset = 0, per } = question;
  if (limit === 0) return { total: await count(db, conditions, per), hits: [], ...counted };
  // Sorted by their keys alone: sorting whole rows of a common word's hits takes twice the time.
  const columns = sql`i.datum, i.file_name, i.page, i.id`;
  const ranked = await sql<{ pk: number; total: number }>`with ${foundOnce(conditions, per, columns)}
    select i.pk, (select count(*) from hits) as total from hits i
    order by ${first(db, question, where.groups)}i.datum is null, i.datum desc, i.file_name, i.page nulls first, i.id
    limit ${limit} offset ${offset}`.execute(db);
  const total = ranked.rows[0]?.total ?? (await count(db, conditions, per));
  const hits = await hitsOf(
    db,
    ranked.rows.map((row) => row.pk),
    question,
  );
  return { total, hits, ...counted };
}

/** For a page beyond the last one, and where only the number is asked for. */
async function count(db: Db, where: Condition, per: SearchQuestion['per']): Promise<number> {
  return (await countOnce(where, per).execute(db)).rows[0]?.total ?? 0;
}

/** When a file was first taken in, of an ärende. */
const inlastOf = (arendePk: Condition): Condition => sql`(select min(f.offered_at) from files f
  where f.sha256 = (select h.sha256 from arenden a join handlingar h on h.pk = a.handling_pk where a.pk = ${arendePk}))`;

/** What to sort by before the days. */
function first(db: Db, { ordning = 'relevans' }: SearchQuestion, groups: Sequence[][]): Condition {
  if (ordning === 'inlast') {
    const inlast = inlastOf(sql`i.arende_pk`);
    return sql`${inlast} is null, ${inlast} desc, `;
  }
  return ordning === 'relevans' ? tierOf(db, groups) : sql``;
}

/**
 * Best first: the words side by side in the text, all of them in the text, all of them in rubrik and names too. Nothing
 * where nothing tells them apart.
 */
function tierOf(db: Db, groups: Sequence[][]): Condition {
  if (groups.length === 0) return sql``;
  const { fulltext } = dialectOf(db);
  const isWord = (group: Sequence[]): boolean => group.length === 1 && group[0]?.length === 1;
  const words = groups.filter(isWord).map((group) => group.flat());
  const together = [...groups.filter((group) => !isWord(group)), [words.flat()]];
  const tiers = [
    ...(words.length > 1 ? [fulltext.all(ITEM, together, 'text')] : []),
    fulltext.all(ITEM, groups, 'text'),
    fulltext.all(ITEM, groups, 'anywhere'),
  ];
  const cases = tiers.map((found, nr) => sql`when ${found} then ${sql.lit(nr)}`);
  return sql`case ${sql.join(cases, sql` `)} else ${sql.lit(tiers.length)} end, `;
}
