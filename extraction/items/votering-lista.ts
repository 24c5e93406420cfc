/** The list of who voted what, where it stands apart from the sentence that tells how the vote fell. */
import type { Votering } from '../record.ts';

/**
 * A vote is told in the minutes' text with its counts, and the names stand on a list at the end of the §: the two are
 * one vote. Told by the same counts, or, where the § has only one vote without names, by the same two numbers the other
 * way round: the system that prints the list names its sides itself. The counts of the text stand.
 */
export function withLists(voteringar: Votering[]): Votering[] {
  const out: Votering[] = [];
  for (const votering of voteringar) {
    const unnamed = votering.roster.length > 0 ? out.filter((v) => v.roster.length === 0) : [];
    const told =
      unnamed.find((v) => v.ja === votering.ja && v.nej === votering.nej) ??
      (unnamed.length === 1
        ? unnamed.find((v) => v.ja === votering.nej && v.nej === votering.ja)
        : undefined);
    if (!told) {
      out.push(votering);
      continue;
    }
    told.roster = votering.roster;
    told.avstar ??= votering.avstar;
    told.evidence = [...told.evidence, ...votering.evidence];
  }
  return out;
}
