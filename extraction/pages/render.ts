/** A page as a grey image for OCR: PDF pages by PDFium, PNG, JPEG and TIFF by their own pixels. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Warning } from '../record.ts';
import { pictureInDocx } from './docx/index.ts';
import { drawGrey } from './draw-grey.ts';
import { type ImageSize, jpegSize, pngSize, pointsPerPixel } from './image.ts';
import { DOCX } from './media-types.ts';
import { type Pdfium, withDocument, withPage } from './pdfium.ts';
import { lookAt } from './pictures.ts';
import { resample } from './resample.ts';
import { sniff } from './sniff.ts';
import { drawTiff } from './tiff/draw.ts';
import { tiffPageAt } from './tiff/index.ts';

/** A page as the reader sees it, upright as the file says. */
export interface PageImage {
  /** Pixels. */
  width: number;
  height: number;
  /** One byte a pixel, row by row; 0 is black. */
  grey: Uint8Array;
  /** Pixels an inch. */
  dpi: number;
  /** The page in points. */
  page: { width: number; height: number };
  warnings: Warning[];
}

/**
 * Pixels an inch that a page is read at: as many as its scan has, within these. Measured on scans of 200 and 300 dpi
 * (bench/ocr.ts): at 240 as many words are right as at 300, in two thirds of the time. Dots that a scan does not have say
 * nothing new: one of 200 is read as well at 200 as at 240, in a tenth less time. Below that small print suffers.
 */
const MOST_DPI = 240;
const LEAST_DPI = 200;
/** An A2 page at 240 dpi; larger pages are read at fewer dots an inch. */
const MAX_PIXELS = 17_500_000;
/** A picture is unpacked whole before it is made smaller: four bytes a pixel. */
const MAX_SOURCE_PIXELS = 100_000_000;
/** A page with less ink than this shows nothing. */
const BLANK_INK = 0.00002;
/** An image that covers this much of a page is there to be seen. */
const SEEN_COVER = 0.3;
/** Images that cover this much of a page are a scan of it. */
const SCAN_COVER = 0.9;

/**
 * The image of page `no` (1-based) of a PDF, TIFF, PNG or JPEG, with `dpi` pixels an inch (default: what it is best read at) or
 * fewer if the page is large; null when the page cannot be shown. What went wrong without stopping the work is in `warnings`.
 */
export async function renderPage(
  bytes: Uint8Array,
  mediaType: string,
  no: number,
  dpi?: number,
): Promise<PageImage | null> {
  if (mediaType === 'application/pdf') {
    return withDocument(bytes, (module, document) =>
      withPage(module, document, no, (page) => renderPdf(module, page, no, dpi)),
    );
  }
  if (mediaType === DOCX) return renderInDocx(bytes, no, dpi);
  if (mediaType === 'image/tiff') return renderTiff(bytes, no, dpi);
  if (mediaType === 'image/png') return renderPicture(bytes, pngSize(bytes), dpi);
  if (mediaType === 'image/jpeg') return renderPicture(bytes, jpegSize(bytes), dpi);
  return null;
}

/** Pixels an inch to read a scan of so many at. */
function readingDpi(scanned: number): number {
  return Math.min(MOST_DPI, Math.max(LEAST_DPI, scanned));
}

/** Pixels an inch for a page of this size in points: those wished for, or what keeps the image bounded. */
function boundedDpi(width: number, height: number, dpi: number): number {
  return Math.min(dpi, 72 * Math.sqrt(MAX_PIXELS / (width * height)));
}

