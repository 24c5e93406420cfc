/** Which matters a change of names touches: those in whose documents a name stands that may mean what it is about. */
import type { Kysely } from 'kysely';
import { type NameGroups, organIndex } from '../../extraction/routing/organ.ts';
import { chunks } from './chunks.ts';
import type { FilLasning } from './organ-lasningar.ts';
import type { Tables } from './schema.ts';

/** Above so many groups it costs less to compute all ways anew than to find out which. */
const FEW = 20;

/**
 * Marks the matters stale, and tells which they are.
 *
 * @param groups the groups of names that are new, other than they were, or no more
 */
export async function markTouched(
  tx: Kysely<Tables>,
  grund: { huvudman: string | null; huvudmanKey: string; filer: readonly FilLasning[] },
  groups: NameGroups,
): Promise<string[]> {
  if (groups.length === 0) return [];
  const touched = groups.length > FEW ? null : filesOf(grund, groups);
  const ids: string[] = [];
  for (const part of touched === null ? [null] : chunks(touched)) {
    let query = tx
      .selectFrom('arenden')
      .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
      .innerJoin('matters', 'matters.id', 'arenden.matter_id')
      .select('matters.id')
      .where('matters.huvudman_key', '=', grund.huvudmanKey)
      .distinct();
    if (part !== null) query = query.where('handlingar.sha256', 'in', part);
    ids.push(...(await query.execute()).map((row) => row.id));
  }
  const matters = [...new Set(ids)].sort();
  for (const part of chunks(matters)) {
    await tx.updateTable('matters').set({ stale: 1 }).where('id', 'in', part).execute();
  }
  return matters;
}

/** A name that goes to a group by itself, and only such a one, can make a difference in a matter that has it. */
function filesOf(
  { huvudman, filer }: { huvudman: string | null; filer: readonly FilLasning[] },
  groups: NameGroups,
): string[] {
  const touches = new Map<string, boolean>();
  const isTouched = (name: string): boolean => {
    const known = touches.get(name);
    if (known !== undefined) return known;
    const meant = groups.some((group) => {
      const index = organIndex([name], { huvudman, lika: [group] });
      return index.keyOf(name) === index.keyOf(group[0] ?? '');
    });
    touches.set(name, meant);
    return meant;
  };
  return filer
    .filter(({ lasning }) => lasning.sett.some((one) => isTouched(one.namn)))
    .map(({ sha256 }) => sha256);
}
