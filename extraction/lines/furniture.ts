/**
 * Page furniture: headers, footers and signature lines. They are told by their words (vocabulary/furniture.ts)
 * and by repetition at the head or foot of neighbouring pages. They are kept apart, not thrown away: a running
 * head names the body and the day.
 */

import { findOrganer } from '../routing/organ.ts';
import { FURNITURE } from '../vocabulary/furniture.ts';
import { isHeading } from '../vocabulary/headings.ts';
import { isOwnFurniture } from '../vocabulary/own-words.ts';
import type { Line } from './line.ts';

/** Lines of a page's head and foot that may repeat. */
const HEAD = 7;
const FOOT = 5;
/** On how many pages a line must stand at head or foot to be furniture. */
const REPEATS = 3;

/** A short line that ends in the page's number and the number of pages. */
const PAGE_OF = /^(?!.*§)[^.]{0,80}\s\d{1,3}\s?\(\d{1,3}\)$/u;

/** A running head that names the day or the page. */
const DATED_HEAD = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|\d\s?\(\d{1,3}\)|\b(?:sida|sid|blad)\b/iu;

/** One page (or stretch between page marks of a dump): its running text, and its furniture. */
export interface Sheet {
  page: number;
  lines: Line[];
  furniture: Line[];
  /** All lines as printed. */
  all: Line[];
}

/** What a line has in common with itself on other pages: digits differ, and blanks depend on the setting. */
export const shape = (text: string) => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

/** A line that opens or carries an item is never furniture, however often it repeats. */
const isContent = (text: string) =>
  isHeading(text) ||
  /(?<!\p{L})(?:beslutar|beslutade|föreslår)(?:\s(?:besluta|följande))?:?$/iu.test(text) ||
  /^(att\b|\d{1,3}[.)]\s|[-•–]\s|(\p{L}+\.?\s+)?§\s*\d|\d{1,4}\s?§)/iu.test(text) ||
  /^\p{L}\)\s/u.test(text);

function splitSheets(lines: Line[]): Line[][] {
  const sheets: Line[][] = [];
  for (const line of lines) {
    if (line.pageStart || sheets.length === 0) sheets.push([line]);
    else sheets.at(-1)?.push(line);
  }
  return sheets;
}

/** Lines that stand in the same place on a page differ by no more than this: points, or lines of a text. */
const SAME_PLACE = { points: 6, lines: 1 };

interface Place {
  sheet: number;
  at: number;
}

/** Where a line stands: its top edge, or its number from the head (or, negative, from the foot). */
const placeOf = (line: Line, index: number, count: number): number =>
  line.bbox ? line.bbox[1] : index < HEAD ? index : index - count;

/** Every place of every shape at the heads and feet of pages. */
function placesByShape(sheets: Line[][]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  sheets.forEach((lines, sheet) => {
    lines.forEach((line, i) => {
      if (i >= HEAD && i < lines.length - FOOT) return;
      const key = shape(line.text);
      const place = { sheet, at: placeOf(line, i, lines.length) };
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    });
  });
  return places;
}

/**
 * True when the line stands in the same place on at least two pages near by, and on half of the pages between:
 * the title of a form that is filled in again some pages later is none.
 */
function repeats(places: Place[] | undefined, here: Place, geometric: boolean, needed: number): boolean {
  const tolerance = geometric ? SAME_PLACE.points : SAME_PLACE.lines;
  const near = (places ?? []).filter(
    (p) => Math.abs(p.sheet - here.sheet) <= 2 * REPEATS && Math.abs(p.at - here.at) <= tolerance,
  );
  const on = new Set(near.map((p) => p.sheet));
  const span = Math.max(...on) - Math.min(...on) + 1;
  return on.size >= needed && on.size >= span / 2;
}

/** "3/12"; "118/24" and "2031/118" are numbers of matters. */
function isPageOfPages(text: string): boolean {
  const m = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text);
  return m !== null && Number(m[1]) <= Number(m[2]);
}

/** True when the words alone tell that a line is furniture. */
export function isFurniture(text: string): boolean {
  return FURNITURE.some((re) => re.test(text)) || isPageOfPages(text) || isOwnFurniture(text);
}

/** How many first lines two pages share word for word, where a day or the word for minutes is among them: their running head. */
function sharedHead([first, second, ...more]: Line[][]): number {
  if (!first || !second || more.length > 0) return 0;
  let n = 0;
  while (n < HEAD && first[n]?.text === second[n]?.text && first[n] && !isContent(first[n]?.text ?? '')) n++;
  return first.slice(0, n).some((l) => DATED_HEAD.test(l.text) || /^protokoll/iu.test(l.text)) ? n : 0;
}

/** Divides lines into sheets and takes the furniture out of each. */
export function sheetsOf(lines: Line[]): Sheet[] {
  const sheets = splitSheets(lines);
  const shared = sharedHead(sheets);
  const places = placesByShape(sheets);
  return sheets.map((all, sheet) => {
    const first = all.findIndex((l) => isContent(l.text));
    const opening = first < 0 ? all.length : first;
    const flags: boolean[] = [];
    const isFlagged = (line: Line, i: number): boolean => {
      if (line.running || i < shared || isFurniture(line.text)) return true;
      // "Storby stad, protokollsutdrag 1 (2)" at the very head or foot
      if ((i < 2 || i >= all.length - 2) && PAGE_OF.test(line.text.replace(/\s+/g, ' '))) return true;
      const key = shape(line.text);
      if ((i >= HEAD && i < all.length - FOOT) || key.length <= 2 || isContent(line.text)) return false;
      // what a heading stands over is its content
      if (isContent(all[i - 1]?.text ?? '')) return false;
      // a foot stands apart from the text: what follows on right under it is text
      if (i >= all.length - FOOT && i >= HEAD / 2 && line.gap < 0.6 && !flags[i - 1]) return false;
      // a list of recipients may end a page with the same body each time
      if (i >= all.length - FOOT && i >= HEAD && findOrganer(line.text).length > 0) return false;
      // below the first § or heading nothing is a running head any more
      if (i < HEAD && i > opening && i < all.length - FOOT) return false;
      // where two pages are all there are, a head with the day or the page's number on both
      const needed = sheets.length === 2 && i < 3 && DATED_HEAD.test(line.text) ? 2 : REPEATS;
      return repeats(
        places.get(key),
        { sheet, at: placeOf(line, i, all.length) },
        line.bbox !== null,
        needed,
      );
    };
    all.forEach((line, i) => {
      flags.push(isFlagged(line, i));
    });
    // "Protokoll 42" above "(42)", or the lone page number that opens or closes a page
    all.forEach((line, i) => {
      if (/^\d{1,4}$/.test(line.text) && (i < 2 || i >= all.length - 2)) flags[i] = true;
    });
    const lines = all.filter((_, i) => !flags[i]);
    // the page's running text begins here: what stood above was furniture
    if (lines[0]) lines[0].pageStart = true;
    return {
      page: all[0]?.page ?? 1,
      all,
      lines,
      furniture: all.filter((_, i) => flags[i]),
    };
  });
}
