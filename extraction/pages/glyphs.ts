/** The letters of a PDF page one by one, as PDFium places them. pdf.js tells only where runs of them begin. */
import type { TextItem } from './pdf-page.ts';
import type { Pdfium } from './pdfium.ts';

/** Fonts of this weight and above are bold (OpenType OS/2, usWeightClass). */
const BOLD_WEIGHT = 600;
/** The name that bold letters have as their font; every other font is called "regular". */
export const BOLD: ReadonlySet<string> = new Set(['bold']);

/** One letter in PDF space; `width` is its advance. */
export interface Glyph extends TextItem {
  transform: [number, number, number, number, number, number];
}

/** A letter by its number. A font's own table may give numbers that Unicode does not have. */
function letterOf(code: number): string {
  return String.fromCodePoint(code > 0 && code <= 0x10ffff ? code : 0xfffd);
}

/** The letters of a loaded page in the order they are drawn; null for each space and line end. */
export function glyphsOf(module: Pdfium, page: number): (Glyph | null)[] {
  const text = module.FPDFText_LoadPage(page);
  if (text === 0) return [];
  const { wasmExports, getValue } = module.pdfium;
  const room = wasmExports.malloc(32);
  const glyphs: (Glyph | null)[] = [];
  try {
    const count = module.FPDFText_CountChars(text);
    for (let i = 0; i < count; i++) glyphs.push(glyphAt(i));
  } finally {
    wasmExports.free(room);
    module.FPDFText_ClosePage(text);
  }
  return glyphs;

  function glyphAt(i: number): Glyph | null {
    const str = letterOf(module.FPDFText_GetUnicode(text, i));
    if (/\s/.test(str) || !module.FPDFText_GetCharOrigin(text, i, room, room + 8)) return null;
    const [x, y] = [getValue(room, 'double'), getValue(room + 8, 'double')];
    const em = module.FPDFText_GetFontSize(text, i);
    if (!module.FPDFText_GetMatrix(text, i, room)) return null;
    const [a, b, c, d] = [0, 4, 8, 12].map((o) => getValue(room + o, 'float') * em) as [
      number,
      number,
      number,
      number,
    ];
    if (!module.FPDFText_GetLooseCharBox(text, i, room)) return null;
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((o) => getValue(room + o, 'float'));
    const fontName = module.FPDFText_GetFontWeight(text, i) >= BOLD_WEIGHT ? 'bold' : 'regular';
    // the advance of text that runs up or down the page is the height of its box
    const width = Math.abs(b) > Math.abs(a) ? Math.abs(top - bottom) : right - left;
    return { str, transform: [a, b, c, d, x, y], width, fontName };
  }
}
