/** What stands in a letterhead: days and numbers, offices and bodies, where an official is reached. */

import { findDates } from '../language/dates.ts';
import { bareDiarienummer, labelledDiarienummer, labelledDokumentnummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { HUVUDMAN_LINE, LETTERHEAD, OFFICE, TJANSTESKRIVELSE } from '../vocabulary/handlingar.ts';
import { cells, organLine } from './running-head.ts';

/** "Miljönämnden 2031-02-07": a body, and when it meets. */
export const undated = (text: string) => text.replace(/\s+\d{4}-\d{2}-\d{2}$/u, '');

/** Where the official is reached: "anna.berg@norrby.se", "Tfn 08-123 45 67", a number at the end of a line. */
const REACHED = /@|^(?:tfn|tel)|(?:^|\s)0\d{1,3}[-–]\d[\d\s]{4,}$/iu;

/** True for a line of the letterhead rather than of the title. */
export function isLetterhead(line: Line, i: number, head: Line[]): boolean {
  const { text } = line;
  if (
    findDates(text).length > 0 &&
    i < 12 &&
    text.length < 110 &&
    (/^\D{0,45}\d/.test(text) || labelledDiarienummer(text))
  ) {
    const rest = text.slice(0, findDates(text)[0]?.start ?? 0).trim();
    if (rest.split(/\s+/).length <= 7 || labelledDiarienummer(text)) return true;
  }
  if (HUVUDMAN_LINE.test(text)) return true;
  if (labelledDiarienummer(text) || labelledDokumentnummer(text)) return true;
  const bare = bareDiarienummer(text);
  if (bare && (bare.value.length > text.length - 8 || text.length < 45)) return true;
  if (/^(?:Till:?|Mottagare:|Adressat:)(?:\s+\p{Lu}|$)/iu.test(text) && text.length < 70) return true;
  // a person beside the body addressed, or under the label for one
  if (i < 12 && cells(text).length > 1 && cells(text).some((c) => organLine(c) !== null)) return true;
  const above = head[i - 1]?.text ?? '';
  if (ord(/^handläggare\b/iu).test(above) && /^(?:\p{Lu}[\p{L}-]+\s?){2,3}$/u.test(text)) return true;
  if (/^föredragande\b.{0,40}:/iu.test(text)) return true;
  if (/^(?:box \d|\d{3} \d{2} \p{Lu})/iu.test(text)) return true;
  if (
    cells(text).some(
      (c) =>
        LETTERHEAD.test(c) ||
        TJANSTESKRIVELSE.test(c) ||
        /^(?:yttrande|missiv|plan|motion|protokoll|PM|promemoria)$/iu.test(c),
    ) ||
    REACHED.test(text)
  )
    return true;
  if (
    ord(/^(?:diarienummer|dnr|ärendenummer|beteckning|handläggare|datum|sida|version)\b.{0,40}$/iu).test(text)
  )
    return true;
  if (i < 8 && /^[([]?\p{Lu}/u.test(text) && organLine(text) !== null) return true;
  if (undated(text) !== text && organLine(undated(text)) !== null) return true;
  if (
    i < 8 &&
    OFFICE.test(text) &&
    !/^\p{Ll}/u.test(text) &&
    text.length < 60 &&
    !ord(/\b(?:för|från|om|av|till|i|med|hos|vid)\s+\p{Ll}/u).test(text)
  )
    return true;
  // a name alone, or the rest of an office's name, above the address lines
  const later = head
    .slice(i + 1, i + 6)
    .some((l) => LETTERHEAD.test(l.text) || REACHED.test(l.text) || labelledDokumentnummer(l.text));
  return later && /^[\p{L}\s,.&-]{3,48}$/u.test(text);
}
