/** Pages scanned upside down or sideways: which way their text runs, and the image turned upright. */
import type { Page } from '../page.ts';
import { boxesBack, type Turn } from '../turns.ts';
import type { OcrEngine, OcrImage, OcrLine, PixelBox } from './engine.ts';

/** A page with fewer letters says nothing of how it lies. */
const MIN_LETTERS = 40;
/** A page is well read when this part of its letters is: the model makes up words of what stands on its head. */
const WELL_READ = 0.5;
/** A word of which the engine is this sure is one. Words made up come out at 20 to 50. */
const SURE = 70;
/** Another way must read this many times as much as the page as it is. */
const MUCH_MORE = 2;
/** The part of the page that is tried: as wide and high as this, in inches. */
const TRIED = 4;

/**
 * The way text runs on `image`, of which `read` is what the engine saw; 0 when it was well read, or no other way is
 * plainly better. A page poorly read costs four readings of a small part of it; the model that would tell at once
 * (osd) is not to be had as a package.
 */
export async function turnOf(
  image: OcrImage,
  read: readonly OcrLine[],
  engine: OcrEngine,
  signal?: AbortSignal,
): Promise<Turn> {
  const letters = lettersOf(read, () => true);
  if (letters < MIN_LETTERS || sureLetters(read) >= WELL_READ * letters) return 0;
  const part = cut(image, fullestPart(image));
  const asItIs = sureLetters(await engine.recognise(part, 'page', signal));
  let best: Turn = 0;
  let most = Math.max(MUCH_MORE * asItIs, MIN_LETTERS);
  for (const turn of [2, 1, 3] as const) {
    const sure = sureLetters(await engine.recognise(turnUpright(part, turn), 'page', signal));
    if (sure > most) [best, most] = [turn, sure];
  }
  return best;
}

/** Letters of words that are surely read and lie: words of a page on its side are read letter by letter, and stand. */
function sureLetters(lines: readonly OcrLine[]): number {
  return lettersOf(lines, ({ confidence, box: [x0, y0, x1, y1] }) => {
    return confidence >= SURE && x1 - x0 > y1 - y0;
  });
}

function lettersOf(lines: readonly OcrLine[], counts: (word: OcrLine['words'][number]) => boolean): number {
  let sum = 0;
  for (const word of lines.flatMap((line) => line.words)) {
    const length = word.text.match(/\p{L}/gu)?.length ?? 0;
    // Two letters are as likely found in dust, and as high as wide.
    if (length >= 3 && counts(word)) sum += length;
  }
  return sum;
}

/** The square with most ink in it, among those that a third of its side sets apart. */
function fullestPart({ grey, width, height, dpi }: OcrImage): PixelBox {
  const side = Math.min(Math.round(TRIED * dpi), width, height);
  const step = Math.max(1, Math.floor(side / 3));
  let found: PixelBox = [0, 0, side, side];
  let most = -1;
  for (let top = 0; top + side <= height; top += step) {
    for (let left = 0; left + side <= width; left += step) {
      let ink = 0;
      for (let y = top; y < top + side; y += 4) {
        for (let x = left; x < left + side; x += 4) if ((grey[y * width + x] as number) < 128) ink++;
      }
      if (ink > most) [found, most] = [[left, top, left + side, top + side], ink];
    }
  }
  return found;
}

function cut(image: OcrImage, [x0, y0, x1, y1]: PixelBox): OcrImage {
  const [width, height] = [x1 - x0, y1 - y0];
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y0 + y) * image.width + x0;
    grey.set(image.grey.subarray(from, from + width), y * width);
  }
  return { width, height, grey, dpi: image.dpi };
}

/** The image turned so that text of this turn stands upright. */
export function turnUpright<T extends OcrImage>(image: T, turn: Turn): T {
  if (turn === 0) return image;
  if (turn === 2) return { ...image, grey: image.grey.toReversed() };
  const { width, height, grey } = image;
  const out = new Uint8Array(grey.length);
  let at = 0;
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < height; x++) {
      // A row of the upright page is a column of the page as it lies: read upwards (3) or downwards (1).
      out[at++] = (
        turn === 1 ? grey[x * width + width - 1 - y] : grey[(height - 1 - x) * width + y]
      ) as number;
    }
  }
  return { ...image, width: height, height: width, grey: out };
}

/**
 * A page that was read upright, its size and its words as the page lies: a person is shown them there. The boxes of lines
 * stay upright, as they do when a page was turned level.
 */
export function layBack(page: Page, turn: Turn): Page {
  const { width, height } = page;
  if (turn === 0 || width === null || height === null) return page;
  const size = turn === 2 ? { width, height } : { width: height, height: width };
  const lines = page.lines.map((line) => ({ ...line, words: boxesBack(line, turn, 0, size).words }));
  return { ...page, ...size, lines };
}
