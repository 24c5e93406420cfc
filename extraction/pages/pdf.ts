/** PDF files into pages of embedded text, by pdf.js. */
import { PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Warning } from '../record.ts';
import { Refusal } from '../refusal.ts';
import { type FontWeights, learnFonts } from './bold-fonts.ts';
import type { Limits } from './limits.ts';
import { runsOver } from './overrun.ts';
import type { Page } from './page.ts';
import { buildPage, type Frame, type TextItem } from './pdf-page.ts';
import { loadForText, type PDFDocumentProxy, type PDFPageProxy } from './pdfjs.ts';
import { isMisspaced } from './respace.ts';
import { widgetItems } from './widgets.ts';

/** Called after each page, for progress. */
export type OnPage = (page: number, pageCount: number) => void;

export interface PdfText {
  pages: Page[];
  warnings: Warning[];
  /** Pages that pdf.js could not read; another reader may. */
  unreadable: number[];
  /** Pages to be looked at again letter by letter (overrun.ts, respace.ts), and how those pages are seen. */
  doubtful: Map<number, Frame>;
}

/** Reads the embedded text of every page. Throws a Refusal when the file is at fault. */
export async function readPdf(bytes: Uint8Array, limits: Limits, onPage?: OnPage): Promise<PdfText> {
  const task = loadForText(bytes);
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw openingRefusal(error);
    });
    if (document.numPages > limits.maxPages) {
      throw new Refusal('too-many-pages', {
        sv: `Den har ${document.numPages} sidor; gränsen är ${limits.maxPages}.`,
        en: `It has ${document.numPages} pages; the limit is ${limits.maxPages}.`,
      });
    }
    return await readPages(document, limits, onPage);
  } finally {
    await task.destroy();
  }
}

async function readPages(document: PDFDocumentProxy, limits: Limits, onPage?: OnPage): Promise<PdfText> {
  const result: PdfText = { pages: [], warnings: [], unreadable: [], doubtful: new Map() };
  const fonts: FontWeights = { known: new Set(), bold: new Set() };
  let chars = 0;
  for (let no = 1; no <= document.numPages; no++) {
    try {
      const page = await document.getPage(no);
      try {
        const read = await readPage(page, no, limits, fonts);
        chars += read.chars;
        result.pages.push(read.page);
        if (runsOver(read.page) || isMisspaced(read.page)) result.doubtful.set(no, read.frame);
      } finally {
        page.cleanup();
      }
    } catch (error) {
      if (error instanceof Refusal) throw error;
      result.unreadable.push(no);
      result.warnings.push({
        code: 'page-unreadable',
        message: `Sida ${no} kunde inte läsas. (Page ${no} could not be read.)`,
        page: no,
      });
      result.pages.push({
        page: no,
        width: null,
        height: null,
        textSource: 'none',
        ocrConfidence: null,
        lines: [],
      });
    }
    if (chars > limits.maxChars) throw new Refusal('bomb');
    onPage?.(no, document.numPages);
  }
  if (result.unreadable.length === document.numPages) throw new Refusal('damaged');
  return result;
}

async function readPage(page: PDFPageProxy, no: number, limits: Limits, fonts: FontWeights) {
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  if (!(Math.max(width, height) <= limits.maxPageSide)) {
    throw new Refusal('page-too-large', {
      sv: `Sida ${no} är ${Math.round(width)} × ${Math.round(height)} punkter.`,
      en: `Page ${no} is ${Math.round(width)} × ${Math.round(height)} points.`,
    });
  }
  const { items, chars } = await textItems(page, no, limits);
  await learnFonts(page, new Set(items.map((item) => item.fontName)), fonts);
  for (const item of await widgetItems(page)) items.push(item);
  const frame: Frame = { transform: viewport.transform, width, height };
  return { page: buildPage(no, frame, items, fonts.bold), chars, frame };
}

/** The page's text, given up when there is more of it than any page holds. */
async function textItems(page: PDFPageProxy, no: number, limits: Limits) {
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  const items: TextItem[] = [];
  let chars = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return { items, chars };
    for (const item of value.items as TextItem[]) {
      items.push(item);
      chars += item.str.length;
    }
    if (chars > limits.maxPageChars) {
      await reader.cancel(new Error('too much text')).catch(() => {});
      throw new Refusal('bomb', {
        sv: `Sida ${no} har orimligt mycket text.`,
        en: `Page ${no} has far too much text.`,
      });
    }
  }
}

function openingRefusal(error: unknown): Refusal {
  if (error instanceof PasswordException) return new Refusal('encrypted', null, { cause: error });
  return new Refusal('damaged', null, { cause: error });
}
