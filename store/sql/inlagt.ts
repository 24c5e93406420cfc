/** How far the minutes of a body have been taken in: what they cannot show is not known. */
import type { Kysely } from 'kysely';
import { organIndex } from '../../extraction/routing/organ.ts';
import type { Tables } from './schema.ts';

/** The day of a body's newest minutes, by its huvudman's key and any of its names; null: none were taken in. */
export type LastMeeting = (huvudmanKey: string, organ: string) => string | null;

export async function lastMeetings(db: Kysely<Tables>): Promise<LastMeeting> {
  const rows = await db
    .selectFrom('handlingar')
    .select((eb) => ['huvudman_key', 'organ', eb.fn.min('huvudman').as('huvudman')])
    .select((eb) => [eb.fn.max('datum').as('last'), eb.fn.countAll<number>().as('count')])
    .where('kind', '=', 'protokoll')
    .where('organ', 'is not', null)
    .where('datum', 'is not', null)
    .groupBy(['huvudman_key', 'organ'])
    .execute();
  const known = new Map(
    [...Map.groupBy(rows, (row) => row.huvudman_key)].map(([key, group]) => {
      const names = group.flatMap((row) => Array(Math.min(row.count, 20)).fill(row.organ ?? ''));
      const index = organIndex(names as string[], { huvudman: group[0]?.huvudman ?? null });
      const last = new Map<string, string>();
      for (const row of group) {
        const own = index.keyOf(row.organ ?? '');
        if (row.last !== null && row.last > (last.get(own) ?? '')) last.set(own, row.last);
      }
      return [key, { index, last }] as const;
    }),
  );
  return (huvudmanKey, organ) => {
    const of = known.get(huvudmanKey);
    return of?.last.get(of.index.keyOf(organ)) ?? null;
  };
}
