/**
 * Where one document of a file ends and the next begins. Pages are read in order; a page opens a document when
 * its head does what only first pages do (a letterhead, another body's or day's minutes, a title above a
 * proposal), or when the document before has come to its end and the page does not go on with it.
 */

import { itemsOfAgenda } from '../arenden/agenda.ts';
import { isOwn } from '../arenden/own-body.ts';
import { findParagrafHeads } from '../arenden/paragraf.ts';
import { proposalWithoutHeading } from '../arenden/unheaded-proposal.ts';
import { findDates } from '../language/dates.ts';
import { labelledDiarienummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import { isPersonName } from '../language/person.ts';
import type { Sheet } from '../lines/furniture.ts';
import type { Line } from '../lines/line.ts';
import { isTitle } from '../lines/signature.ts';
import { findOrganer, sameOrgan } from '../routing/organ.ts';
import { OFFICE, PROTOKOLL_END, SIGNATURE, TJANSTESKRIVELSE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import { OWN_NUMBER } from './letter.ts';
import { isAgenda, mattersOn, wasHeld } from './matters.ts';
import { cells } from './running-head.ts';
import { isNamedLetter, type Signs, signsOf } from './signs.ts';

export type DraftKind = 'protokoll' | 'kallelse' | 'brev' | 'annat';

/** A document in the making: its pages, and what its first page says it is. */
export interface Draft {
  kind: DraftKind;
  sheets: Sheet[];
  signs: Signs[];
}

/** The letter is signed, or the minutes are: what follows on a new page is another document. */
function isFinished(draft: Draft): boolean {
  // "2 (2)": its own numbering says that it is over
  const number = draft.signs.at(-1)?.pageNumber;
  if (number?.of && number.n >= number.of) return true;
  const tail = (draft.sheets.at(-1)?.lines ?? []).slice(-14);
  if (draft.kind === 'protokoll') return tail.some((l) => PROTOKOLL_END.test(l.text));
  return tail.some(
    (l) =>
      SIGNATURE.test(l.text) || headingOf(l.text) === 'expediering' || ord(/^bilag(a|or)\b/iu).test(l.text),
  );
}

/** The page's first words go on with a sentence, a list or a table from the page before. */
function runsOn(sheet: Sheet, before: Sheet | undefined): boolean {
  const first = sheet.lines[0]?.text ?? '';
  const last = before?.lines.at(-1)?.text ?? '';
  if (/^[\p{Ll}(•\-–\uf0b7]/u.test(first)) return true;
  const section = headingOf(first);
  if (section === 'expediering' || section === 'underlag' || section === 'reservation') return true;
  return last !== '' && !/[.:!?)”"]$/.test(last) && last.length > 60;
}

/** A line of a title has fewer letters than this; and a whole title that lost its line breaks, than this. */
const TITLE_LINE = 95;
const TITLE = 240;

/** What is left of a letter on its last page: its lists, or signatures alone below the letterhead come again. */
function closesLetter(current: Draft, sheet: Sheet): boolean {
  if (current.kind !== 'brev') return false;
  const sections = sheet.lines.map((l) => headingOf(l.text));
  if (sections[0] === 'bilagor' && sections.slice(0, CLOSING_LINES).includes('expediering')) return true;
  const head = new Set(current.sheets[0]?.all.map((l) => l.text));
  const rest = sheet.lines.filter((l) => !head.has(l.text));
  const signs = (text: string) => isTitle(text) || isPersonName(text.split(',')[0] ?? '');
  return rest.length <= CLOSING_LINES / 2 && rest.every((l) => cells(l.text).some(signs));
}

/** Lines of the page on which a letter's last words and its signatures stand. */
const CLOSING_LINES = 12;

/** A short title above the heading of a proposal: an official's letter without a letterhead. */
function titleAboveProposal(sheet: Sheet, signs: Signs): boolean {
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

/** True unless the page's running head names another body or another day than the minutes so far. */
const sameMeeting = (draft: Draft, signs: Signs): boolean => {
  const organ = draft.signs.find((s) => s.meeting.organ)?.meeting.organ;
  if (organ && signs.meeting.organ && !isSame(organ, signs.meeting.organ)) return false;
  const datum = draft.signs.find((s) => s.meeting.datum)?.meeting.datum;
  return !(datum && signs.meeting.datum && datum !== signs.meeting.datum);
};

/** "Arbetsutskottet" over the pages of what the front page calls "Kommunstyrelsens arbetsutskott" is that body. */
const isSame = (a: string, b: string): boolean => sameOrgan(a, b) || isOwn(a, b) || isOwn(b, a);

/** The cover of a bundle: "Handlingar till kommunstyrelsens sammanträde den 12 mars 2031". */
const COVER = ord(/^handlingar till \p{L}[\p{L} -]{3,60} (?:sammanträde|möte)\b/iu);

function opens(drafts: Draft[], sheets: Sheet[], i: number, signs: Signs): DraftKind | null {
  const sheet = sheets[i] as Sheet;
  const current = drafts.at(-1);
  const goesOn = signs.pageNumber !== null && signs.pageNumber.n > 1 && followsNumber(current, signs);
  if (!current) {
    if (COVER.test(sheet.lines[0]?.text ?? '')) return 'annat';
    if ((signs.kallelse && !wasHeld(sheet)) || isAgenda(sheets, i)) return 'kallelse';
    if (signs.protokoll || signs.paragraf) return 'protokoll';
    const matters = mattersOn(sheets, i);
    if (matters) return matters;
    const addressed = isNamedLetter(sheet) && signs.organ !== null;
    const proposes =
      signs.forslagAt >= 0 || (signs.tjansteskrivelse && proposalWithoutHeading(sheet.lines) >= 0);
    return signs.letterhead || proposes || addressed ? 'brev' : 'annat';
  }
  if (signs.protokoll && current.kind !== 'protokoll' && !(current.kind === 'kallelse' && goesOn))
    return 'protokoll';
  if (current.kind === 'protokoll' && (signs.protokoll || signs.paragraf))
    return sameMeeting(current, signs) ? null : 'protokoll';
  if (
    current.kind === 'protokoll' &&
    !isNewLetter(current, sheet, signs) &&
    paragraphsGoOn(current, sheets, i)
  )
    return null;
  const front = current.kind === 'protokoll' && numbersOf(current.sheets).length === 0;
  if (front && !signs.letterhead && meetingGoesOn(current, sheets, i)) return null;
  if (signs.kallelse && current.kind !== 'kallelse' && !goesOn) return 'kallelse';
  if (current.kind === 'kallelse' && (goesOn || signs.kallelse || agendaGoesOn(current, sheets, i)))
    return null;
  if (closesLetter(current, sheet)) return null;
  const bareHead = isNamedLetter({ all: sheet.all.slice(0, 1) }) && current.kind === 'brev';
  if (signs.letterhead && !goesOn && opensLetter(sheet, signs) && !(bareHead && !signs.datum)) return 'brev';
  // its kind above a proposal: no date and no number survive every conversion
  const first = signs.pageNumber?.n === 1 && (signs.pageNumber.of ?? 0) > 1;
  const proposal =
    (signs.tjansteskrivelse || first) && signs.forslagAt >= 0 && !goesOn && opensLetter(sheet, signs);
  if (proposal && (current.kind !== 'brev' || hasProposal(current))) return 'brev';
  if (current.kind === 'kallelse' && !isFinished(current))
    return signs.letterhead && opensLetter(sheet, signs) ? 'brev' : null;
  if (
    current.kind !== 'protokoll' &&
    current.kind !== 'kallelse' &&
    titleAboveProposal(sheet, signs) &&
    !goesOn &&
    (current.kind === 'annat' || isFinished(current) || hasProposal(current))
  )
    return 'brev';
  if (current.kind === 'annat') return null;
  if (goesOn || bareHead || runsOn(sheet, current.sheets.at(-1)) || bearsNumberOf(current, sheet))
    return null;
  // the proposal that the letter has not come to yet
  if (current.kind === 'brev' && !hasProposal(current) && signs.forslagAt >= 0) return null;
  const restarted = signs.pageNumber?.n === 1 && current.sheets.length > 0;
  if (restarted && (signs.pageNumber?.of ?? 0) > 0) return 'annat';
  const signed = current.signs.filter((s) => s.signed).length;
  const unsigned = current.kind === 'protokoll' && signed > 0 && signed >= current.signs.length * 0.5;
  return isFinished(current) || unsigned ? 'annat' : null;
}

/** The paper's own number in the head of this page and of the one before. */
function bearsNumberOf(current: Draft, sheet: Sheet): boolean {
  const numbers = ({ all }: Sheet) => all.slice(0, 4).flatMap((l) => OWN_NUMBER.exec(l.text)?.[0] ?? []);
  const before = current.sheets.at(-1);
  return before !== undefined && numbers(sheet).some((n) => numbers(before).includes(n));
}

/** "Tjänsteskrivelse 1 (2)" after minutes: the next extract of a bundle may go on with their numbers all the same. */
function isNewLetter(current: Draft, sheet: Sheet, signs: Signs): boolean {
  if (!signs.letterhead || signs.pageNumber?.n !== 1 || !opensLetter(sheet, signs)) return false;
  return signs.tjansteskrivelse || isFinished(current);
}

/** How far ahead the next § of the same minutes is looked for, in pages. */
const AHEAD = 6;

/** True when one of the next pages opens the § that follows the last one: the pages between belong to it. */
function paragraphsGoOn(current: Draft, sheets: Sheet[], i: number): boolean {
  const last = numbersOf(current.sheets).at(-1);
  if (last === undefined) return false;
  for (const sheet of sheets.slice(i, i + AHEAD)) {
    const first = numbersOf([sheet])[0];
    if (first !== undefined) return first > last && first - last <= 2;
  }
  return false;
}

/** True when one of the next pages is of the same minutes: those who sign have a page of their own before the first §. */
function meetingGoesOn(current: Draft, sheets: Sheet[], i: number): boolean {
  const next = sheets
    .slice(i, i + AHEAD)
    .map(signsOf)
    .find((s) => s.protokoll || s.paragraf);
  return next !== undefined && sameMeeting(current, next);
}

/** True when this page, or one soon after it, opens the next item of the agenda. */
function agendaGoesOn(current: Draft, sheets: Sheet[], i: number): boolean {
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

/** Numbers of the § heads on some pages. */
const numbersOf = (sheets: Sheet[]) => findParagrafHeads(sheets.flatMap((s) => s.lines)).map((h) => h.number);

const hasProposal = (draft: Draft) => draft.signs.some((s) => s.forslagAt >= 0);

/** A letter's first page: the date and number stand above everything else, not in a table further down. */
function opensLetter(sheet: Sheet, signs: Signs): boolean {
  const head = sheet.all.slice(0, 12);
  // a list or an agenda that goes on at the top of a page opens nothing
  if (/^\d{1,3}\s?[.)]\s/.test(sheet.lines[0]?.text ?? '')) return false;
  if (signs.tjansteskrivelse)
    return signs.datum !== null || signs.organ !== null || head.some((l) => OFFICE.test(l.text));
  const short = head.filter((l) => l.text.length < 70).length;
  return short >= Math.min(4, head.length * 0.5) && !/^[•\-–\uf0b7]/u.test(head[0]?.text ?? '');
}

/** "4 (6)" after "3 (6)", or after a page that bore no number. */
function followsNumber(current: Draft | undefined, signs: Signs): boolean {
  const numbers = current?.signs.map((s) => s.pageNumber).filter((n) => n !== null) ?? [];
  const last = numbers.at(-1);
  const now = signs.pageNumber;
  if (!now) return false;
  if (!last) return Math.abs(now.n - (current?.sheets.length ?? 0) - 1) <= 1;
  return (
    now.n > last.n &&
    now.n - last.n <= 3 + (current?.sheets.length ?? 0) &&
    (now.of === null || last.of === null || now.of === last.of)
  );
}

/** "2 (9)" of minutes after "1 (9)" of pages that did not say what they are: the minutes' front. */
function isFrontOf(draft: Draft, signs: Signs): boolean {
  const last = draft.signs.at(-1)?.pageNumber;
  const now = signs.pageNumber;
  if (draft.kind !== 'annat' || !signs.protokoll || !last?.of || !now) return false;
  return now.of === last.of && now.n === last.n + 1;
}

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

/** A list of documents is looked back through over this many lines. */
const LISTED = 15;

/** The end of other text: a list of attachments, a sentence. */
const ENDED = /^bilag(?:a|or)\b|^[•\-–\uf0b7]\s|[.]$/iu;

/** Cuts pages where a letter opens below other text. */
function cutPages(sheets: Sheet[]): Sheet[] {
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

/** Divides a file's pages into documents, in order; every page belongs to exactly one. */
export function splitHandlingar(allSheets: Sheet[]): Draft[] {
  const sheets = cutPages(allSheets);
  const drafts: Draft[] = [];
  sheets.forEach((sheet, i) => {
    const signs = signsOf(sheet);
    const before = drafts.at(-1);
    if (before && isFrontOf(before, signs)) before.kind = 'protokoll';
    const kind = opens(drafts, sheets, i, signs);
    if (kind) drafts.push({ kind, sheets: [sheet], signs: [signs] });
    else {
      drafts.at(-1)?.sheets.push(sheet);
      drafts.at(-1)?.signs.push(signs);
    }
  });
  return drafts;
}
