/** A page as OCR wants it: drawn and turned level. Called in a thread of its own. */
import { type PageImage, renderPage } from '../render.ts';
import type { Turn } from '../turns.ts';
import { leanOf, turnLevel } from './deskew.ts';
import { turnUpright } from './turned.ts';

/** A page's image with its lines level; `lean` is what they were turned by (see leanOf). */
export interface DrawnPage extends PageImage {
  lean: number;
}

/** See renderPage. `turn`: the way text runs on the page as it lies; the image, and its size, are upright. */
export async function drawPage(
  bytes: Uint8Array,
  mediaType: string,
  no: number,
  dpi?: number,
  turn: Turn = 0,
): Promise<DrawnPage | null> {
  const drawn = await renderPage(bytes, mediaType, no, dpi);
  if (!drawn) return null;
  const { width, height } = drawn.page;
  const page = turn === 1 || turn === 3 ? { width: height, height: width } : { width, height };
  const image = { ...turnUpright(drawn, turn), page };
  const lean = leanOf(image);
  return { ...(lean === 0 ? image : turnLevel(image, lean)), lean };
}
