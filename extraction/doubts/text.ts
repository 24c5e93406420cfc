/** Doubts that any item's text can give. */
import type { Evidence } from '../record.ts';
import type { Doubt } from './words.ts';

/** What stands at the foot of letter paper: addresses, numbers of pages. */
const FOOT = /\S@\S|www\.|https?:|\b\d{3} \d{2} \p{Lu}|\b\d{1,3} ?\(\d{1,3}\)(?!\p{L})/u;
/** A heading's word with a capital right after a word without a stop. */
const HEADING_INSIDE =
  /\p{Ll}{3} (?:Beslutsunderlag|Bakgrund|Sammanfattning|Ärendet|Yrkanden?|Reservation|Förslag|Underlag|Bilagor|Sammanträdet|Protokollsanteckning|Expedieras|Särskilt yttrande|Justering|Ersättaryttrande|Omröstning|Votering)\b/u;
const STOP = /[.!?]["”»)]?$/u;
/** A clause of a row may end where the next begins: "…, samt". */
const ROW = /(?:[,;]|\b(?:samt|och))$/u;

export const wordsIn = (text: string): number => text.split(' ').length;

/** The doubts of a text that stands at `evidence`; `sentence`: it should be one, with a stop at its end. */
export function textDoubts(text: string, evidence: Evidence[], sentence: boolean): Doubt[] {
  const doubts: Doubt[] = [];
  if (FOOT.test(text)) doubts.push('foot');
  if (/^[^\p{L}\p{N}"”“»'(]/u.test(text)) doubts.push('strangeStart');
  if (new Set(evidence.map((e) => e.page)).size > 1) doubts.push('pageBreak');
  if (!sentence) return doubts;
  if (HEADING_INSIDE.test(text)) doubts.push('headingInside');
  if (!STOP.test(text) && !ROW.test(text)) doubts.push('openEnd');
  if (/[.!?] \p{Lu}/u.test(text)) doubts.push('sentences');
  return doubts;
}
