/** Pages on which a letter opens below other text, cut there. */

import { findDates } from '../language/dates.ts';
import { labelledDiarienummer } from '../language/nummer.ts';
import type { Sheet } from '../lines/furniture.ts';
import type { Line } from '../lines/line.ts';
import { findOrganer } from '../routing/organ.ts';
import { OFFICE, SIGNATURE, TJANSTESKRIVELSE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';

/** A list of documents is looked back through over this many lines. */
const LISTED = 15;

/** "Tjänsteskrivelse 2031-05-12" in the list under Beslutsunderlag names a letter; it opens none. */
function isListed(lines: Line[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  // a file's name, or a day behind the word: one of a list
  if (!/\.pdf$/i.test(text) && findDates(text).length === 0) return false;
  for (let k = at - 1; k >= 0 && at - k <= LISTED; k--) {
    if ((lines[k + 1]?.gap ?? 0) > 1.5) return false;
    const section = headingOf(lines[k]?.text ?? '');
    if (section) return section === 'underlag' || section === 'bilagor';
  }
  return false;
}

/** The end of other text: a list of attachments, a sentence. */
const ENDED = /^bilag(?:a|or)\b|^[•\-–\uf0b7]\s|[.]$/iu;

/**
 * Lines of a page at which a letter opens below other text. In a text without page marks an official's letter
 * is told by its name; on any page by a letterhead row (day and number side by side) with an addressee under it.
 */
function startsWithin(sheet: Sheet, pageless: boolean): number[] {
  return sheet.all.flatMap((line, i) => {
    if (i === 0) return [];
    if (pageless && i >= 4 && TJANSTESKRIVELSE.test(line.text) && !isListed(sheet.all, i)) {
      const above = sheet.all[i - 1];
      return [above && above.text.length < 60 && OFFICE.test(above.text) ? i - 1 : i];
    }
    const row =
      findDates(line.text).length > 0 && labelledDiarienummer(line.text) !== null && line.text.length < 120;
    const under = sheet.all.slice(i + 1, i + 7);
    // above it stands nothing but the rest of its own letterhead
    if (i < 6 && !sheet.all.slice(0, i).some((l) => ENDED.test(l.text) || SIGNATURE.test(l.text))) return [];
    return row && under.some((l) => /^Till\s+\p{Lu}/u.test(l.text) && findOrganer(l.text).length > 0)
      ? [i]
      : [];
  });
}

/** Cuts pages where a letter opens below other text. */
export function cutPages(sheets: Sheet[]): Sheet[] {
  return sheets.flatMap((sheet) => {
    const starts = startsWithin(sheet, sheets.length === 1);
    if (starts.length === 0) return [sheet];
    const edges = [0, ...starts, sheet.all.length];
    return edges.slice(0, -1).map((from, k) => {
      const all = sheet.all.slice(from, edges[k + 1]);
      const keep = new Set(all);
      return {
        page: sheet.page,
        all,
        lines: sheet.lines.filter((l) => keep.has(l)),
        furniture: sheet.furniture.filter((l) => keep.has(l)),
      };
    });
  });
}
