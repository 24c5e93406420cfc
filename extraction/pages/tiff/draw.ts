/** A TIFF's picture as it is seen, upright, in as many dots as it has. */
import { drawGrey } from '../draw-grey.ts';
import { withDocument, withPage } from '../pdfium.ts';
import { pixelsAsPdf } from './as-pdf.ts';
import type { TiffPage } from './index.ts';

/** Pixels, one byte each, 0 is black; null when the picture cannot be shown. */
export async function drawTiff(
  bytes: Uint8Array,
  page: TiffPage,
): Promise<{ width: number; height: number; grey: Uint8Array } | null> {
  const file = pixelsAsPdf(bytes, page);
  if (!file) return null;
  return withDocument(file, (module, document) =>
    withPage(module, document, 1, (drawn) => {
      const width = Math.round(module.FPDF_GetPageWidthF(drawn));
      const height = Math.round(module.FPDF_GetPageHeightF(drawn));
      const grey = drawGrey(module, drawn, width, height);
      return grey && { width, height, grey };
    }),
  );
}
