/** What kind of matter it is, told by how its documents are headed, else by what their first clause is about. */
import { ord } from '../../extraction/language/ord.ts';
import { ARENDETYP_I_ATTSATS, ARENDETYP_I_RUBRIK } from './ord.ts';
import type { ArendePart, Arendetyp } from './types.ts';

/** Of several kinds the first of the list: a motion about a delegation is a motion. */
export function arendetypOf(parts: readonly ArendePart[]): Arendetyp {
  const headings = parts.flatMap(({ arende, handling }) => [arende?.rubrik ?? handling.rubrik ?? '']);
  const first = parts.flatMap(({ arende }) => [arende?.beslut[0]?.text ?? arende?.forslag[0]?.text ?? '']);
  const of = (words: typeof ARENDETYP_I_RUBRIK, texts: string[]) =>
    words.find(({ ord: re }) => texts.some((t) => ord(re).test(t.replace(/\s+/g, ' ').trim())))?.typ;
  return of(ARENDETYP_I_RUBRIK, headings) ?? of(ARENDETYP_I_ATTSATS, first) ?? 'ovrigt';
}
