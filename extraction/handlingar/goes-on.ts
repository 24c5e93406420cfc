/** What makes a page go on with the document before it: its words, its number, its §§ or its items. */

import { itemsOfAgenda } from '../arenden/agenda.ts';
import { isOwn } from '../arenden/own-body.ts';
import { findParagrafHeads } from '../arenden/paragraf.ts';
import { isPersonName } from '../language/person.ts';
import type { Sheet } from '../lines/furniture.ts';
import { isTitle } from '../lines/signature.ts';
import { sameOrgan } from '../routing/organ.ts';
import { TJANSTESKRIVELSE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import type { Draft } from './draft.ts';
import { OWN_NUMBER } from './letter.ts';
import { cells } from './running-head.ts';
import { type Signs, signsOf } from './signs.ts';

/** The page's first words go on with a sentence, a list or a table from the page before. */
export function runsOn(sheet: Sheet, before: Sheet | undefined): boolean {
  const first = sheet.lines[0]?.text ?? '';
  const last = before?.lines.at(-1)?.text ?? '';
  if (/^[\p{Ll}(•\-–\uf0b7]/u.test(first)) return true;
  const section = headingOf(first);
  if (section === 'expediering' || section === 'underlag' || section === 'reservation') return true;
  return last !== '' && !/[.:!?)”"]$/.test(last) && last.length > 60;
}

/** Lines of the page on which a letter's last words and its signatures stand. */
const CLOSING_LINES = 12;

/** What is left of a letter on its last page: its lists, or signatures alone below the letterhead come again. */
export function closesLetter(current: Draft, sheet: Sheet): boolean {
  if (current.kind !== 'brev') return false;
  const sections = sheet.lines.map((l) => headingOf(l.text));
  if (sections[0] === 'bilagor' && sections.slice(0, CLOSING_LINES).includes('expediering')) return true;
  const head = new Set(current.sheets[0]?.all.map((l) => l.text));
  const rest = sheet.lines.filter((l) => !head.has(l.text));
  const signs = (text: string) => isTitle(text) || isPersonName(text.split(',')[0] ?? '');
  return rest.length <= CLOSING_LINES / 2 && rest.every((l) => cells(l.text).some(signs));
}

/** The paper's own number in the head of this page and of the one before. */
export function bearsNumberOf(current: Draft, sheet: Sheet): boolean {
  const numbers = ({ all }: Sheet) => all.slice(0, 4).flatMap((l) => OWN_NUMBER.exec(l.text)?.[0] ?? []);
  const before = current.sheets.at(-1);
  return before !== undefined && numbers(sheet).some((n) => numbers(before).includes(n));
}

/** "4 (6)" after "3 (6)", or after a page that bore no number. */
export function followsNumber(current: Draft, signs: Signs): boolean {
  const numbers = current.signs.map((s) => s.pageNumber).filter((n) => n !== null);
  const last = numbers.at(-1);
  const now = signs.pageNumber;
  if (!now) return false;
  if (!last) return Math.abs(now.n - current.sheets.length - 1) <= 1;
  return (
    now.n > last.n &&
    now.n - last.n <= 3 + current.sheets.length &&
    (now.of === null || last.of === null || now.of === last.of)
  );
}

/** "2 (9)" of minutes after "1 (9)" of pages that did not say what they are: the minutes' front. */
export function isFrontOf(draft: Draft, signs: Signs): boolean {
  const last = draft.signs.at(-1)?.pageNumber;
  const now = signs.pageNumber;
  if (draft.kind !== 'annat' || !signs.protokoll || !last?.of || !now) return false;
  return now.of === last.of && now.n === last.n + 1;
}

/** True unless the page's running head names another body or another day than the minutes so far. */
export const sameMeeting = (draft: Draft, signs: Signs): boolean => {
  const organ = draft.signs.find((s) => s.meeting.organ)?.meeting.organ;
  if (organ && signs.meeting.organ && !isSame(organ, signs.meeting.organ)) return false;
  const datum = draft.signs.find((s) => s.meeting.datum)?.meeting.datum;
  return !(datum && signs.meeting.datum && datum !== signs.meeting.datum);
};

/** "Arbetsutskottet" over the pages of what the front page calls "Kommunstyrelsens arbetsutskott" is that body. */
const isSame = (a: string, b: string): boolean => sameOrgan(a, b) || isOwn(a, b) || isOwn(b, a);

/** How far ahead the next page, § or item that is surely of the same document is looked for, in pages. */
const AHEAD = 6;

/** True when one of the next pages is of the same minutes: those who sign have a page of their own before the first §. */
export function meetingGoesOn(current: Draft, sheets: Sheet[], i: number): boolean {
  const next = sheets
    .slice(i, i + AHEAD)
    .map(signsOf)
    .find((s) => s.protokoll || s.paragraf);
  return next !== undefined && sameMeeting(current, next);
}

/** True when one of the next pages opens the § that follows the `last` one: the pages between belong to it. */
export function paragraphsGoOn(last: number | undefined, sheets: Sheet[], i: number): boolean {
  if (last === undefined) return false;
  for (const sheet of sheets.slice(i, i + AHEAD)) {
    const first = numbersOf([sheet])[0];
    if (first !== undefined) return first > last && first - last <= 2;
  }
  return false;
}

/** Numbers of the § heads on some pages. */
export const numbersOf = (sheets: Sheet[]) =>
  findParagrafHeads(sheets.flatMap((s) => s.lines)).map((h) => h.number);

/** True when this page, or one soon after it, opens the next item of the agenda. */
export function agendaGoesOn(current: Draft, sheets: Sheet[], i: number): boolean {
  const last = itemsOfAgenda(current.sheets.flatMap((s) => s.lines)).at(-1);
  if (!last?.punkt) return false;
  const next = `${Number.parseInt(last.punkt, 10) + 1}. `;
  const ahead = sheets.slice(i, i + AHEAD);
  // a letter or minutes on the way end the agenda, whatever they number
  const end = ahead.findIndex((s) => TJANSTESKRIVELSE.test(s.all[0]?.text ?? ''));
  return ahead
    .slice(0, end < 0 ? AHEAD : end)
    .some((s) => s.lines.some((l) => l.text.startsWith(next) && /^\d+\.\s+\p{Lu}/u.test(l.text)));
}
