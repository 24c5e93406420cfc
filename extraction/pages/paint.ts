/**
 * A page, or a part of it, as a picture for people: in its colours, with what must not be seen painted over in the picture
 * itself. Called in a thread of its own.
 */
import { readFile } from 'node:fs/promises';
import { type Canvas, createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { pictureInDocx } from './docx/index.ts';
import { type ImageSize, jpegSize, pngSize, pointsPerPixel } from './image.ts';
import { DOCX } from './media-types.ts';
import type { Box } from './page.ts';
import { heapOf, type Pdfium, withDocument, withPage } from './pdfium.ts';
import { renderPage } from './render.ts';
import { sniff } from './sniff.ts';
import { pixelsAsPdf } from './tiff/as-pdf.ts';
import { tiffPageAt } from './tiff/index.ts';

export interface PaintOptions {
  /** Pixels an inch; fewer where the picture would have more than MAX_PIXELS. */
  dpi: number;
  /** The size of the page that boxes are in, as the record has it; null: as it is drawn. */
  frame: Size | null;
  /** What is not to be seen: boxes from the top left of the page as seen, painted black. */
  hide: readonly Box[];
  /** What alone is seen, the rest left white: boxes in the same frame; null or left out: all of it. */
  only?: readonly Box[] | null;
  /** The part that is wanted; null: the whole page. What of it is beyond the page is left out. */
  part: Box | null;
}

interface Size {
  width: number;
  height: number;
}

/** A PNG, and the part of the page that it shows, in the frame asked for. */
export interface Painted {
  png: Uint8Array;
  width: number;
  height: number;
  part: Box;
}

/** Some A4 pages at 200 dpi: what a browser is sent at once. */
const MAX_PIXELS = 8_000_000;
/** A picture is unpacked whole before it is made smaller: four bytes a pixel. */
const MAX_SOURCE_PIXELS = 100_000_000;
/** A TIFF with more is drawn grey, in a quarter of the memory. */
const MAX_COLOUR_PIXELS = 25_000_000;
/** Two readers that disagree more than this on a page's form have not the same page before them. */
const SAME_FORM = 0.01;
/** Letters reach a little beyond the boxes that they were read in. Points. */
const HIDE_MARGIN = 1.5;
/** fpdfview.h: FPDFBitmap_BGRA; FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER (so that it is RGBA). */
const COLOUR_BITMAP = 4;
const FLAGS = 0x01 | 0x10;

/** Where the wanted part lies among the pixels of the whole page. */
interface Cut {
  part: Box;
  /** Pixels a unit of the frame, across and down. */
  across: number;
  down: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Page `no` (1-based) of the file at `path`; null for what has no picture (text), what cannot be drawn, and a part that is
 * not on the page.
 */
export async function paintPage(
  path: string,
  mediaType: string,
  no: number,
  options: PaintOptions,
): Promise<Painted | null> {
  return paint(await readFile(path), mediaType, no, options);
}

async function paint(
  bytes: Uint8Array,
  mediaType: string,
  no: number,
  options: PaintOptions,
): Promise<Painted | null> {
  if (mediaType === 'application/pdf') return paintPdf(bytes, no, options);
  if (mediaType === 'image/tiff') return paintTiff(bytes, no, options);
  if (no === 1 && mediaType === 'image/png') return paintPicture(bytes, pngSize(bytes), options);
  if (no === 1 && mediaType === 'image/jpeg') return paintPicture(bytes, jpegSize(bytes), options);
  if (mediaType !== DOCX) return null;
  const picture = await pictureInDocx(bytes, no);
  const type = picture ? sniff(picture).type : 'unknown';
  return picture && (type === 'png' || type === 'jpeg' || type === 'tiff')
    ? paint(picture, `image/${type}`, 1, options)
    : null;
}

function paintPdf(bytes: Uint8Array, no: number, options: PaintOptions): Promise<Painted | null> {
  return withDocument(bytes, (module, document) =>
    withPage(module, document, no, (page) => {
      // In the reader's frame: the page's own rotation is counted in.
      const size = { width: module.FPDF_GetPageWidthF(page), height: module.FPDF_GetPageHeightF(page) };
      const cut = cutOf(size, options);
      const canvas = cut && drawColour(module, page, wholeOf(cut, options.frame ?? size), cut);
      return canvas && finish(canvas, cut, options);
    }),
  );
}

function drawColour(
  module: Pdfium,
  page: number,
  whole: Size,
  { x, y, width, height }: Pick<Cut, 'x' | 'y' | 'width' | 'height'>,
): Canvas | null {
  const bitmap = module.FPDFBitmap_CreateEx(width, height, COLOUR_BITMAP, 0, 0);
  if (bitmap === 0) return null;
  try {
    module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    module.FPDF_RenderPageBitmap(bitmap, page, -x, -y, whole.width, whole.height, 0, FLAGS);
    const start = module.FPDFBitmap_GetBuffer(bitmap);
    const stride = module.FPDFBitmap_GetStride(bitmap);
    const heap = heapOf(module);
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    const image = context.createImageData(width, height);
    for (let row = 0; row < height; row++) {
      const from = start + row * stride;
      image.data.set(heap.subarray(from, from + width * 4), row * width * 4);
    }
    context.putImageData(image, 0, 0);
    return canvas;
  } finally {
    module.FPDFBitmap_Destroy(bitmap);
  }
}

/** Drawn dot by dot and then made smaller: drawn smaller at once, the strips of a scan would show seams through the text. */
async function paintTiff(bytes: Uint8Array, no: number, options: PaintOptions): Promise<Painted | null> {
  const found = tiffPageAt(bytes, no);
  if (!found) return null;
  if (found.picture.width * found.picture.height > MAX_COLOUR_PIXELS)
    return paintGrey(bytes, 'image/tiff', no, options);
  const file = pixelsAsPdf(bytes, found);
  const scan =
    file &&
    (await withDocument(file, (module, document) =>
      withPage(module, document, 1, (page) => {
        const width = Math.round(module.FPDF_GetPageWidthF(page));
        const height = Math.round(module.FPDF_GetPageHeightF(page));
        return drawColour(module, page, { width, height }, { x: 0, y: 0, width, height });
      }),
    ));
  return scan ? paintScaled(scan, found, options) : null;
}

/** Drawn as it is read by OCR, grey and whole, and then cut. */
async function paintGrey(
  bytes: Uint8Array,
  mediaType: string,
  no: number,
  options: PaintOptions,
): Promise<Painted | null> {
  const drawn = await renderPage(bytes, mediaType, no, options.dpi);
  const cut = drawn && cutOf(drawn.page, { ...options, dpi: drawn.dpi });
  if (!cut) return null;
  const canvas = createCanvas(cut.width, cut.height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(cut.width, cut.height);
  const whole = wholeOf(cut, options.frame ?? drawn.page);
  const [shrinkX, shrinkY] = [drawn.width / whole.width, drawn.height / whole.height];
  for (let y = 0; y < cut.height; y++) {
    const row = Math.min(drawn.height - 1, Math.floor((y + cut.y) * shrinkY)) * drawn.width;
    for (let x = 0; x < cut.width; x++) {
      const grey = drawn.grey[row + Math.min(drawn.width - 1, Math.floor((x + cut.x) * shrinkX))] as number;
      image.data.set([grey, grey, grey, 255], (y * cut.width + x) * 4);
    }
  }
  context.putImageData(image, 0, 0);
  return finish(canvas, cut, options);
}

async function paintPicture(
  bytes: Uint8Array,
  size: ImageSize | null,
  options: PaintOptions,
): Promise<Painted | null> {
  if (!size || size.width * size.height > MAX_SOURCE_PIXELS) return null;
  // Seen as the file's orientation says, as `size` is.
  const picture: Image | null = await loadImage(Buffer.from(bytes)).catch(() => null);
  const points = pointsPerPixel(size);
  const page = { width: size.width * points, height: size.height * points };
  return picture && paintScaled(picture, page, options);
}

/** @param page its size in points */
function paintScaled(picture: Image | Canvas, page: Size, options: PaintOptions): Painted | null {
  const cut = cutOf(page, options);
  if (!cut) return null;
  const canvas = createCanvas(cut.width, cut.height);
  const context = canvas.getContext('2d');
  // What is transparent is seen on white paper.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, cut.width, cut.height);
  context.imageSmoothingQuality = 'high';
  const whole = wholeOf(cut, options.frame ?? page);
  context.drawImage(picture, -cut.x, -cut.y, whole.width, whole.height);
  return finish(canvas, cut, options);
}

/** The whole page in pixels. */
const wholeOf = ({ across, down }: Cut, frame: Size): Size => ({
  width: Math.max(1, Math.round(frame.width * across)),
  height: Math.max(1, Math.round(frame.height * down)),
});

function cutOf(size: Size, { dpi, part, frame, hide, only = null }: PaintOptions): Cut | null {
  const { width, height } = frame ?? size;
  // A file may state a unit of its own, which not every reader counts in.
  const [unitX, unitY] = [size.width / width, size.height / height];
  // What must not be seen is not where it is said to be: then nothing is shown.
  if ((hide.length > 0 || only) && !(Math.abs(unitX / unitY - 1) <= SAME_FORM)) return null;
  const [x0, y0, x1, y1] = part ?? [0, 0, width, height];
  const inside: Box = [Math.max(0, x0), Math.max(0, y0), Math.min(width, x1), Math.min(height, y1)];
  const [wide, high] = [(inside[2] - inside[0]) * unitX, (inside[3] - inside[1]) * unitY];
  if (!(wide > 0 && high > 0)) return null;
  const scale = Math.min(dpi / 72, Math.sqrt(MAX_PIXELS / (wide * high)));
  const [across, down] = [unitX * scale, unitY * scale];
  return {
    ...{ part: inside, across, down, x: Math.round(inside[0] * across), y: Math.round(inside[1] * down) },
    width: Math.max(1, Math.round(wide * scale)),
    height: Math.max(1, Math.round(high * scale)),
  };
}

function finish(canvas: Canvas, cut: Cut, { hide, only = null }: PaintOptions): Painted {
  const seen = only ? onlyOf(canvas, cut, only) : canvas;
  const context = seen.getContext('2d');
  context.fillStyle = '#000000';
  for (const [x0, y0, x1, y1] of hide) {
    const around: Box = [x0 - HIDE_MARGIN, y0 - HIDE_MARGIN, x1 + HIDE_MARGIN, y1 + HIDE_MARGIN];
    context.fillRect(...pixelsOf(around, cut));
  }
  return { png: seen.toBuffer('image/png'), width: seen.width, height: seen.height, part: cut.part };
}

/** White paper with these parts of the picture on it. */
function onlyOf(canvas: Canvas, cut: Cut, only: readonly Box[]): Canvas {
  const paper = createCanvas(canvas.width, canvas.height);
  const context = paper.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, paper.width, paper.height);
  context.save();
  context.beginPath();
  for (const box of only) context.rect(...pixelsOf(box, cut));
  context.clip();
  context.drawImage(canvas, 0, 0);
  context.restore();
  return paper;
}

/** Left, top, width and height of a box in the picture, in whole pixels. */
function pixelsOf([x0, y0, x1, y1]: Box, { across, down, x, y }: Cut): [number, number, number, number] {
  const [left, top] = [Math.floor(x0 * across) - x, Math.floor(y0 * down) - y];
  return [left, top, Math.ceil(x1 * across) - x - left, Math.ceil(y1 * down) - y - top];
}
