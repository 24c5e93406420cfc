/** What of a file as it is readers are not shown: which boxes of its pages, which words of their text, and whether the file itself. */

import type { Span } from '../../diarium/rader/personnummer.ts';
import { DOCX } from '../../extraction/pages/media-types.ts';
import type { Page, PageLine, Word } from '../../extraction/pages/page.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { READING_VERSION } from '../../extraction/version.ts';
import type { Blobs } from '../../store/blobs.ts';
import { getOpened, getReading } from '../../store/derived.ts';
import type { Store } from '../../store/store.ts';
import { type Box, boxesOn, boxesToHide, isUnsure, maskLines } from './boxes.ts';
import { createLook, type Look } from './look.ts';
import { whyNotGiven } from './original.ts';
import { isSecretPage, secretIn } from './secret.ts';

/** Of one page. */
export interface PageMask {
  hide: readonly Box[];
  /** What alone is shown of it; null: all but what is hidden. */
  only: readonly Box[] | null;
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
  const look = createLook(blobs);
  return async (sha256) => {
    // as people have corrected it: what they marked as secret is so on the page too
    const found = await store.recordWithRattelser(sha256);
    if (found === null) return async () => null;
    const { record } = found;
    const secret = secretIn(record, await store.hemligaArenden(sha256));
    const pageOf = pagesOf(blobs, record);
    const key = JSON.stringify([sha256, found.extractionVersion, READING_VERSION, [...secret].sort()]);
    const masked = whole.get(key) ?? isAnythingHidden(record, secret, pageOf, look);
    if (whole.size >= KEPT) whole.clear();
    whole.set(key, masked);
    masked.catch(() => whole.delete(key));
    if (!(await masked)) return null;
    return async (page) => maskOfPage({ record, page, secret }, await pageOf(page), look);
  };
}

/** A page of text has no picture, and its lines have no boxes. */
const hasNoPicture = ({ source: { mediaType } }: FileRecord): boolean => mediaType === 'text/plain';

interface OfPage {
  record: FileRecord;
  page: number;
  secret: ReadonlySet<string>;
}

async function maskOfPage(of: OfPage, read: ReadPage | null, look: Look): Promise<PageMask | null> {
  if (read === null) return null;
  const { record, page, secret } = of;
  const isSecret = isSecretPage(record, page, secret);
  const unsure = isSecret ? unsureIn(read.lines) : [];
  const lines = (texts: readonly string[]) => maskLines(record, page, texts, secret, unsure);
  if (hasNoPicture(record)) return { hide: [], only: null, lines };
  const boxes = boxesOn(record, page, placedOn(read), secret);
  if (boxes === 'hela') return null;
  const { mediaType, sha256, bytes } = record.source;
  // what a scanner wrote beneath its picture: nobody knows how well it read
  const isOwnText = mediaType === 'application/pdf' && record.pages[page - 1]?.textSource === 'embedded';
  if (isSecret && isOwnText && (await look.isScan(sha256, bytes, page))) return null;
  return { ...boxes, lines };
}

/** All words of a page by either reading; null: where they stand is not known, as in Word files. */
function placedOn({ lines, beside }: ReadPage): Word[] | null {
  const words = [...lines, ...beside].flatMap((line) => line.words);
  return words.length === 0 && lines.length > 0 ? null : words;
}

/** Words that may be others than they were read as, where they stand in the lines as one text. */
function unsureIn(lines: readonly PageLine[]): Span[] {
  let start = 0;
  return lines.flatMap(({ text, words }) => {
    const own = start;
    start += text.length + 1;
    let at = 0;
    return words.flatMap((word): Span[] => {
      const from = text.indexOf(word.text, at);
      if (from < 0) return [];
      at = from + word.text.length;
      return isUnsure(word) ? [{ from: own + from, to: own + at }] : [];
    });
  });
}

/** Whether readers are shown less than all of the file, or would be given more with it than its pages show. */
async function isAnythingHidden(
  record: FileRecord,
  secret: ReadonlySet<string>,
  pageOf: (page: number) => Promise<ReadPage | null>,
  look: Look,
): Promise<boolean> {
  // deletions that are tracked, comments and hidden text of a Word file are in it, and were not read
  if (secret.size > 0 || record.source.mediaType === DOCX) return true;
  const all: string[] = [record.source.fileName];
  for (const { page } of record.pages) {
    const read = await pageOf(page);
    if (read === null) return true;
    if (record.pages[page - 1]?.textSource === 'none') return true;
    const texts = read.lines.map(({ text }) => text);
    all.push(...texts);
    const shown = maskLines(record, page, texts, secret);
    if (shown.some((text, i) => text !== texts[i])) return true;
    const hide = hasNoPicture(record) ? [] : boxesToHide(record, page, placedOn(read), secret);
    if (hide === 'hela' || hide.length > 0) return true;
  }
  if (hasNoPicture(record)) return false;
  const { sha256, bytes, mediaType } = record.source;
  const besides = await look.besides(sha256, bytes, mediaType);
  return besides === null || whyNotGiven(besides, all) !== null;
}

/** The lines that are shown as the page's text, and those of the reading that was worse: its words are in the picture all the same. */
interface ReadPage {
  lines: readonly PageLine[];
  beside: readonly PageLine[];
}

/** The pages of a file as they were read; null for one that was not, or by a version that reads otherwise. */
function pagesOf(
  blobs: Blobs,
  { source: { sha256 }, pages }: FileRecord,
): (page: number) => Promise<ReadPage | null> {
  let opened: Promise<Page[]> | undefined;
  return async (page) => {
    opened ??= getOpened(blobs, sha256, READING_VERSION).then((one) => one?.pages ?? []);
    const own = (await opened)[page - 1] ?? null;
    const ocr = (await getReading(blobs, sha256, READING_VERSION, page))?.page ?? null;
    const [shown, other] = pages[page - 1]?.textSource === 'ocr' ? [ocr, own] : [own, ocr];
    return shown && { lines: shown.lines, beside: other?.lines ?? [] };
  };
}
