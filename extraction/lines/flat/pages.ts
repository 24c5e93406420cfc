/**
 * The pages of a flat text. Each page was one line, or the pages follow each other in one line and only their heads
 * and feet, the same on every page but for the numbers, tell where one ends. Heads and feet are cut off as lines of
 * their own, so that they are known as furniture like those of any page.
 */
import { findOrganer } from '../../routing/organ.ts';
import type { Line } from '../line.ts';
import { type Cuts, RUNNING, splitLine } from './split-line.ts';

/** As long as this, a line holds more than a paragraph's sentence: it may be a page. */
const PAGE_LENGTH = 350;
/** A head or foot has at most this many words. */
const LONGEST = 40;
/** This part of the pages must agree on a word of their heads, and never fewer than two. */
const AGREE = 0.6;

const DATE = String.raw`(?:\d{4}-\d{2}-\d{2}(?:--?\d{2})?|\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4})`;
const PAGE_NUMBER = String.raw`(?:(?:Sida|Sidan|Sid|SIDA|SID|Blad)\.?:?\s*\d{1,3}(?![\d-])(?:\s?\(\d{1,3}\)|\s?\[\d{1,3}\]|\s?/\s?\d{1,3}|\s+av\s+\d{1,3})?|\d{1,3}\s?(?:\(\d{1,3}\)|\[\d{1,3}\])|\d{1,3}\s?/\s?\d{1,3}(?![\d-]))`;
const SIGNING = String.raw`(?:(?:Justerandes?|Justerares?|Ordf(?:örandens?|örandes?|\.)?|Justeringspersonens|Justeringsmännens|Protokolljusterares)\s?sign(?:atur(?:er)?|\.)?|Justerarsignaturer|Justeras sign\.?|Utdragsbestyrkande|Utdraget bestyrke?s|Rätt utdraget|Sign:(?:\s*_{3,})+)(?![\p{L}])`;
/** What heads and feet consist of, one alternative a cell. */
const CELL = new RegExp(
  [
    PAGE_NUMBER,
    String.raw`(?:Sammanträdes|Mötes)?(?:[Dd]atum|[Dd]ag):?\s*${DATE}`,
    DATE,
    String.raw`(?:Sammanträdes|SAMMANTRÄDES|Mötes)?(?:[Pp]rotokoll(?:sutdrag)?|PROTOKOLL(?:SUTDRAG)?)(?:\s+(?:nr\.?\s*)?\d{1,3}(?:/\d{2,4})?(?!\d|\s?\())?(?=\s|$)`,
    String.raw`(?:Kallelse|KALLELSE|Föredragningslista|Tjänsteskrivelse|TJÄNSTESKRIVELSE|Tjänsteutlåtande)(?=\s|$)`,
    String.raw`(?:\p{Lu}[\p{L}-]+ ){1,2}(?:kommun|stad|landsting|KOMMUN|STAD)(?![\p{L}])`,
    String.raw`Region \p{Lu}\p{L}+(?: \p{Lu}\p{L}+(?= \p{Lu}|\s\d))?(?![\p{L}])`,
    SIGNING,
  ].join('|'),
  'uy',
);
/** A page number with the number of pages, anywhere in running text. */
const NUMBERED = /(?<!\S)(?:(?:sida|sid\.?|blad)\s*)?(\d{1,3})\s?(?:\((\d{1,3})\)|av (\d{1,3}))(?!\S)/giu;

interface Word {
  text: string;
  from: number;
  to: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], from: m.index, to: m.index + m[0].length }));
const shape = (word: string) => word.toLowerCase().replace(/\d+/g, '#');

/** Cuts flat lines at their pages' heads and feet. Lines of another kind come back as they are. */
export function cutPages(lines: Line[]): Line[] {
  // a page of one line is a page, however little stands on it
  const pages = lines.filter(
    (l, i) => l.text.length > PAGE_LENGTH || (l.pageStart && (lines[i + 1]?.pageStart ?? i > 0)),
  );
  const cut =
    pages.length >= 2
      ? cutPageLines(lines, new Set(pages))
      : lines.flatMap((line) => (pages.includes(line) ? cutAtNumbers(line) : [line]));
  return cut.flatMap((line) => (line.pageStart ? cutHeadLine(line) : [line]));
}

/** A page's head that is one line of nothing but cells is cut into them. */
function cutHeadLine(line: Line): Line[] {
  const cuts: Cuts = new Map();
  let at = 0;
  while (at < line.text.length) {
    const end = cellEnd(line.text, at);
    if (end === null) return [line];
    cuts.set(at, RUNNING);
    at = end;
    while (line.text[at] === ' ') at++;
  }
  return splitLine(line, cuts);
}

/** Each long line a page, if their heads say so; else their heads are cut off where a page is known to begin. */
function cutPageLines(lines: Line[], pages: Set<Line>): Line[] {
  const words = new Map([...pages].map((line) => [line, wordsOf(line.text)]));
  const rows = [...words.values()];
  const heads = agreement(rows, (row, k) => row[k]);
  const feet = agreement(rows, (row, k) => row[row.length - 1 - k]);
  const named = heads.filter((n) => n > 0).length;
  const arePages = named >= 2 && named >= AGREE * rows.length;
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
    return splitLine({ ...line, pageStart: begins }, signingCuts(line.text, cuts));
  });
}

