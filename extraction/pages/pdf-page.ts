/** One page of a PDF: its text as pieces in the frame a reader sees, and from them its lines. */
import { normaliseCharacters } from './characters.ts';
import { halvesOf } from './halves.ts';
import type { Page, PageLine } from './page.ts';
import { linesOf } from './page-lines.ts';
import type { Piece } from './pdf-piece.ts';
import { boxesBack, crookedness, type Directed, direct, lean, straighten, type Turn } from './turns.ts';

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

/**
 * Builds the page from its text. Most pages read one way; a page set sideways is read sideways, and text that
 * runs otherwise than the rest (a stamp along the margin, a slanted one) comes after it. The text layer of a crooked
 * scan is straightened to find its rows. Boxes of words are those of the page as seen; so are those of lines, but on a page
 * that lies on its side or head, where they are as it is read.
 */
export function buildPage(
  no: number,
  frame: Frame,
  items: readonly TextItem[],
  boldFonts: ReadonlySet<string>,
): Page {
  const pieces = piecesOf(frame, items, boldFonts);
  const letters: [number, number, number, number] = [0, 0, 0, 0];
  for (const { turn, piece } of pieces) letters[turn] += piece.text.length;
  const turns = ([0, 1, 2, 3] as const).filter((t) => letters[t] > 0).sort((a, b) => letters[b] - letters[a]);
  const lines = turns.flatMap((turn, i) => {
    const here = pieces.filter((p) => p.turn === turn);
    const slant = crookedness(here);
    const along = here.filter((p) => !lean(p, slant)).map((p) => straighten(p.piece, slant));
    const across = here.filter((p) => lean(p, slant)).map((p) => p.piece);
    return [
      ...(i === 0 ? linesOfPages(along, turn, frame) : linesOf(along)).map((line) => {
        const back = boxesBack(line, turn, slant, frame);
        // rows of a page that lies on its side or head are measured as they are read: gaps and indents depend on it
        return i === 0 && turn !== 0 ? { ...back, bbox: line.bbox } : back;
      }),
      ...across.flatMap((piece) => linesOf([piece])).map((line) => boxesBack(line, turn, 0, frame)),
    ];
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

/** The lines of the one page, or the two, that the sheet holds. */
function linesOfPages(pieces: readonly Piece[], turn: Turn, { width, height }: Frame): PageLine[] {
  const onSide = turn % 2 === 1;
  return halvesOf(pieces, onSide ? height : width, onSide ? width : height).flatMap((half, i) =>
    linesOf(half).map((line, k): PageLine => (i > 0 && k === 0 ? { ...line, opensPage: true } : line)),
  );
}

function piecesOf(frame: Frame, items: readonly TextItem[], boldFonts: ReadonlySet<string>): Directed[] {
  const pieces: Directed[] = [];
  // Where the file states a unit of its own (UserUnit), the frame is larger than the file's numbers.
  const unit = Math.hypot(frame.transform[0] ?? 1, frame.transform[1] ?? 0);
  let space = false;
  for (const item of items) {
    const text = normaliseCharacters(item.str);
    if (text.trim() === '') {
      space ||= item.str !== '';
      continue;
    }
    const matrix = multiply(frame.transform, item.transform);
    const size = Math.hypot(matrix[2], matrix[3]);
    if (!(size > 0.1) || !Number.isFinite(size + matrix[4] + matrix[5])) continue;
    const { turn, slant, x, y } = direct(matrix, frame);
    const piece: Piece = {
      text,
      x0: x,
      // A damaged font may have no widths.
      x1: Number.isFinite(item.width) ? x + item.width * unit : x,
      base: y,
      size: round(size),
      bold: boldFonts.has(item.fontName),
      spaceBefore: space,
    };
    pieces.push({ turn, slant, piece });
    space = false;
  }
  return pieces;
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
