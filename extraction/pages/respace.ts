/**
 * Pages whose words run together ("Kommunstyrelsenbeslutar") or whose letters stand apart ("B e s l u t"): the file draws
 * no spaces, or one behind every letter. Where the letters stand on the page tells where words end: a reader sees it, too.
 */
import { BOLD, type Glyph, glyphsOf } from './glyphs.ts';
import type { Page } from './page.ts';
import { buildPage, type Frame, type TextItem } from './pdf-page.ts';
import { withDocument, withPage } from './pdfium.ts';
import { textQuality } from './text-quality.ts';

/** More letters alone than this part of the words, and letters may stand apart. */
const APART = 0.08;
/** A gap this many ems wider than the usual one between letters parts words; kerning stays under it. */
const WIDER = 0.045;
/** The gap that counts as wide when words stand far apart, in ems beyond the usual one: half of a narrow space. */
const WIDE = 0.14;
/** Letters set apart by more than this many ems are entries of a table. */
const FAR = 0.75;
/** A line with fewer gaps says nothing of its own spacing. */
const FEW = 5;

/** Whether the page's words may have been parted at the wrong places. Lists of names are looked at in vain, at little cost. */
export function isMisspaced({ lines }: Page): boolean {
  const tokens = lines.flatMap((line) => line.text.split(/\s+/));
  if (tokens.filter(isAlone).length >= Math.max(4, APART * tokens.length)) return true;
  if (tokens.some(isGlued)) return true;
  const quality = textQuality({ lines, height: null });
  return quality.words >= 8 && quality.functionWords < 0.12;
}

/** A letter or figure by itself that no text has often; a column of marks has one only. */
const isAlone = (token: string) => /^[\p{L}\d]$/u.test(token) && !/^[iåöxo1]$/iu.test(token);

/** Words run together: a sentence's end inside, "och" inside or "att" in front of another word, far too long. */
function isGlued(token: string): boolean {
  if (/[@/]|www|http/.test(token)) return false;
  if (/\p{Ll}{2}[.,;:]\p{Lu}\p{Ll}{2}/u.test(token)) return true;
  if (/^\P{L}*att(?!est|i[tr]|r[aio]|ac|en)\p{L}{3}/u.test(token)) return true;
  return /\p{Ll}{2}och(?!er|s)\p{L}{2}/u.test(token) || token.replace(/\P{L}/gu, '').length >= 34;
}

/** The pages of `frames` (by number) with their words parted where the gaps are; a page that gains nothing stays as it is. */
export async function respaced(
  bytes: Uint8Array,
  pages: readonly Page[],
  frames: ReadonlyMap<number, Frame>,
): Promise<Page[]> {
  const wanted = pages.filter((page) => frames.has(page.page) && isMisspaced(page));
  if (wanted.length === 0) return [...pages];
  const reread = new Map<number, Page>();
  await withDocument(bytes, (module, document) => {
    for (const page of wanted) {
      const frame = frames.get(page.page) as Frame;
      const glyphs = withPage(module, document, page.page, (loaded) => glyphsOf(module, loaded));
      const other = glyphs && buildPage(page.page, frame, wordsFrom(glyphs), BOLD);
      if (other && readsBetter(other, page)) reread.set(page.page, other);
    }
  });
  return pages.map((page) => reread.get(page.page) ?? page);
}

/** The same letters, and more of the small words that every text has, or fewer letters alone. */
function readsBetter(other: Page, page: Page): boolean {
  const [now, before] = [textQuality(other), textQuality(page)];
  // some more may stand beyond the edge, where pdf.js does not look
  if (now.chars < 0.98 * before.chars || now.chars > 1.25 * before.chars) return false;
  const small = (q: typeof now) => q.functionWords * q.words;
  if (small(now) > small(before) && now.functionWords > before.functionWords) return true;
  const alone = ({ lines }: Page) => lines.flatMap((line) => line.text.split(/\s+/)).filter(isAlone).length;
  return small(now) > 0 && small(now) >= small(before) && alone(other) < alone(page) / 2;
}

/** Letters to words, each an item with a space before it. */
function wordsFrom(glyphs: readonly (Glyph | null)[]): TextItem[] {
  const lines = linesFrom(glyphs.filter((glyph) => glyph !== null));
  const all = lines.flatMap(gapsOf);
  const usual = middle(all);
  const wide = middle(all.filter((gap) => gap > usual + WIDER && gap < FAR));
  const items: TextItem[] = [];
  for (const line of lines) {
    const gaps = gapsOf(line);
    const own = gaps.length >= FEW && least(gaps) > usual + WIDER ? middle(gaps) : usual;
    const base = own < FAR ? Math.max(own, usual) : usual;
    // the page's own spaces say how wide they are, in lines that are set as the page is
    const half = base > usual + WIDER ? WIDE : Math.min(WIDE, Math.max(WIDER, (wide - usual) / 2));
    line.forEach((glyph, i) => {
      const last = items.at(-1);
      if (last && i > 0 && (gaps[i - 1] as number) <= base + half) {
        last.str += glyph.str;
        last.width = along(glyph) + glyph.width - along(last);
      } else {
        items.push({ ...glyph, str: ' ', width: 0 }, { ...glyph });
      }
    });
  }
  return items;
}

/** Letters drawn one after the other on one baseline, forwards. */
function linesFrom(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    const goesOn =
      before &&
      Math.abs(across(glyph) - across(before)) < 0.2 * sizeOf(glyph) &&
      Math.abs(sizeOf(glyph) - sizeOf(before)) < 0.2 * sizeOf(glyph) &&
      gapOf(before, glyph) > -0.5;
    if (goesOn) lines.at(-1)?.push(glyph);
    else lines.push([glyph]);
    before = glyph;
  }
  return lines;
}

const gapsOf = (line: readonly Glyph[]): number[] =>
  line.slice(1).map((glyph, i) => gapOf(line[i] as Glyph, glyph));

/** In ems. */
const gapOf = (before: Glyph, glyph: Glyph): number =>
  (along(glyph) - along(before) - before.width) / sizeOf(glyph);

const sizeOf = ({ transform: [, , c = 0, d = 1] }: TextItem): number => Math.hypot(c, d) || 1;

/** How far a letter stands in the direction of its text, and from it, in points. */
function along({ transform: [a = 1, b = 0, , , x = 0, y = 0] }: TextItem): number {
  return (x * a + y * b) / (Math.hypot(a, b) || 1);
}
function across({ transform: [a = 1, b = 0, , , x = 0, y = 0] }: TextItem): number {
  return (y * a - x * b) / (Math.hypot(a, b) || 1);
}

/** What all but a tenth of the numbers are above: a line of short words has gaps inside them, however few. */
const least = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 10)] ?? 0;

/** The middle of a list of numbers; 0 for none. */
function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
