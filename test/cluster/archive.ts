/** A made-up archive for clusters: minutes as text, and minutes off a scanner, which OCR has to read. */
import PDFDocument from 'pdfkit';
import { asJbig2 } from '../../samples/make/scan/index.ts';
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
    const bytes = await asJbig2(await printed(numbers.map(protokoll)));
    files.push({ path: `skannat/pärm ${scan}.pdf`, ends: 'done', bytes });
  }
  return files;
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
