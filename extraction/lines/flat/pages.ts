/**
 * The pages of a flat text. Each page was one line, or the pages follow each other in one line and only their heads
 * and feet, the same on every page but for the numbers, tell where one ends. Heads and feet are cut off as lines of
 * their own, so that they are known as furniture like those of any page.
 */
import type { Line } from '../line.ts';
import { cellEnd, cellsFrom, signingCuts } from './cells.ts';
import { opensLetter } from './letterhead.ts';
import { AGREE, agreement, shape, withoutHeads, withoutNumbers, wordsOf } from './page-agreement.ts';
import { cutAtNumbers } from './page-marks.ts';
import { type Cuts, RUNNING, splitLine } from './split-line.ts';

/** As long as this, a line of a flat text may be a page. */
const PAGE_LENGTH = 120;
/** Where this part of the lines begin with a body, a day, a kind of paper, lines are pages. */
const HEADED = 0.5;

/** Cuts flat lines at their pages' heads and feet. Lines of another kind come back as they are. */
export function cutPages(lines: Line[]): Line[] {
  // a page of one line is a page, however little stands on it
  const pages = lines.filter(
    (l, i) => l.text.length > PAGE_LENGTH || (l.pageStart && (lines[i + 1]?.pageStart ?? i > 0)),
  );
  const numbered = cutPageNumbers(lines);
  if (numbered) return numbered;
  const cut =
    pages.length >= 2
      ? cutPageLines(lines, new Set(pages))
      : lines.flatMap((line) => (pages.includes(line) ? cutAtNumbers(line) : [line]));
  const heads = new Map<string, number>();
  for (const { pageStart, text } of cut)
    if (pageStart) heads.set(shape(text), (heads.get(shape(text)) ?? 0) + 1);
  const days = repeatedDays(lines);
  return cut
    .flatMap((line) => (line.pageStart ? cutHeadLine(line, (heads.get(shape(line.text)) ?? 0) > 1) : [line]))
    .flatMap((line) => cutDays(line, days))
    .flatMap((line) => splitLine(line, signingCuts(line.text, new Map())));
}

/** "Sammanträdesdatum: 2031-03-12", as the head of each page of some minutes has it. */
const MEETING_DAY = /(?<!\S)(?:Sammanträdesdatum|Sammanträdesdag|Mötesdatum):?\s\d{4}-\d{2}-\d{2}(?!\S)/gu;

/** The meeting days that the text prints more than once, word for word: cells of its pages' heads. */
function repeatedDays(lines: readonly Line[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { text } of lines)
    for (const [day] of text.matchAll(MEETING_DAY)) (seen.has(day) ? again : seen).add(day);
  return again;
}

/** Cuts such a cell off wherever the columns of a page's head let it fall: between a heading and its text, too. */
function cutDays(line: Line, days: ReadonlySet<string>): Line[] {
  const cuts: Cuts = new Map();
  const running: [number, number][] = [];
  for (const { 0: day, index } of line.text.matchAll(MEETING_DAY)) {
    if (!days.has(day)) continue;
    cuts.set(index, RUNNING);
    cuts.set(index + day.length, RUNNING);
    running.push([index, index + day.length]);
  }
  return splitLine(line, cuts, running);
}

/** A page's head that is one line of nothing but cells, or the same on several pages, is cut into them. */
function cutHeadLine(line: Line, repeated: boolean): Line[] {
  const cuts: Cuts = new Map();
  if (repeated) {
    cellsFrom(line.text, 0, line.text.length, false, cuts);
    return splitLine(line, cuts, [[0, line.text.length]]);
  }
  let at = 0;
  while (at < line.text.length) {
    const end = cellEnd(line.text, at);
    if (end === null) return [line];
    cuts.set(at, RUNNING);
    at = end;
    while (line.text[at] === ' ') at++;
  }
  return splitLine(line, cuts, [[0, line.text.length]]);
}

/** Lines that begin with 1, 2, 3 … and are pages: the number is the page's, and stands on a line of its own; null: none. */
function cutPageNumbers(lines: Line[]): Line[] | null {
  const numbers = lines.map((line) => Number(/^(\d{1,3})(?=\s|$)/.exec(line.text)?.[1] ?? 0));
  const inRow = numbers.every((n, i) => n === i + (numbers[0] ?? 0)) && numbers[0] === 1;
  const long = lines.reduce((sum, line) => sum + line.text.length, 0) > PAGE_LENGTH * lines.length;
  // one page alone must go on with what only a page's head holds
  const [only = ''] = lines.map((line) => line.text);
  const headed = lines.length > 1 || cellEnd(only, 2) !== null || opensLetter(only.slice(2));
  if (!headed || !inRow || !long) return null;
  const number = (line: Line) => /^\d+/.exec(line.text)?.[0] ?? '';
  const first = new Map(lines.map((line) => [line.lineNo, line]));
  const rest = lines.map((line) => ({
    ...line,
    text: line.text.slice(number(line).length).trim(),
    pageStart: true,
  }));
  const parts = rest.length === 1 ? rest.flatMap(cutOnlyHead) : cutPages(rest);
  return parts.flatMap((part) => {
    const page = first.get(part.lineNo);
    if (!page) return [part];
    first.delete(part.lineNo);
    return [
      { ...page, text: number(page), pageStart: true, running: true as const },
      { ...part, pageStart: false, gap: RUNNING },
    ];
  });
}

/** The head of a page that no other page can be held against: the cells that it begins with. */
function cutOnlyHead(line: Line): Line[] {
  const cuts: Cuts = signingCuts(line.text, new Map());
  cellsFrom(line.text, 0, 0, true, cuts);
  return splitLine(line, cuts);
}

/** Each long line a page, if their heads say so; else their heads are cut off where a page is known to begin. */
function cutPageLines(lines: Line[], pages: Set<Line>): Line[] {
  const words = new Map([...pages].map((line) => [line, wordsOf(line.text)]));
  const rows = [...words.values()];
  const heads = withoutNumbers(
    rows,
    agreement(rows, (row, k) => row[k]),
  );
  const feet = agreement(rows, (row, k) => row[row.length - 1 - k]);
  const named = rows.filter((row, i) => withoutHeads(row, heads[i] ?? 0) >= 2).length;
  const unmarked = lines.every((line, i) => i === 0 || !line.pageStart);
  // a bundle's pages have heads of many kinds
  const headed = [...pages].filter(({ text }) => cellEnd(text, 0) !== null).length;
  const arePages =
    unmarked &&
    Math.max(named, headed) >= 2 &&
    (named >= AGREE * rows.length || headed >= HEADED * rows.length);
  let n = -1;
  return lines.flatMap((line) => {
    const row = words.get(line);
    if (!row) return [line];
    n++;
    const begins = line.pageStart || arePages;
    const head = row[withoutHeads(row, heads[n] ?? 0) - 1]?.to ?? 0;
    const foot = row[row.length - (feet[n] ?? 0)]?.from ?? line.text.length;
    const cuts: Cuts = new Map();
    cellsFrom(line.text, 0, begins ? head : 0, begins, cuts);
    cellsFrom(line.text, foot, line.text.length, false, cuts);
    if (foot < line.text.length) cuts.set(foot, RUNNING);
    const running: [number, number][] = [
      [0, begins ? head : 0],
      [foot, line.text.length],
    ];
    return splitLine({ ...line, pageStart: begins }, cuts, running);
  });
}
