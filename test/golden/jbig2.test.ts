/** The encoder that makes the JBIG2 sample, read back by PDFium's decoder. */
import { expect, it } from 'vitest';
import { imagePdf } from '../../samples/make/scan/image-pdf.ts';
import { encodeJbig2 } from '../../samples/make/scan/jbig2.ts';
import { createRandom } from '../../samples/make/scan/paper.ts';
import { renderGrey } from '../../samples/make/scan/render.ts';

it('gives back every pixel', async () => {
  // A4 at 72 dpi, so that a pixel of the picture is one of the page.
  const [width, height] = [595, 842];
  const random = createRandom(7);
  const bits = new Uint8Array(width * height);
  for (let y = 40; y < 800; y += 1)
    for (let x = 30; x < 560; x += 1) {
      const drawn = (y >> 3) % 3 === 0 && random() < 0.6;
      bits[y * width + x] = drawn || (x * y) % 97 === 0 ? 1 : 0;
    }
  const data = encodeJbig2(bits, width, height);
  const [page] = await renderGrey(await imagePdf([{ width, height, filter: 'JBIG2Decode', data }]), 72);
  expect([page?.width, page?.height]).toEqual([width, height]);
  const wrong = bits.reduce((n, bit, i) => n + ((page?.data[i] ?? 0) < 128 === (bit === 1) ? 0 : 1), 0);
  expect(wrong / bits.length).toBeLessThan(0.01);
});
