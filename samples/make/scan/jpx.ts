/** JPEG 2000 by OpenJPEG. */
import { createRequire } from 'node:module';
import type { Grey } from './render.ts';

interface Encoder {
  getDecodedBuffer(info: {
    width: number;
    height: number;
    bitsPerSample: number;
    componentCount: number;
    isSigned: boolean;
  }): Uint8Array;
  setQuality(lossless: boolean, quality: number): void;
  setCompressionRatio(layer: number, ratio: number): void;
  encode(): void;
  getEncodedBuffer(): Uint8Array;
  delete(): void;
}

/** The boxes that make a JP2 file of a codestream (ISO/IEC 15444-1, annex I). */
function jp2(codestream: Buffer, page: Grey): Buffer {
  const box = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const ihdr = Buffer.alloc(14);
  ihdr.writeUInt32BE(page.height, 0);
  ihdr.writeUInt32BE(page.width, 4);
  ihdr.writeUInt16BE(1, 8); // components
  ihdr.set([7, 7, 0, 0], 10); // 8 bits, wavelet, colour known, no rights
  const colr = Buffer.from([1, 0, 0, 0, 0, 0, 17]); // enumerated: grey
  return Buffer.concat([
    box('jP  ', Buffer.from([0x0d, 0x0a, 0x87, 0x0a])),
    box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
    box('jp2h', box('ihdr', ihdr), box('colr', colr)),
    box('jp2c', codestream),
  ]);
}

/** @param ratio how many times smaller than the raw pixels */
export async function encodeJpx(page: Grey, ratio: number): Promise<Buffer> {
  const start = createRequire(import.meta.url)('@cornerstonejs/codec-openjpeg') as () => Promise<{
    J2KEncoder: new () => Encoder;
  }>;
  const { J2KEncoder } = await start();
  const encoder = new J2KEncoder();
  encoder
    .getDecodedBuffer({
      width: page.width,
      height: page.height,
      bitsPerSample: 8,
      componentCount: 1,
      isSigned: false,
    })
    .set(page.data);
  encoder.setQuality(false, 1);
  encoder.setCompressionRatio(0, ratio);
  encoder.encode();
  const raw = Buffer.from(encoder.getEncodedBuffer());
  const out = raw.subarray(4, 8).equals(Buffer.from('jP  ')) ? raw : jp2(raw, page);
  encoder.delete();
  return out;
}
