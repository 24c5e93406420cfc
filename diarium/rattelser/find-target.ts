/** Where the target of a decision is in a reading, which may be another than the one it was made on. */
import { candidates, keyOf, type Plats, saysOneOf } from './ting.ts';
import type { Mal } from './types.ts';

/**
 * By id where the thing still says what it said, as read or as the person left it: ids count places, and another
 * reading may have shifted them. Else the most alike on the same page. Null where there are fewer alike than there were,
 * for then one of them is gone, and nothing says which.
 *
 * @param efter its fields as the decision leaves them; null where it leaves nothing
 */
export function findTarget(all: readonly Plats[], mal: Mal, efter: Mal['sett'] | null): Plats | null {
  const { typ, id, ankare } = mal;
  const keys = [ankare.text, ...(efter === null ? [] : [keyOf(typ, efter)])];
  const beside = candidates(all, typ, ankare, keys);
  const same = beside.find((one) => one.ting.id === id);
  if (same && saysOneOf(same, keys)) {
    if (beside.filter((one) => saysOneOf(one, keys)).length >= ankare.lika) return same;
  }
  return beside.length < ankare.antal ? null : (beside[ankare.plats] ?? null);
}
