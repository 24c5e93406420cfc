/** Handlingar from their rows. */
import type { Kysely } from 'kysely';
import type { Arende, Handling } from '../../extraction/record.ts';
import type { Tables } from './schema.ts';

/** One for each ärende of a handling, or one without. */
interface Row {
  pk: number;
  json: string;
  /** The ärende's JSON. */
  arende: string | null;
}

/** Each handling with the ärenden of its rows, in their order, and the first of these rows. */
export const handlingarIn = <R extends Row>(rows: R[]): { row: R; handling: Handling }[] =>
  [...Map.groupBy(rows, ({ pk }) => pk).values()].flatMap((group) => {
    const [row] = group;
    if (row === undefined) return [];
    const arenden = group.flatMap(({ arende }) => (arende === null ? [] : (JSON.parse(arende) as Arende)));
    return { row, handling: { ...(JSON.parse(row.json) as Handling), arenden } };
  });

/** All of a file, in its order. */
export async function handlingarOf(db: Kysely<Tables>, sha256: string): Promise<Handling[]> {
  const rows = await db
    .selectFrom('handlingar')
    .leftJoin('arenden', 'arenden.handling_pk', 'handlingar.pk')
    .select(['handlingar.pk', 'handlingar.json', 'arenden.json as arende'])
    .where('sha256', '=', sha256)
    .orderBy('handlingar.nr')
    .orderBy('arenden.nr')
    .execute();
  return handlingarIn(rows).map(({ handling }) => handling);
}
