import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { jpegSize, pngSize } from '../../../extraction/pages/image.ts';
import { openDocument } from '../../../extraction/pages/index.ts';

const canvas = createCanvas(400, 300);
const png = new Uint8Array(canvas.toBuffer('image/png'));
const jpeg = new Uint8Array(canvas.toBuffer('image/jpeg'));

test('sizes come from the header', () => {
  expect(pngSize(png)).toMatchObject({ width: 400, height: 300 });
  expect(jpegSize(jpeg)).toMatchObject({ width: 400, height: 300 });
});

test('a picture is one page for OCR, A4 where it does not say how large it is', async () => {
  const opened = await openDocument(png);
  expect(opened).toMatchObject({
    mediaType: 'image/png',
    pageCount: 1,
    ocr: [{ page: 1, reason: 'no-text' }],
  });
  expect(opened.pages[0]).toMatchObject({ width: 842, height: 631.5, textSource: 'none', lines: [] });
});

test('a stated resolution gives the size in points', () => {
  const phys = Buffer.alloc(21);
  phys.writeUInt32BE(9, 0);
  phys.write('pHYs', 4, 'latin1');
  phys.writeUInt32BE(11811, 8);
  phys.writeUInt32BE(11811, 12);
  phys[16] = 1;
  const at300 = Buffer.concat([png.subarray(0, 33), phys, png.subarray(33)]);
  expect(Math.round(pngSize(new Uint8Array(at300))?.dpi ?? 0)).toBe(300);
});

test('a JPEG turned by its EXIF data is measured as it is seen', () => {
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0', 'latin1');
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  const turned = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
  expect(jpegSize(new Uint8Array(turned))).toMatchObject({ width: 300, height: 400 });
});

test('broken and enormous pictures are refused', async () => {
  await expect(openDocument(png.subarray(0, 20))).rejects.toMatchObject({ code: 'damaged' });
  await expect(openDocument(png, { maxImagePixels: 1000 })).rejects.toMatchObject({ code: 'page-too-large' });
});
