/** Pieces of text of one page into its lines, in reading order. */
import { withoutDoubles } from './doubles.ts';
import type { Box, PageLine, Word } from './page.ts';
import type { Piece } from './pdf-piece.ts';
import { readingOrder } from './reading-order.ts';
import { groupRows, type Segment, segmentsOf } from './rows.ts';
import { textOf, union, wordsOf } from './words.ts';

/** The lines of one page; boxes are in the frame of the pieces, rounded to hundredths of a point. */
export function linesOf(pieces: readonly Piece[]): PageLine[] {
  const rows = groupRows(withoutDoubles(pieces)).map(segmentsOf);
  return readingOrder(rows)
    .map(lineOf)
    .filter((line) => line !== null);
}

function lineOf(segments: readonly Segment[]): PageLine | null {
  const pieces = segments.flatMap((s) => s.pieces);
  const words = withBullet(wordsOf(pieces));
  if (words.length === 0) return null;
  const size = sizeOf(pieces);
  const letters = pieces.reduce((n, p) => n + p.text.length, 0);
  const bold = pieces.reduce((n, p) => n + (p.bold ? p.text.length : 0), 0);
  return {
    text: textOf(words, size),
    bbox: roundBox(words.map((w) => w.bbox).reduce(union)),
    words: words.map((w): Word => ({ ...w, bbox: roundBox(w.bbox) })),
    size: round(size),
    bold: bold > letters / 2,
    lineNo: null,
  };
}

/** An unmapped glyph alone at the start of a line is a bullet of a symbol font. */
function withBullet(words: Word[]): Word[] {
  const [first] = words;
  if (first && /^[\uFFFD\uE000-\uF8FF]$/.test(first.text)) first.text = '•';
  return words;
}

/** The size most of the characters have. */
function sizeOf(pieces: readonly Piece[]): number {
  const chars = new Map<number, number>();
  for (const p of pieces) chars.set(p.size, (chars.get(p.size) ?? 0) + p.text.length);
  let best = 0;
  let most = -1;
  for (const [size, n] of chars) {
    if (n > most) [best, most] = [size, n];
  }
  return best;
}

function roundBox(box: Box): Box {
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
