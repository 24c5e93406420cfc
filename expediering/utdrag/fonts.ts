/** The type of a cover: Helvetica, which every reader has, or Liberation Sans of the same widths, embedded, for signs it lacks. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type PDFDocument, type PDFFont, StandardFonts } from '@cantoo/pdf-lib';

export type Snitt = 'normal' | 'fet' | 'kursiv';

export interface Fonts extends Readonly<Record<Snitt, PDFFont>> {
  /** The text in signs that the fonts have; what none has is shown as a box. */
  fit: (text: string) => string;
}

const require = createRequire(import.meta.url);

const STANDARD = {
  normal: StandardFonts.Helvetica,
  fet: StandardFonts.HelveticaBold,
  kursiv: StandardFonts.HelveticaOblique,
} as const;
const LIBERATION = { normal: 'Regular', fet: 'Bold', kursiv: 'Italic' } as const;
const MISSING = '□';

/** Fonts for a document in which `texts` will be written: the smaller file when Helvetica has all their signs. */
export async function fontsFor(doc: PDFDocument, texts: readonly string[]): Promise<Fonts> {
  const helvetica = {
    normal: doc.embedStandardFont(STANDARD.normal),
    fet: doc.embedStandardFont(STANDARD.fet),
    kursiv: doc.embedStandardFont(STANDARD.kursiv),
  };
  const plain = new Set(helvetica.normal.getCharacterSet());
  const needed = new Set(
    texts.flatMap((text) => [...drawable(text)].map((sign) => sign.codePointAt(0) ?? 0)),
  );
  if ([...needed].every((sign) => plain.has(sign))) return { ...helvetica, fit: drawable };
  doc.registerFontkit(require('fontkit') as Parameters<PDFDocument['registerFontkit']>[0]);
  const embedded = {
    normal: await embed(doc, LIBERATION.normal),
    fet: await embed(doc, LIBERATION.fet),
    kursiv: await embed(doc, LIBERATION.kursiv),
  };
  const known = new Set(embedded.normal.getCharacterSet());
  const fit = (text: string) =>
    [...drawable(text)].map((sign) => (known.has(sign.codePointAt(0) ?? 0) ? sign : MISSING)).join('');
  return { ...embedded, fit };
}

/** One line of whole signs: no control characters, and none of those that only say where a line may break. */
function drawable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ');
}

/** Liberation Sans (SIL Open Font License) comes with pdf.js. Only the signs that are used are put into the file. */
async function embed(doc: PDFDocument, name: string): Promise<PDFFont> {
  const folder = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');
  const bytes = await readFile(join(folder, `LiberationSans-${name}.ttf`));
  // A name of its own, since one drawn at random would make each file another.
  return doc.embedFont(bytes, {
    subset: true,
    customName: `EXPUTD+LiberationSans-${name}`,
    features: { liga: false },
  });
}
