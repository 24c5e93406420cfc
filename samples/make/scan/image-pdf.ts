/** A PDF of nothing but images, as a scanner makes it. */
import PDFDocument from 'pdfkit';
import { BREDD, HOJD, INFO } from '../pen.ts';

export interface PageImage {
  width: number;
  height: number;
  filter: 'JBIG2Decode' | 'JPXDecode' | 'DCTDecode';
  data: Buffer;
}

/** One A4 page an image, the image filling it. */
export async function imagePdf(images: PageImage[]): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', autoFirstPage: false, margin: 0, info: INFO });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  for (const [n, image] of images.entries()) {
    doc.addPage();
    const xobject = doc.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: image.width,
      Height: image.height,
      ColorSpace: image.filter === 'DCTDecode' ? 'DeviceRGB' : 'DeviceGray',
      BitsPerComponent: image.filter === 'JBIG2Decode' ? 1 : 8,
      Filter: image.filter,
    });
    xobject.end(image.data);
    const name = `Im${n + 1}`;
    (doc.page as unknown as { xobjects: { [name: string]: unknown } }).xobjects[name] = xobject;
    // pdfkit turns the page upside down; an image is drawn from its lower left corner.
    (doc as unknown as { addContent: (ops: string) => void }).addContent(
      `q ${BREDD} 0 0 ${-HOJD} 0 ${HOJD} cm /${name} Do Q`,
    );
  }
  doc.end();
  return done;
}
