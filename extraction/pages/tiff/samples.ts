/** Samples of the less common kinds made into what every reader of pictures knows: eight bits, one colour after the other. */

import type { Picture } from './picture.ts';
import { coloursOf, DEFLATE, LZW, NONE, OLD_DEFLATE, PACKBITS } from './supported.ts';
import { unpackBits, unpackDeflate, unpackLzw } from './unpack.ts';

/** One strip or tile unpacked: `length` bytes, whatever it holds. */
export function unpack(packed: Uint8Array, compression: number, length: number): Uint8Array {
  switch (compression) {
    case PACKBITS:
      return unpackBits(packed, length);
    case LZW:
      return unpackLzw(packed, length);
    case DEFLATE:
    case OLD_DEFLATE:
      return unpackDeflate(packed, length);
    default: {
      const out = new Uint8Array(length);
      out.set(packed.subarray(0, length));
      return out;
    }
  }
}

/** Whether the samples have to go through `plainSamples`. */
export function isOdd(picture: Picture): boolean {
  return (
    picture.bits === 16 ||
    picture.planar ||
    picture.samples > coloursOf(picture) ||
    (picture.predictor !== 1 && [NONE, PACKBITS].includes(picture.compression))
  );
}

/**
 * The colours of one strip or tile, eight bits each, on white where they are transparent. `planes`: the packed part of
 * each sample where they are kept apart, else one part.
 */
export function plainSamples(
  picture: Picture,
  planes: readonly Uint8Array[],
  width: number,
  height: number,
): Uint8Array {
  const { samples, planar, compression } = picture;
  const each = planar ? 1 : samples;
  const bytes = picture.bits / 8;
  const unpacked = planes.map((plane) => {
    const raw = unpack(plane, compression, width * height * each * bytes);
    // Without packing nothing is predicted, whatever the tag says.
    if (picture.predictor === 2 && compression !== NONE && compression !== PACKBITS)
      undoPrediction(raw, width * each, each, bytes, picture.little);
    return raw;
  });
  const high = bytes === 2 && picture.little ? 1 : 0;
  const sample = (pixel: number, i: number): number =>
    (planar ? unpacked[i]?.[pixel * bytes + high] : unpacked[0]?.[(pixel * samples + i) * bytes + high]) ?? 0;
  const colours = coloursOf(picture);
  const opacity = picture.extra.findIndex((kind) => kind === 1 || kind === 2);
  const out = new Uint8Array(width * height * colours);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const paper = opacity < 0 ? 0 : 255 - sample(pixel, colours + opacity);
    for (let i = 0; i < colours; i++) {
      const value = sample(pixel, i);
      const isMultiplied = picture.extra[opacity] === 1;
      out[pixel * colours + i] =
        paper === 0 ? value : Math.min(255, paper + (isMultiplied ? value : (value * (255 - paper)) / 255));
    }
  }
  return out;
}

/** Each sample was kept as what it is more than the one before it in its row (TIFF 6.0, section 14). */
function undoPrediction(
  raw: Uint8Array,
  rowSamples: number,
  step: number,
  bytes: number,
  little: boolean,
): void {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const rowBytes = rowSamples * bytes;
  for (let row = 0; row + rowBytes <= raw.length; row += rowBytes) {
    for (let i = step; i < rowSamples; i++) {
      const at = row + i * bytes;
      const before = at - step * bytes;
      if (bytes === 1) raw[at] = (raw[at] as number) + (raw[before] as number);
      else view.setUint16(at, view.getUint16(at, little) + view.getUint16(before, little), little);
    }
  }
}
