/**
 * Pages of a TIFF as a PDF. The two formats keep scans by the same means (CCITT, LZW, Deflate, JPEG), so that most
 * pictures are handed on as they are, and PDFium, which draws every other scan, draws these too.
 */
import { jpegSize } from '../image.ts';
import { type TiffPage, tiffPageAt } from './index.ts';
import { isSideways, type Picture } from './picture.ts';
import { isOdd, plainSamples, unpack } from './samples.ts';
import {
  CCITT_G3,
  CCITT_G4,
  CCITT_RLE,
  CMYK,
  coloursOf,
  DEFLATE,
  isCcitt,
  isJpeg,
  LZW,
  OLD_DEFLATE,
  OLD_JPEG,
  PACKBITS,
  PALETTE,
  RGB,
  WHITE_IS_ZERO,
  whyNotShown,
} from './supported.ts';
import { reverseBits } from './unpack.ts';
import { type PicturePage, type PlacedImage, writePdf } from './write-pdf.ts';

/** Strips or tiles of one picture. */
const MAX_PARTS = 65_536;

/** Pages `first` to `last` (1-based) in points, as the file states their size; null when one cannot be shown. */
export function tiffAsPdf(bytes: Uint8Array, first: number, last: number): Uint8Array | null {
  const pages: PicturePage[] = [];
  for (let no = first; no <= last; no++) {
    const page = tiffPageAt(bytes, no);
    const drawn = page && picturePage(bytes, page, page);
    if (!drawn) return null;
    pages.push(drawn);
  }
  return writePdf(pages);
}

/** One page as a PDF with a point for each pixel, so that its parts meet without seams; null when it cannot be shown. */
export function pixelsAsPdf(bytes: Uint8Array, page: TiffPage): Uint8Array | null {
  const { width, height } = page.picture;
  const size = isSideways(page.picture) ? { width: height, height: width } : { width, height };
  const drawn = picturePage(bytes, page, size);
  return drawn && writePdf([drawn]);
}

function picturePage(
  bytes: Uint8Array,
  { picture }: TiffPage,
  size: { width: number; height: number },
): PicturePage | null {
  if (whyNotShown(picture)) return null;
  const images = imagesOf(bytes, picture);
  return images && { ...size, matrix: upright(picture, size), images };
}

/**
 * From the picture as stored, in pixels from its bottom left, to the page it is seen on (TIFF 6.0, Orientation: which
 * sides of the page the first row and the first column are).
 */
function upright(picture: Picture, page: { width: number; height: number }): number[] {
  const { width: W, height: H } = page;
  const { width: w, height: h } = picture;
  const straight = (right: boolean, up: boolean) => [
    right ? W / w : -W / w,
    0,
    0,
    up ? H / h : -H / h,
    right ? 0 : W,
    up ? 0 : H,
  ];
  // Rows run across the page, columns down or up it.
  const turned = (b: number, c: number) => [0, (b * H) / w, (c * W) / h, 0, c > 0 ? 0 : W, b > 0 ? 0 : H];
  switch (picture.orientation) {
    case 2:
      return straight(false, true);
    case 3:
      return straight(false, false);
    case 4:
      return straight(true, false);
    case 5:
      return turned(-1, -1);
    case 6:
      return turned(-1, 1);
    case 7:
      return turned(1, 1);
    case 8:
      return turned(1, -1);
    default:
      return straight(true, true);
  }
}

/** The strips or tiles as images in pixels from the bottom left of the picture; null when they make no picture. */
function imagesOf(bytes: Uint8Array, picture: Picture): PlacedImage[] | null {
  const { width, height, tile, offsets, counts, planar, samples } = picture;
  if (picture.compression === OLD_JPEG) return wholeJpeg(bytes, picture);
  if (!(tile.width >= 1 && tile.height >= 1 && Number.isInteger(tile.width * tile.height))) return null;
  const across = Math.ceil(width / tile.width);
  const down = Math.ceil(height / tile.height);
  const parts = across * down;
  if (parts > MAX_PARTS || offsets.length < parts * (planar ? samples : 1)) return null;
  // Parts may not be the same bytes over and over: what is drawn is no more than the file holds.
  if (counts.reduce((sum, count) => sum + count, 0) > bytes.length) return null;
  const part = (i: number): Uint8Array => {
    const at = offsets[i] as number;
    const found = bytes.subarray(at, at + (counts[i] ?? bytes.length));
    return picture.fillOrder === 2 && !isJpeg(picture) ? reverseBits(found) : found;
  };
  const images: PlacedImage[] = [];
  for (let i = 0; i < parts; i++) {
    const [x, y] = [(i % across) * tile.width, Math.floor(i / across) * tile.height];
    // A tile is whole at the edges too; the last strip is as high as what is left.
    const rows = tile.width === width ? Math.min(tile.height, height - y) : tile.height;
    const planes = planar
      ? Array.from({ length: samples }, (_, plane) => part(plane * parts + i))
      : [part(i)];
    const image = imageOf(picture, planes, tile.width, rows);
    if (!image) return null;
    images.push({ ...image, matrix: [tile.width, 0, 0, image.rows, x, height - y - image.rows] });
  }
  return images;
}

type Image = Pick<PlacedImage, 'dictionary' | 'data'> & { rows: number };

