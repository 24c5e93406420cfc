/** A made-up archive for clusters: minutes as text, and minutes off a scanner, which OCR has to read. */
import PDFDocument from 'pdfkit';
import { imagePdf, type PageImage } from '../../samples/make/scan/image-pdf.ts';
import { toCanvas } from '../../samples/make/scan/paper.ts';
import { renderGrey } from '../../samples/make/scan/render.ts';
import { protokoll } from '../engine/made-up.ts';
import type { SoakFile } from '../soak/contents.ts';

export interface ArchiveSize {
  texts: number;
  scans: number;
  /** Pages of each scan. */
  pages: number;
}

/** Files whose every page is a § of its own, no two alike; the same size gives the same bytes. */
export async function makeArchive({ texts, scans, pages }: ArchiveSize): Promise<SoakFile[]> {
  const utf8 = new TextEncoder();
  const files: SoakFile[] = Array.from({ length: texts }, (_, n) => ({
    ...{ path: `text/protokoll ${n + 1}.txt`, ends: 'done' as const },
    bytes: utf8.encode(protokoll(n + 1)),
  }));
  for (let scan = 1; scan <= scans; scan++) {
    const numbers = Array.from({ length: pages }, (_, n) => texts + (scan - 1) * pages + n + 1);
    const bytes = await scanned(await printed(numbers.map(protokoll)));
    files.push({ path: `skannat/pärm ${scan}.pdf`, ends: 'done', bytes });
  }
  return files;
}

/** Grey JPEG at 200 dpi off a clean copier: here nothing is to be hard to read. */
async function scanned(pdf: Buffer): Promise<Buffer> {
  const images: PageImage[] = [];
  for (const page of await renderGrey(pdf, 200)) {
    const data = await toCanvas(page).encode('jpeg', 70);
    images.push({ width: page.width, height: page.height, filter: 'DCTDecode', data });
  }
  return imagePdf(images);
}

/** As it lay on the glass: one text a page. */
async function printed(texts: string[]): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 70, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  for (const [n, text] of texts.entries()) {
    if (n > 0) doc.addPage();
    doc.font('Times-Roman').fontSize(12).text(text, { lineGap: 3 });
  }
  doc.end();
  return done;
}
