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
  const out = Buffer.from(encoder.getEncodedBuffer());
  encoder.delete();
  return out;
}