function imageOf(picture: Picture, planes: readonly Uint8Array[], width: number, rows: number): Image | null {
  const [data] = planes as [Uint8Array];
  const { bits, compression } = picture;
  const size = (height: number) => `/Width ${width} /Height ${height}`;
  if (isJpeg(picture)) return jpegImage(withTables(data, picture.jpegTables), picture, width, rows);
  const look = `${colourSpace(picture)} ${decode(picture)}`;
  if (isCcitt(picture)) {
    return {
      rows,
      data,
      dictionary: `${size(rows)} /BitsPerComponent 1 ${look} ${faxFilter(picture, width, rows)}`,
    };
  }
  if (isOdd(picture)) {
    return {
      rows,
      data: plainSamples(picture, planes, width, rows),
      dictionary: `${size(rows)} /BitsPerComponent 8 ${look}`,
    };
  }
  const colours = coloursOf(picture);
  const dictionary = `${size(rows)} /BitsPerComponent ${bits} ${look}`;
  const predictor = `/Predictor ${picture.predictor === 2 ? 2 : 1} /Colors ${colours} /BitsPerComponent ${bits} /Columns ${width}`;
  const rowBytes = Math.ceil((width * colours * bits) / 8);
  switch (compression) {
    case LZW:
      return { rows, data, dictionary: `${dictionary} /Filter /LZWDecode /DecodeParms << ${predictor} >>` };
    case DEFLATE:
    case OLD_DEFLATE:
      return { rows, data, dictionary: `${dictionary} /Filter /FlateDecode /DecodeParms << ${predictor} >>` };
    case PACKBITS:
      return { rows, data: unpack(data, PACKBITS, rowBytes * rows), dictionary };
    default:
      return { rows, data: data.subarray(0, rowBytes * rows), dictionary };
  }
}

/** ISO 32000-1, table 11. Runs of black are ones, as in the TIFF. */
function faxFilter({ compression, t4Options }: Picture, width: number, rows: number): string {
  const twoWays = compression === CCITT_G4 ? -1 : compression === CCITT_G3 && t4Options & 1 ? 1 : 0;
  const aligned = compression === CCITT_RLE;
  return `/Filter /CCITTFaxDecode /DecodeParms << /K ${twoWays} /Columns ${width} /Rows ${rows} /BlackIs1 true /EncodedByteAlign ${aligned} >>`;
}

function colourSpace(picture: Picture): string {
  const { photometric, bits, colorMap } = picture;
  if (photometric === PALETTE) {
    const count = 2 ** bits;
    const hex = Array.from({ length: count * 3 }, (_, i) => {
      // All reds, then all greens, then all blues, of sixteen bits each.
      const value = (colorMap[(i % 3) * count + Math.floor(i / 3)] ?? 0) >> 8;
      return value.toString(16).padStart(2, '0');
    });
    return `/ColorSpace [/Indexed /DeviceRGB ${count - 1} <${hex.join('')}>]`;
  }
  const colours = coloursOf(picture);
  return `/ColorSpace /Device${colours === 1 ? 'Gray' : colours === 3 ? 'RGB' : 'CMYK'}`;
}

const decode = ({ photometric }: Picture): string => (photometric === WHITE_IS_ZERO ? '/Decode [1 0]' : '');

/** A strip's own JPEG with the tables that all of them share (TIFF technical note 2). */
function withTables(data: Uint8Array, tables: Uint8Array | null): Uint8Array {
  if (!tables || tables.length < 6 || data[0] !== 0xff || data[1] !== 0xd8) return data;
  const end = tables.at(-1) === 0xd9 && tables.at(-2) === 0xff ? tables.length - 2 : tables.length;
  return new Uint8Array(Buffer.concat([tables.subarray(0, end), data.subarray(2)]));
}

function jpegImage(data: Uint8Array, picture: Picture, width: number, rows: number): Image | null {
  const own = jpegSize(data);
  // The last strip may be as high as the others. What says another size than it is to have would be another picture.
  if (!own || own.width !== width || own.height < rows || own.height > Math.max(rows, picture.tile.height))
    return null;
  const colours = picture.samples === 1 ? 1 : picture.photometric === CMYK ? 4 : 3;
  const space = `/ColorSpace /Device${colours === 1 ? 'Gray' : colours === 3 ? 'RGB' : 'CMYK'} ${colours === 1 ? decode(picture) : ''}`;
  const asIs = picture.photometric === RGB ? '/DecodeParms << /ColorTransform 0 >>' : '';
  return {
    rows: own.height,
    data,
    dictionary: `/Width ${width} /Height ${own.height} /BitsPerComponent 8 ${space} /Filter /DCTDecode ${asIs}`,
  };
}

/** Old-style JPEG: the file says where the whole picture stands as one. */
function wholeJpeg(bytes: Uint8Array, picture: Picture): PlacedImage[] | null {
  const { jpeg, width, height, offsets, counts } = picture;
  if (!jpeg) return null;
  // Some say how long its head is and no more: the strips follow.
  const ends = offsets.map((at, i) => at + (counts[i] ?? 0));
  const end = Math.min(bytes.length, Math.max(jpeg.at + jpeg.length, ...ends));
  const image = jpegImage(
    bytes.subarray(jpeg.at, end),
    { ...picture, tile: { width, height } },
    width,
    height,
  );
  return image && [{ ...image, matrix: [width, 0, 0, height, 0, 0] }];
}
