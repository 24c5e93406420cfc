/**
 * Who put a motion, a medborgarförslag, an interpellation or a question. Lists of recipients call them by what they are in
 * the matter ("Motionärerna"); whoever sends the decision has to know who they are.
 */
import { ord } from '../../extraction/language/ord.ts';
import { parsePersons } from '../../extraction/language/person.ts';
import { FRAN_VEM, VACKARE } from './ord.ts';
import type { ArendePart } from './types.ts';

/** Names in the order they stand, as the headings of the matter's handlingar first tell them; none where none does. */
export function vackareOf(parts: readonly ArendePart[]): string[] {
  const headings = parts.flatMap(({ arende, handling }) => [arende?.rubrik, handling.rubrik]);
  const found = headings.map((heading) => namesIn((heading ?? '').replace(/\s+/g, ' ')));
  // the fullest, and of those the first by the alphabet, so that order plays no part
  const [best = []] = found.toSorted((a, b) => b.length - a.length || (a.join() < b.join() ? -1 : 1));
  return best;
}

function namesIn(heading: string): string[] {
  const from = ord(FRAN_VEM).exec(heading)?.groups?.['vem'];
  if (!from) return [];
  return parsePersons(from).flatMap(({ namn }) => (namn !== null && /\s/.test(namn) ? [namn] : []));
}

/** "Motionärerna", "Förslagsställaren": whoever put the matter. */
export const isVackare = (name: string): boolean => ord(VACKARE).test(name);
