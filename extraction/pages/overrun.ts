/**
 * Lines that run over the edge of their PDF page. pdf.js drops what lies outside the page, so the line would end in
 * the middle of a word; PDFium keeps it. What begins outside the page (printers' marks) stays out.
 */
import { BOLD, type Glyph, glyphsOf } from './glyphs.ts';
import type { Page, PageLine } from './page.ts';
import { buildPage, type Frame, type TextItem } from './pdf-page.ts';
import { type Pdfium, withDocument, withPage } from './pdfium.ts';

/** A line that ends this near the edge, in points, may have been cut there. */
const EDGE = 2;

/** Whether a line of the page may have been cut at its edge. */
export function runsOver(page: Page): boolean {
  return page.lines.some((line) => isAtEdge(line, page));
}

function isAtEdge({ bbox }: PageLine, { width, height }: Page): boolean {
  return bbox !== null && (bbox[2] > (width ?? 0) - EDGE || bbox[3] > (height ?? 0) - EDGE);
}

/** The pages of `frames` (by number) with their overrunning lines whole; the other pages, and other lines, as they are. */
export async function wholeLines(
  bytes: Uint8Array,
  pages: readonly Page[],
  frames: ReadonlyMap<number, Frame>,
): Promise<Page[]> {
  const over = new Set(pages.filter((page) => frames.has(page.page) && runsOver(page)).map((p) => p.page));
  if (over.size === 0) return [...pages];
  const reread = new Map<number, Page>();
  await withDocument(bytes, (module, document) => {
    for (const [no, frame] of frames) {
      if (!over.has(no)) continue;
      const items = withPage(module, document, no, (page) => itemsOf(module, page, frame));
      if (items) reread.set(no, withinPage(buildPage(no, frame, items, BOLD)));
    }
  });
  return pages.map((page) => {
    const other = reread.get(page.page);
    if (!other) return page;
    const lines = page.lines.map((line) =>
      isAtEdge(line, page) ? (longer(line, other.lines) ?? line) : line,
    );
    return { ...page, lines };
  });
}

/** The line of `others` that stands where `line` does, says the same and goes on. */
function longer(line: PageLine, others: readonly PageLine[]): PageLine | undefined {
  const squeeze = (text: string) => text.replaceAll(' ', '');
  // The last letter may be one that the edge cut in two.
  const start = squeeze(line.text).slice(0, -1);
  const near = (a: number | undefined, b: number | undefined) => Math.abs((a ?? 0) - (b ?? 0)) < 4;
  return others.find(
    ({ text, bbox }) =>
      near(bbox?.[0], line.bbox?.[0]) &&
      near(bbox?.[1], line.bbox?.[1]) &&
      squeeze(text).length > squeeze(line.text).length &&
      squeeze(text).startsWith(start),
  );
}

/** The words of a loaded page, but for those that begin outside it and continue no line. */
function itemsOf(module: Pdfium, page: number, frame: Frame): TextItem[] {
  const words: TextItem[] = [];
  let word: TextItem | null = null;
  for (const next of glyphsOf(module, page)) {
    if (!next) {
      word = null;
    } else if (word && continues(word, next)) {
      word.str += next.str;
      word.width = next.transform[4] + next.width - (word.transform[4] as number);
    } else {
      word = isKept(next, words.at(-1), frame) ? next : null;
      if (word) words.push(word);
    }
  }
  return words;
}

function continues(word: TextItem, next: Glyph): boolean {
  const [, , , size = 1, x = 0, y = 0] = word.transform;
  const gap = next.transform[4] - (x + word.width);
  const sameLine = Math.abs(next.transform[5] - y) < 0.05 * size;
  return sameLine && Math.abs(gap) < 0.15 * size && word.fontName === next.fontName;
}

/** On the page, or the next word of a line that began on it. */
function isKept(item: Glyph, before: TextItem | undefined, frame: Frame): boolean {
  const [, , , size, x, y] = item.transform;
  if (isInside(x, y, frame)) return true;
  if (!before) return false;
  const gap = x - ((before.transform[4] as number) + before.width);
  return Math.abs((before.transform[5] as number) - y) < 0.05 * size && gap > -size && gap < size;
}

function isInside(x: number, y: number, { transform, width, height }: Frame): boolean {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const [seenX, seenY] = [a * x + c * y + e, b * x + d * y + f];
  return seenX >= 0 && seenX <= width && seenY >= 0 && seenY <= height;
}

/** Boxes end where the page ends: what they point at is there to be seen. */
function withinPage(page: Page): Page {
  const { width, height } = page;
  const clip = <T extends PageLine['bbox']>(box: T): T =>
    box &&
    ([0, 1, 2, 3].map((i) =>
      Math.max(0, Math.min(box[i] as number, (i % 2 ? height : width) as number)),
    ) as T);
  const lines = page.lines.map((line) => ({
    ...line,
    bbox: clip(line.bbox),
    words: line.words.map((word) => ({ ...word, bbox: clip(word.bbox) })),
  }));
  return { ...page, lines };
}
