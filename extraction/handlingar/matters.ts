/** Minutes and agendas that nothing names: told by their matters. */
import { isNumbered } from '../arenden/agenda.ts';
import { findParagrafHeads } from '../arenden/paragraf.ts';
import { unsignedHeads } from '../arenden/unsigned.ts';
import { ord } from '../language/ord.ts';
import type { Sheet } from '../lines/furniture.ts';
import type { Line } from '../lines/line.ts';
import { headingOf } from '../vocabulary/headings.ts';
import { HELD } from '../vocabulary/section.ts';
import { organAndDate, organLine } from './running-head.ts';

/** How far ahead matters are looked for, in pages. */
const AHEAD = 6;

/** Numbered agenda items with proposals under them, without any title: the list of a meeting's matters. */
export function isAgenda(sheets: Sheet[], from: number): boolean {
  const lines = sheets.slice(from, from + 8).flatMap((s) => s.lines);
  const first = sheets[from]?.lines[0]?.text ?? '';
  const proposals = lines.filter((l) => headingOf(l.text) === 'forslag').length;
  const numbered = lines.filter((l) => /^\d{1,2}\.\s+\p{Lu}/u.test(l.text)).length;
  if (/^1\.\s+\p{Lu}/u.test(first) && proposals >= 2 && numbered >= 4) return true;
  return proposals >= 1 && numberedMatters(lines) >= 2 && !lines.some((_, i) => holds(lines, i));
}

/** How many numbers run on in lines "3 Anmälan av motioner" that have a diarienummer with its label right under them. */
function numberedMatters(lines: Line[]): number {
  let last: number | null = null;
  let count = 0;
  lines.forEach((line, i) => {
    const number = /^(\d{1,3})\.?\s+\p{Lu}/u.exec(line.text)?.[1];
    if (!number || !isNumbered(lines, i)) return;
    if (last === null || Number(number) === last + 1) count++;
    last = Number(number);
  });
  return count;
}

/** A heading of what only a meeting that was held has; "Kommunstyrelsens beslut" right under "Förslag till beslut" is none. */
function holds(lines: Line[], i: number): boolean {
  return HELD.has(headingOf(lines[i]?.text ?? '')) && headingOf(lines[i - 1]?.text ?? '') !== 'forslag';
}

/** A heading of what only minutes tell before their first §. */
const FRONT = ord(/^(?:närvarande|beslutande|ledamöter|justering|justerare|utses? att justera)\b.{0,40}$/iu);

/**
 * A page with the summons and then the minutes of one meeting, as the web pages of some bodies put them together: who was
 * there, §§ and what was decided under them.
 */
export function wasHeld({ lines }: Sheet): boolean {
  const first = findParagrafHeads(lines)[0]?.index;
  if (first === undefined || !lines.slice(0, first).some((l) => FRONT.test(l.text))) return false;
  return lines.some((_, i) => i > first && holds(lines, i));
}

/**
 * Minutes or an agenda that begin on this page though nothing names them: §§ under who was there or who approves, or
 * matters that only their numbers open. Where all is proposed and nothing decided, it is what a meeting will take up.
 */
export function mattersOn(sheets: Sheet[], from: number): 'protokoll' | 'kallelse' | null {
  const lines = sheets.slice(from, from + AHEAD).flatMap((s) => s.lines);
  const [first, second] = findParagrafHeads(lines);
  const here = sheets[from]?.lines.length ?? 0;
  const front = lines.slice(0, Math.min(first?.index ?? 0, here));
  if (second && front.some((l) => FRONT.test(l.text))) return 'protokoll';
  if (first && isMeetingsOwn(sheets[from]?.all ?? [], lines, here, [first.index, second?.index]))
    return 'protokoll';
  // the list of a meeting's matters, and under it the §§ that tell what became of them
  const decided = first ? lines.slice(first.index).some((l) => headingOf(l.text) === 'beslut') : false;
  if (second && decided && isListed(lines.slice(0, first?.index))) return 'protokoll';
  const unsigned = unsignedHeads(lines)[0];
  const page = sheets[from]?.lines.at(-1)?.page;
  if (!unsigned || lines[unsigned.index]?.page !== page) return null;
  const proposed = lines.some((l) => headingOf(l.text) === 'forslag');
  return proposed && !lines.some((_, i) => holds(lines, i)) ? 'kallelse' : 'protokoll';
}

/** A page about one meeting names it near its head: "Kommunstyrelsen > Sammanträde 2031-01-10", "Nämnden 2031-01-10". */
const MEETING = ord(/(?:sammanträde|möte|protokoll)\p{L}{0,40}\b.{0,20}\d{4}-\d{2}-\d{2}/iu);
/** "Kf 17", "AU § 4". */
const LETTERED = /^\p{Lu}\p{L}{1,6}\.?\s*§?\s?\d/u;
const OPENING = 14;
/** So many lines below its head a matter that is one decides. */
const BELOW = 6;

/**
 * Minutes published as a web page, or without their front page: the meeting is named above the first §, and a decision
 * stands right under it, or another § of the same body's letters follows.
 */
function isMeetingsOwn(page: Line[], lines: Line[], here: number, at: [number, number | undefined]): boolean {
  const [first, second] = at;
  const opening = page.slice(0, OPENING);
  const named = opening.some((l) => MEETING.test(l.text) || organAndDate(l.text) || organLine(l.text));
  if (!named || lines.slice(0, Math.min(first, here)).some((l) => headingOf(l.text) === 'forslag'))
    return false;
  if (second !== undefined && at.every((n) => LETTERED.test(lines[n ?? -1]?.text ?? ''))) return true;
  if (first >= here || !opening.some((l) => MEETING.test(l.text))) return false;
  const below = lines.slice(first + 1, Math.min(first + BELOW, second ?? lines.length));
  return below.some((l) => headingOf(l.text) === 'beslut');
}

/** Three numbers that run on, each before a title: a list of matters. */
function isListed(lines: readonly Line[]): boolean {
  let last = 0;
  let count = 0;
  for (const line of lines) {
    const number = Number(/^(\d{1,3})\.?\s+\p{Lu}/u.exec(line.text)?.[1] ?? 0);
    if (number > last) {
      count++;
      last = number;
    }
  }
  return count >= 3;
}
