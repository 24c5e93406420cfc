/** The number that a page bears within its document. */

import type { Sheet } from '../lines/furniture.ts';

/** "3 (5)" → n 3, of 5; `of` null where no total is printed. */
export interface PageNumber {
  n: number;
  of: number | null;
}

/** No paper has so many pages. */
const YEARS = 1900;

/** Reads "3 (5)", "3/5", "3 [5]" or "Sida 3 av 5"; null where no line at the edges of the page prints one. */
export function pageNumberOf(sheet: Sheet): PageNumber | null {
  const edge = [...sheet.all.slice(0, 9), ...sheet.all.slice(-4)];
  for (const [i, line] of edge.entries()) {
    const joined =
      /\d\s*$/.test(line.text) && /^\(\d+\)$/.test(edge[i + 1]?.text ?? '')
        ? `${line.text} ${edge[i + 1]?.text}`
        : line.text;
    const m = /(?:^|\s)(\d{1,4})\s*(?:\(\s*(\d{1,4})\s*\)|\/\s*(\d{1,4})$|\[\s*(\d{1,4})\s*\])\s*$/.exec(
      joined,
    );
    // "(EU) 2016/729", "KS 2031/883": a year before a stroke is no page
    const number =
      /§|dnr|nummer|protokoll \d+\/(?:19|20)\d\d/i.test(joined) || (m?.[3] && Number(m[1]) >= YEARS);
    if (m && !number) return { n: Number(m[1]), of: Number(m[2] ?? m[3] ?? m[4]) };
    const alone = /^(?:sida|sid)\s*(?::\s*)?(\d{1,4})(?:\s*(?:av|\()\s*(\d{1,4})\)?)?$/i.exec(line.text);
    if (alone) return { n: Number(alone[1]), of: alone[2] ? Number(alone[2]) : null };
  }
  return null;
}
