/**
 * Page furniture: headers, footers and signature lines. They are told by their words (vocabulary/furniture.ts)
 * and by repetition at the head or foot of neighbouring pages. They are kept apart, not thrown away: a running
 * head names the body and the day.
 */

import { ord } from '../language/ord.ts';
import { FURNITURE } from '../vocabulary/furniture.ts';
import { isHeading } from '../vocabulary/headings.ts';
import type { Line } from './line.ts';

/** Lines of a page's head and foot that may repeat. */
const HEAD = 7;
const FOOT = 5;
/** On how many pages a line must stand at head or foot to be furniture. */
const REPEATS = 3;

/** One page (or stretch between page marks of a dump): its running text, and its furniture. */
export interface Sheet {
  page: number;
  lines: Line[];
  furniture: Line[];
  /** All lines as printed. */
  all: Line[];
}

/** Digits differ from page to page; blanks depend on the setting. */
const shape = (text: string) => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

/** A line that opens or carries an item is never furniture, however often it repeats. */
const isContent = (text: string) =>
  isHeading(text) || ord(/^(att\b|\d{1,3}[.)]\s|[-•–]\s|§\s*\d)/i).test(text) || /^\p{L}\)\s/u.test(text);

function splitSheets(lines: Line[]): Line[][] {
  const sheets: Line[][] = [];
  for (const line of lines) {
    if (line.pageStart || sheets.length === 0) sheets.push([line]);
    else sheets.at(-1)?.push(line);
  }
  return sheets;
}

/** Shapes that stand at the head or the foot of at least three pages, no further than six pages apart. */
function repeatedShapes(sheets: Line[][], pick: (sheet: Line[]) => Line[]): Set<string> {
  const seen = new Map<string, number[]>();
  sheets.forEach((sheet, i) => {
    for (const s of new Set(pick(sheet).map((l) => shape(l.text)))) {
      const at = seen.get(s);
      if (at) at.push(i);
      else seen.set(s, [i]);
    }
  });
  const repeated = [...seen].filter(
    ([s, at]) =>
      s.length > 2 && at.some((p, k) => (at[k + REPEATS - 1] ?? Number.POSITIVE_INFINITY) - p <= 2 * REPEATS),
  );
  return new Set(repeated.map(([s]) => s));
}

/** True when the words alone tell that a line is furniture. */
export function isFurniture(text: string): boolean {
  return FURNITURE.some((re) => re.test(text));
}

/** Divides lines into sheets and takes the furniture out of each. */
export function sheetsOf(lines: Line[]): Sheet[] {
  const sheets = splitSheets(lines);
  const heads = repeatedShapes(sheets, (s) => s.slice(0, HEAD));
  const feet = repeatedShapes(sheets, (s) => s.slice(-FOOT));
  return sheets.map((all) => {
    const repeats = (line: Line, i: number) =>
      ((i < HEAD && heads.has(shape(line.text))) || (i >= all.length - FOOT && feet.has(shape(line.text)))) &&
      !isContent(line.text);
    const flags = all.map((line, i) => isFurniture(line.text) || repeats(line, i));
    // "Protokoll 42" above "(42)", or the lone page number that opens or closes a page
    all.forEach((line, i) => {
      if (/^\d{1,4}$/.test(line.text) && (i < 2 || i >= all.length - 2)) flags[i] = true;
    });
    return {
      page: all[0]?.page ?? 1,
      all,
      lines: all.filter((_, i) => !flags[i]),
      furniture: all.filter((_, i) => flags[i]),
    };
  });
}
