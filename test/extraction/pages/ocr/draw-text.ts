/** A page of made-up text as a PNG, for real OCR. */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

const files = join(import.meta.dirname, '../../../../node_modules/@fontsource/carlito/files');
GlobalFonts.registerFromPath(join(files, 'carlito-latin-400-normal.woff2'), 'Drawn');

/** Lines of 11 points at 200 dpi on a strip of A4, turned by `degrees`. @param besides draws what is no line */
export function drawText(
  lines: string[],
  degrees = 0,
  height = 600,
  besides: (context: SKRSContext2D) => void = () => {},
): Uint8Array {
  const canvas = createCanvas(1654, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 1654, height);
  context.fillStyle = 'black';
  context.translate(827, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-827, -height / 2);
  context.font = '31px Drawn';
  lines.forEach((line, i) => {
    context.fillText(line, 160, 100 + i * 46);
  });
  besides(context);
  return withDensity(canvas.toBuffer('image/png'), 200);
}

/** The PNG with a pHYs chunk after its header (PNG specification, 11.3.4.3). */
function withDensity(png: Buffer, dpi: number): Uint8Array {
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(Math.round(dpi / 0.0254), 8);
  chunk.writeUInt32BE(Math.round(dpi / 0.0254), 12);
  chunk[16] = 1;
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
