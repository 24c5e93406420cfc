/**
 * Page furniture: headers, footers and signature lines. They are told by their words (vocabulary/furniture.ts)
 * and by repetition at the head or foot of neighbouring pages. They are kept apart, not thrown away: a running
 * head names the body and the day.
 */

import { distance } from '../language/distance.ts';
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

/** Lines that stand in the same place on a page differ by no more than this: points (more off the scanner), or lines of a text. */
const SAME_PLACE = { points: 6, lines: 1, scanned: 14 };

interface Place {
  sheet: number;
  at: number;
  left: number;
  /** It stands at the foot with room above, or right below such a line, in smaller type than the text. */
  apart: boolean;
}

/** Where a line stands: its top edge, or its number from the head (or, negative, from the foot). */
const placeOf = (line: Line, index: number, count: number): number =>
  line.bbox ? line.bbox[1] : index < HEAD ? index : index - count;

/** Room above a line, in line heights, that parts it from the text. */
const APART = 1.5;
/** Of the text's size, that of feet. */
const SMALL = 0.85;

/** Where a line of a sheet stands. */
function hereOf(lines: Line[], i: number, sheet: number): Place {
  const line = lines[i] as Line;
  const foot = lines.slice(Math.max(HEAD, lines.length - FOOT), i + 1);
  const isApart = foot.some((other) => other.gap > APART);
  const sizes = lines.map(({ size }) => size ?? 0).sort((a, b) => a - b);
  const isSmall = (line.size ?? 0) < SMALL * (sizes[Math.floor(sizes.length / 2)] ?? 0);
  return { sheet, at: placeOf(line, i, lines.length), left: line.bbox?.[0] ?? 0, apart: isApart && isSmall };
}

/** The shapes at the heads and feet of each sheet, with their places. */
function placesOf(sheets: Line[][]): Map<string, Place[]>[] {
  return sheets.map((lines, sheet) => {
    const places = new Map<string, Place[]>();
    lines.forEach((line, i) => {
      if (i >= HEAD && i < lines.length - FOOT) return;
      const key = shape(line.text);
      places.set(key, [...(places.get(key) ?? []), hereOf(lines, i, sheet)]);
    });
    return places;
  });
}

/** One character in so many may be misread where OCR has read the same line again. */
const MISREAD = 6;

/** Where OCR has read a line again, words of it may be missing; so much of it is there. */
const READ = 0.6;

