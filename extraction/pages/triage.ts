/**
 * Page by page: is the text a PDF holds itself good, or must the page be read by OCR, and why. Pure functions on
 * measured features; nothing here opens a file.
 */
import type { Page } from './page.ts';
import type { Pictures } from './pictures.ts';
import { type TextQuality, textQuality } from './text-quality.ts';

/** Why a page is to be read by OCR: it has no text, its text is bad, or the file's own text could not be got at. */
export type OcrReason = 'no-text' | 'bad-text' | 'unreadable';

/** A page with less text than this may be a scan with a stamp: its pictures decide. */
const FEW_CHARS = 400;
/** Less body text than this beside a picture of the whole page is a stamp, a signature line, a page number. */
const STAMP_CHARS = 250;
const STAMP_BODY_CHARS = 100;
/** A picture of a page covers at least this share of it. */
const SCAN_COVER = 0.5;
/** On a page without any text, a smaller picture may hold text too; a logo or a line does not. */
const PICTURE_COVER = 0.08;
/** Text drawn as outlines makes at least this many shapes. */
const OUTLINED_TEXT_SHAPES = 200;
/** More unmapped characters than this, and the reader of the page sees other text than we do. */
const MAX_GARBAGE = 0.15;
/** More letters than this in words that run together, and no clause of the page can be read. */
const MAX_GLUED = 0.2;
/** Fewer words than this are too few to judge by. */
const MIN_WORDS = 20;

/** Whether the pictures of a page matter for its triage: only where there is little text, or none. */
export function needsPictures(quality: TextQuality): boolean {
  return quality.chars < FEW_CHARS || quality.bodyChars < STAMP_BODY_CHARS;
}

/**
 * Why the page needs OCR; null: its text is good, or it is blank. `pictures` null: not known, which on a page
 * without text is taken for a picture, since reading a blank page costs little and losing one much.
 */
export function triage(quality: TextQuality, pictures: Pictures | null): OcrReason | null {
  if (quality.chars === 0) {
    if (!pictures) return 'no-text';
    const drawn = pictures.cover >= PICTURE_COVER || pictures.shapes >= OUTLINED_TEXT_SHAPES;
    return drawn ? 'no-text' : null;
  }
  if (isBadText(quality)) return 'bad-text';
  const isStamp = quality.chars < STAMP_CHARS || quality.bodyChars < STAMP_BODY_CHARS;
  if (pictures && isStamp && pictures.cover >= SCAN_COVER) return 'bad-text';
  return null;
}

/**
 * Text that is no language: unmapped glyphs, or words that cannot be words. Tables and lists of names have no
 * small words and are good text all the same, so their lack alone condemns nothing.
 */
export function isBadText(quality: TextQuality): boolean {
  if (quality.chars >= 10 && quality.garbage > MAX_GARBAGE) return true;
  if (quality.chars >= 100 && quality.glued > MAX_GLUED) return true;
  if (quality.words < MIN_WORDS) return false;
  if (quality.plausible < 0.5) return true;
  return quality.plausible < 0.75 && quality.functionWords < 0.03;
}

/**
 * The better reading of a page that has both its own text and one by OCR: the page's own where it is good and has
 * not much less text, since its letters are certain; else the one by OCR.
 */
export function betterReading(embedded: Page, ocr: Page): Page {
  if (ocr.lines.length === 0) return embedded;
  if (embedded.lines.length === 0) return ocr;
  const own = textQuality(embedded);
  const read = textQuality(ocr);
  if (isBadText(own)) return readsBetter(read, own) ? ocr : embedded;
  // Both are language: what OCR found more of is what stands in the picture under the stamp.
  return read.chars > own.chars * 1.3 + 40 && !isBadText(read) ? ocr : embedded;
}

function readsBetter(a: TextQuality, b: TextQuality): boolean {
  const score = (q: TextQuality) =>
    q.words * (q.plausible + q.functionWords) * (1 - q.garbage) * (1 - q.glued);
  return score(a) > score(b);
}
