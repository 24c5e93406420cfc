/** Two pages on one sheet: a book opening laid on the scanner, or two pages printed side by side. */
import type { Piece } from './pdf-piece.ts';
import { groupRows, type Segment, segmentsOf } from './rows.ts';

/** A sheet with two pages is this much wider than high: two upright pages are 1.41 times, less their trimmed edges. */
const LANDSCAPE = 1.2;
/** The fold lies between these parts of the width, and this much around it is empty. */
const FOLD_FROM = 0.4;
const FOLD_TO = 0.6;
const EMPTY = 0.02;
/** A half with fewer rows is a stamp, a picture, a blank page. */
const MIN_ROWS = 6;
/** Rows of text have one piece, seldom two; rows of a table have more. */
const MAX_SEGMENTS = 1.5;
/** This part of the rows of either half are running text, where nothing else tells that they are pages. */
const PROSE = 0.35;
/** Rows at the head and foot of a page in which its number or running head stands. */
const EDGE_ROWS = 4;

/**
 * The pieces of each page on a sheet `width` points wide: two lists where it holds two pages, else one. A table over
 * the whole width is one page, however empty its middle is.
 */
export function halvesOf<T extends Piece>(pieces: readonly T[], width: number, height: number): T[][] {
  if (width < LANDSCAPE * height) return [[...pieces]];
  const fold = foldOf(pieces, width);
  if (fold === null) return [[...pieces]];
  const halves = [pieces.filter((p) => p.x1 <= fold), pieces.filter((p) => p.x0 >= fold)];
  const rows = halves.map((half) => groupRows(half).map(segmentsOf));
  const [left, right] = rows as [Segment[][], Segment[][]];
  if (rows.some((half) => half.length < MIN_ROWS)) return [[...pieces]];
  const isText = (half: Segment[][]) => segmentsPerRow(half) <= MAX_SEGMENTS && prose(half) >= PROSE;
  return sameHead(left, right) || rows.every(isText) ? halves : [[...pieces]];
}

/** The middle of the widest strip that no piece touches, near the middle of the sheet; null: there is none. */
function foldOf(pieces: readonly Piece[], width: number): number | null {
  const edges = pieces
    .filter((p) => p.x1 > FOLD_FROM * width && p.x0 < FOLD_TO * width)
    .map((p) => [Math.max(p.x0, FOLD_FROM * width), Math.min(p.x1, FOLD_TO * width)] as const)
    .sort((a, b) => a[0] - b[0]);
  let at = FOLD_FROM * width;
  let best: { room: number; x: number } = { room: 0, x: 0 };
  for (const [from, to] of [...edges, [FOLD_TO * width, FOLD_TO * width] as const]) {
    if (from - at > best.room) best = { room: from - at, x: (from + at) / 2 };
    at = Math.max(at, to);
  }
  return best.room >= EMPTY * width ? best.x : null;
}

const segmentsPerRow = (rows: readonly Segment[][]): number =>
  rows.reduce((sum, row) => sum + row.length, 0) / rows.length;

const textOf = (row: readonly Segment[]): string =>
  row.map((s) => s.pieces.map((p) => p.text).join(' ')).join(' ');

function prose(rows: readonly Segment[][]): number {
  const words = (row: readonly Segment[]) => textOf(row).match(/\p{L}{2,}/gu)?.length ?? 0;
  return rows.filter((row) => row.length === 1 && words(row) >= 5).length / rows.length;
}

/** Both halves have the same running head or foot, or their page numbers follow each other. */
function sameHead(left: readonly Segment[][], right: readonly Segment[][]): boolean {
  const edges = (rows: readonly Segment[][]) => [...rows.slice(0, EDGE_ROWS), ...rows.slice(-EDGE_ROWS)];
  const shapes = (rows: readonly Segment[][]) =>
    edges(rows).map((row) => textOf(row).toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim());
  const heads = new Set(shapes(left).filter((s) => s.length >= LONG_HEAD));
  if (shapes(right).some((s) => heads.has(s))) return true;
  const next = new Set(edges(right).flatMap(numbersIn));
  return edges(left)
    .flatMap(numbersIn)
    .some((n) => next.has(n + 1));
}

/** A head of fewer characters may be a table's, which both of its halves have. */
const LONG_HEAD = 12;

/** Page numbers in a row: with their total in any cell, bare ones alone in the row. */
function numbersIn(row: readonly Segment[]): number[] {
  const cells = row.map((segment) => textOf([segment]).trim());
  const form =
    /^(?:(?:sida|sid\.?|blad)\s*)?(\d{1,3})\s?(?:\(\d{1,3}\)|av \d{1,3}|\[\d{1,3}\])$|^(?:sida|blad)\s(\d{1,3})$/iu;
  const found = cells.flatMap((cell) => {
    const m = form.exec(cell);
    return m ? [Number(m[1] ?? m[2])] : [];
  });
  return found.length === 0 && cells.length === 1 && /^\d{1,3}$/.test(cells[0] ?? '')
    ? [Number(cells[0])]
    : found;
}
