/**
 * Lines that run over the edge of their PDF page. pdf.js drops what lies outside the page, so the line would end in
 * the middle of a word; PDFium keeps it. What begins outside the page (printers' marks) stays out.
 */
import type { Page, PageLine } from './page.ts';
import { buildPage, type Frame, type TextItem } from './pdf-page.ts';
import { type Pdfium, withDocument, withPage } from './pdfium.ts';

/** A line that ends this near the edge, in points, may have been cut there. */
const EDGE = 2;
/** Fonts of this weight and above are bold (OpenType OS/2, usWeightClass). */
const BOLD_WEIGHT = 600;
const BOLD = new Set(['bold']);

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
  if (frames.size === 0) return [...pages];
  const reread = new Map<number, Page>();
  await withDocument(bytes, (module, document) => {
    for (const [no, frame] of frames) {
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
  const text = module.FPDFText_LoadPage(page);
  if (text === 0) return [];
  const words: TextItem[] = [];
  let word: TextItem | null = null;
  try {
    const char = charReader(module, text);
    const count = module.FPDFText_CountChars(text);
    for (let i = 0; i < count; i++) {
      const next = char.at(i);
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
    char.free();
  } finally {
    module.FPDFText_ClosePage(text);
  }
  return words;
}

interface CharItem extends TextItem {
  transform: [number, number, number, number, number, number];
}

/** Reads characters as items of one letter; null for spaces and line ends. */
function charReader(module: Pdfium, text: number) {
  const { wasmExports, getValue } = module.pdfium;
  const room = wasmExports.malloc(32);
  function at(i: number): CharItem | null {
    const str = String.fromCodePoint(module.FPDFText_GetUnicode(text, i) || 0xfffd);
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
    const [left, , right] = [0, 4, 8].map((o) => getValue(room + o, 'float')) as [number, number, number];
    const fontName = module.FPDFText_GetFontWeight(text, i) >= BOLD_WEIGHT ? 'bold' : 'regular';
    return { str, transform: [a, b, c, d, x, y], width: right - left, fontName };
  }
  return { at, free: () => wasmExports.free(room) };
}

function continues(word: TextItem, next: CharItem): boolean {
  const [, , , size = 1, x = 0, y = 0] = word.transform;
  const gap = next.transform[4] - (x + word.width);
  const sameLine = Math.abs(next.transform[5] - y) < 0.05 * size;
  return sameLine && Math.abs(gap) < 0.15 * size && word.fontName === next.fontName;
}

/** On the page, or the next word of a line that began on it. */
function isKept(item: CharItem, before: TextItem | undefined, frame: Frame): boolean {
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
