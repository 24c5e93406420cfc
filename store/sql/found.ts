/** What a question finds, each thing once: the rows that hold it, by what they are counted. */
import { type RawBuilder, sql } from 'kysely';
import type { SearchQuestion } from '../search.ts';
import { sameItem } from './samma.ts';
import type { Condition } from './search-where.ts';

/**
 * Two tables for a question. `found` has all items for which `where` holds, each with `g`, what it is counted by: the item
 * that it is one with, or with `per` its §. `hits` has one of them for each `g`: what the others are one with, or where
 * that was not found the first of them.
 *
 * @param columns more columns of the items, called `i`
 */
export function foundOnce(
  where: Condition,
  per: SearchQuestion['per'],
  columns: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (per === 'paragraf')
    return sql`found as materialized (
      select i.pk, ${BY_PARAGRAF} as g, i.arende_pk, ${columns} from items i join arenden a on a.pk = i.arende_pk where ${where}
    ), hits as materialized (select * from found where pk in (select min(pk) from found group by g))`;
  return sql`found as materialized (select i.pk, ${sameItem()} as g, i.arende_pk, ${columns} from items i where ${where}),
    hits as materialized (select * from found where pk = g or pk in (
      select min(pk) from found where pk <> g and g not in (select pk from found) group by g
    ))`;
}

/** A § wherever it is printed; else the ärende of its handling. */
const BY_PARAGRAF = sql`coalesce(a.by_paragraf, cast(a.pk as text))`;

/** How many there are, where none is to be shown. */
export const countOnce = (where: Condition, per: SearchQuestion['per']): RawBuilder<{ total: number }> =>
  per === 'paragraf'
    ? sql`select count(distinct ${BY_PARAGRAF}) as total from items i join arenden a on a.pk = i.arende_pk where ${where}`
    : sql`select count(distinct ${sameItem()}) as total from items i where ${where}`;
