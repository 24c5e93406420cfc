/** What a decision makes of an ärende or a handling, and what follows from it for the clauses in it. */
import type { Arende, Attsats, Handling, Next } from '../../extraction/record.ts';
import { hasArenden, nextOfClauses } from './changed-items.ts';
import type { Falt } from './falt.ts';

/** What people have decided so far: items as a whole, fields of ärenden and handlingar by their ids. */
export interface Beslutat {
  punkter: ReadonlySet<string>;
  falt: ReadonlyMap<string, ReadonlySet<string>>;
}

const same = (a: Next | null, b: Next | null): boolean => a?.organ === b?.organ && a?.reason === b?.reason;

const without = (obekraftade: string[], names: readonly string[]): string[] =>
  obekraftade.filter((name) => !names.includes(name));

/**
 * An ärende as the person said. Clauses that went where the ärende went go where it goes now, but for those that a
 * person has decided on.
 */
export function changedArende(arende: Arende, falt: Falt, named: readonly string[], by: Beslutat): Arende {
  const changed: Arende = { ...arende, ...falt, obekraftade: without(arende.obekraftade, named) };
  if (!('next' in falt) || same(arende.next, changed.next)) return changed;
  const follow = (clause: Attsats): Attsats =>
    arende.next !== null && same(clause.next, arende.next) && !by.punkter.has(clause.id)
      ? { ...clause, next: changed.next }
      : clause;
  return { ...changed, forslag: changed.forslag.map(follow), beslut: changed.beslut.map(follow) };
}

/** An ärende whose clauses have changed goes where they go, if it went so before and nobody has said otherwise. */
export function withNext(before: Arende, after: Arende, by: Beslutat): Arende {
  if (by.falt.get(after.id)?.has('next') || !same(before.next, nextOfClauses(before))) return after;
  const next = nextOfClauses(after);
  return same(next, after.next) ? after : { ...after, next };
}

/**
 * A handling as the person said, and its ärenden with it: a letter's number is its ärende's, a notice calls the body that
 * it names, a letter without a chain goes to its first addressee, and a bordläggning comes back to the same body. What is
 * no record has no ärenden.
 */
export function changedHandling(
  handling: Handling,
  falt: Falt,
  named: readonly string[],
  by: Beslutat,
): Handling {
  const changed: Handling = {
    ...handling,
    ...falt,
    obekraftade: without(handling.obekraftade, named),
  };
  if (!hasArenden(changed)) return { ...changed, arenden: [] };
  return {
    ...changed,
    arenden: changed.arenden.map((arende) => following(arende, handling, changed, named, by)),
  };
}

function following(
  arende: Arende,
  before: Handling,
  after: Handling,
  named: readonly string[],
  by: Beslutat,
): Arende {
  let own = arende;
  const shared = after.kind === 'tjansteskrivelse' && arende.diarienummer === before.diarienummer;
  if (shared && named.includes('diarienummer') && !by.falt.get(arende.id)?.has('diarienummer'))
    own = changedArende(own, { diarienummer: after.diarienummer }, ['diarienummer'], by);
  const next = nextFrom(before, after);
  if (next === null) return own;
  const clause = (one: Attsats): Attsats => {
    if (by.punkter.has(one.id)) return one;
    const changed = next(one.next, one.kedja);
    return same(changed, one.next) ? one : { ...one, next: changed };
  };
  const followed: Arende = { ...own, forslag: own.forslag.map(clause), beslut: own.beslut.map(clause) };
  if (by.falt.get(arende.id)?.has('next')) return followed;
  const through = nextOfClauses(followed) ?? next(own.next, []);
  return same(through, followed.next) ? followed : { ...followed, next: through };
}

/** How a clause's way changes with the body or addressee of its handling; null where neither has changed. */
function nextFrom(
  before: Handling,
  after: Handling,
): ((next: Next | null, kedja: string[]) => Next | null) | null {
  const { kind, organ } = after;
  const to = after.till[0];
  if (kind === 'kallelse' && organ !== before.organ)
    return () => (organ === null ? null : { organ, reason: 'beredning' });
  if (kind === 'protokoll' && organ !== before.organ && organ !== null)
    return (next) =>
      next?.reason === 'bordlaggning' && next.organ === before.organ ? { ...next, organ } : next;
  if (kind === 'tjansteskrivelse' && to !== before.till[0])
    return (next, kedja) =>
      kedja.length === 0 && (next === null || next.organ === before.till[0])
        ? to === undefined
          ? null
          : { organ: to, reason: 'beredning' }
        : next;
  return null;
}
