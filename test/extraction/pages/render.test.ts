import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PageImage, renderPage } from '../../../extraction/pages/render.ts';
import { makePdf, PIXEL } from './make-pdf.ts';
import { drawText } from './ocr/draw-text.ts';

const PDF = 'application/pdf';

/** Where the ink lies: the middle of all dark pixels, as parts of the width and height. */
function inkOf({ grey, width, height }: PageImage): { x: number; y: number } {
  let [n, sumX, sumY] = [0, 0, 0];
  grey.forEach((value, i) => {
    if (value > 128) return;
    n++;
    sumX += i % width;
    sumY += Math.floor(i / width);
  });
  return { x: sumX / n / width, y: sumY / n / height };
}

describe('an image of a page', () => {
  it('of a scan has as many dots an inch as were scanned, within 200 and 240', async () => {
    const dpiOf = async (name: string) => {
      const bytes = readFileSync(join(import.meta.dirname, '../../../samples', name));
      return (await renderPage(bytes, PDF, 1))?.dpi;
    };
    expect(await dpiOf('lovstrand-stadsdelsnamnden.pdf')).toBeCloseTo(200, 0);
    expect(await dpiOf('fjallsunda-socialnamnden.pdf')).toBe(240);
    const whole = 'q 595 0 0 842 0 0 cm /Im Do Q';
    const coarse = makePdf({ pages: [{ operators: whole }], objects: { image: PIXEL } });
    expect((await renderPage(coarse, PDF, 1))?.dpi).toBe(200);
  });

  it('has 240 dots, or as many as are asked for, an inch and the size of the page', async () => {
    const bytes = makePdf({ pages: [{ text: [{ text: 'Kallelse', x: 50, y: 780 }] }] });
    const image = await renderPage(bytes, PDF, 1);
    expect(image).toMatchObject({ dpi: 240, width: 1983, height: 2807, warnings: [] });
    expect(await renderPage(bytes, PDF, 1, 300)).toMatchObject({ dpi: 300, width: 2479, height: 3508 });
    expect(inkOf(image as PageImage).y).toBeLessThan(0.1);
  });

  it('stands as the reader sees it', async () => {
    const bytes = makePdf({ pages: [{ rotate: 90, text: [{ text: 'Kallelse', x: 50, y: 780 }] }] });
    const image = (await renderPage(bytes, PDF, 1)) as PageImage;
    expect(image.width).toBeGreaterThan(image.height);
    expect(image.page.width).toBeCloseTo(842, 0);
    expect(inkOf(image).x).toBeGreaterThan(0.85);
  });

  it('is bounded however large the page is', async () => {
    const image = await renderPage(makePdf({ pages: [{ width: 567_000, height: 567_000 }] }), PDF, 1);
    expect((image?.width ?? 0) * (image?.height ?? 0)).toBeLessThan(18_000_000);
    expect(image?.dpi).toBeLessThan(1);
  });

  it('of a picture file has the resolution that the file states', async () => {
    const image = await renderPage(drawText(['Kallelse']), 'image/png', 1);
    expect(image).toMatchObject({ width: 1654, height: 600 });
    expect(image?.page.width).toBeCloseTo((1654 * 72) / 200, 0);
  });

  it('is missing where there is no page', async () => {
    const bytes = makePdf({ pages: [{}] });
    expect(await renderPage(bytes, PDF, 2)).toBeNull();
    expect(await renderPage(new Uint8Array([1, 2, 3]), PDF, 1)).toBeNull();
    expect(await renderPage(bytes, 'text/plain', 1)).toBeNull();
  });
});
