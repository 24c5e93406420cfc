/** Some lines of the register: those that are asked for. */
import { mayBeSameDiarienummer } from '../../extraction/language/diarienummer.ts';
import { huvudmanKey, type NameGroups, organIndex } from '../../extraction/routing/organ.ts';
import type { Diarierad } from './types.ts';

export interface Urval {
  huvudman?: string | undefined;
  /** The number of a matter, in any of its written forms, or another designation. */
  diarienummer?: string | undefined;
  /** The body that met or that it is addressed to, by any of its names. */
  organ?: string | undefined;
  /** First and last day, YYYY-MM-DD; a line without a day is in neither. */
  from?: string | undefined;
  to?: string | undefined;
  status?: Diarierad['status'] | undefined;
  /** true: only lines in which something is missing. */
  saknas?: boolean | undefined;
}

/**
 * The lines asked for, in the order given.
 *
 * @param lika names that people have said are one body, by the key of the huvudman
 */
export function urval(
  rader: readonly Diarierad[],
  asked: Urval,
  lika: ReadonlyMap<string, NameGroups> = new Map(),
): Diarierad[] {
  const { huvudman, diarienummer, organ, from, to, status, saknas } = asked;
  const key = huvudman === undefined ? null : huvudmanKey(huvudman);
  const isOrgan = organ === undefined ? null : organTest(rader, organ, lika);
  return rader.filter(
    (rad) =>
      (key === null || huvudmanKey(rad.huvudman) === key) &&
      (status === undefined || rad.status === status) &&
      (saknas !== true || rad.saknas.length > 0) &&
      (from === undefined || (rad.datum !== null && rad.datum >= from)) &&
      (to === undefined || (rad.datum !== null && rad.datum <= to)) &&
      (diarienummer === undefined ||
        (rad.nummer !== null && mayBeSameDiarienummer(rad.nummer, diarienummer))) &&
      (isOrgan === null || isOrgan(rad)),
  );
}

/** Names mean the same body inside one huvudman only, by what is known there. */
function organTest(
  rader: readonly Diarierad[],
  organ: string,
  lika: ReadonlyMap<string, NameGroups>,
): (rad: Diarierad) => boolean {
  const ids = new Set<string>();
  for (const [key, group] of Map.groupBy(rader, (rad) => huvudmanKey(rad.huvudman))) {
    const names = group.flatMap((rad) => rad.organ ?? []);
    const index = organIndex(names, { huvudman: group[0]?.huvudman ?? null, lika: lika.get(key) ?? [] });
    const asked = index.keyOf(organ);
    const same = new Set([...new Set(names)].filter((name) => index.keyOf(name) === asked));
    for (const rad of group) if (rad.organ !== null && same.has(rad.organ)) ids.add(rad.id);
  }
  return (rad) => ids.has(rad.id);
}
