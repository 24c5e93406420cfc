/** The scanners: a text PDF in, an image-only file out. */
import { imagePdf } from './image-pdf.ts';
import { encodeJbig2 } from './jbig2.ts';
import { encodeJpx } from './jpx.ts';
import { threshold, toCanvas, wear } from './paper.ts';
import { renderGrey } from './render.ts';

interface Copier {
  dpi: number;
  worn: (page: number) => Parameters<typeof wear>[1];
  /** Specks a page, and the seed of the first page's. */
  dust: number;
  seed: number;
}

/** Black and white in JBIG2. */
async function copied(pdf: Buffer, { dpi, worn, dust, seed }: Copier): Promise<Buffer> {
  const pages = await renderGrey(pdf, dpi);
  const images = pages.map((page, n) => {
    const bits = threshold(wear(page, worn(n)), dust, seed + n);
    return {
      width: page.width,
      height: page.height,
      filter: 'JBIG2Decode' as const,
      data: encodeJbig2(bits, page.width, page.height),
    };
  });
  return imagePdf(images);
}

/** Black and white at 300 dpi, a little dust, as an office copier saves it. */
export const asJbig2 = (pdf: Buffer): Promise<Buffer> =>
  copied(pdf, {
    dpi: 300,
    worn: (n) => ({ turn: 0.2, blur: 0.6, grain: 30, paper: 250, shade: 6, seed: 11 + n }),
    dust: 250,
    seed: 31,
  });

/** Black and white at 200 dpi off a worn copier, of a copy: soft, grainy, dusty and a little crooked. */
export const asWornCopy = (pdf: Buffer): Promise<Buffer> =>
  copied(pdf, {
    dpi: 200,
    worn: (n) => ({
      turn: n % 2 === 0 ? 0.8 : -0.6,
      ...{ blur: 0.9, grain: 45, paper: 235, shade: 30, seed: 111 + n },
    }),
    dust: 1500,
    seed: 131,
  });

/** Grey at 200 dpi in JPEG 2000, as an archive system saves it. */
export async function asJpx(pdf: Buffer): Promise<Buffer> {
  const pages = await renderGrey(pdf, 200);
  const images = [];
  for (const [n, page] of pages.entries()) {
    const worn = wear(page, { turn: -0.3, blur: 0.5, grain: 3, paper: 246, shade: 8, seed: 51 + n });
    const data = await encodeJpx(worn, 36);
    images.push({ width: page.width, height: page.height, filter: 'JPXDecode' as const, data });
  }
  return imagePdf(images);
}

/** Grey JPEG at 200 dpi, the pages laid crooked on the glass. */
export async function asCrookedJpeg(pdf: Buffer): Promise<Buffer> {
  const pages = await renderGrey(pdf, 200);
  const images = [];
  for (const [n, page] of pages.entries()) {
    const turn = n % 2 === 0 ? 1.6 : -1.3;
    const worn = wear(page, { turn, blur: 0.8, grain: 9, paper: 242, shade: 22, seed: 71 + n });
    const data = await toCanvas(worn).encode('jpeg', 62);
    images.push({ width: page.width, height: page.height, filter: 'DCTDecode' as const, data });
  }
  return imagePdf(images);
}

/** The first page as a picture. */
export async function asPhoto(pdf: Buffer): Promise<Buffer> {
  const [page] = await renderGrey(pdf, 170);
  if (!page) throw new Error('no page to take a picture of');
  const worn = wear(page, { turn: 0.7, blur: 0.6, grain: 3, paper: 238, shade: 16, seed: 91 });
  // Few shades of grey keep the file small.
  worn.data.forEach((v, i) => {
    worn.data[i] = Math.min(255, Math.round(v / 12) * 12);
  });
  return toCanvas(worn).encode('png');
}
