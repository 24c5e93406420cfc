/** TIFF files as pages without text: how many and how large, by their directories alone; each drawn when it is asked for. */
import type { Warning } from '../../record.ts';
import { Refusal } from '../../refusal.ts';
import { A4_LONG, plausibleDpi } from '../image.ts';
import type { Limits } from '../limits.ts';
import type { Page } from '../page.ts';
import { type Directory, directoriesOf, type Tiff } from './directory.ts';
import { isPage, isSideways, type Picture, pictureOf, resolutionOf } from './picture.ts';
import { whyNotShown } from './supported.ts';

/** A fax has half as many rows as columns an inch; more than this is a fault of the tags. */
const MAX_STRETCH = 3;

const LOOPS: Warning = {
  code: 'repaired',
  message:
    'Filens sidlista går i cirkel; sidor kan saknas. (The list of pages goes round in a circle; pages may be missing.)',
  page: null,
};

/** Points and pixels of a page as it is seen. */
export interface TiffPage {
  width: number;
  height: number;
  /** Pixels an inch, the finer way. */
  dpi: number;
  picture: Picture;
}

/**
 * The pages of a TIFF. Throws a Refusal when the file is cut off or damaged, when a picture is too large, when there are
 * too many, and when no page is kept in a way that can be shown.
 */
export function readTiff(bytes: Uint8Array, limits: Limits): { pages: Page[]; warnings: Warning[] } {
  const { tiff, directories, loops } = pageDirectories(bytes);
  if (directories.length === 0) throw new Refusal('damaged');
  if (directories.length > limits.maxPages) throw new Refusal('too-many-pages');
  const found = directories.map((directory) => tiffPage(tiff, directory));
  for (const { picture } of found) check(bytes, picture, limits);
  const reasons = found.map(({ picture }) => whyNotShown(picture));
  const [reason] = reasons;
  if (reason && reasons.every((r) => r !== null)) {
    throw new Refusal('not-supported', {
      sv: `Den här är TIFF med ${reason.sv}. Spara den som PDF, eller som TIFF med vanlig komprimering (CCITT G4, LZW eller JPEG).`,
      en: `This one is TIFF with ${reason.en}. Save it as PDF, or as TIFF with common compression (CCITT G4, LZW or JPEG).`,
    });
  }
  const round = (n: number) => Math.round(n * 100) / 100;
  const pages = found.map(
    ({ width, height }, i): Page => ({
      page: i + 1,
      width: round(width),
      height: round(height),
      textSource: 'none',
      ocrConfidence: null,
      lines: [],
    }),
  );
  return { pages, warnings: loops ? [LOOPS] : [] };
}

/** Page `no` (1-based) of a TIFF; null when it has none. */
export function tiffPageAt(bytes: Uint8Array, no: number): TiffPage | null {
  const { tiff, directories } = pageDirectories(bytes);
  const directory = directories[no - 1];
  return directory ? tiffPage(tiff, directory) : null;
}

function pageDirectories(bytes: Uint8Array) {
  const { tiff, found, loops } = directoriesOf(bytes);
  return { tiff, directories: found.filter((directory) => isPage(tiff, directory)), loops };
}

function tiffPage(tiff: Tiff, directory: Directory): TiffPage {
  const picture = pictureOf(tiff, directory);
  const { width, height } = picture;
  const stated = resolutionOf(tiff, directory);
  const stretch = stated ? stated.x / stated.y : 1;
  const isSound = stretch <= MAX_STRETCH && stretch >= 1 / MAX_STRETCH;
  const finest = stated && isSound ? plausibleDpi(Math.max(stated.x, stated.y)) : null;
  // Without a resolution the picture is taken to be an A4 sheet; the shape of its pixels is believed all the same.
  const down = isSound ? stretch : 1;
  const perPixel = finest && stated ? 72 / stated.x : A4_LONG / Math.max(width, height * down);
  const size = { width: width * perPixel, height: height * perPixel * down };
  const dpi = 72 / (perPixel * Math.min(1, down));
  return isSideways(picture)
    ? { width: size.height, height: size.width, dpi, picture }
    : { ...size, dpi, picture };
}

function check(bytes: Uint8Array, picture: Picture, limits: Limits): void {
  const { width, height, offsets, counts, jpeg } = picture;
  if (!(width >= 1 && height >= 1 && Number.isInteger(width * height)) || (offsets.length === 0 && !jpeg))
    throw new Refusal('damaged');
  if (width * height > limits.maxImagePixels) {
    throw new Refusal('page-too-large', {
      sv: `Bilden är ${width} × ${height} bildpunkter.`,
      en: `The picture is ${width} × ${height} pixels.`,
    });
  }
  const isCut = offsets.some((at, i) => at + (counts[i] ?? 1) > bytes.length);
  if (isCut && !jpeg) throw new Refusal('truncated');
}