/** Pages that follow each other in one line: cut around each page number of a rising row. */
function cutAtNumbers(line: Line): Line[] {
  const words = wordsOf(line.text);
  const marks = pageMarks(line.text).map(({ from, to }) => ({
    first: words.findIndex((w) => w.to > from),
    last: words.findLastIndex((w) => w.from < to),
  }));
  if (marks.length < 2) return splitLine(line, signingCuts(line.text, new Map()));
  const before = agreement(marks, ({ first }, k) => words[first - 1 - k]);
  const after = agreement(marks, ({ last }, k) => words[last + 1 + k]);
  const cuts: Cuts = new Map();
  const starts = new Set<number>();
  marks.forEach(({ first, last }, i) => {
    const from = words[first - (before[i] ?? 0)]?.from ?? 0;
    const behind = words.slice(last + 1);
    const to = words[last + withoutHeads(behind, after[i] ?? 0)]?.to ?? line.text.length;
    cuts.set(from, RUNNING);
    cellsFrom(line.text, from, to, true, cuts);
    const signing = new RegExp(`(?:${SIGNING}\\s*)+`, 'uy');
    signing.lastIndex = from;
    const skipped = signing.test(line.text) ? signing.lastIndex : from;
    cuts.set(skipped, RUNNING);
    starts.add(skipped);
  });
  signingCuts(line.text, cuts);
  const parts = splitLine(line, cuts);
  let at = 0;
  return parts.map((part, i) => {
    at = line.text.indexOf(part.text, at);
    const begins = i === 0 ? part.pageStart : starts.has(at);
    at += part.text.length;
    return { ...part, pageStart: begins };
  });
}

/** Page numbers in a row: the most that have the same total and rise by one. */
function pageMarks(text: string): { from: number; to: number }[] {
  const byTotal = new Map<string, { n: number; from: number; to: number }[]>();
  for (const m of text.matchAll(NUMBERED)) {
    const total = m[2] ?? m[3] ?? '';
    const row = byTotal.get(total) ?? [];
    byTotal.set(total, row);
    const n = Number(m[1]);
    const last = row.at(-1);
    if (n <= Number(total) && (!last || n === last.n + 1))
      row.push({ n, from: m.index, to: m.index + m[0].length });
  }
  return [...byTotal.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

/**
 * How many words from an anchor on the rows have in common, numbers aside. Rows drop out where they differ from most;
 * it ends where too few are left, or at a §, which is content.
 */
function agreement<T>(rows: readonly T[], wordAt: (row: T, k: number) => Word | undefined): number[] {
  const counts = rows.map(() => 0);
  const least = Math.max(2, AGREE * rows.length);
  const active = new Set(rows.keys());
  for (let k = 0; k < LONGEST; k++) {
    const votes = new Map<string, number[]>();
    for (const i of active) {
      const word = wordAt(rows[i] as T, k);
      if (!word || /^§/.test(word.text)) continue;
      const key = shape(word.text);
      votes.set(key, [...(votes.get(key) ?? []), i]);
    }
    const [most] = [...votes.values()].sort((a, b) => b.length - a.length);
    if (!most || most.length < least) break;
    const agreed = new Set(most);
    for (const i of active) {
      if (agreed.has(i)) counts[i] = k + 1;
      else active.delete(i);
    }
  }
  return counts;
}

/** "Sn 46" at the end of a head is no part of it: pages may begin with a § that has no sign. */
function withoutHeads(row: readonly Word[], count: number): number {
  let n = count;
  for (;;) {
    const [letters = '', number = ''] = [row[n - 2]?.text, row[n - 1]?.text];
    const isHead = /^\d{1,4}$/.test(number) && /^\p{Lu}\p{L}{0,5}\.?$/u.test(letters);
    if (n < 2 || !isHead || /^(?:sida|sid|blad|nr)\.?$/iu.test(letters)) return n;
    n -= 2;
  }
}

/** Cuts what stands between `from` and `to` into cells; `beyond`: cells that go on behind `to` are cut off too. */
function cellsFrom(text: string, from: number, to: number, beyond: boolean, cuts: Cuts): void {
  let at = from;
  while (at < text.length) {
    while (text[at] === ' ') at++;
    const end = cellEnd(text, at);
    if (end === null) {
      if (at >= to) break;
      // a word of the head that is no known cell: it stays with its like
      const space = text.indexOf(' ', at);
      at = space < 0 ? text.length : space;
      continue;
    }
    if (!beyond && at >= to) break;
    cuts.set(at, RUNNING);
    cuts.set(end, RUNNING);
    at = end;
  }
  if (to > from && at <= to) cuts.set(to, RUNNING);
}

function cellEnd(text: string, at: number): number | null {
  CELL.lastIndex = at;
  if (CELL.test(text)) return CELL.lastIndex;
  if (!/\p{Lu}/u.test(text[at] ?? '')) return null;
  const organ = findOrganer(text.slice(at, at + 90))[0];
  if (!organ || organ.start !== 0 || organ.genitive) return null;
  const end = at + organ.end;
  // "Kulturnämnden 2031-02-14" is one line of a running head
  const day = new RegExp(String.raw`\s+(?:den )?${DATE}`, 'uy');
  day.lastIndex = end;
  return day.test(text) ? day.lastIndex : /^\s*(?:\p{Ll}|$)/u.test(text.slice(end, end + 3)) ? null : end;
}

/** Signing lines are furniture wherever they stand. */
function signingCuts(text: string, cuts: Cuts): Cuts {
  for (const m of text.matchAll(new RegExp(SIGNING, 'gu'))) {
    if (!cuts.has(m.index)) cuts.set(m.index, RUNNING);
    const end = m.index + m[0].length;
    if (!cuts.has(end)) cuts.set(end, RUNNING);
  }
  return cuts;
}
