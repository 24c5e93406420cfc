/** One page of a PDF: its text as pieces in the frame a reader sees, and from them its lines. */
import { normaliseCharacters } from './characters.ts';
import type { Box, Page, PageLine } from './page.ts';
import { linesOf } from './page-lines.ts';
import type { Piece } from './pdf-piece.ts';

/** What pdf.js tells of a run of text; the fields used here. */
export interface TextItem {
  str: string;
  transform: number[];
  width: number;
  fontName: string;
}

/** A page's visible frame: the matrix from PDF space to points from the top left, and its size in points. */
export interface Frame {
  transform: number[];
  width: number;
  height: number;
}

/** Quarter turns clockwise of a run of text on the page as seen: 0 upright, 1 reads downwards, 3 upwards. */
type Turn = 0 | 1 | 2 | 3;

interface TurnedPiece {
  turn: Turn;
  piece: Piece;
}

/**
 * Builds the page from its text. Most pages read one way; a page set sideways is read sideways, and text that
 * runs otherwise than the rest (a stamp along the margin) comes after it. Boxes are always those of the page as seen.
 */
export function buildPage(
  no: number,
  frame: Frame,
  items: readonly TextItem[],
  boldFonts: ReadonlySet<string>,
): Page {
  const turned = piecesOf(frame, items, boldFonts);
  const letters: [number, number, number, number] = [0, 0, 0, 0];
  for (const { turn, piece } of turned) letters[turn] += piece.text.length;
  const turns = ([0, 1, 2, 3] as const).filter((t) => letters[t] > 0).sort((a, b) => letters[b] - letters[a]);
  const lines = turns.flatMap((turn) => {
    const pieces = turned.filter((t) => t.turn === turn).map((t) => t.piece);
    return linesOf(pieces).map((line) => turnBack(line, turn, frame));
  });
  return {
    page: no,
    width: round(frame.width),
    height: round(frame.height),
    textSource: lines.length > 0 ? 'embedded' : 'none',
    ocrConfidence: null,
    lines,
  };
}

function piecesOf(frame: Frame, items: readonly TextItem[], boldFonts: ReadonlySet<string>): TurnedPiece[] {
  const pieces: TurnedPiece[] = [];
  let space = false;
  for (const item of items) {
    const text = normaliseCharacters(item.str);
    if (text.trim() === '') {
      space ||= item.str !== '';
      continue;
    }
    const [a, b, c, d, e, f] = multiply(frame.transform, item.transform);
    const size = Math.hypot(c, d);
    if (!(size > 0.1) || !Number.isFinite(size + e + f)) continue;
    const turn = turnOf(a, b);
    const [x0, base] = upright(e, f, turn, frame);
    const piece: Piece = {
      text,
      x0,
      x1: x0 + item.width,
      base,
      size: round(size),
      bold: boldFonts.has(item.fontName),
      spaceBefore: space,
    };
    pieces.push({ turn, piece });
    space = false;
  }
  return pieces;
}

/** The nearest quarter turn of a direction; y grows downwards. Crooked scans and slanted stamps count as the nearest. */
function turnOf(a: number, b: number): Turn {
  return ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4) as Turn;
}

/** A point of the page in the frame where text of this turn is upright. */
function upright(x: number, y: number, turn: Turn, { width, height }: Frame): [number, number] {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [height - y, x];
  return [x, y];
}

function turnBack(line: PageLine, turn: Turn, frame: Frame): PageLine {
  if (turn === 0) return line;
  const back = (box: Box) => boxBack(box, turn, frame);
  return {
    ...line,
    bbox: line.bbox && back(line.bbox),
    words: line.words.map((w) => ({ ...w, bbox: back(w.bbox) })),
  };
}

function boxBack([x0, y0, x1, y1]: Box, turn: Turn, { width, height }: Frame): Box {
  const box: Box =
    turn === 1
      ? [width - y1, x0, width - y0, x1]
      : turn === 2
        ? [width - x1, height - y1, width - x0, height - y0]
        : [y0, height - x1, y1, height - x0];
  return box.map(round) as Box;
}

function multiply(
  m: readonly number[],
  n: readonly number[],
): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
