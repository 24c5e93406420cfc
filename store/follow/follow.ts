/**
 * Which item of a new reading is which of the ones before. The bytes are the same, and so is the place on the page that a
 * clause stands on, however many are found before it: by place and words items are known again, ids tell nothing. Pure.
 */
import { samePlace, sameWords, type Told } from './told.ts';

/** What is called so for ever. */
export interface Named {
  namn: string;
  /** The item that it was in the reading before; null: none. */
  id: string | null;
  /** The item is called so; false: it became a part of one that is called otherwise. */
  galler: boolean;
  /** What it said, the latest first; the first of them in the reading before, where `galler`. */
  said: readonly Told[];
}

export type Now = Pick<Named, 'namn' | 'id' | 'galler'>;

/** So much of the lesser place lies in the other, where two things may be one. */
const PLACE = 0.5;
/** So much of both places, where the words may be all others: what was read wrong altogether. */
const VERY_PLACE = 0.8;
const ALIKE = 0.5;
/** So alike, where it is another kind of item now. */
const VERY_ALIKE = 0.8;
/** So much of what it said stands in what it became a part of. */
const WITHIN = 0.8;
/** Pairs on a page that are looked at: what stands on a page that holds more is known again by the same words alone. */
const MOST = 250_000;

/**
 * @param before all that is known of the file, in the order of the reading before
 * @param now the new reading, in its order
 * @returns where each of `before` is now, and what is new; names that were given are never given again
 */
export function follow(before: readonly Named[], now: readonly Told[]): Now[] {
  const found = new Map<Named, string>();
  const free = new Set(now);
  const byId = new Map(now.map((told) => [told.id, told]));
  const rest = before.filter((named) => {
    const told = named.id === null ? undefined : byId.get(named.id);
    if (!named.galler || !told || !free.has(told) || !isJust(named.said[0], told)) return true;
    found.set(named, told.id);
    free.delete(told);
    return false;
  });
  for (const { named, told } of nearest(rest, [...free])) {
    if (found.has(named) || !free.delete(told)) continue;
    found.set(named, told.id);
  }
  const ended = before.map((named): Now => {
    const id = found.get(named);
    return { namn: named.namn, id: id ?? null, galler: id !== undefined };
  });
  const mains = new Map(
    before.flatMap((named, at) => (named.galler ? [[named.id, ended[at]?.id] as const] : [])),
  );
  const onPage = neighbours(rest, now);
  const followed = ended.map((one, at): Now => {
    const named = before[at] as Named;
    if (one.id !== null || named.id === null) return one;
    const whole = named.galler ? null : mains.get(named.id);
    return { ...one, id: whole ?? wholeOf(named, onPage)?.id ?? null };
  });
  const taken = new Set(before.map(({ namn }) => namn));
  const added = now
    .filter((told) => free.has(told))
    .map(({ id }): Now => {
      const namn = freeName(id, taken);
      taken.add(namn);
      return { namn, id, galler: true };
    });
  return [...followed, ...added];
}

const isJust = (one: Told | undefined, other: Told): boolean =>
  one?.typ === other.typ &&
  one.words === other.words &&
  JSON.stringify(one.evidence) === JSON.stringify(other.evidence);

function freeName(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let nr = 2;
  while (taken.has(`${id}-${nr}`)) nr++;
  return `${id}-${nr}`;
}

interface Pair {
  named: Named;
  told: Told;
  score: number;
}

/** What may be the same, the most alike first; among equals in the order of the readings. */
function nearest(before: readonly Named[], now: readonly Told[]): Pair[] {
  const onPage = neighbours(before, now);
  const byWords = grouped(now, ({ words }) => [words]);
  const pairs: Pair[] = [];
  for (const named of before) {
    const near = new Set<Told>();
    for (const told of named.said) {
      for (const other of byWords.get(told.words) ?? []) near.add(other);
      for (const other of onPage(told)) near.add(other);
    }
    for (const told of near) {
      const score = scoreOf(named, told);
      if (score > 0) pairs.push({ named, told, score });
    }
  }
  return pairs.sort((a, b) => b.score - a.score);
}

/** What stands on the pages of a thing now. */
function neighbours(before: readonly Named[], now: readonly Told[]): (told: Told) => Told[] {
  const byPage = grouped(now, pagesOf);
  const asked = grouped(
    before.flatMap(({ said }) => said),
    pagesOf,
  );
  for (const [page, all] of byPage)
    if (all.length * (asked.get(page)?.length ?? 0) > MOST) byPage.delete(page);
  return (told) => pagesOf(told).flatMap((page) => byPage.get(page) ?? []);
}

const pagesOf = ({ evidence }: Told): number[] => [...new Set(evidence.map(({ page }) => page))];

function grouped<Key>(all: readonly Told[], keysOf: (told: Told) => Key[]): Map<Key, Told[]> {
  const groups = new Map<Key, Told[]>();
  for (const told of all)
    for (const key of keysOf(told)) {
      const group = groups.get(key);
      if (group) group.push(told);
      else groups.set(key, [told]);
    }
  return groups;
}

/** 0: not the same. What it says now counts a little more than what it once said. */
const scoreOf = ({ said, galler, id }: Named, told: Told): number =>
  Math.max(
    0,
    ...said.map((one, at) => {
      const isLast = galler && at === 0;
      const score = likeness(one, told, isLast);
      return score === 0 ? 0 : score + (isLast ? 0.2 : 0) + (id === told.id ? 0.1 : 0);
    }),
  );

function likeness(one: Told, other: Told, isLast: boolean): number {
  const sameKind = one.typ === other.typ;
  const sameAround = one.around !== null && one.around === other.around;
  const isSame = one.words === other.words;
  const { lesser, greater } = samePlace(one.evidence, other.evidence);
  if (lesser < PLACE && !(isSame && sameKind && sameAround)) return 0;
  const alike = isSame ? 1 : sameWords(one, other).alike;
  if (alike < (sameKind ? ALIKE : VERY_ALIKE) && !(isLast && sameKind && greater >= VERY_PLACE)) return 0;
  return (isSame ? 4 : 0) + 2 * alike + lesser + (sameAround ? 0.5 : 0) + (sameKind ? 0.5 : 0);
}

/** What it became a part of; null: it is gone. */
function wholeOf({ said: [last] }: Named, onPage: (told: Told) => Told[]): Told | null {
  if (last === undefined) return null;
  const [best] = onPage(last)
    .filter(({ typ, evidence }) => typ === last.typ && samePlace(last.evidence, evidence).lesser >= PLACE)
    .map((told) => ({ told, within: sameWords(last, told).within }))
    .filter(({ within }) => within >= WITHIN)
    .sort((a, b) => b.within - a.within);
  return best?.told ?? null;
}
