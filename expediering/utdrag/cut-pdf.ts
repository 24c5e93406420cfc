/**
 * The pages of a § cut out of a PDF. What is cut is drawn beside the source and compared, so that what a reader of the extract sees is
 * what stands in the minutes: three ways are tried, the last of which is a picture of each page.
 */
import { setImmediate } from 'node:timers/promises';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { importPages, pageCountOf } from '../../extraction/pages/pdf-import.ts';
import { renderPage } from '../../extraction/pages/render.ts';
import { alike } from './alike.ts';
import { barePage } from './bare-page.ts';
import { pngOfGrey } from './picture.ts';

const PDF = 'application/pdf';
/** Pixels an inch that pages are compared at: a letter is some pixels, a page half a megabyte. */
const LOOK_DPI = 60;
/** Pixels an inch of a page that is taken as a picture. */
const PICTURE_DPI = 200;

/**
 * Pages `first` to `last` (1-based) of the file, in a document of their own that refers to nothing else in it; null when they cannot
 * be taken out, or not surely the right ones. `pageCount`: how many pages the file was read as.
 */
export async function cutPdf(
  bytes: Uint8Array,
  first: number,
  last: number,
  pageCount: number,
): Promise<PDFDocument | null> {
  if (first < 1 || last < first || last > pageCount) return null;
  // A damaged file may have more pages to one reader than to another: then nobody knows which is which.
  const sure = (await pageCountOf(bytes)) === pageCount;
  const ways = [
    () => copied(bytes, first, last, pageCount),
    async () => {
      const imported = sure ? await importPages(bytes, first, last) : null;
      return imported ? copied(imported, 1, last - first + 1, last - first + 1) : null;
    },
  ];
  for (const way of ways) {
    const doc = await way().catch(() => null);
    if (doc && (await showsTheSame(doc, bytes, first))) return doc;
  }
  return sure ? pictured(bytes, first, last).catch(() => null) : null;
}

/** The pages themselves, text and all. Null for a file whose layers can be hidden: the copy would show them. */
async function copied(
  bytes: Uint8Array,
  first: number,
  last: number,
  pageCount: number,
): Promise<PDFDocument | null> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
  if (source.getPageCount() !== pageCount || source.catalog.has(PDFName.of('OCProperties'))) return null;
  const wanted = Array.from({ length: last - first + 1 }, (_, i) => first - 1 + i);
  for (const index of wanted) barePage(source, source.getPage(index));
  const doc = await PDFDocument.create({ updateMetadata: false });
  for (const page of await doc.copyPages(source, wanted)) doc.addPage(page);
  return hasOnlyItsPages(doc) ? doc : null;
}

/** No page came along behind another. */
function hasOnlyItsPages(doc: PDFDocument): boolean {
  const pages = doc.context
    .enumerateIndirectObjects()
    .filter(
      ([, object]) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page'),
    );
  return pages.length === doc.getPageCount();
}

async function pictured(bytes: Uint8Array, first: number, last: number): Promise<PDFDocument | null> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  for (let no = first; no <= last; no++) {
    const image = await renderPage(bytes, PDF, no, PICTURE_DPI);
    if (!image) return null;
    const { width, height } = image.page;
    const page = doc.addPage([width, height]);
    page.drawImage(await doc.embedPng(pngOfGrey(image)), { x: 0, y: 0, width, height });
  }
  return doc;
}

/** Page for page, drawn by the same hand, the copy is like the source. */
async function showsTheSame(doc: PDFDocument, bytes: Uint8Array, first: number): Promise<boolean> {
  const copy = await doc.save();
  for (let i = 0; i < doc.getPageCount(); i++) {
    // Drawing is one long step: whoever waits for a sign of life gets it between the pages.
    await setImmediate();
    const [a, b] = [
      await renderPage(bytes, PDF, first + i, LOOK_DPI),
      await renderPage(copy, PDF, i + 1, LOOK_DPI),
    ];
    if (!a || !b || !alike(a, b)) return false;
  }
  return true;
}
