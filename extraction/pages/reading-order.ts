/** In which order the segments of a page are read: row by row, but columns of running text one after the other. */
import { least, most } from '../extremes.ts';
import type { Segment } from './rows.ts';

/** Fewer rows than this on a side are no column of text. */
const MIN_ROWS = 6;
/** A column of text has lines of this many words on average, table cells have fewer. */
const MIN_WORDS = 4;
/** Lines of running text fill this part of their column's width. */
const FILLED = 0.6;
/** The empty strip between two columns, in ems. */
const GUTTER = 0.9;

/** `rows`: top to bottom, each of segments from left to right. Returns the lines to read, in order. */
export function readingOrder(rows: readonly Segment[][]): Segment[][] {
  const block = columnBlock(rows);
  if (!block) return [...rows];
  const { first, last, x } = block;
  const left: Segment[][] = [];
  const right: Segment[][] = [];
  for (const row of rows.slice(first, last + 1)) {
    const a = row.filter((s) => s.x1 <= x);
    const b = row.filter((s) => s.x0 >= x);
    if (a.length > 0) left.push(a);
    if (b.length > 0) right.push(b);
  }
  return [
    ...readingOrder(rows.slice(0, first)),
    ...readingOrder(left),
    ...readingOrder(right),
    ...readingOrder(rows.slice(last + 1)),
  ];
}

interface Block {
  first: number;
  last: number;
  x: number;
}

/** The longest stretch of rows that a vertical gutter splits into two columns of running text; null: there is none. */
function columnBlock(rows: readonly Segment[][]): Block | null {
  if (rows.length < MIN_ROWS) return null;
  let best: Block | null = null;
  for (const x of gutters(rows)) {
    for (const block of stretches(rows, x)) {
      if (best && block.last - block.first <= best.last - best.first) continue;
      if (isTextBothSides(rows.slice(block.first, block.last + 1), x)) best = block;
    }
  }
  return best;
}

/** Places where many segments begin with something to their left: candidates for the right edge of a gutter. */
function gutters(rows: readonly Segment[][]): number[] {
  const all = rows.flat();
  const minX = least(all.map((s) => s.x0));
  const maxX = most(all.map((s) => s.x1));
  const starts = new Map<number, number>();
  for (const s of all) {
    const share = (s.x0 - minX) / (maxX - minX);
    if (share < 0.2 || share > 0.8) continue;
    const key = Math.round(s.x0 / 4) * 4;
    starts.set(key, (starts.get(key) ?? 0) + 1);
  }
  return [...starts]
    .filter(([, n]) => n >= MIN_ROWS)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([x]) => x - 3);
}

/** Runs of rows that nothing crosses at `x`. */
function stretches(rows: readonly Segment[][], x: number): Block[] {
  const found: Block[] = [];
  let first = -1;
  rows.forEach((row, i) => {
    const crossed = row.some((s) => s.x0 < x && s.x1 > x - GUTTER * s.size);
    if (!crossed && first < 0) first = i;
    if (first >= 0 && (crossed || i === rows.length - 1)) {
      const last = crossed ? i - 1 : i;
      if (last - first + 1 >= MIN_ROWS) found.push({ first, last, x });
      first = -1;
    }
  });
  return found;
}

function isTextBothSides(rows: readonly Segment[][], x: number): boolean {
  const all = rows.flat();
  return isText(all.filter((s) => s.x1 <= x)) && isText(all.filter((s) => s.x0 >= x));
}

function isText(segments: readonly Segment[]): boolean {
  if (segments.length < MIN_ROWS) return false;
  const x0 = least(segments.map((s) => s.x0));
  const x1 = most(segments.map((s) => s.x1));
  const widths = segments.map((s) => s.x1 - s.x0).sort((a, b) => a - b);
  const median = widths[Math.floor(widths.length / 2)] ?? 0;
  if (median < FILLED * (x1 - x0)) return false;
  const words = segments.reduce((n, s) => n + s.pieces.reduce((m, p) => m + wordCount(p.text), 0), 0);
  return words / segments.length >= MIN_WORDS;
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((w) => /\p{L}{2}/u.test(w)).length;
}
