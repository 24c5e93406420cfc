/** A page as a grey image for OCR: PDF pages by PDFium, PNG and JPEG by their own pixels. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Warning } from '../record.ts';
import { type ImageSize, jpegSize, pngSize, pointsPerPixel } from './image.ts';
import { heapOf, type Pdfium, withDocument, withPage } from './pdfium.ts';
import { lookAt } from './pictures.ts';

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
/** fpdfview.h: FPDFBitmap_Gray, FPDF_ANNOT, FPDF_GRAYSCALE. */
const GREY_BITMAP = 1;
const FLAGS = 0x01 | 0x08;
/** A page with less ink than this shows nothing. */
const BLANK_INK = 0.00002;
/** An image that covers this much of a page is there to be seen. */
const SEEN_COVER = 0.3;
/** Images that cover this much of a page are a scan of it. */
const SCAN_COVER = 0.9;

/**
 * The image of page `no` (1-based) of a PDF, PNG or JPEG, with `dpi` pixels an inch (default: what it is best read at) or
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
  const bitmap = module.FPDFBitmap_CreateEx(width, height, GREY_BITMAP, 0, 0);
  if (bitmap === 0) return null;
  try {
    module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    const grey = copyRows(module, bitmap, width, height);
    const warnings = isBlank(grey) && pictures.cover > SEEN_COVER ? [blankPage(no)] : [];
    return { width, height, grey, dpi, page: roundSize(size), warnings };
  } finally {
    module.FPDFBitmap_Destroy(bitmap);
  }
}

function copyRows(module: Pdfium, bitmap: number, width: number, height: number): Uint8Array {
  const start = module.FPDFBitmap_GetBuffer(bitmap);
  const stride = module.FPDFBitmap_GetStride(bitmap);
  const heap = heapOf(module);
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    grey.set(heap.subarray(start + y * stride, start + y * stride + width), y * width);
  }
  return grey;
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
