/** Pages become one row of lines, with the blank space before each line measured. */
import type { Page, PageLine } from '../pages/page.ts';
import type { Line } from './line.ts';

/** In a text dump without form feeds a page begins where a line starts with one or two spaces. */
const DUMP_PAGE_START = /^ {1,2}\S/;

/** The middle of a list of numbers; 0 for none. */
function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Left edge in characters: of a text line its leading blanks, of a set line its distance from the margin. */
function indents(lines: PageLine[]): number[] {
  const edges = lines.map((l) => l.bbox?.[0]);
  const known = edges.filter((e) => e !== undefined);
  if (known.length === 0) return lines.map((l) => l.text.length - l.text.trimStart().length);
  const sorted = [...known].sort((a, b) => a - b);
  const margin = sorted[Math.floor(sorted.length / 10)] ?? 0;
  return lines.map((l, i) => Math.round(((edges[i] ?? margin) - margin) / ((l.size ?? 11) * 0.5)));
}

/** Gaps in line heights beyond the page's usual leading. */
function geometricGaps(lines: PageLine[]): number[] {
  const steps = lines.map((l, i) => {
    const before = lines[i - 1]?.bbox;
    return l.bbox && before ? l.bbox[3] - before[3] : 0;
  });
  const leading = median(steps.filter((s, i) => s > 0 && s < 2.2 * (lines[i]?.size ?? 11)));
  return steps.map((s, i) =>
    s > 0 && leading > 0 ? Math.max(0, (s - leading) / Math.max(leading, lines[i]?.size ?? 11)) : 0,
  );
}

/** Blank lines before each line that is not blank. */
function textGaps(lines: PageLine[]): number[] {
  return lines.map(
    (l, i) => Math.max(0, (l.lineNo ?? 0) - (lines[i - 1]?.lineNo ?? 0) - 1) * (i > 0 ? 1 : 0),
  );
}

/** A dump marks page starts by a blank at the line's head only if most of its lines have none. */
function isDump(lines: PageLine[]): boolean {
  const starts = lines.filter((l) => DUMP_PAGE_START.test(l.text)).length;
  return starts > 1 && starts < lines.length / 8;
}

/** "(1)", "(2)" … alone on their lines, from the first page on: what some conversions put above each page. */
function pageMarks(lines: PageLine[]): Set<PageLine> {
  const marks = lines.filter((l) => /^\(\d{1,3}\)$/.test(l.text.trim()));
  const rises = marks.every((l, i) => l.text.trim() === `(${i + 1})`);
  return new Set(rises && marks.length > 1 ? marks : []);
}

/**
 * All lines of a file in reading order, blank ones left out. `pageStart` marks the first line of a page; in a
 * text dump without form feeds, lines that begin with one or two spaces or hold the page's number in brackets.
 */
export function linesOf(pages: Page[]): Line[] {
  return pages.flatMap((page) => {
    const lines = page.lines.filter((l) => l.text.trim() !== '');
    const text = lines.every((l) => l.bbox === null);
    const gaps = text ? textGaps(lines) : geometricGaps(lines);
    const indent = indents(lines);
    const dump = text && pages.length === 1 && isDump(lines);
    const marks = text && pages.length === 1 ? pageMarks(lines) : new Set<PageLine>();
    return lines.map((line, i) => ({
      ...line,
      text: line.text.trim(),
      page: page.page,
      pageStart:
        i === 0 || line.opensPage === true || marks.has(line) || (dump && DUMP_PAGE_START.test(line.text)),
      gap: gaps[i] ?? 0,
      indent: dump ? 0 : (indent[i] ?? 0),
    }));
  });
}
