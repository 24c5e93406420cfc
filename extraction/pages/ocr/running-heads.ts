/**
 * Running heads: what stands at the head of every page is the same, and a word or a day that one page has otherwise was
 * misread there. A day misread so would make the page another meeting's. Pure; the whole document.
 */
import { distance } from '../../language/distance.ts';
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';

/** Lines at the head of a page that run on. */
const HEAD = 5;
/** They stand this near to where they stand on the next page, points. */
const SAME_PLACE = 14;
/** One character in so many may be misread. */
const MISREAD = 5;
/** Words read less surely than this may be misread. */
const UNSURE = 88;
/** Shorter words and numbers are the page's own. */
const SHORTEST = 4;

/** The pages with their heads as the pages on both sides have them. */
export function repairRunningHeads(pages: readonly Page[]): Page[] {
  return pages.map((page, i) => {
    if (page.textSource !== 'ocr') return page;
    const beside = [pages[i - 1], pages[i + 1]];
    // the first page and the last have one beside them: two others must agree, and OCR must have been unsure
    const isEdge = beside.includes(undefined);
    const [one, other] = isEdge ? (i === 0 ? [pages[1], pages[2]] : [pages[i - 1], pages[i - 2]]) : beside;
    if (!one || !other) return page;
    const sure = isEdge ? UNSURE : 101;
    const lines = page.lines.map((line, no) => (no < HEAD ? asBoth(line, one, other, sure) : line));
    return { ...page, lines };
  });
}

function asBoth(line: PageLine, one: Page, other: Page, sure: number): PageLine {
  const a = alikeIn(line, one);
  const b = alikeIn(line, other);
  if (!a || !b) return line;
  const own = solid(line);
  const [theirs, too] = [solid(a), solid(b)];
  const words = own.map((word, i): Word => {
    const meant = theirs[i]?.text ?? '';
    if (meant !== too[i]?.text || word.text === meant || meant.length < SHORTEST) return word;
    if ((word.confidence ?? 0) >= sure) return word;
    const allowed = Math.max(1, Math.floor(meant.length / MISREAD));
    return distance(word.text, meant, allowed) <= allowed ? { ...word, text: meant, confirmed: false } : word;
  });
  if (words.every((word, i) => word === own[i])) return line;
  return { ...line, words, text: textOf(words, line.size ?? 11) };
}

/** The words of a line, without the specks among them. */
const solid = ({ words }: PageLine): Word[] => words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));

/** The line at the head of another page that stands there and has the same words, a letter here and there apart. */
function alikeIn(line: PageLine, page: Page): PageLine | undefined {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');
  return page.lines.slice(0, HEAD).find((other) => {
    if (!line.bbox || !other.bbox || solid(other).length !== solid(line).length) return false;
    const [dx, dy] = [line.bbox[0] - other.bbox[0], line.bbox[1] - other.bbox[1]];
    if (Math.abs(dx) > SAME_PLACE || Math.abs(dy) > SAME_PLACE) return false;
    const own = letters(line.text);
    const allowed = Math.floor(own.length / MISREAD);
    return distance(own, letters(other.text), allowed) <= allowed;
  });
}