function renderPdf(module: Pdfium, page: number, no: number, wished: number | undefined): PageImage | null {
  // In the reader's frame: the page's own rotation is counted in.
  const size = { width: module.FPDF_GetPageWidthF(page), height: module.FPDF_GetPageHeightF(page) };
  if (!(size.width > 0 && size.height > 0)) return null;
  const pictures = lookAt(module, page);
  const best = pictures.cover > SCAN_COVER ? readingDpi(pictures.dpi) : MOST_DPI;
  const dpi = boundedDpi(size.width, size.height, wished ?? best);
  const width = Math.max(1, Math.round((size.width * dpi) / 72));
  const height = Math.max(1, Math.round((size.height * dpi) / 72));
  const grey = drawGrey(module, page, width, height);
  if (!grey) return null;
  const warnings = isBlank(grey) && pictures.cover > SEEN_COVER ? [blankPage(no)] : [];
  return { width, height, grey, dpi, page: roundSize(size), warnings };
}

/** Drawn dot by dot and then made smaller: drawn smaller at once, the strips of a scan would show seams through the text. */
async function renderTiff(
  bytes: Uint8Array,
  no: number,
  wished: number | undefined,
): Promise<PageImage | null> {
  const found = tiffPageAt(bytes, no);
  if (!found || found.picture.width * found.picture.height > MAX_SOURCE_PIXELS) return null;
  const scan = await drawTiff(bytes, found);
  if (!scan) return null;
  const dpi = boundedDpi(found.width, found.height, wished ?? readingDpi(found.dpi));
  const pixels = (points: number) => Math.max(1, Math.round((points * dpi) / 72));
  const drawn = resample(scan, pixels(found.width), pixels(found.height));
  const warnings = isBlank(drawn.grey) ? [blankPage(no)] : [];
  return { ...drawn, dpi, page: roundSize(found), warnings };
}

/** A page of a Word document that is a picture: the picture, as an image file of its own. */
async function renderInDocx(
  bytes: Uint8Array,
  no: number,
  dpi: number | undefined,
): Promise<PageImage | null> {
  const picture = await pictureInDocx(bytes, no);
  const type = picture ? sniff(picture).type : 'unknown';
  if (!picture || (type !== 'png' && type !== 'jpeg' && type !== 'tiff')) return null;
  return renderPage(picture, `image/${type}`, 1, dpi);
}

async function renderPicture(
  bytes: Uint8Array,
  size: ImageSize | null,
  wished: number | undefined,
): Promise<PageImage | null> {
  if (!size || size.width * size.height > MAX_SOURCE_PIXELS) return null;
  // Seen as the file's orientation says, as `size` is.
  const picture = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(
    () => null,
  );
  if (!picture) return null;
  const scale = pointsPerPixel(size);
  const page = { width: size.width * scale, height: size.height * scale };
  const dpi = boundedDpi(page.width, page.height, wished ?? readingDpi(72 / scale));
  const width = Math.max(1, Math.round((page.width * dpi) / 72));
  const height = Math.max(1, Math.round((page.height * dpi) / 72));
  const context = createCanvas(width, height).getContext('2d');
  // What is transparent is seen on white paper.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const grey = greyOf(context.getImageData(0, 0, width, height).data);
  return { width, height, grey, dpi, page: roundSize(page), warnings: [] };
}

/** Luma of RGBA pixels (ITU-R BT.601). */
function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    grey[i] =
      (77 * (rgba[at] as number) + 150 * (rgba[at + 1] as number) + 29 * (rgba[at + 2] as number)) >> 8;
  }
  return grey;
}

function isBlank(grey: Uint8Array): boolean {
  let left = grey.length * BLANK_INK;
  // Most pages show what they have in their first rows.
  for (let i = 0; i < grey.length; i++) if ((grey[i] as number) < 160 && --left <= 0) return false;
  return true;
}

function roundSize(size: { width: number; height: number }) {
  return { width: Math.round(size.width * 100) / 100, height: Math.round(size.height * 100) / 100 };
}

function blankPage(no: number): Warning {
  return {
    code: 'page-blank',
    message: `Sida ${no} har en bild men blev tom när den ritades; den kan inte läsas. (Page ${no} has an image but came out blank, so it cannot be read.)`,
    page: no,
  };
}
