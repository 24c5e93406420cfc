/** Rows of one body, asked for by any of its names. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type OrganIndex, organIndex } from '../../extraction/routing/organ.ts';
import { allNameGroups } from './organ-poster.ts';
import type { Tables } from './schema.ts';

/** The bodies of one huvudman that a table's rows name. */
export interface OrganNames {
  huvudmanKey: string;
  names: string[];
  index: OrganIndex;
}

/**
 * Which names mean which body, in each huvudman by what is known there.
 *
 * @param known the table whose names are known
 */
export async function organNames(
  db: Kysely<Tables>,
  known: 'handlingar' | 'vantningar' = 'handlingar',
): Promise<OrganNames[]> {
  const rows = await db
    // Both have the columns that are read here.
    .selectFrom(known as 'handlingar')
    .select((eb) => ['huvudman_key', 'organ', eb.fn.min('huvudman').as('huvudman')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organ', 'is not', null)
    .groupBy(['huvudman_key', 'organ'])
    .execute();
  const said = await allNameGroups(db);
  return [...Map.groupBy(rows, (row) => row.huvudman_key)].map(([huvudmanKey, group]) => {
    const met = group.flatMap((row) =>
      Array.from({ length: Math.min(row.count, 20) }, () => row.organ ?? ''),
    );
    const options = { huvudman: group[0]?.huvudman ?? null, lika: said.get(huvudmanKey) ?? [] };
    return { huvudmanKey, names: [...new Set(met)], index: organIndex(met, options) };
  });
}

/**
 * The condition that a row's body is the one asked for. The row has columns `huvudman_key` and `organ` and is called `i`
 * in the question.
 */
export async function ofOrgan(
  db: Kysely<Tables>,
  asked: string,
  known: 'handlingar' | 'vantningar' = 'handlingar',
): Promise<RawBuilder<unknown>> {
  const either = (await organNames(db, known)).flatMap(({ huvudmanKey, names, index }) => {
    const same = names.filter((name) => index.keyOf(name) === index.keyOf(asked));
    return same.length === 0 ? [] : sql`(i.huvudman_key = ${huvudmanKey} and i.organ in (${sql.join(same)}))`;
  });
  return either.length === 0 ? sql`1 = 0` : sql`(${sql.join(either, sql` or `)})`;
}
