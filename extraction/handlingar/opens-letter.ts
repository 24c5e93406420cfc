/** What makes a page the first one of a letter. */

import type { Sheet } from '../lines/furniture.ts';
import { OFFICE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import { type Draft, isFinished } from './draft.ts';
import type { Signs } from './signs.ts';

/** A line of a title has fewer letters than this; and a whole title that lost its line breaks, than this. */
const TITLE_LINE = 95;
const TITLE = 240;

/** A short title above the heading of a proposal: an official's letter without a letterhead. */
export function titleAboveProposal(sheet: Sheet, signs: Signs): boolean {
  if (signs.forslagAt < 1 || signs.forslagAt > 7) return false;
  const above = sheet.lines.slice(0, signs.forslagAt);
  return (
    above.every(
      (l) =>
        l.text.length < (above.length > 1 ? TITLE_LINE : TITLE) &&
        !/[.:;,]$/.test(l.text) &&
        !/^\d{1,2}[.)]\s/.test(l.text) &&
        headingOf(l.text) === null,
    ) && !/^\p{Ll}/u.test(above[0]?.text ?? '')
  );
}

/** A letter's first page: the date and number stand above everything else, not in a table further down. */
export function opensLetter(sheet: Sheet, signs: Signs): boolean {
  const head = sheet.all.slice(0, 12);
  // a list or an agenda that goes on at the top of a page opens nothing
  if (/^\d{1,3}\s?[.)]\s/.test(sheet.lines[0]?.text ?? '')) return false;
  if (signs.tjansteskrivelse)
    return signs.datum !== null || signs.organ !== null || head.some((l) => OFFICE.test(l.text));
  const short = head.filter((l) => l.text.length < 70).length;
  return short >= Math.min(4, head.length * 0.5) && !/^[•\-–\uf0b7]/u.test(head[0]?.text ?? '');
}

/** "Tjänsteskrivelse 1 (2)" after minutes: the next extract of a bundle may go on with their numbers all the same. */
export function isNewLetter(current: Draft, sheet: Sheet, signs: Signs): boolean {
  if (!signs.letterhead || signs.pageNumber?.n !== 1 || !opensLetter(sheet, signs)) return false;
  return signs.tjansteskrivelse || isFinished(current);
}
