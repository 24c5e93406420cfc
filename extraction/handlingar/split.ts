/**
 * Where one document of a file ends and the next begins. Pages are read in order; a page opens a document when
 * its head does what only first pages do (a letterhead, another body's or day's minutes, a title above a
 * proposal), or when the document before has come to its end and the page does not go on with it.
 */

import { proposalWithoutHeading } from '../arenden/unheaded-proposal.ts';
import { ord } from '../language/ord.ts';
import type { Sheet } from '../lines/furniture.ts';
import { cutPages } from './cut-pages.ts';
import { type Draft, type DraftKind, hasProposal, isFinished } from './draft.ts';
import {
  agendaGoesOn,
  bearsNumberOf,
  closesLetter,
  followsNumber,
  isFrontOf,
  meetingGoesOn,
  numbersOf,
  paragraphsGoOn,
  runsOn,
  sameMeeting,
} from './goes-on.ts';
import { isAgenda, mattersOn, wasHeld } from './matters.ts';
import { isNewLetter, opensLetter, titleAboveProposal } from './opens-letter.ts';
import { isNamedLetter, type Signs, signsOf } from './signs.ts';

/** The cover of a bundle: "Handlingar till kommunstyrelsens sammanträde den 12 mars 2031". */
const COVER = ord(/^handlingar till \p{L}[\p{L} -]{3,60} (?:sammanträde|möte)\b/iu);

/** What the first document of a file is. */
function opensFile(sheets: Sheet[], i: number, signs: Signs): DraftKind {
  const sheet = sheets[i] as Sheet;
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

/** What document page `i` opens; null where it goes on with the one before. */
function opens(drafts: Draft[], sheets: Sheet[], i: number, signs: Signs): DraftKind | null {
  const sheet = sheets[i] as Sheet;
  const current = drafts.at(-1);
  if (!current) return opensFile(sheets, i, signs);
  const goesOn = signs.pageNumber !== null && signs.pageNumber.n > 1 && followsNumber(current, signs);
  if (signs.protokoll && current.kind !== 'protokoll' && !(current.kind === 'kallelse' && goesOn))
    return 'protokoll';
  if (current.kind === 'protokoll' && (signs.protokoll || signs.paragraf))
    return sameMeeting(current, signs) ? null : 'protokoll';
  if (current.kind === 'protokoll') {
    const last = numbersOf(current.sheets).at(-1);
    if (!isNewLetter(current, sheet, signs) && paragraphsGoOn(last, sheets, i)) return null;
    // the front page of minutes, before their first §
    if (last === undefined && !signs.letterhead && meetingGoesOn(current, sheets, i)) return null;
  }
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
  return beginsAfterEnd(current, signs) ? 'annat' : null;
}

/** True where the document before has come to its end, and nothing on the page tells that it is of it still. */
function beginsAfterEnd(current: Draft, signs: Signs): boolean {
  // the proposal that the letter has not come to yet
  if (current.kind === 'brev' && !hasProposal(current) && signs.forslagAt >= 0) return false;
  const restarted = signs.pageNumber?.n === 1 && current.sheets.length > 0;
  if (restarted && (signs.pageNumber?.of ?? 0) > 0) return true;
  const signed = current.signs.filter((s) => s.signed).length;
  const unsigned = current.kind === 'protokoll' && signed > 0 && signed >= current.signs.length * 0.5;
  return isFinished(current) || unsigned;
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
