/** Which of the many ways to keep a picture in a TIFF can be shown. */
import type { RefusalDetail } from '../../refusal.ts';
import type { Picture } from './picture.ts';

/** Compression (TIFF 6.0 and its supplements). */
export const NONE = 1;
export const CCITT_RLE = 2;
export const CCITT_G3 = 3;
export const CCITT_G4 = 4;
export const LZW = 5;
export const OLD_JPEG = 6;
export const JPEG = 7;
export const DEFLATE = 8;
export const OLD_DEFLATE = 32946;
export const PACKBITS = 32773;

/** PhotometricInterpretation. */
export const WHITE_IS_ZERO = 0;
export const RGB = 2;
export const PALETTE = 3;
export const CMYK = 5;
export const YCBCR = 6;

const KNOWN = [NONE, CCITT_RLE, CCITT_G3, CCITT_G4, LZW, OLD_JPEG, JPEG, DEFLATE, OLD_DEFLATE, PACKBITS];
/** Others that are met, with names people know. */
const NAMES: { readonly [compression: number]: string } = {
  34661: 'JBIG',
  34663: 'JBIG2',
  34712: 'JPEG 2000',
  33003: 'JPEG 2000',
  34925: 'LZMA',
  50000: 'Zstandard',
  50001: 'WebP',
  34887: 'LERC',
};
/** Samples of a pixel that make its colour, by PhotometricInterpretation. */
const COLOURS: { readonly [photometric: number]: number } = {
  [WHITE_IS_ZERO]: 1,
  1: 1,
  [RGB]: 3,
  [PALETTE]: 1,
  [CMYK]: 4,
  [YCBCR]: 3,
};

/** How many of a pixel's samples are its colour; 0: of a kind that is not shown. */
export const coloursOf = ({ photometric }: Picture): number => COLOURS[photometric] ?? 0;

export const isCcitt = ({ compression }: Picture): boolean =>
  compression >= CCITT_RLE && compression <= CCITT_G4;

export const isJpeg = ({ compression }: Picture): boolean => compression === JPEG || compression === OLD_JPEG;

/** Why a picture cannot be shown, for people; null: it can. */
export function whyNotShown(picture: Picture): RefusalDetail | null {
  const { compression, photometric, bits, samples, sampleFormat, jpeg } = picture;
  if (!KNOWN.includes(compression)) {
    const name = NAMES[compression] ?? `nr ${compression}`;
    return { sv: `komprimeringen ${name}`, en: `the compression ${name}` };
  }
  const odd = { sv: 'bildpunkter av ett ovanligt slag', en: 'pixels of an uncommon kind' };
  if (isCcitt(picture)) return bits === 1 && samples === 1 && photometric <= 1 ? null : odd;
  if (isJpeg(picture)) return compression === JPEG || jpeg ? null : odd;
  const colours = coloursOf(picture);
  if (colours === 0 || photometric === YCBCR || samples < colours || sampleFormat !== 1) return odd;
  if (photometric === PALETTE) return bits <= 8 && samples === 1 ? null : odd;
  if (bits === 8 || bits === 16) return null;
  return [1, 2, 4].includes(bits) && samples === 1 ? null : odd;
}