/** The same line twice, read by OCR: never quite the same, spaces, marks, a letter here and a word there apart. */
function isMisread(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => text.replace(/[^\p{L}#]/gu, '')) as [string, string];
  const allowed = Math.floor(Math.min(one.length, other.length) / MISREAD);
  if (allowed === 0) return false;
  const [less, more] = one.length < other.length ? [a, other] : [b, one];
  const words = less.match(/[\p{L}#]{3,}/gu) ?? [];
  const isPart = words.length > 1 && words.join('').length >= READ * more.length;
  return (isPart && words.every((word) => more.includes(word))) || distance(one, other, allowed) <= allowed;
}

/**
 * True where OCR has read something at the foot, and on several pages near by what stands there stands apart: it is
 * furniture, however it was read.
 */
function standsAtFeet(all: Map<string, Place[]>[], line: Line, here: Place): boolean {
  if (!isRead(line)) return false;
  const near = all
    .slice(Math.max(0, here.sheet - 2 * REPEATS), here.sheet + 2 * REPEATS + 1)
    .flatMap((places) => [...places.values()].flat())
    .filter((p) => p.apart && Math.abs(p.left - here.left) <= SAME_PLACE.points)
    .filter((p) => Math.abs(p.at - here.at) <= SAME_PLACE.points);
  return new Set(near.map((p) => p.sheet)).size >= REPEATS;
}

/**
 * True when the line stands in the same place on at least two pages near by, and on half of the pages between:
 * the title of a form that is filled in again some pages later is none.
 */
function repeats(all: Map<string, Place[]>[], line: Line, here: Place, needed: number): boolean {
  const key = shape(line.text);
  const tolerance = isRead(line) ? SAME_PLACE.scanned : line.bbox ? SAME_PLACE.points : SAME_PLACE.lines;
  const near = all
    .slice(Math.max(0, here.sheet - 2 * REPEATS), here.sheet + 2 * REPEATS + 1)
    .flatMap((places) =>
      isRead(line)
        ? [...places].flatMap(([other, at]) => (other === key || isMisread(other, key) ? at : []))
        : (places.get(key) ?? []),
    )
    .filter((place) => Math.abs(place.at - here.at) <= tolerance);
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

const isRead = (line: Line): boolean => line.words.some((word) => word.confidence !== null);

const isSame = (a: Line | undefined, b: Line | undefined): boolean =>
  a?.text === b?.text || (!!a && !!b && isRead(a) && isMisread(a.text.toLowerCase(), b.text.toLowerCase()));

/** How many first lines two pages share word for word, where a day or the word for minutes is among them: their running head. */
function sharedHead([first, second, ...more]: Line[][]): number {
  if (!first || !second || more.length > 0) return 0;
  let n = 0;
  while (n < HEAD && first[n] && isSame(first[n], second[n]) && !isContent(first[n]?.text ?? '')) n++;
  return first.slice(0, n).some((l) => DATED_HEAD.test(l.text) || /^protokoll/iu.test(l.text)) ? n : 0;
}

/** The flags of a sheet, with what OCR has read where other pages near by have their running heads, whatever it says. */
function withHeads(flagged: boolean[][], sheets: Line[][], sheet: number): boolean[] {
  const all = sheets[sheet] as Line[];
  const own = flagged[sheet] as boolean[];
  const isHeadOf = (other: number, line: Line) =>
    (sheets[other] ?? []).slice(0, HEAD).some((there, i) => {
      if (!flagged[other]?.[i] || !there.bbox || !line.bbox) return false;
      const across = Math.min(there.bbox[2], line.bbox[2]) - Math.max(there.bbox[0], line.bbox[0]);
      return across > 0 && Math.abs(there.bbox[1] - line.bbox[1]) <= SAME_PLACE.points;
    });
  const last = own.slice(0, HEAD).lastIndexOf(true);
  return own.map((flag, i) => {
    const line = all[i] as Line;
    if (flag || i > last + 1 || i >= HEAD || !isRead(line) || isContent(line.text)) return flag;
    const near = sheets.slice(Math.max(0, sheet - 2 * REPEATS), sheet + 2 * REPEATS + 1);
    const from = Math.max(0, sheet - 2 * REPEATS);
    return near.filter((_, k) => from + k !== sheet && isHeadOf(from + k, line)).length >= REPEATS - 1;
  });
}

/** Divides lines into sheets and takes the furniture out of each. */
export function sheetsOf(lines: Line[]): Sheet[] {
  const sheets = splitSheets(lines);
  const shared = sharedHead(sheets);
  const places = placesOf(sheets);
  const flagged = sheets.map((all, sheet) => {
    const first = all.findIndex((l) => isContent(l.text));
    const opening = first < 0 ? all.length : first;
    const flags: boolean[] = [];
    const isFlagged = (line: Line, i: number): boolean => {
      if (line.running || i < shared || isFurniture(line.text)) return true;
      // "Storby stad, protokollsutdrag 1 (2)" at the very head or foot
      if ((i < 2 || i >= all.length - 2) && PAGE_OF.test(line.text.replace(/\s+/g, ' '))) return true;
      const here = hereOf(all, i, sheet);
      if (i >= HEAD && i >= all.length - FOOT && standsAtFeet(places, line, here)) return true;
      const key = shape(line.text);
      if ((i >= HEAD && i < all.length - FOOT) || key.length <= 2 || isContent(line.text)) return false;
      // what a heading stands over is its content
      const isApart = line.bbox !== null && i >= all.length - FOOT && line.gap > 1;
      if (isContent(all[i - 1]?.text ?? '') && !isApart) return false;
      // a foot stands apart from the text: what follows on right under it is text
      if (i >= all.length - FOOT && i >= HEAD / 2 && line.gap < 0.6 && !flags[i - 1]) return false;
      // a list of recipients may end a page with the same body each time
      if (i >= all.length - FOOT && i >= HEAD && findOrganer(line.text).length > 0) return false;
      // below the first § or heading nothing is a running head any more
      if (i < HEAD && i > opening && i < all.length - FOOT) return false;
      // where two pages are all there are, a head with the day or the page's number on both
      const needed = sheets.length === 2 && i < 3 && DATED_HEAD.test(line.text) ? 2 : REPEATS;
      return repeats(places, line, here, needed);
    };
    all.forEach((line, i) => {
      flags.push(isFlagged(line, i));
    });
    // "Protokoll 42" above "(42)", or the lone page number that opens or closes a page
    all.forEach((line, i) => {
      if (/^\d{1,4}$/.test(line.text) && (i < 2 || i >= all.length - 2)) flags[i] = true;
    });
    return flags;
  });
  return sheets.map((all, sheet) => {
    const flags = withHeads(flagged, sheets, sheet);
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
