/** Rows of one body, asked for by any of its names. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { organIndex } from '../../extraction/routing/organ.ts';
import { allNameGroups } from './organ-poster.ts';
import type { Tables } from './schema.ts';

/**
 * The condition that a row's body is the one asked for, in each huvudman by what is known there. The row has columns
 * `huvudman_key` and `organ` and is called `i` in the question.
 *
 * @param known the table whose names are known
 */
export async function ofOrgan(
  db: Kysely<Tables>,
  asked: string,
  known: 'handlingar' | 'vantningar' = 'handlingar',
): Promise<RawBuilder<unknown>> {
  const rows = await db
    // Both have the columns that are read here.
    .selectFrom(known as 'handlingar')
    .select((eb) => ['huvudman_key', 'organ', eb.fn.min('huvudman').as('huvudman')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organ', 'is not', null)
    .groupBy(['huvudman_key', 'organ'])
    .execute();
  const groups = [...Map.groupBy(rows, (row) => row.huvudman_key)];
  const said = await allNameGroups(db);
  const either = groups.flatMap(([key, group]) => {
    const names = group.flatMap((row) =>
      Array.from({ length: Math.min(row.count, 20) }, () => row.organ ?? ''),
    );
    const index = organIndex(names, { huvudman: group[0]?.huvudman ?? null, lika: said.get(key) ?? [] });
    const same = [...new Set(names)].filter((name) => index.keyOf(name) === index.keyOf(asked));
    return same.length === 0 ? [] : sql`(i.huvudman_key = ${key} and i.organ in (${sql.join(same)}))`;
  });
  return either.length === 0 ? sql`1 = 0` : sql`(${sql.join(either, sql` or `)})`;
}
