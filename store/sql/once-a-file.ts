/** Rows that are told once a file: only the first of them is counted and shown, and it tells the pages of all. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Doubt } from '../doubts.ts';
import type { GranskaQuestion } from '../granska.ts';
import { ONCE_A_FILE, reasonOfPages } from '../page-rows.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Row = Pick<Tables['doubts'], 'sha256' | 'rank' | 'handling_pk'>;

const RANKS = sql.join(ONCE_A_FILE.map((rank) => sql.lit(rank)));

/**
 * Once a handling instead, where only some handlingar are asked about: the file's first row may be of another body. All rows
 * of a handling are of the same body, huvudman and matters.
 */
const isByHandling = ({ huvudman, organ, diarienummer }: GranskaQuestion): boolean =>
  huvudman !== undefined || organ !== undefined || diarienummer !== undefined;

/** The condition that a row of `doubts`, called `i`, is not told by an earlier one. */
export function isToldItself(question: GranskaQuestion): RawBuilder<unknown> {
  const same = isByHandling(question)
    ? sql`and coalesce(j.handling_pk, 0) = coalesce(i.handling_pk, 0)`
    : sql``;
  return sql`not (i.rank in (${RANKS}) and exists (select 1 from doubts j
    where j.sha256 = i.sha256 and j.rank = i.rank and j.pk < i.pk ${same}))`;
}

/** Gives what is said of such a row with all its pages; of others, what is said of them. */
export async function pagesTold<R extends Row>(
  db: Db,
  rows: R[],
  question: GranskaQuestion,
): Promise<(row: R, rad: Doubt['rad']) => Doubt['rad']> {
  const byHandling = isByHandling(question);
  const keyOf = ({ sha256, rank, handling_pk }: Row): string =>
    `${sha256}/${rank}/${byHandling ? (handling_pk ?? '') : ''}`;
  const told = new Map<string, { pages: Set<number>; handlingar: Set<number | null> }>();
  const files = new Set(rows.filter(({ rank }) => ONCE_A_FILE.includes(rank)).map(({ sha256 }) => sha256));
  for (const some of chunks([...files])) {
    const all = await db
      .selectFrom('doubts')
      .select(['sha256', 'rank', 'handling_pk', 'page'])
      .where('sha256', 'in', some)
      .where('rank', 'in', [...ONCE_A_FILE])
      .orderBy('page')
      .execute();
    for (const row of all) {
      const key = keyOf(row);
      const one = told.get(key) ?? { pages: new Set(), handlingar: new Set() };
      told.set(key, one);
      if (row.page !== null) one.pages.add(row.page);
      one.handlingar.add(row.handling_pk);
    }
  }
  return (row, rad) => {
    const { pages, handlingar } = told.get(keyOf(row)) ?? { pages: new Set(), handlingar: new Set() };
    const [first] = pages;
    const said = first === undefined ? null : reasonOfPages(rad.code, [...pages]);
    if (said === null || first === undefined) return rad;
    // of several handlingar it is of none
    const none = handlingar.size > 1 ? { organ: null, datum: null, rubrik: null } : {};
    return { ...rad, ...said, ...none, page: first, pages: [...pages] };
  };
}
