/** Lines that are page furniture, or are not, by their words alone. */
import { FURNITURE } from '../vocabulary/furniture.ts';
import { isHeading } from '../vocabulary/headings.ts';
import { isOwnFurniture } from '../vocabulary/own-words.ts';

/** "3/12"; "118/24" and "2031/118" are numbers of matters. */
function isPageOfPages(text: string): boolean {
  const m = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text);
  return m !== null && Number(m[1]) <= Number(m[2]);
}

/** True when the words alone tell that a line is furniture. */
export function isFurniture(text: string): boolean {
  return FURNITURE.some((re) => re.test(text)) || isPageOfPages(text) || isOwnFurniture(text);
}

/** What a line that carries an item looks like. */
const ITEMS = [
  // the lead-in of the clauses
  /(?<!\p{L})(?:beslutar|beslutade|föreslår)(?:\s(?:besluta|följande))?:?$/iu,
  // a clause, an entry of a list, the head of a §
  /^(att\b|\d{1,3}[.)]\s|[-•–]\s|(\p{L}+\.?\s+)?§\s*\d|\d{1,4}\s?§)/iu,
  /^\p{L}\)\s/u,
];

/** True for a line that opens or carries an item: never furniture, however often it repeats. */
export function isContent(text: string): boolean {
  return isHeading(text) || ITEMS.some((re) => re.test(text));
}

/** A short line that ends in the page's number and the number of pages. */
const PAGE_OF = /^(?!.*§)[^.]{0,80}\s\d{1,3}\s?\(\d{1,3}\)$/u;
/** A running head that names the day or the page. */
const DATED_HEAD = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|\d\s?\(\d{1,3}\)|\b(?:sida|sid|blad)\b/iu;

/** True for "Storby stad, protokollsutdrag 1 (2)": furniture at the very head or foot of a page. */
export const endsInPageOf = (text: string): boolean => PAGE_OF.test(text.replace(/\s+/g, ' '));

/** True for a running head that names the day or the page. */
export const isDatedHead = (text: string): boolean => DATED_HEAD.test(text);
