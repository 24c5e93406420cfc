/** A page as OCR wants it: drawn and turned level. Called in a thread of its own. */
import { type PageImage, renderPage } from '../render.ts';
import { leanOf, turnLevel } from './deskew.ts';

/** A page's image with its lines level; `lean` is what they were turned by (see leanOf). */
export interface DrawnPage extends PageImage {
  lean: number;
}

/** See renderPage. */
export async function drawPage(
  bytes: Uint8Array,
  mediaType: string,
  no: number,
  dpi?: number,
): Promise<DrawnPage | null> {
  const image = await renderPage(bytes, mediaType, no, dpi);
  if (!image) return null;
  const lean = leanOf(image);
  return { ...(lean === 0 ? image : turnLevel(image, lean)), lean };
}
