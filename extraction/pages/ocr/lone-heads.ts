/**
 * "§ 77" alone on its line: the Swedish model has no sign for §, and reads two figures after it as anything ("ST"). What
 * would be thrown away as dust is read again first, by the model that knows §.
 */
import type { OcrEngine, OcrImage, OcrLine, OcrWord, PixelBox } from './engine.ts';
import { isDust } from './specks.ts';
import { cutStrips, readingsOf, STRIP_DPI } from './strips.ts';

/** Heads of paragraphs begin in this part of the page's width. */
const LEFT = 0.5;
/** Their lines are as high as others, within these parts. */
const LOWEST = 0.6;
const HIGHEST = 2;
/** A page with more such lines is a picture. */
const MOST = 12;
/** So sure is one reading of a spot that another could make nothing of. */
const CONFIDENCE = 40;

const HEAD = /^(\p{Lu}{2,6}\s)?§\s?(\d{1,4}(?:\/\d{2,4})?)[.,]?$/u;

/** The lines of a page, with the heads among its dust. */
export async function withLoneHeads(
  lines: readonly OcrLine[],
  image: OcrImage,
  engine: OcrEngine,
  signal?: AbortSignal,
): Promise<OcrLine[]> {
  const heights = lines.map(({ height }) => height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const doubtful = lines.filter((line) => isDust(line) && mayBeHead(line, usual, image.width));
  if (doubtful.length === 0 || doubtful.length > MOST) return [...lines];
  const found = new Map<OcrLine, OcrWord[]>();
  for (const strips of cutStrips(image, doubtful.map(boxOf), STRIP_DPI / image.dpi)) {
    for (const [no, text] of readingsOf(strips, await engine.recognise(strips.image, 'strip', signal))) {
      const line = doubtful[no] as OcrLine;
      const head = HEAD.exec(text.trim());
      if (head) found.set(line, wordsOf(`${head[1] ?? ''}§ ${head[2]}`, boxOf(line)));
    }
  }
  return lines.map((line) => {
    const words = found.get(line);
    return words ? { ...line, words } : line;
  });
}

function mayBeHead(line: OcrLine, usual: number, width: number): boolean {
  const [x0, y0, x1, y1] = boxOf(line);
  const height = y1 - y0;
  const isText = height > LOWEST * usual && height < HIGHEST * usual;
  return isText && x0 < LEFT * width && x1 - x0 > 0.8 * height && x1 - x0 < 12 * height;
}

function boxOf({ words }: OcrLine): PixelBox {
  const of = (i: 0 | 1 | 2 | 3) => words.map(({ box }) => box[i]);
  return [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(2)), Math.max(...of(3))];
}

/** The words of a text within a box, as wide as they are long. */
function wordsOf(text: string, [x0, y0, x1, y1]: PixelBox): OcrWord[] {
  const step = (x1 - x0) / text.length;
  let at = 0;
  return text.split(' ').map((word) => {
    const from = x0 + at * step;
    at += word.length + 1;
    return {
      text: word,
      box: [from, y0, from + word.length * step, y1],
      confidence: CONFIDENCE,
      confirmed: false,
    };
  });
}
