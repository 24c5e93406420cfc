/**
 * The whole flow on one screen: pages → lines → handlingar → arenden → items → routing → doubts, gaps.
 * Pure and synchronous from pages on; nothing here knows of a server, a database or a clock.
 */

import { settleConfidence } from './doubts/settle.ts';
import { gapsOf } from './gaps/index.ts';
import { settleHuvudman } from './handlingar/huvudman.ts';
import { readHandling } from './handlingar/read.ts';
import { splitHandlingar } from './handlingar/split.ts';
import { refuseTooManyItems } from './handlingar/too-many-items.ts';
import { sha256Of } from './ids.ts';
import { sheetsOf } from './lines/furniture.ts';
import { linesOf } from './lines/join.ts';
import { withoutMarginColumn } from './lines/margin-column.ts';
import { liftMarginHeads } from './lines/margin-heads.ts';
import { unflatten } from './lines/unflatten.ts';
import { type Limits, type MediaType, openDocument, withReadings } from './pages/index.ts';
import { confirmNumbers } from './pages/ocr/confirm-numbers.ts';
import { repairReadings } from './pages/ocr/repair.ts';
import type { Page } from './pages/page.ts';
import { type Record, SCHEMA_VERSION, type Source, type Warning } from './record.ts';
import { type OwnWords, withOwnWords } from './vocabulary/own-words.ts';

export interface AssembleOptions {
  /** The municipality or region of what names none. */
  huvudman?: string | undefined;
  /** What reading the pages had to say. */
  warnings?: Warning[];
  /** The installation's own words for headings and page furniture, beside those of the vocabulary. */
  words?: OwnWords | null | undefined;
}

/**
 * A file's pages become its record. The same pages always give the same record, ids and all. Throws a Refusal where more
 * is found than any record has.
 */
export function assembleRecord(source: Source, pages: Page[], options: AssembleOptions = {}): Record {
  return withOwnWords(options.words, () => assemble(source, pages, options));
}

function assemble(source: Source, pages: Page[], options: AssembleOptions): Record {
  const lines = liftMarginHeads(
    withoutMarginColumn(unflatten(linesOf(confirmNumbers(repairReadings(pages))))),
  );
  const sheets = sheetsOf(lines);
  const drafts = splitHandlingar(sheets);
  const handlingar = drafts.map((draft, n) => readHandling(draft, n, source.sha256));
  refuseTooManyItems(handlingar);
  settleHuvudman(handlingar, drafts, options.huvudman ?? null);
  settleConfidence(handlingar);
  return {
    schemaVersion: SCHEMA_VERSION,
    source,
    pages: pages.map(({ page, width, height, textSource, ocrConfidence }) => ({
      page,
      width,
      height,
      textSource,
      ocrConfidence,
    })),
    handlingar,
    warnings: [
      ...(options.warnings ?? []),
      ...gapsOf(handlingar.map((handling, n) => ({ handling, sheets: drafts[n]?.sheets ?? [] }))),
    ],
  };
}

/** Reads scanned pages of a file: the OCR's seam. */
export type ReadScanned = (
  bytes: Uint8Array,
  mediaType: MediaType,
  pages: number[],
) => Promise<{ page: Page; warnings: Warning[] }[]>;

export interface ExtractOptions extends AssembleOptions {
  limits?: Partial<Limits>;
  /** Without it, scanned pages stay without text, with a warning each. */
  readScanned?: ReadScanned;
}

/** A file's bytes become its record. Throws a Refusal when the file is at fault. */
export async function extract(
  bytes: Uint8Array,
  fileName: string,
  options: ExtractOptions = {},
): Promise<Record> {
  const opened = await openDocument(bytes, options.limits);
  const wanted = opened.ocr.map(({ page }) => page);
  const readings =
    options.readScanned && wanted.length > 0
      ? await options.readScanned(bytes, opened.mediaType, wanted)
      : [];
  const { pages, warnings } = withReadings(opened, readings);
  const read = new Set(readings.map((r) => r.page.page));
  const source: Source = {
    fileName,
    sha256: sha256Of(bytes),
    bytes: bytes.byteLength,
    mediaType: opened.mediaType,
    pageCount: opened.pageCount,
  };
  const notRead = wanted.filter((page) => !read.has(page)).map(unread);
  return assembleRecord(source, pages, {
    ...options,
    warnings: [...(options.warnings ?? []), ...warnings, ...notRead],
  });
}

const unread = (page: number): Warning => ({
  code: 'not-read',
  message: `Sida ${page} är en bild som inte har lästs. (Page ${page} is a picture that has not been read.)`,
  page,
});
