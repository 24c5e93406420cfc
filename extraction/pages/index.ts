/** Any file into pages: told by its bytes, read by what it is, refused with a reason when it cannot be. */
import type { Warning } from '../record.ts';
import { Refusal, type RefusalDetail } from '../refusal.ts';
import { refuseBeyondMeasure } from './beyond-measure.ts';
import { readDocx } from './docx/index.ts';
import { readImage } from './image.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { DOCX } from './media-types.ts';
import { withoutText } from './no-text.ts';
import { wholeLines } from './overrun.ts';
import type { Page } from './page.ts';
import { type OnPage, type PdfText, readPdf } from './pdf.ts';
import { endingOf, tableFits, withTrailer } from './pdf-cut.ts';
import { hasBrokenStream, isBomb } from './pdf-streams.ts';
import { picturesOf } from './pictures.ts';
import { readPlainText } from './plain-text.ts';
import { respaced } from './respace.ts';
import { type Sniffed, sniff } from './sniff.ts';
import { textQuality } from './text-quality.ts';
import { readTiff } from './tiff/index.ts';
import { betterReading, needsPictures, type OcrReason, triage } from './triage.ts';

export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export { type Sniffed, sniff } from './sniff.ts';
export { betterReading, type OcrReason } from './triage.ts';
export { kindOfZip, type ZipKind } from './zip-names.ts';

export type MediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/tiff'
  | 'text/plain'
  | typeof DOCX;

export interface OcrPage {
  /** 1-based. */
  page: number;
  reason: OcrReason;
}

/** A file that has been opened: every page, with the text it holds itself, and which pages need OCR. */
export interface OpenedDocument {
  mediaType: MediaType;
  pageCount: number;
  pages: Page[];
  ocr: OcrPage[];
  warnings: Warning[];
}

const REPAIRED: Warning = {
  code: 'repaired',
  message:
    'Filen är skadad men kunde läsas; text kan saknas. (The file is damaged but could be read; text may be missing.)',
  page: null,
};

const END_MISSING: Warning = {
  code: 'end-missing',
  message:
    'Filens slut saknas, men alla sidor kunde läsas. (The end of the file is missing, but every page could be read.)',
  page: null,
};

/** Opens a file. Throws a Refusal when the file is at fault; `limits` not given are the defaults. */
export async function openDocument(
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
  onPage?: OnPage,
): Promise<OpenedDocument> {
  const all: Limits = { ...DEFAULT_LIMITS, ...limits };
  if (bytes.length > all.maxBytes) throw new Refusal('too-large');
  const opened = await openAny(bytes, all, onPage);
  refuseBeyondMeasure(opened.pages, all);
  return opened;
}

async function openAny(bytes: Uint8Array, all: Limits, onPage?: OnPage): Promise<OpenedDocument> {
  const sniffed = sniff(bytes);
  switch (sniffed.type) {
    case 'empty':
      throw new Refusal('empty');
    case 'encrypted':
      throw new Refusal('encrypted');
    case 'zip':
    case 'unknown':
      throw new Refusal('not-supported', notRead(sniffed));
    case 'text': {
      const { pages, warnings } = readPlainText(bytes, all);
      return { mediaType: 'text/plain', pageCount: pages.length, pages, ocr: [], warnings };
    }
    case 'png':
    case 'jpeg':
      return {
        mediaType: `image/${sniffed.type}`,
        pageCount: 1,
        pages: [readImage(bytes, sniffed.type, all)],
        ocr: [{ page: 1, reason: 'no-text' }],
        warnings: [],
      };
    case 'docx': {
      const { pages, pictured, warnings } = await readDocx(bytes, all);
      const ocr = pictured.map((page): OcrPage => ({ page, reason: 'no-text' }));
      return { mediaType: DOCX, pageCount: pages.length, pages, ocr, warnings };
    }
    case 'tiff': {
      const { pages, warnings } = readTiff(bytes, all);
      const ocr = pages.map(({ page }): OcrPage => ({ page, reason: 'no-text' }));
      return { mediaType: 'image/tiff', pageCount: pages.length, pages, ocr, warnings };
    }
    case 'pdf':
      return openPdf(bytes, all, onPage);
  }
}

/** What a file that is not read is, and what can be done with it. */
function notRead({ name, advice }: Sniffed): RefusalDetail | null {
  if (name === null) return advice ?? null;
  const is = { sv: `Den här är ${name}.`, en: `This one is ${name}.` };
  return advice ? { sv: `${is.sv} ${advice.sv}`, en: `${is.en} ${advice.en}` } : is;
}

async function openPdf(bytes: Uint8Array, limits: Limits, onPage?: OnPage): Promise<OpenedDocument> {
  if (await isBomb(bytes, limits.maxStreamBytes)) throw new Refusal('bomb');
  const ending = endingOf(bytes);
  if (ending === 'cut') throw new Refusal('truncated');
  const text = await (ending === 'whole'
    ? readWhole(bytes, limits, onPage)
    : readWithoutEnd(bytes, limits, onPage));
  const spaced = await respaced(bytes, text.pages, text.doubtful);
  const pages = await wholeLines(bytes, spaced, text.doubtful);
  return {
    mediaType: 'application/pdf',
    pageCount: pages.length,
    pages,
    ocr: await pagesForOcr(bytes, pages, text.unreadable),
    warnings: text.warnings,
  };
}

async function readWhole(bytes: Uint8Array, limits: Limits, onPage?: OnPage): Promise<PdfText> {
  const text = await readPdf(bytes, limits, onPage);
  const isSound = tableFits(bytes) && !hasBrokenStream(bytes);
  return isSound ? text : { ...text, warnings: [...text.warnings, REPAIRED] };
}

/** A file whose end is missing is read if every page of it can be, with a warning; else it is cut off. */
async function readWithoutEnd(bytes: Uint8Array, limits: Limits, onPage?: OnPage): Promise<PdfText> {
  const text = await readPdf(withTrailer(bytes), limits, onPage).catch((error: unknown) => {
    if (error instanceof Refusal && error.code !== 'damaged') throw error;
    throw new Refusal('truncated', null, { cause: error });
  });
  if (text.unreadable.length > 0) throw new Refusal('truncated');
  return { ...text, warnings: [...text.warnings, END_MISSING] };
}

async function pagesForOcr(bytes: Uint8Array, pages: readonly Page[], unreadable: readonly number[]) {
  const ocr: OcrPage[] = [];
  const qualities = new Map(pages.map((page) => [page.page, textQuality(page)]));
  const unsure = [...qualities].filter(([, quality]) => needsPictures(quality)).map(([no]) => no);
  const pictures = await picturesOf(bytes, unsure);
  for (const [page, quality] of qualities) {
    const reason = unreadable.includes(page) ? 'unreadable' : triage(quality, pictures.get(page) ?? null);
    if (reason) ocr.push({ page, reason });
  }
  return ocr;
}

/**
 * A file's pages and warnings with what OCR has read of some pages: each page has the better of its readings, and one that
 * has no text by either is warned of.
 */
export function withReadings(
  { pages, warnings }: Pick<OpenedDocument, 'pages' | 'warnings'>,
  readings: readonly { page: Page; warnings: Warning[] }[],
): { pages: Page[]; warnings: Warning[] } {
  const byPage = new Map(readings.map(({ page }) => [page.page, page]));
  const better = pages.map((page) => {
    const read = byPage.get(page.page);
    return read ? betterReading(page, read) : page;
  });
  const said = [...warnings, ...readings.flatMap((reading) => reading.warnings)];
  return { pages: better, warnings: [...said, ...withoutText(better, new Set(byPage.keys()), said)] };
}
