/** PDF pages to grey images, by PDFium. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

export interface Grey {
  width: number;
  height: number;
  /** One byte a pixel, 0 is black. */
  data: Uint8Array;
}

const FPDF_GRAYSCALE = 0x08;
const BGRA = 4;

/**
 * Every page of a PDF.
 * @param dpi resolution of the images
 */
export async function renderGrey(pdf: Uint8Array, dpi: number): Promise<Grey[]> {
  const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const wasmBinary = new Uint8Array(readFileSync(wasm)).buffer;
  const pdfium = await init({ wasmBinary });
  pdfium.PDFiumExt_Init();
  const memory = pdfium.pdfium as unknown as {
    HEAPU8: Uint8Array;
    wasmExports: { malloc: (size: number) => number; free: (at: number) => void };
  };
  const at = memory.wasmExports.malloc(pdf.length);
  memory.HEAPU8.set(pdf, at);
  const doc = pdfium.FPDF_LoadMemDocument(at, pdf.length, '');
  const pages: Grey[] = [];
  for (let n = 0; n < pdfium.FPDF_GetPageCount(doc); n += 1) {
    const page = pdfium.FPDF_LoadPage(doc, n);
    const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / 72);
    const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / 72);
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FPDF_GRAYSCALE);
    const buffer = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const data = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        data[y * width + x] = memory.HEAPU8[buffer + y * stride + x * 4] as number;
    pages.push({ width, height, data });
    pdfium.FPDFBitmap_Destroy(bitmap);
    pdfium.FPDF_ClosePage(page);
  }
  pdfium.FPDF_CloseDocument(doc);
  memory.wasmExports.free(at);
  return pages;
}
