/** Handlingar from their rows. */
import type { Arende, Handling } from '../../extraction/record.ts';

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
