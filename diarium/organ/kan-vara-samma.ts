/** Bodies that were renamed with what they are bodies of: the landsting became regions. */
import type { RegisterOrgan } from './types.ts';

/** Of keys of names: what the first word began with, and what it begins with now. */
const RENAMED: readonly [before: string, now: string][] = [['landsting', 'region']];

/**
 * Pairs of bodies whose names are the same but for that, unless both met at one time. Nothing is made of it: only a
 * person says that two are one.
 *
 * @param organ by their keys
 */
export function kanVaraSamma(
  organ: ReadonlyMap<string, RegisterOrgan>,
): { namn: string; tidigare: string }[] {
  return [...organ]
    .flatMap(([key, before]) =>
      RENAMED.filter(([old]) => key.startsWith(old)).flatMap(([old, now]) => {
        const after = organ.get(now + key.slice(old.length));
        return after && follows(after, before) ? [{ namn: after.namn, tidigare: before.namn }] : [];
      }),
    )
    .sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
}

function follows({ sammantraden: after }: RegisterOrgan, { sammantraden: before }: RegisterOrgan): boolean {
  return after.forst === null || before.sist === null || before.sist < after.forst;
}
