/** Pictures as pages: a PNG or JPEG that was taken in as a file, and pages that can only be drawn. */

import { PDFDocument } from '@cantoo/pdf-lib';
import { createCanvas, type ImageData, loadImage } from '@napi-rs/canvas';
import { jpegSize, pngSize, pointsPerPixel } from '../../extraction/pages/image.ts';

/** Longest side of a picture that has to be drawn anew, pixels: A4 at 300 dpi. */
const MAX_SIDE = 3508;

/** A grey image as PNG. */
export function pngOfGrey({
  width,
  height,
  grey,
}: {
  width: number;
  height: number;
  grey: Uint8Array;
}): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image: ImageData = context.createImageData(width, height);
  grey.forEach((value, i) => {
    image.data.fill(value, i * 4, i * 4 + 3);
    image.data[i * 4 + 3] = 255;
  });
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}

/** A document of one page: the picture, as large as it says it is. Null when it cannot be shown. */
export async function pictureDocument(
  bytes: Uint8Array,
  mediaType: 'image/png' | 'image/jpeg',
): Promise<PDFDocument | null> {
  const size = mediaType === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
  if (!size) return null;
  const doc = await PDFDocument.create({ updateMetadata: false });
  const scale = pointsPerPixel(size);
  const [width, height] = [size.width * scale, size.height * scale];
  const drawn = await drawnPicture(bytes);
  if (!drawn) return null;
  const page = doc.addPage([width, height]);
  const image =
    drawn.asIs && mediaType === 'image/jpeg' ? await doc.embedJpg(bytes) : await doc.embedPng(drawn.png());
  page.drawImage(image, { x: 0, y: 0, width, height });
  return doc;
}

/** The picture upright on white paper. `asIs`: the file's own pixels can stand in a PDF unchanged. */
async function drawnPicture(bytes: Uint8Array) {
  const picture = await loadImage(Buffer.from(bytes)).catch(() => null);
  if (!picture || picture.width === 0) return null;
  const shrink = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
  const png = () => {
    const [width, height] = [Math.round(picture.width * shrink), Math.round(picture.height * shrink)];
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.drawImage(picture, 0, 0, width, height);
    return canvas.toBuffer('image/png');
  };
  return { asIs: !turnedByExif(bytes), png };
}

/** The EXIF block says that the picture is to be turned or mirrored; a PDF does not read it. */
function turnedByExif(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 65_536)).includes('Exif\0\0', 0, 'latin1');
}
