/** PNG and JPEG files as one page without text: how large the page is, by the file's header alone. */
import { Refusal } from '../refusal.ts';
import type { Limits } from './limits.ts';
import type { Page } from './page.ts';

/** Pixels, and pixels an inch where the file says so. For a picture stored sideways, as it is seen. */
export interface ImageSize {
  width: number;
  height: number;
  dpi: number | null;
}

/** The long side of A4 in points: what a picture of unknown resolution is taken to show. */
export const A4_LONG = 842;

/** The page of an image file. Throws a Refusal when the header is broken or the picture too large. */
export function readImage(bytes: Uint8Array, type: 'png' | 'jpeg', limits: Limits): Page {
  const size = type === 'png' ? pngSize(bytes) : jpegSize(bytes);
  if (!size || size.width < 1 || size.height < 1) throw new Refusal('damaged');
  if (size.width * size.height > limits.maxImagePixels) {
    throw new Refusal('page-too-large', {
      sv: `Bilden är ${size.width} × ${size.height} bildpunkter.`,
      en: `The picture is ${size.width} × ${size.height} pixels.`,
    });
  }
  const scale = pointsPerPixel(size);
  const points = (pixels: number) => Math.round(pixels * scale * 100) / 100;
  return {
    page: 1,
    width: points(size.width),
    height: points(size.height),
    textSource: 'none',
    ocrConfidence: null,
    lines: [],
  };
}

/** Points a pixel: by the stated resolution, else as if the picture were an A4 sheet. */
export function pointsPerPixel(size: ImageSize): number {
  return size.dpi ? 72 / size.dpi : A4_LONG / Math.max(size.width, size.height);
}

/** Size of a PNG from its IHDR and pHYs chunks (PNG specification, 11.2.1 and 11.3.4.3); null: none to be found. */
export function pngSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(12) !== 0x49484452) return null;
  const size: ImageSize = { width: view.getUint32(16), height: view.getUint32(20), dpi: null };
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const chunk = view.getUint32(at + 4);
    if (chunk === 0x49444154) break;
    // pHYs in pixels a metre.
    if (chunk === 0x70485973 && at + 17 <= bytes.length && bytes[at + 16] === 1) {
      size.dpi = plausibleDpi(view.getUint32(at + 8) * 0.0254);
    }
    at += 12 + length;
  }
  return size;
}

/** Size of a JPEG from its frame header, JFIF density and EXIF orientation; null: none to be found. */
export function jpegSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let dpi: number | null = null;
  let sideways = false;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // SOF0–SOF15 but for DHT, JPG and DAC, which share the range.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return sideways ? { width: height, height: width, dpi } : { width, height, dpi };
    }
    const length = view.getUint16(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe0) dpi = jfifDpi(segment) ?? dpi;
    if (marker === 0xe1) sideways ||= exifSideways(segment);
    at += 2 + length;
  }
  return null;
}

function jfifDpi(segment: Uint8Array): number | null {
  if (segment.length < 12 || segment[0] !== 0x4a) return null;
  const density = ((segment[8] as number) << 8) | (segment[9] as number);
  if (segment[7] === 1) return plausibleDpi(density);
  return segment[7] === 2 ? plausibleDpi(density * 2.54) : null;
}

/** EXIF orientation 5–8 turn the picture a quarter (TIFF tag 0x0112). */
function exifSideways(segment: Uint8Array): boolean {
  if (segment.length < 20 || segment[0] !== 0x45 || segment[1] !== 0x78) return false;
  const view = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  const little = view.getUint16(0) === 0x4949;
  const ifd = view.getUint32(4, little);
  if (ifd + 2 > view.byteLength) return false;
  const entries = view.getUint16(ifd, little);
  for (let i = 0; i < entries; i++) {
    const entry = ifd + 2 + i * 12;
    if (entry + 12 > view.byteLength) return false;
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little) >= 5;
  }
  return false;
}

/** Programs write 1, 72 or 96 when they know nothing: no scan of a page has so few. */
export function plausibleDpi(dpi: number): number | null {
  return dpi >= 100 && dpi <= 2400 ? dpi : null;
}
