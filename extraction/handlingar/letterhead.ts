/** What stands in a letterhead: days and numbers, offices and bodies, where an official is reached. */

import { findDates } from '../language/dates.ts';
import { bareDiarienummer, labelledDiarienummer, labelledDokumentnummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { HUVUDMAN_LINE, LETTERHEAD, OFFICE, TJANSTESKRIVELSE } from '../vocabulary/handlingar.ts';
import { cells, organLine } from './running-head.ts';

/** "Miljönämnden 2031-02-07": a body, and when it meets. */
export const undated = (text: string): string => text.replace(/(?<!\s)\s+\d{4}-\d{2}-\d{2}$/u, '');

/** Where the official is reached: "anna.berg@norrby.se", "Tfn 08-123 45 67", a number at the end of a line. */
const REACHED = /@|^(?:tfn|tel)|(?:^|\s)0\d{1,3}[-–]\d[\d\s]{4,}$/iu;

/** The kind of a paper, alone in its column. */
const KIND = /^(?:yttrande|missiv|plan|motion|protokoll|PM|promemoria)$/iu;

/** Short lines that a label opens, and those of an address. */
const LABELLED = [
  ord(/^(?:diarienummer|dnr|ärendenummer|beteckning|handläggare|datum|sida|version)\b.{0,40}$/iu),
  /^föredragande\b.{0,40}:/iu,
  /^(?:box \d|\d{3} \d{2} \p{Lu})/iu,
];

/** A word that makes an office part of a sentence: "yttrande från stadsledningskontoret". */
const IN_SENTENCE = ord(/\b(?:för|från|om|av|till|i|med|hos|vid)\s+\p{Ll}/u);

/** A row of the letterhead with its day: few words stand before it. */
function isDatedRow(text: string): boolean {
  const date = findDates(text)[0];
  if (!date || text.length >= 110) return false;
  if (labelledDiarienummer(text)) return true;
  return /^\D{0,45}\d/.test(text) && text.slice(0, date.start).trim().split(/\s+/).length <= 7;
}

/** A number, with its label or as good as alone. */
function isNumberRow(text: string): boolean {
  if (labelledDiarienummer(text) || labelledDokumentnummer(text)) return true;
  const bare = bareDiarienummer(text);
  return bare !== null && (bare.value.length > text.length - 8 || text.length < 45);
}

/** The name of an office, not a title's mention of one. */
const isOfficeRow = (text: string): boolean =>
  OFFICE.test(text) && !/^\p{Ll}/u.test(text) && text.length < 60 && !IN_SENTENCE.test(text);

/** True for a line of the letterhead rather than of the title. `i`: its index in `head`. */
export function isLetterhead(line: Line, i: number, head: Line[]): boolean {
  const { text } = line;
  const columns = cells(text);
  if (i < 12 && isDatedRow(text)) return true;
  if (HUVUDMAN_LINE.test(text) || isNumberRow(text) || REACHED.test(text)) return true;
  if (/^(?:Till:?|Mottagare:|Adressat:)(?:\s+\p{Lu}|$)/iu.test(text) && text.length < 70) return true;
  // a person beside the body addressed, or under the label for one
  if (i < 12 && columns.length > 1 && columns.some((c) => organLine(c) !== null)) return true;
  const above = head[i - 1]?.text ?? '';
  if (ord(/^handläggare\b/iu).test(above) && /^(?:\p{Lu}[\p{L}-]{1,60}\s?){2,3}$/u.test(text)) return true;
  if (LABELLED.some((re) => re.test(text))) return true;
  if (columns.some((c) => LETTERHEAD.test(c) || TJANSTESKRIVELSE.test(c) || KIND.test(c))) return true;
  if (i < 8 && /^[([]?\p{Lu}/u.test(text) && organLine(text) !== null) return true;
  if (undated(text) !== text && organLine(undated(text)) !== null) return true;
  if (i < 8 && isOfficeRow(text)) return true;
  // a name alone, or the rest of an office's name, above the address lines
  const later = head
    .slice(i + 1, i + 6)
    .some((l) => LETTERHEAD.test(l.text) || REACHED.test(l.text) || labelledDokumentnummer(l.text));
  return later && /^[\p{L}\s,.&-]{3,48}$/u.test(text);
}
