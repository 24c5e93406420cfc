/** What of a file as it is readers are not shown: which boxes of its pages, which words of their text, and whether the file itself. */

import { DOCX } from '../../extraction/pages/media-types.ts';
import type { Page } from '../../extraction/pages/page.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { READING_VERSION } from '../../extraction/version.ts';
import type { Blobs } from '../../store/blobs.ts';
import { getOpened, getReading } from '../../store/derived.ts';
import type { Store } from '../../store/store.ts';
import { type Box, boxesToHide, maskLines } from './boxes.ts';
import { secretIn } from './secret.ts';

/** Of one page. */
export interface PageMask {
  hide: readonly Box[];
  /** The lines of its text as they may be read, as many as they are. */
  lines(texts: readonly string[]): readonly string[];
}

/** null: nothing of the page is shown. */
export type FileMask = (page: number) => Promise<PageMask | null>;

/** Files of which it was found out whether anything is masked; a page asks for it many times. */
const KEPT = 200;

/**
 * What is masked of a file; null: nothing, and readers may have the file itself. Of a page whose words were not read, or
 * stand nobody knows where, nothing is shown.
 *
 * @param store all of it
 */
export function fileMasks(store: Store, blobs: Blobs): (sha256: string) => Promise<FileMask | null> {
  const whole = new Map<string, Promise<boolean>>();
  return async (sha256) => {
    // as people have corrected it: what they marked as secret is so on the page too
    const found = await store.recordWithRattelser(sha256);
    if (found === null) return async () => null;
    const { record } = found;
    const secret = secretIn(record, await store.hemligaArenden(sha256));
    const pageOf = pagesOf(blobs, record);
    const key = JSON.stringify([sha256, found.extractionVersion, READING_VERSION, [...secret].sort()]);
    const masked = whole.get(key) ?? isAnythingMasked(record, secret, pageOf);
    if (whole.size >= KEPT) whole.clear();
    whole.set(key, masked);
    masked.catch(() => whole.delete(key));
    if (!(await masked)) return null;
    return async (page) => maskOfPage(record, page, secret, await pageOf(page));
  };
}

/** A page of text has no picture, and its lines have no boxes. */
const hasNoPicture = ({ source: { mediaType } }: FileRecord): boolean => mediaType === 'text/plain';

function maskOfPage(
  record: FileRecord,
  page: number,
  secret: ReadonlySet<string>,
  read: Page | null,
): PageMask | null {
  if (read === null) return null;
  const lines = (texts: readonly string[]) => maskLines(record, page, texts, secret);
  if (hasNoPicture(record)) return { hide: [], lines };
  const words = read.lines.flatMap((line) => line.words);
  // a page of a Word file: its text is known, but not where it stands
  const placed = words.length === 0 && read.lines.length > 0 ? null : words;
  const hide = boxesToHide(record, page, placed, secret);
  return hide === 'hela' ? null : { hide, lines };
}

async function isAnythingMasked(
  record: FileRecord,
  secret: ReadonlySet<string>,
  pageOf: (page: number) => Promise<Page | null>,
): Promise<boolean> {
  // deletions that are tracked, comments and hidden text of a Word file are in it, and were not read
  if (secret.size > 0 || record.source.mediaType === DOCX) return true;
  for (const { page } of record.pages) {
    const read = await pageOf(page);
    if (read === null) return true;
    if (record.pages[page - 1]?.textSource === 'none') return true;
    const texts = read.lines.map(({ text }) => text);
    const shown = maskLines(record, page, texts, secret);
    if (shown.some((text, i) => text !== texts[i])) return true;
    const hide = hasNoPicture(record)
      ? []
      : boxesToHide(
          record,
          page,
          read.lines.flatMap(({ words }) => words),
          secret,
        );
    if (hide === 'hela' || hide.length > 0) return true;
  }
  return false;
}

/** The pages of a file as they were read; null for one that was not, or by a version that reads otherwise. */
function pagesOf(
  blobs: Blobs,
  { source: { sha256 }, pages }: FileRecord,
): (page: number) => Promise<Page | null> {
  let opened: Promise<Page[]> | undefined;
  return async (page) => {
    if (pages[page - 1]?.textSource === 'ocr')
      return (await getReading(blobs, sha256, READING_VERSION, page))?.page ?? null;
    opened ??= getOpened(blobs, sha256, READING_VERSION).then((one) => one?.pages ?? []);
    return (await opened)[page - 1] ?? null;
  };
}
