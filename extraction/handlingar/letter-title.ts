/** The title of a letter or of any other paper. */

import { findDates } from '../language/dates.ts';
import { bareDiarienummer, labelledDiarienummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import { isPersonName } from '../language/person.ts';
import type { Line } from '../lines/line.ts';
import { HUVUDMAN_LINE, LETTERHEAD, OFFICE } from '../vocabulary/handlingar.ts';
import { isLetterhead } from './letterhead.ts';
import { cells, organLine } from './running-head.ts';

/** The title of a letter: the last unbroken run of lines of its head that are no letterhead. */
export function titleOf(head: Line[]): Line[] {
  const flags = head.map((l, i) => isLetterhead(l, i, head));
  let end = head.length;
  while (end > 0 && flags[end - 1]) end--;
  if (end === 0) return datedTitle(head);
  let from = end;
  while (from > 0 && !flags[from - 1] && end - from < 6) from--;
  const run = withoutProse(head, flags, head.slice(from, end));
  // a title set larger than what stands above it
  const sizes = run.map((l) => l.size ?? 0);
  const largest = Math.max(...sizes, 0);
  const styled = run.filter((l) => (l.size ?? 0) > largest - 0.6);
  if (largest > 0 && styled.length < run.length && run.indexOf(styled[0] as Line) >= 0) {
    const start = run.indexOf(styled[0] as Line);
    return run.slice(start, start + styled.length);
  }
  return run;
}

/**
 * A letter that has no heading goes on below its title with what it tells: then the title is the first paragraph below
 * the letterhead. `run`: the last lines without a break.
 */
function withoutProse(head: Line[], flags: boolean[], run: Line[]): Line[] {
  if (!run.slice(1).some((l) => l.gap >= 1 && l.lineNo !== null)) return run;
  if (!run.slice(1).some((l) => /\p{Ll}{2}[.]$/u.test(l.text))) return run;
  const above = flags.findLastIndex(
    (flag, i) => flag && head[i] !== undefined && head.indexOf(run[0] as Line) > i,
  );
  const below = head.slice(above + 1);
  const end = below.findIndex((l, i) => i > 0 && l.gap >= 1);
  return end > 0 && end <= 3 ? below.slice(0, end) : run;
}

/** "Anmälan av delegationsbeslut till nämnden 2031-05-18": a title told from the letterhead above it by a blank line only. */
function datedTitle(head: Line[]): Line[] {
  const last = head.at(-1);
  if (!last || head.length < 2 || last.gap < 1 || last.text.length < 12 || cells(last.text).length > 1)
    return [];
  const date = findDates(last.text)[0];
  const words = (date ? last.text.slice(0, date.start) : last.text).replace(/^tjänste\p{L}+/iu, '');
  const labelled = /^\p{L}+\.?:|@/u.test(words) || LETTERHEAD.test(words) || labelledDiarienummer(words);
  const someone = organLine(words.trim()) || OFFICE.test(words) || HUVUDMAN_LINE.test(words);
  return labelled || someone || !/\p{Lu}\p{L}{3,}/u.test(words) || isPersonName(words.trim()) ? [] : [last];
}

/** "Norrby kommuns yttrande över betänkandet …" */
const ANSWER = ord(
  /^(?:\p{Lu}.{2,60}s\s+)?(?:remissvar|(?:remiss)?yttrande|svar|synpunkter)\s+(?:över|angående|avseende|på)\s/iu,
);

/** The title of an answer: from the line that says what it answers, where its lines are a title's. */
export function answerTitleOf(lines: Line[]): Line[] {
  const from = lines.slice(0, 15).findIndex((l) => l.text.length < 300 && ANSWER.test(l.text));
  return firstLinesOf(from < 0 ? lines : lines.slice(from));
}

/** The title of any other paper: its first lines, until a number, a blank line after them, or prose. */
export function firstLinesOf(lines: Line[]): Line[] {
  const largest = largestOf(
    lines.slice(0, 12).filter((l) => !HUVUDMAN_LINE.test(l.text.replace(/\s+/g, ' '))),
  );
  if (largest) return largest;
  const from = lines.findIndex((l, i) => !isLetterhead(l, i, lines.slice(0, 16)));
  const out: Line[] = [];
  for (const line of lines.slice(Math.max(0, from), from + 4)) {
    const last = out.at(-1);
    if (last && (line.gap > 0.4 || isLetterhead(line, 0, [line]) || /[.:]$/.test(last.text))) break;
    if (last && last.size !== null && line.size !== null && Math.abs(last.size - line.size) > 0.6) break;
    if (bareDiarienummer(line.text) && line.text.length < 60) break;
    out.push(line);
  }
  return out;
}

/** Lines set clearly larger than the text near a page's top: a report's or a web page's title. */
function largestOf(lines: Line[]): Line[] | null {
  const sizes = lines.map((l) => l.size ?? 0).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const top = sizes.at(-1) ?? 0;
  if (usual === 0 || top < usual * 1.25) return null;
  const from = lines.findIndex((l) => (l.size ?? 0) > top - 0.6);
  const run = lines.slice(from).findIndex((l) => (l.size ?? 0) <= top - 0.6);
  return lines.slice(from, run < 0 ? lines.length : from + run);
}
