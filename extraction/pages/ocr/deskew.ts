/** Crooked scans: how much a page leans, and the page turned level, where an engine reads better. Pure. */
import type { Box, Page } from '../page.ts';
import type { OcrImage } from './engine.ts';

/** Steeper than this is no page put down a little carelessly, radians (some 5°). */
const MAX_LEAN = 0.09;
const COARSE = 0.004;
const FINE = 0.0005;
/** Less does an engine no harm, and turning blurs a little: 6 pixels over a line of text. */
const LEVEL = 0.003;
/** Looked at in squares of this many pixels, of which so much must be ink. */
const CELL = 4;
const INK = 128;
/** Cells with ink that are looked at; more say no more. */
const MAX_CELLS = 60_000;

/**
 * How much the lines of text fall for each pixel to the right (the tangent); 0 for level ones and where there is no
 * text. Rows of text level with the rows of the image leave white rows between: the sum of squares is at its highest.
 */
export function leanOf(image: OcrImage): number {
  const cells = inkCells(image);
  if (cells.length < 400) return 0;
  const rows = Math.ceil(image.height / CELL);
  const sharpness = (lean: number) => sharpnessAt(cells, lean, rows, image.width / CELL);
  const coarse = best(-MAX_LEAN, MAX_LEAN, COARSE, sharpness);
  const lean = best(coarse - COARSE, coarse + COARSE, FINE, sharpness);
  // A page whose rows are hardly sharper when turned has no rows.
  return Math.abs(lean) < LEVEL || sharpness(lean) < 1.03 * sharpness(0) ? 0 : lean;
}

function best(from: number, to: number, step: number, value: (lean: number) => number): number {
  let found = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let lean = from; lean <= to + step / 2; lean += step) {
    const own = value(lean);
    if (own > highest) [found, highest] = [lean, own];
  }
  return found;
}

/** x and y of every cell with ink in it, in turn. */
function inkCells({ grey, width, height }: OcrImage): Int32Array {
  const found: number[] = [];
  for (let y = 0; y + CELL <= height; y += CELL) {
    for (let x = 0; x + CELL <= width; x += CELL) {
      // Two points tell as much as sixteen.
      const at = (y + 1) * width + x + 1;
      if ((grey[at] as number) < INK || (grey[at + width + 1] as number) < INK)
        found.push(x / CELL, y / CELL);
    }
  }
  const every = Math.ceil(found.length / 2 / MAX_CELLS);
  if (every <= 1) return Int32Array.from(found);
  return Int32Array.from(found.filter((_, i) => Math.floor(i / 2) % every === 0));
}

function sharpnessAt(cells: Int32Array, lean: number, rows: number, width: number): number {
  const margin = Math.ceil(width * MAX_LEAN) + 2;
  const counts = new Uint32Array(rows + 2 * margin);
  for (let i = 0; i < cells.length; i += 2) {
    const row = Math.round((cells[i + 1] as number) - (cells[i] as number) * lean) + margin;
    counts[row] = (counts[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of counts) sum += count * count;
  return sum;
}

/** The image turned about its middle so that what leans by `lean` is level. Corners that come in are white. */
export function turnLevel<T extends OcrImage>(image: T, lean: number): T {
  const { width, height, grey } = image;
  const angle = Math.atan(lean);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [width / 2, height / 2];
  const out = new Uint8Array(grey.length).fill(255);
  // Five million pixels a page: what a row has in common is reckoned once, and nothing is built on the way.
  for (let y = 0; y < height; y++) {
    const rowX = cx - cx * cos - (y - cy) * sin;
    const rowY = cy - cx * sin + (y - cy) * cos;
    for (let x = 0; x < width; x++) {
      const fromX = rowX + x * cos;
      const fromY = rowY + x * sin;
      if (fromX < 0 || fromY < 0) continue;
      const x0 = fromX | 0;
      const y0 = fromY | 0;
      if (x0 + 1 >= width || y0 + 1 >= height) continue;
      const px = fromX - x0;
      const at = y0 * width + x0;
      const below = at + width;
      const upper = (grey[at] as number) + ((grey[at + 1] as number) - (grey[at] as number)) * px;
      const lower = (grey[below] as number) + ((grey[below + 1] as number) - (grey[below] as number)) * px;
      out[y * width + x] = upper + (lower - upper) * (fromY - y0) + 0.5;
    }
  }
  return { ...image, grey: out };
}

/**
 * The words of a page that was read level, where they stand on the page as it is: a person is shown them there. The boxes
 * of lines stay level: indents and gaps are measured by them.
 */
export function turnBack(page: Page, lean: number): Page {
  if (lean === 0 || page.width === null || page.height === null) return page;
  const angle = Math.atan(lean);
  const [cx, cy] = [page.width / 2, page.height / 2];
  const back = (box: Box): Box => turnBox(box, angle, cx, cy);
  const lines = page.lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, bbox: back(word.bbox) })),
  }));
  return { ...page, lines };
}

/** The box around the turned box. */
function turnBox([x0, y0, x1, y1]: Box, angle: number, cx: number, cy: number): Box {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [x0, x1].flatMap((x) =>
    [y0, y1].map(
      (y) => [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos] as const,
    ),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const round = (n: number) => Math.round(n * 100) / 100;
  return [round(Math.min(...xs)), round(Math.min(...ys)), round(Math.max(...xs)), round(Math.max(...ys))];
}
