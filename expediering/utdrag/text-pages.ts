/** The pages of a text file or a Word document set as pages, line for line, its columns kept. */
import { PDFDocument, type PDFFont, StandardFonts } from '@cantoo/pdf-lib';
import type { Page } from '../../extraction/pages/page.ts';
import { fontsFor } from './fonts.ts';
import { createPen, HEIGHT, keep, MARGIN, newPage, type Pen, paragraph, space, WIDTH } from './pen.ts';

/** Points; smaller where lines are long, since a table is read by its columns, and where a page has many. */
const SIZE = { most: 9.5, least: 6.5 };
const LEAD = 1.3;
/** Every sign of Courier is as wide, in sizes. */
const SIGN = 0.6;

/** Pages `first` to `last` of those that were read; null when there are not as many. */
export async function textDocument(
  read: readonly Page[],
  first: number,
  last: number,
): Promise<PDFDocument | null> {
  const found = read.slice(first - 1, last);
  if (found.length < last - first + 1) return null;
  const doc = await PDFDocument.create({ updateMetadata: false });
  const pages = found.map((page) => page.lines.map((line) => line.text.normalize('NFC')));
  const pen = createPen(doc, await fontsFor(doc, pages.flat()));
  const courier = doc.embedStandardFont(StandardFonts.Courier);
  const set = setterOf(pen, courier, pages);
  pages.forEach((lines, i) => {
    if (i > 0) newPage(pen);
    lines.forEach(set);
  });
  return doc;
}

/** How a line is set: in Courier if that has all signs of the text, else like the cover, without columns. */
function setterOf(pen: Pen, font: PDFFont, pages: readonly string[][]): (line: string) => void {
  const lines = pages.flat();
  const known = new Set(font.getCharacterSet());
  const isPlain = lines.every((line) => [...line].every((sign) => known.has(sign.codePointAt(0) ?? 0)));
  if (!isPlain) {
    return (line) =>
      line.trim() === '' ? space(pen, 7) : paragraph(pen, line, { size: SIZE.most, lead: LEAD });
  }
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 1);
  const most = pages.reduce((rows, page) => Math.max(rows, page.length), 1);
  const fitting = Math.min(SIZE.most, WIDTH / SIGN / longest, (HEIGHT - 1) / LEAD / most);
  const size = Math.max(SIZE.least, fitting);
  const room = Math.floor(WIDTH / SIGN / size + 0.001);
  return (line) => {
    for (const part of broken(line, room)) {
      keep(pen, size * LEAD);
      pen.page.drawText(part, { x: MARGIN.left, y: pen.y - size, size, font });
      space(pen, size * LEAD);
    }
  };
}

/** A line in pieces of at most `room` signs, broken between words where it can be. */
function broken(line: string, room: number): string[] {
  const parts: string[] = [];
  let rest = line.trimEnd();
  while (rest.length > room) {
    const at = rest.lastIndexOf(' ', room);
    const end = at > room / 3 ? at : room;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}
