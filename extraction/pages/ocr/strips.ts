/** Pieces cut out of a page and laid under each other as one small image, to be read a second time in one go. */
import type { OcrImage, OcrLine, PixelBox } from './engine.ts';

/** Pixels an inch that pieces of a page are read again at: another size than the page was. */
export const STRIP_DPI = 190;

/** Of the page, this is taken along around a piece: enough for blurred edges, too little for what stands beside. */
const MARGIN = 4;
/** Blank paper around and between the pieces, pixels: an engine needs to see where the writing ends. */
const BETWEEN = 26;
/** A higher image than this is laid out as several. */
const MAX_HEIGHT = 5000;

export interface Strips {
  image: OcrImage;
  /** Of each piece: its number among those given, and the rows it fills. */
  rows: { piece: number; top: number; bottom: number }[];
}

/** Lays out the pieces of `image` within `boxes`, `scale` times as large. */
export function cutStrips(image: OcrImage, boxes: readonly PixelBox[], scale: number): Strips[] {
  const groups: { piece: number; box: PixelBox }[][] = [];
  let height = Number.POSITIVE_INFINITY;
  boxes.forEach((given, piece) => {
    const box = withMargin(given, image);
    const own = (box[3] - box[1]) * scale + BETWEEN;
    if (height + own > MAX_HEIGHT) {
      groups.push([]);
      height = 0;
    }
    groups.at(-1)?.push({ piece, box });
    height += own;
  });
  const paper = paperOf(image);
  return groups.map((group) => layOut(image, group, scale, paper));
}

function layOut(
  image: OcrImage,
  group: { piece: number; box: PixelBox }[],
  scale: number,
  paper: number,
): Strips {
  const sizes = group.map(({ box }) => ({
    width: Math.max(1, Math.round((box[2] - box[0]) * scale)),
    height: Math.max(1, Math.round((box[3] - box[1]) * scale)),
  }));
  const width = Math.max(...sizes.map((size) => size.width)) + 2 * BETWEEN;
  const height = sizes.reduce((sum, size) => sum + size.height + BETWEEN, BETWEEN);
  const grey = new Uint8Array(width * height).fill(paper);
  let top = BETWEEN;
  const rows = group.map(({ piece, box }, i) => {
    const size = sizes[i] as { width: number; height: number };
    paste(image, box, { grey, width }, { left: BETWEEN, top, ...size });
    const row = { piece, top, bottom: top + size.height };
    top = row.bottom + BETWEEN;
    return row;
  });
  return { image: { width, height, grey, dpi: image.dpi * scale }, rows };
}

/** Copies `box` of `image` into the place given, scaled by weighing the four nearest pixels. */
function paste(
  image: OcrImage,
  box: PixelBox,
  to: { grey: Uint8Array; width: number },
  place: { left: number; top: number; width: number; height: number },
): void {
  const stepX = (box[2] - box[0]) / place.width;
  const stepY = (box[3] - box[1]) / place.height;
  const { grey, width } = image;
  for (let y = 0; y < place.height; y++) {
    const fromY = Math.min(image.height - 1.001, Math.max(0, box[1] + (y + 0.5) * stepY - 0.5));
    const y0 = Math.floor(fromY);
    const partY = fromY - y0;
    for (let x = 0; x < place.width; x++) {
      const fromX = Math.min(width - 1.001, Math.max(0, box[0] + (x + 0.5) * stepX - 0.5));
      const x0 = Math.floor(fromX);
      const partX = fromX - x0;
      const at = y0 * width + x0;
      const upper = (grey[at] as number) * (1 - partX) + (grey[at + 1] as number) * partX;
      const lower = (grey[at + width] as number) * (1 - partX) + (grey[at + width + 1] as number) * partX;
      to.grey[(place.top + y) * to.width + place.left + x] = upper * (1 - partY) + lower * partY;
    }
  }
}

/** What was read of each piece, by number; pieces of which nothing was read are missing. */
export function readingsOf(strips: Strips, lines: readonly OcrLine[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const line of lines) {
    const middles = line.words.map(({ box }) => (box[1] + box[3]) / 2);
    const y = middles.sort((a, b) => a - b)[Math.floor(middles.length / 2)] ?? -1;
    const row = strips.rows.find(({ top, bottom }) => y >= top - BETWEEN / 2 && y < bottom + BETWEEN / 2);
    if (!row) continue;
    const text = line.words.map((word) => word.text).join(' ');
    const before = found.get(row.piece);
    found.set(row.piece, before === undefined ? text : `${before} ${text}`);
  }
  return found;
}

/** The box with a little of what is around it, within the page. */
function withMargin([x0, y0, x1, y1]: PixelBox, image: OcrImage): PixelBox {
  return [
    Math.max(0, Math.floor(x0 - MARGIN)),
    Math.max(0, Math.floor(y0 - MARGIN)),
    Math.min(image.width - 1, Math.ceil(x1 + MARGIN)),
    Math.min(image.height - 1, Math.ceil(y1 + MARGIN)),
  ];
}

/** The commonest shade of the page. White beside grey paper would make edges that are read as strokes. */
function paperOf({ grey }: OcrImage): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < grey.length; i += 7)
    counts[grey[i] as number] = (counts[grey[i] as number] as number) + 1;
  return counts.indexOf(Math.max(...counts));
}
