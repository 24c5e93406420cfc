/** Page numbers in running text, where the pages of a flat text follow each other in one line. */
import type { Line } from '../line.ts';
import { cellsFrom, SIGNING } from './cells.ts';
import { agreement, withoutHeads, wordsOf } from './page-agreement.ts';
import { type Cuts, RUNNING, splitLine } from './split-line.ts';

/** A page number with the number of pages (groups 1 and 2 or 3), or behind the word for it (group 4). */
const NUMBERED = new RegExp(
  [
    String.raw`(?<!\S)(?:(?:[Ss]ida|SIDA|[Ss]id\.?|SID|[Bb]lad)\s*)?(\d{1,3})\s?(?:\((\d{1,3})\)|av (\d{1,3}))(?!\S)`,
    String.raw`(?<!\S)(?:Sida|SIDA|Sid|Blad|BLAD)\s(\d{1,3})(?!\S)`,
  ].join('|'),
  'gu',
);

/** Page numbers in a row: the most that have the same total and rise by one. */
function pageMarks(text: string): { from: number; to: number }[] {
  const byTotal = new Map<string, { n: number; from: number; to: number }[]>();
  for (const m of text.matchAll(NUMBERED)) {
    const total = m[2] ?? m[3] ?? '';
    const row = byTotal.get(total) ?? [];
    byTotal.set(total, row);
    const n = Number(m[1] ?? m[4]);
    const last = row.at(-1);
    if ((total === '' || n <= Number(total)) && (!last || n === last.n + 1))
      row.push({ n, from: m.index, to: m.index + m[0].length });
  }
  return [...byTotal.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The signing lines of the page before, which may stand between its text and the next page's number. */
const SIGNED = new RegExp(`(?:${SIGNING}\\s*)+`, 'uy');

/** Pages that follow each other in one line: cut around each page number of a rising row. */
export function cutAtNumbers(line: Line): Line[] {
  const words = wordsOf(line.text);
  const marks = pageMarks(line.text).map(({ from, to }) => ({
    first: words.findIndex((w) => w.to > from),
    last: words.findLastIndex((w) => w.from < to),
  }));
  if (marks.length < 2) return [line];
  const before = agreement(marks, ({ first }, k) => words[first - 1 - k]);
  const after = agreement(marks, ({ last }, k) => words[last + 1 + k]);
  const cuts: Cuts = new Map();
  const starts = new Set<number>();
  const running: [number, number][] = [];
  marks.forEach(({ first, last }, i) => {
    const from = words[first - (before[i] ?? 0)]?.from ?? 0;
    const behind = words.slice(last + 1);
    const to = words[last + withoutHeads(behind, after[i] ?? 0)]?.to ?? line.text.length;
    cuts.set(from, RUNNING);
    running.push([from, to]);
    cellsFrom(line.text, from, to, true, cuts);
    SIGNED.lastIndex = from;
    const skipped = SIGNED.test(line.text) ? SIGNED.lastIndex : from;
    cuts.set(skipped, RUNNING);
    starts.add(skipped);
  });
  const parts = splitLine(line, cuts, running);
  let at = 0;
  return parts.map((part, i) => {
    at = line.text.indexOf(part.text, at);
    const begins = i === 0 ? part.pageStart : starts.has(at);
    at += part.text.length;
    return { ...part, pageStart: begins };
  });
}
