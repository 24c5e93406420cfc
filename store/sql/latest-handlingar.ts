/** Which handlingar of a matter are looked at: no real matter has as many, but a number that means nothing may gather any. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './schema.ts';

/** Handlingar, and characters of their JSON. */
export const MOST_HANDLINGAR = 5_000;
const MOST_CHARACTERS = 64_000_000;

/**
 * The latest handlingar of a matter, those without a day after the others: as many as a way is computed from, and one at
 * least.
 *
 * @returns `only`: a list of their keys for a condition, null where they are all; `utelamnade`: how many are left out
 */
export async function latestHandlingar(
  db: Kysely<Tables>,
  matterId: string,
): Promise<{ only: RawBuilder<number> | null; utelamnade: number }> {
  const { rows: counted } = await sql<{ handlingar: number; letters: number }>`
    select count(distinct a.handling_pk) as handlingar, sum(length(h.json) + coalesce(length(a.json), 0)) as letters
    from arenden a join handlingar h on h.pk = a.handling_pk where a.matter_id = ${matterId}`.execute(db);
  const all = Number(counted[0]?.handlingar ?? 0);
  if (all <= MOST_HANDLINGAR && Number(counted[0]?.letters ?? 0) <= MOST_CHARACTERS)
    return { only: null, utelamnade: 0 };
  const latest = sql`select pk from (
      select pk, row_number() over latest as nr, sum(letters) over latest as letters
      from (select h.pk, h.datum, h.sha256, h.nr, sum(length(h.json) + coalesce(length(a.json), 0)) as letters
        from arenden a join handlingar h on h.pk = a.handling_pk where a.matter_id = ${matterId}
        group by h.pk, h.datum, h.sha256, h.nr) each
      window latest as (order by datum is null, datum desc, sha256, nr)
    ) ranked where nr = 1 or (nr <= ${MOST_HANDLINGAR} and letters <= ${MOST_CHARACTERS})`;
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${latest}) shown`.execute(db);
  return { only: sql<number>`(${latest})`, utelamnade: all - Number(rows[0]?.n ?? 0) };
}
