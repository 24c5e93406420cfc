/** A PDF page drawn by PDFium as a grey image. */
import { heapOf, type Pdfium } from './pdfium.ts';

/** fpdfview.h: FPDFBitmap_Gray, FPDF_ANNOT, FPDF_GRAYSCALE. */
const GREY_BITMAP = 1;
const FLAGS = 0x01 | 0x08;

/** The loaded page, so many pixels wide and high, one byte each, 0 is black; null when there is no room for it. */
export function drawGrey(module: Pdfium, page: number, width: number, height: number): Uint8Array | null {
  const bitmap = module.FPDFBitmap_CreateEx(width, height, GREY_BITMAP, 0, 0);
  if (bitmap === 0) return null;
  try {
    module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    return copyRows(module, bitmap, width, height);
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
