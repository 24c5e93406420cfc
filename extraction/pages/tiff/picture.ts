/** What one directory says of its picture: how large it is, how its samples are kept, where its parts stand. */
import { bytesOf, type Directory, firstOf, type Tiff, valuesOf } from './directory.ts';

export interface Picture {
  /** Pixels, as stored. */
  width: number;
  height: number;
  /** 1–8: how what is stored is to be turned and mirrored to stand upright (TIFF 6.0, Orientation). */
  orientation: number;
  compression: number;
  photometric: number;
  bits: number;
  samples: number;
  /** Kinds of the samples beyond those of the colour; 1 and 2 are opacity. */
  extra: number[];
  planar: boolean;
  fillOrder: number;
  predictor: number;
  /** 1 whole numbers; others are not shown. */
  sampleFormat: number;
  t4Options: number;
  /** Strips are tiles as wide as the picture. */
  tile: { width: number; height: number };
  offsets: number[];
  counts: number[];
  colorMap: number[];
  jpegTables: Uint8Array | null;
  /** Old-style JPEG: where the whole picture stands as a JPEG. */
  jpeg: { at: number; length: number } | null;
  little: boolean;
}

export function pictureOf(tiff: Tiff, directory: Directory): Picture {
  const one = (tag: number, otherwise: number) => firstOf(tiff, directory, tag, otherwise);
  const all = (tag: number) => valuesOf(tiff, directory, tag);
  const [width, height] = [one(256, 0), one(257, 0)];
  const tiled = directory.has(322);
  const rows = Math.min(height, Math.max(1, one(278, height)));
  const at = one(513, 0);
  return {
    width,
    height,
    orientation: one(274, 1),
    compression: one(259, 1),
    photometric: one(262, one(277, 1) >= 3 ? 2 : 0),
    bits: one(258, 1),
    samples: one(277, 1),
    extra: all(338),
    planar: one(284, 1) === 2 && one(277, 1) > 1,
    fillOrder: one(266, 1),
    predictor: one(317, 1),
    sampleFormat: one(339, 1),
    t4Options: one(292, 0),
    tile: tiled ? { width: one(322, 0), height: one(323, 0) } : { width, height: rows },
    offsets: all(tiled ? 324 : 273),
    counts: all(tiled ? 325 : 279),
    colorMap: all(320),
    jpegTables: bytesOf(tiff, directory, 347),
    jpeg: at > 0 ? { at, length: one(514, 0) } : null,
    little: tiff.little,
  };
}

/** Small copies and masks stand beside the pages they belong to (NewSubfileType bits 0 and 2; SubfileType 2). */
export function isPage(tiff: Tiff, directory: Directory): boolean {
  if ((firstOf(tiff, directory, 254, 0) & 0b101) !== 0) return false;
  return directory.has(254) || firstOf(tiff, directory, 255, 1) !== 2;
}

/** Pixels an inch, across and down; null where the file does not say, or says what no scan has. */
export function resolutionOf(tiff: Tiff, directory: Directory): { x: number; y: number } | null {
  const inch = firstOf(tiff, directory, 296, 2) === 3 ? 2.54 : 1;
  const x = firstOf(tiff, directory, 282, 0) * inch;
  const y = firstOf(tiff, directory, 283, 0) * inch;
  return x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

/** The picture stands on its side: its width is the page's height. */
export const isSideways = ({ orientation }: Pick<Picture, 'orientation'>): boolean =>
  orientation >= 5 && orientation <= 8;
