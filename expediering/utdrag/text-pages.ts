/** A text file's pages set as pages, line for line. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import { fontsFor } from './fonts.ts';
import { createPen, newPage, paragraph, type Style, space } from './pen.ts';

const STYLE: Style = { size: 9.5, lead: 1.3 };

/** Pages `first` to `last` of the text; null when it has not as many. */
export async function textDocument(
  bytes: Uint8Array,
  first: number,
  last: number,
): Promise<PDFDocument | null> {
  const pages = readPlainText(bytes, DEFAULT_LIMITS).pages.slice(first - 1, last);
  if (pages.length < last - first + 1) return null;
  const doc = await PDFDocument.create({ updateMetadata: false });
  const lines = pages.map((page) => page.lines.map((line) => line.text));
  const pen = createPen(doc, await fontsFor(doc, lines.flat()));
  lines.forEach((page, i) => {
    if (i > 0) newPage(pen);
    for (const line of page) {
      if (line.trim() === '') space(pen, 7);
      // Spaces before a line are part of how a text is laid out.
      else paragraph(pen, line, { ...STYLE, indent: indentOf(line) });
    }
  });
  return doc;
}

const indentOf = (line: string): number => Math.min(200, (/^ */.exec(line)?.[0].length ?? 0) * 3);
