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
  /** The baseline as it is; `base` is that of a level page. */
  ownBase: number;
}

/** Baselines of one row may be this far apart, as part of the type size: those of short lines are guessed. */
const SAME_ROW = 0.42;
/** A word stands below its line by more than this part of its height when it is not of that line. */
const STRAY = 0.6;
/** Words that share more of the narrower one than this are one word, read twice. */
const SHARED = 0.6;
/** Lines of this part of the page's width tell how it leans. */
const LONG = 0.4;

/** The page of an image whose lines are level, as wide and high as `size` in points. */
export function buildPage(
  no: number,
  image: Pick<OcrImage, 'width' | 'height'>,
  size: { width: number; height: number },
  read: readonly OcrLine[],
): Page {
  const scale = size.width / image.width;
  const lines = withoutSpecks(read);
  const lean = leanOf(lines, LONG * image.width);
  const pieces = readOnce(lines.flatMap((line) => piecesOf(line, scale, lean)));
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
  const rows = groupRows(pieces, SAME_ROW).map(segmentsOf);
  return readingOrder(rows).map((segments, i) => {
    const line = lineOf(segments);
    return half > 0 && i === 0 ? { ...line, opensPage: true } : line;
  });
}

/** How much long lines still fall for each pixel to the right, on a page that was turned level. */
function leanOf(lines: readonly OcrLine[], long: number): number {
  const leans = lines
    .filter(({ baseline: [x0, , x1] }) => x1 - x0 > long)
    .map(({ baseline: [x0, y0, x1, y1] }) => (y1 - y0) / (x1 - x0));
  return leans.length > 0 ? middle(leans) : 0;
}

/** What the engine has read twice, as a word of two lines: the wider reading. */
function readOnce(pieces: ReadPiece[]): ReadPiece[] {
  const twice = new Set<ReadPiece>();
  const byHeight = [...pieces].sort((a, b) => a.word.bbox[1] - b.word.bbox[1]);
  byHeight.forEach((piece, i) => {
    for (let k = i + 1; k < byHeight.length; k++) {
      const other = byHeight[k] as ReadPiece;
      if (other.word.bbox[1] > piece.word.bbox[3]) break;
      const [narrow, wide] = piece.x1 - piece.x0 < other.x1 - other.x0 ? [piece, other] : [other, piece];
      if (sharedPart(narrow.word.bbox, wide.word.bbox) > SHARED && wide.text.includes(narrow.text))
        twice.add(narrow);
    }
  });
  return pieces.filter((piece) => !twice.has(piece));
}

/** How much of the smaller box the two have in common, each way; the lesser share. */
function sharedPart(a: Box, b: Box): number {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return Math.min(across / Math.min(a[2] - a[0], b[2] - b[0]), down / Math.min(a[3] - a[1], b[3] - b[1]));
}

function piecesOf(line: OcrLine, scale: number, lean: number): ReadPiece[] {
  const [x0, y0, x1, y1] = line.baseline;
  const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
  const size = round(typeSizeOf(line) * scale);
  return line.words.map(({ text, box, confidence, confirmed }) => {
    const at = (box[0] + box[2]) / 2;
    const onLine = y0 + (at - x0) * slope;
    // a word of the line below that was taken for one of this
    const ownBase = box[3] - onLine > STRAY * (box[3] - box[1]) ? box[3] : onLine;
    const bbox = box.map((n) => round(n * scale)) as Box;
    return {
      text: text.trim(),
      x0: bbox[0],
      x1: bbox[2],
      base: (ownBase - at * lean) * scale,
      ownBase: ownBase * scale,
      size,
      bold: false,
      spaceBefore: true,
      word: {
        text: text.trim(),
        bbox,
        confidence: round(confidence),
        ...(confirmed === false && { confirmed }),
      },
    };
  });
}

function lineOf(segments: readonly Segment[]): PageLine {
  const pieces = segments.flatMap((segment) => segment.pieces as ReadPiece[]);
  const words = pieces.map((piece) => piece.word);
  const size = middle(pieces.map((piece) => piece.size));
  return {
    text: textOf(words, size),
    bbox: [pieces[0]?.x0 ?? 0, 0, pieces.at(-1)?.x1 ?? 0, middle(pieces.map((piece) => piece.ownBase))],
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
