/** Which way text runs on a page: quarter turns, and the small slant of what was scanned crooked. */
import type { Box, PageLine } from './page.ts';
import type { Piece } from './pdf-piece.ts';
import { union } from './words.ts';

/** Quarter turns clockwise of text on the page as seen: 0 upright, 1 reads downwards, 3 upwards. */
export type Turn = 0 | 1 | 2 | 3;

/** A piece in the frame in which its turn is upright. `slant`: what is left of its angle, radians, downwards. */
export interface Directed {
  turn: Turn;
  slant: number;
  piece: Piece;
}

interface Size {
  width: number;
  height: number;
}

/** Slants below this are none: a tenth of a degree moves the end of a line by one point. */
const STRAIGHT = 0.002;
/** Text that leans more than this from the rest (8°) is no part of its rows: a watermark, a stamp. */
const LEANING = 0.14;

/** Direction and place of text by its matrix; x and y in the frame of its turn. */
export function direct(
  [a, b, , , e, f]: readonly [number, number, number, number, number, number],
  { width, height }: Size,
): { turn: Turn; slant: number; x: number; y: number } {
  const angle = Math.atan2(b, a);
  const quarters = Math.round(angle / (Math.PI / 2));
  const slant = angle - (quarters * Math.PI) / 2;
  const turn = ((quarters + 4) % 4) as Turn;
  if (turn === 1) return { turn, slant, x: f, y: width - e };
  if (turn === 2) return { turn, slant, x: width - e, y: height - f };
  if (turn === 3) return { turn, slant, x: height - f, y: e };
  return { turn, slant, x: e, y: f };
}

/** The slant of most of the text. */
export function crookedness(pieces: readonly Directed[]): number {
  const slants = pieces.flatMap((p) => (p.piece.text.length > 2 ? [p.slant] : [])).sort((a, b) => a - b);
  const middle = slants[Math.floor(slants.length / 2)] ?? 0;
  return Math.abs(middle) < STRAIGHT || Math.abs(middle) > LEANING ? 0 : middle;
}

/** Whether the piece runs otherwise than text of this slant. */
export function lean(piece: Directed, slant: number): boolean {
  return Math.abs(piece.slant - slant) > LEANING;
}

/** The piece as if the page had been scanned straight. */
export function straighten(piece: Piece, slant: number): Piece {
  return slant === 0 ? piece : { ...piece, base: piece.base - piece.x0 * Math.tan(slant) };
}

/** The line with its boxes where they stand on the page as seen. */
export function boxesBack(line: PageLine, turn: Turn, slant: number, size: Size): PageLine {
  if (turn === 0 && slant === 0) return line;
  const words = line.words.map((w) => ({ ...w, bbox: turnBack(crook(w.bbox, slant), turn, size) }));
  return { ...line, words, bbox: words.map((w) => w.bbox).reduce(union) };
}

function crook([x0, y0, x1, y1]: Box, slant: number): Box {
  const ends = [x0 * Math.tan(slant), x1 * Math.tan(slant)];
  return [x0, y0 + Math.min(...ends), x1, y1 + Math.max(...ends)];
}

function turnBack([x0, y0, x1, y1]: Box, turn: Turn, { width, height }: Size): Box {
  const box: Box =
    turn === 1
      ? [width - y1, x0, width - y0, x1]
      : turn === 2
        ? [width - x1, height - y1, width - x0, height - y0]
        : turn === 3
          ? [y0, height - x1, y1, height - x0]
          : [x0, y0, x1, y1];
  return box.map((n) => Math.round(n * 100) / 100) as Box;
}
