/** What the engine read becomes a page: words in points, in rows as they stand, in reading order. */
import { halvesOf } from '../halves.ts';
import type { Box, Page, PageLine, Word } from '../page.ts';
import { ASCENT, DESCENT, type Piece } from '../pdf-piece.ts';
import { readingOrder } from '../reading-order.ts';
import { groupRows, type Segment, segmentsOf } from '../rows.ts';
import { textOf } from '../words.ts';
import type { OcrImage, OcrLine } from './engine.ts';
import { withoutSpecks } from './specks.ts';
import { typeSizeOf, withEvenSizes } from './type-size.ts';

/** A word with the place that rows are made by. */
interface ReadPiece extends Piece {
  word: Word;
}

/** The page of an image whose lines are level, as wide and high as `size` in points. */
export function buildPage(
  no: number,
  image: Pick<OcrImage, 'width' | 'height'>,
  size: { width: number; height: number },
  read: readonly OcrLine[],
): Page {
  const scale = size.width / image.width;
  const lines = withoutSpecks(read);
  const pieces = lines.flatMap((line) => piecesOf(line, scale));
  const pageLines = withEvenSizes(halvesOf(pieces, size.width, size.height).flatMap(linesOf)).map(
    withTypeBox,
  );
  const words = pageLines.flatMap((line) => line.words);
  const sum = words.reduce((total, word) => total + (word.confidence ?? 0), 0);
  return {
    page: no,
    width: size.width,
    height: size.height,
    textSource: 'ocr',
    ocrConfidence: words.length > 0 ? round(sum / words.length) : null,
    lines: pageLines,
  };
}

/** The lines of a page, or of the first or second one on a sheet that holds two. */
function linesOf(pieces: readonly ReadPiece[], half: number): PageLine[] {
  const rows = groupRows(pieces).map(segmentsOf);
  return readingOrder(rows).map((segments, i) => {
    const line = lineOf(segments);
    return half > 0 && i === 0 ? { ...line, opensPage: true } : line;
  });
}

function piecesOf(line: OcrLine, scale: number): ReadPiece[] {
  const [x0, y0, x1, y1] = line.baseline;
  const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
  const size = round(typeSizeOf(line) * scale);
  return line.words.map(({ text, box, confidence }) => {
    const middle = (box[0] + box[2]) / 2;
    const bbox = box.map((n) => round(n * scale)) as Box;
    return {
      text,
      x0: bbox[0],
      x1: bbox[2],
      base: (y0 + (middle - x0) * slope) * scale,
      size,
      bold: false,
      spaceBefore: true,
      word: { text, bbox, confidence: round(confidence) },
    };
  });
}

function lineOf(segments: readonly Segment[]): PageLine {
  const pieces = segments.flatMap((segment) => segment.pieces as ReadPiece[]);
  const words = pieces.map((piece) => piece.word);
  const size = middle(pieces.map((piece) => piece.size));
  return {
    text: textOf(words, size),
    bbox: [pieces[0]?.x0 ?? 0, 0, pieces.at(-1)?.x1 ?? 0, middle(pieces.map((piece) => piece.base))],
    words,
    size,
    bold: false,
    lineNo: null,
  };
}

/** As on pages with text, a line's box is that of its type, so that gaps do not depend on which letters stand in it. */
function withTypeBox(line: PageLine): PageLine {
  if (!line.bbox || !line.size) return line;
  const [x0, , x1, base] = line.bbox;
  return { ...line, bbox: [x0, round(base - ASCENT * line.size), x1, round(base + DESCENT * line.size)] };
}

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
