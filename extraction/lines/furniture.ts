/**
 * Page furniture: headers, footers and signature lines. They are told by their words (vocabulary/furniture.ts)
 * and by repetition at the head or foot of neighbouring pages. They are kept apart, not thrown away: a running
 * head names the body and the day.
 */

import { findOrganer } from '../routing/organ.ts';
import { endsInPageOf, isContent, isDatedHead, isFurniture } from './furniture-words.ts';
import type { Line } from './line.ts';
import { isMisread, isRead, standsAtFeet, withHeads } from './misread-furniture.ts';
import {
  FOOT,
  HEAD,
  hereOf,
  nearBy,
  type Place,
  type Places,
  placesOf,
  REPEATS,
  SAME_PLACE,
  shape,
} from './page-places.ts';

/** One page (or stretch between page marks of a dump): its running text, and its furniture. */
export interface Sheet {
  page: number;
  lines: Line[];
  furniture: Line[];
  /** All lines as printed. */
  all: Line[];
}

/** Divides lines into sheets and takes the furniture out of each. */
export function sheetsOf(lines: Line[]): Sheet[] {
  const sheets = splitSheets(lines);
  const shared = sharedHead(sheets);
  const places = placesOf(sheets);
  const flagged = sheets.map((_, sheet) => flagsOf(sheets, sheet, shared, places));
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

function splitSheets(lines: Line[]): Line[][] {
  const sheets: Line[][] = [];
  for (const line of lines) {
    if (line.pageStart || sheets.length === 0) sheets.push([line]);
    else sheets.at(-1)?.push(line);
  }
  return sheets;
}

/** Which lines of a sheet are furniture. `shared`: so many first lines are the running head that two pages share. */
function flagsOf(sheets: Line[][], sheet: number, shared: number, places: Places[]): boolean[] {
  const all = sheets[sheet] as Line[];
  const first = all.findIndex((l) => isContent(l.text));
  const opening = first < 0 ? all.length : first;
  const flags: boolean[] = [];
  const isFlagged = (line: Line, i: number): boolean => {
    if (line.running || i < shared || isFurniture(line.text)) return true;
    const inHead = i < HEAD;
    const inFoot = i >= all.length - FOOT;
    if (isOutermost(i, all.length) && endsInPageOf(line.text)) return true;
    if (!inHead && !inFoot) return false;
    const here = hereOf(all, i, sheet);
    if (!inHead && standsAtFeet(places, line, here)) return true;
    if (shape(line.text).length <= 2 || isContent(line.text)) return false;
    // what a heading stands over is its content
    const isApart = line.bbox !== null && inFoot && line.gap > 1;
    if (isContent(all[i - 1]?.text ?? '') && !isApart) return false;
    // a foot stands apart from the text: what follows on right under it is text
    if (inFoot && i >= HEAD / 2 && line.gap < 0.6 && !flags[i - 1]) return false;
    // a list of recipients may end a page with the same body each time
    if (inFoot && !inHead && findOrganer(line.text).length > 0) return false;
    // below the first § or heading nothing is a running head any more
    if (inHead && i > opening && !inFoot) return false;
    // where two pages are all there are, a head with the day or the page's number on both
    const needed = sheets.length === 2 && i < 3 && isDatedHead(line.text) ? 2 : REPEATS;
    return repeats(places, line, here, needed);
  };
  all.forEach((line, i) => {
    flags.push(isFlagged(line, i));
  });
  // "Protokoll 42" above "(42)", or the lone page number that opens or closes a page
  return flags.map((flag, i) => flag || (isOutermost(i, all.length) && /^\d{1,4}$/.test(all[i]?.text ?? '')));
}

/** The first two lines of a page and its last two. */
const isOutermost = (i: number, count: number): boolean => i < 2 || i >= count - 2;

/**
 * True when the line stands in the same place on at least two pages near by, and on half of the pages between:
 * the title of a form that is filled in again some pages later is none.
 */
function repeats(all: readonly Places[], line: Line, here: Place, needed: number): boolean {
  const key = shape(line.text);
  const read = isRead(line);
  const tolerance = read ? SAME_PLACE.scanned : line.bbox ? SAME_PLACE.points : SAME_PLACE.lines;
  const near = nearBy(all, here.sheet)
    .flatMap((places) =>
      read
        ? [...places].flatMap(([other, at]) => (other === key || isMisread(other, key) ? at : []))
        : (places.get(key) ?? []),
    )
    .filter((place) => Math.abs(place.at - here.at) <= tolerance);
  const on = new Set(near.map((p) => p.sheet));
  const span = Math.max(...on) - Math.min(...on) + 1;
  return on.size >= needed && on.size >= span / 2;
}

/** The same line on two pages, as printed or as OCR may have read it. */
const isSame = (a: Line | undefined, b: Line | undefined): boolean =>
  a?.text === b?.text || (!!a && !!b && isRead(a) && isMisread(a.text.toLowerCase(), b.text.toLowerCase()));

/** How many first lines two pages share word for word, where a day or the word for minutes is among them: their running head. */
function sharedHead([first, second, ...more]: Line[][]): number {
  if (!first || !second || more.length > 0) return 0;
  let n = 0;
  while (n < HEAD && first[n] && isSame(first[n], second[n]) && !isContent(first[n]?.text ?? '')) n++;
  return first.slice(0, n).some((l) => isDatedHead(l.text) || /^protokoll/iu.test(l.text)) ? n : 0;
}
