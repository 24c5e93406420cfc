/**
 * Numbers are read twice: an OCR engine is as sure of its wrong figures as of its right ones. Every number of a page
 * is cut out and read again, all in one small image, by a model that errs elsewhere and knows §. What both say
 * is confirmed.
 */
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';
import { settle } from './compare.ts';
import type { OcrEngine, OcrImage, PixelBox } from './engine.ts';
import { SECTION_LIKE } from './numbers.ts';
import { cutStrips, readingsOf, STRIP_DPI } from './strips.ts';

/** A page of tables has many more numbers than this; those that name matters and paragraphs go first. */
const MAX_PIECES = 150;
/** Words further apart than this many ems are cut out apart. */
const SAME_PIECE = 2;

/** Words `from` to `end` (not included) of a line. */
interface Piece {
  line: PageLine;
  from: number;
  end: number;
}

/** The page with its numbers confirmed where a second reading of `image` agrees, and § put right. */
export async function readNumbersAgain(
  page: Page,
  image: OcrImage,
  engine: OcrEngine,
  signal?: AbortSignal,
): Promise<Page> {
  const pieces = chosen(page.lines.flatMap(piecesOf));
  if (pieces.length === 0 || !page.width) return page;
  const scale = image.width / page.width;
  const changed = new Map<PageLine, Word[]>();
  for (const strips of cutStrips(
    image,
    pieces.map((piece) => boxOf(piece, scale)),
    STRIP_DPI / image.dpi,
  )) {
    const readings = readingsOf(strips, await engine.recognise(strips.image, 'strip', signal));
    for (const [no, text] of readings) {
      const { line, from, end } = pieces[no] as Piece;
      const words = changed.get(line) ?? [...line.words];
      words.splice(from, end - from, ...settle(words.slice(from, end), text));
      changed.set(line, words);
    }
  }
  const lines = page.lines.map((line) => {
    const words = changed.get(line);
    return words ? { ...line, words, text: textOf(words, line.size ?? 11) } : line;
  });
  return { ...page, lines };
}

/** Runs of numbers, with what may be a § before them and, for a lone figure or two, a word to tell its size by. */
function piecesOf(line: PageLine): Piece[] {
  const pieces: Piece[] = [];
  const { words } = line;
  const em = line.size ?? 11;
  for (let i = 0; i < words.length; i++) {
    if (!isNumber(words, i)) continue;
    const from = i;
    while (i + 1 < words.length && isNumber(words, i + 1) && gap(words, i) < SAME_PIECE * em) i++;
    let end = i + 1;
    const short =
      words
        .slice(from, end)
        .map((word) => word.text)
        .join('').length <= 2;
    if (short && end < words.length && gap(words, i) < em) end++;
    pieces.push({ line, from, end });
  }
  return pieces;
}

function isNumber(words: readonly Word[], at: number): boolean {
  const { text, confirmed } = words[at] as Word;
  if (confirmed === false || text.length > 24 || /www|http|@/.test(text)) return false;
  if (/\d/.test(text)) return true;
  return SECTION_LIKE.test(text) && /^\d/.test(words[at + 1]?.text ?? '');
}

function gap(words: readonly Word[], at: number): number {
  return (words[at + 1] as Word).bbox[0] - (words[at] as Word).bbox[2];
}

function chosen(pieces: Piece[]): Piece[] {
  if (pieces.length <= MAX_PIECES) return pieces;
  const matters = ({ line, from, end }: Piece) =>
    line.words.slice(from, end).some(({ text }) => SECTION_LIKE.test(text) || /\d[/-]\d/.test(text));
  return [...pieces.filter(matters), ...pieces.filter((piece) => !matters(piece))].slice(0, MAX_PIECES);
}

/** In pixels; as high as the whole line, so that a mark on the line is seen as low as it is. */
function boxOf({ line, from, end }: Piece, scale: number): PixelBox {
  const words = line.words.slice(from, end);
  const tops = words.map((word) => word.bbox[1]);
  const bottoms = words.map((word) => word.bbox[3]);
  const middle = (Math.min(...tops) + Math.max(...bottoms)) / 2;
  // Not the line's own box: a crooked line's is much higher than its type.
  const half = Math.max((line.size ?? 11) * 0.5, (Math.max(...bottoms) - Math.min(...tops)) / 2);
  const [first, last] = [words[0] as Word, words.at(-1) as Word];
  return [first.bbox[0] * scale, (middle - half) * scale, last.bbox[2] * scale, (middle + half) * scale];
}
