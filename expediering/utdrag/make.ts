/** Puts an utdrag together: the cover, then the pages. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { readDocx } from '../../extraction/pages/docx/index.ts';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { DOCX } from '../../extraction/pages/media-types.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import { tiffAsPdf } from '../../extraction/pages/tiff/as-pdf.ts';
import { drawCover } from './cover.ts';
import { cutPdf } from './cut-pdf.ts';
import type { UtdragInfo } from './info.ts';
import { pictureDocument } from './picture.ts';
import { textDocument } from './text-pages.ts';
import { titleOf } from './words.ts';

export interface UtdragSource {
  bytes: Uint8Array;
  /** As in the record's source. */
  mediaType: string;
}

/** See makeUtdrag, which calls it in a thread. */
export async function composeUtdrag(source: UtdragSource, info: UtdragInfo): Promise<Uint8Array> {
  const pages = info.utanSidor === null ? await sourcePages(source, info.kalla) : null;
  const shown: UtdragInfo = pages || info.utanSidor !== null ? info : { ...info, utanSidor: 'gar-ej' };
  // Without dates: those of the making would make every file another.
  const doc = await PDFDocument.create({ updateMetadata: false });
  doc.setTitle(titleOf(info), { showInWindowTitleBar: true });
  doc.setSubject([info.diarienummer, info.rubrik].filter(Boolean).join(' – '));
  if (info.huvudman !== null) doc.setAuthor(info.huvudman);
  doc.setCreator('Expediera');
  doc.setProducer('Expediera');
  doc.setLanguage('sv');
  await drawCover(doc, shown);
  if (pages) {
    for (const page of await doc.copyPages(pages, pages.getPageIndices())) doc.addPage(page);
  }
  return doc.save();
}

/** The §'s own pages as a document; null when they cannot be had. */
async function sourcePages(
  { bytes, mediaType }: UtdragSource,
  { pages: [first, last], pageCount }: UtdragInfo['kalla'],
): Promise<PDFDocument | null> {
  switch (mediaType) {
    case 'application/pdf':
      return cutPdf(bytes, first, last, pageCount);
    case 'image/tiff': {
      const found = tiffAsPdf(bytes, first, last);
      return found && PDFDocument.load(found);
    }
    case 'image/png':
    case 'image/jpeg':
      return pictureDocument(bytes, mediaType);
    case 'text/plain':
      return textDocument(readPlainText(bytes, DEFAULT_LIMITS).pages, first, last);
    case DOCX: {
      const { pages, pictured } = await readDocx(bytes, DEFAULT_LIMITS);
      const isSeen = pictured.some((page) => page >= first && page <= last);
      return isSeen ? null : textDocument(pages, first, last);
    }
    default:
      return null;
  }
}
