/** The text of one page as it was read: for text and Word files, which have no other picture, and for those who cannot see one. */
import { openBounded } from '../../../extraction/bounded/index.ts';
import { DOCX } from '../../../extraction/pages/media-types.ts';
import type { PageLine } from '../../../extraction/pages/page.ts';
import type { Record as FileRecord } from '../../../extraction/record.ts';
import { READING_VERSION } from '../../../extraction/version.ts';
import type { Blobs } from '../../../store/blobs.ts';
import { getOpened, getReading } from '../../../store/derived.ts';
import type { PageMask } from '../../mask/file.ts';

export interface TextLine {
  /** Of the file, where it has lines of its own. */
  no: number | null;
  text: string;
}

/** Whether the page is text, and nothing else, to look at. */
export function isTextPage({ source, pages }: FileRecord, page: number): boolean {
  if (source.mediaType === 'text/plain') return true;
  return source.mediaType === DOCX && pages[page - 1]?.textSource === 'embedded';
}

/**
 * The lines of a page; null where they are not known any more (read by another version) or not asked for: the text of a PDF
 * that the browser shows by itself is in that.
 *
 * @param shownByBrowser the browser has the file itself
 */
export async function linesOfPage(
  blobs: Blobs,
  record: FileRecord,
  page: number,
  { mask, shownByBrowser }: { mask: PageMask | null; shownByBrowser: boolean },
): Promise<TextLine[] | null> {
  const lines = await readLines(blobs, record, page, shownByBrowser);
  if (!lines) return null;
  const texts = lines.map(({ text }) => text);
  const shown = mask ? mask.lines(texts) : texts;
  return lines.map(({ lineNo }, i) => ({ no: lineNo, text: shown[i] ?? '' }));
}

async function readLines(
  blobs: Blobs,
  record: FileRecord,
  page: number,
  shownByBrowser: boolean,
): Promise<PageLine[] | null> {
  const { sha256 } = record.source;
  const info = record.pages[page - 1];
  if (info?.textSource === 'ocr')
    return (await getReading(blobs, sha256, READING_VERSION, page))?.page.lines ?? null;
  const isText = isTextPage(record, page);
  if (!isText && (shownByBrowser || info?.textSource !== 'embedded')) return null;
  const opened = await getOpened(blobs, sha256, READING_VERSION);
  if (opened) return opened.pages[page - 1]?.lines ?? null;
  const bytes = isText ? await blobs.get(sha256) : null;
  // read by an older version, and not kept since
  return bytes && ((await openBounded(bytes)).pages[page - 1]?.lines ?? null);
}
