/** Which line a word was said of, also when a later reading gives the line another id. */
import { paragrafKey } from '../way/text.ts';
import type { LastRad, Radord } from './types.ts';

/**
 * The words of each line, by the line's id, and those that belong to none any more. Ids follow the order of what is
 * found in a file, so that better rules may give one line's id to another: where it stands decides (file, first page,
 * §), the id only among several that begin there. A word whose place is empty follows its id to a line that
 * covers the place.
 */
export function ordByRad(
  rader: readonly LastRad[],
  ord: readonly Radord[],
): { of: Map<string, Radord[]>; losa: Radord[] } {
  const of = new Map<string, Radord[]>();
  const losa: Radord[] = [];
  if (ord.length === 0) return { of, losa };
  const byPlace = new Map<string, Set<LastRad>>();
  const byId = new Map<string, LastRad>();
  for (const rad of rader) {
    for (const { id, sha256, pages } of rad.kallor) {
      byId.set(id, rad);
      const place = placeOf(sha256, rad, pages[0]);
      byPlace.set(place, (byPlace.get(place) ?? new Set()).add(rad));
    }
  }
  for (const one of ord) {
    const there = [...(byPlace.get(placeOf(one.sha256, one, one.page)) ?? [])];
    const found = there.length === 1 ? there[0] : (there.find((rad) => hasId(rad, one.rad)) ?? moved(one));
    if (found) of.set(found.id, [...(of.get(found.id) ?? []), one]);
    else losa.push(one);
  }
  return { of, losa };

  function moved(one: Radord): LastRad | undefined {
    const rad = byId.get(one.rad);
    const kalla = rad?.kallor.find(({ id }) => id === one.rad);
    const covers = kalla && kalla.pages[0] <= one.page && one.page <= kalla.pages[1];
    return rad && covers && rad.typ === one.typ && sameParagraf(rad, one) ? rad : undefined;
  }
}

const hasId = ({ kallor }: LastRad, id: string): boolean => kallor.some((kalla) => kalla.id === id);

const bare = ({ paragraf }: { paragraf: string | null }): string => paragrafKey(paragraf, null);
const sameParagraf = (a: { paragraf: string | null }, b: { paragraf: string | null }): boolean =>
  bare(a) === bare(b);

const placeOf = (
  sha256: string,
  rad: { typ: LastRad['typ']; paragraf: string | null },
  page: number,
): string => [sha256, rad.typ, bare(rad), page].join('|');
