/** Which of a PDF's fonts are bold, by their names. */
import type { PDFPageProxy } from './pdfjs.ts';

/** Names as font makers write them: Arial-BoldMT, Calibri,Bold, HelveticaNeue-Heavy, Frutiger-Black, DIN-Bd. */
const BOLD = /bold|black|heavy|(?<!semi|extra)demi|-bd\b/i;

/** Remembers which fonts of one document are known, so that only pages with a new font are asked. */
export interface FontWeights {
  known: Set<string>;
  bold: Set<string>;
}

/**
 * Adds the page's fonts. pdf.js tells a font's name only once a page's drawing operators are asked for, which
 * costs little as images are left out.
 */
export async function learnFonts(
  page: PDFPageProxy,
  fonts: Iterable<string>,
  weights: FontWeights,
): Promise<void> {
  const unknown = [...fonts].filter((font) => !weights.known.has(font));
  if (unknown.length === 0) return;
  await page.getOperatorList();
  for (const font of unknown) {
    weights.known.add(font);
    if (!page.commonObjs.has(font)) continue;
    const name: unknown = page.commonObjs.get(font)?.name;
    if (typeof name === 'string' && BOLD.test(name)) weights.bold.add(font);
  }
}
