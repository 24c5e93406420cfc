/** What the engine read becomes a page: words in points, in rows as they stand, in reading order. */
import type { Box, Page, PageLine, Word } from '../page.ts';
import type { Piece } from '../pdf-piece.ts';
import { readingOrder } from '../reading-order.ts';
import { groupRows, type Segment, segmentsOf } from '../rows.ts';
import { textOf, union } from '../words.ts';
import type { OcrImage, OcrLine } from './engine.ts';
import { withoutSpecks } from './specks.ts';

/** A word with its place in a page that is turned upright, where rows are level. */
interface ReadPiece extends Piece {
  word: Word;
}

/** Ascenders and descenders together are this part of the type size in the fonts of office text. */
const HEIGHT_OF_SIZE = 0.9;
/** Lines shorter than this part of the page's width say nothing about how the page leans. */
const LONG_LINE = 0.3;

/** The page of an image, as wide and high as `size` in points. */
export function buildPage(
  no: number,
  image: Pick<OcrImage, 'width' | 'height'>,
  size: { width: number; height: number },
  read: readonly OcrLine[],
): Page {
  const scale = size.width / image.width;
  const lines = withoutSpecks(read);
  const lean = leanOf(lines, image.width);
  const pieces = lines.flatMap((line) => piecesOf(line, scale, lean));
  const rows = groupRows(pieces).map(segmentsOf);
  const pageLines = readingOrder(rows).map(lineOf);
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

/** How much lines fall for each pixel to the right: the middle one of the long lines. */
function leanOf(lines: readonly OcrLine[], width: number): number {
  const slopes = lines
    .filter(({ baseline: [x0, , x1] }) => x1 - x0 > LONG_LINE * width)
    .map(({ baseline: [x0, y0, x1, y1] }) => (y1 - y0) / (x1 - x0))
    .sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

function piecesOf(line: OcrLine, scale: number, lean: number): ReadPiece[] {
  const [x0, y0, x1, y1] = line.baseline;
  const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
  const size = round((line.height * scale) / HEIGHT_OF_SIZE);
  return line.words.map(({ text, box, confidence }) => {
    const middle = (box[0] + box[2]) / 2;
    const bbox = box.map((n) => round(n * scale)) as Box;
    return {
      text,
      x0: bbox[0],
      x1: bbox[2],
      base: (y0 + (middle - x0) * slope - middle * lean) * scale,
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
  const sizes = pieces.map((piece) => piece.size).sort((a, b) => a - b);
  const size = sizes[Math.floor(sizes.length / 2)] as number;
  return {
    text: textOf(words, size),
    bbox: words.map((word) => word.bbox).reduce(union),
    words,
    size,
    bold: false,
    lineNo: null,
  };
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
