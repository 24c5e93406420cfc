/**
 * Page numbers with their total, "2 (4)", whose bracket was read as a figure or not at all ("2(4)", "214)", "2i(4)"): the
 * pages before and after say what it must be. Whether a document goes on is told by them. Pure; the whole document.
 */
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';

/** Lines at the head and foot of a page in which its number stands. */
const EDGE = 4;
/** A number is at most this far from where the other pages have theirs, points. */
const SAME_PLACE = 25;

interface Numbered {
  no: number;
  of: number;
  word: Word;
}

const WHOLE = /^(\d{1,3})\((\d{1,3})\)$/;
/** What may stand between the number and the total, or be the bracket. */
const BROKEN = /^(\d{1,3})[([{iIlt1/|!fr]{0,2}(\d{1,3})[)\]}]$/;

/** The pages with their numbers as printed: one word, "2(4)". */
export function repairPageNumbers(pages: readonly Page[]): Page[] {
  const known = pages.map((page) => (page.textSource === 'ocr' ? numberOf(page) : null));
  if (!known.some((number) => number !== null)) return [...pages];
  return pages.map((page, i) => {
    if (page.textSource !== 'ocr' || known[i]) return page;
    for (const line of edgesOf(page)) {
      const at = line.words.length - 1;
      const word = line.words[at];
      if (!word || !BROKEN.test(word.text)) continue;
      const near = [known[i - 1], known[i + 1]].filter((other) => other && isPlacedAs(word, other.word));
      const expected = expectedAt(known[i - 1] ?? null, known[i + 1] ?? null);
      const found = expected.find(({ no, of }) => near.length > 0 && saysSo(word.text, no, of));
      if (!found) continue;
      const mended = { ...word, text: `${found.no}(${found.of})` };
      known[i] = { ...found, word: mended };
      return withWord(page, line, at, mended);
    }
    return page;
  });
}

function numberOf(page: Page): Numbered | null {
  for (const line of edgesOf(page)) {
    const word = line.words.at(-1);
    const before = line.words.at(-2);
    if (!word) continue;
    const m = WHOLE.exec(word.text) ?? WHOLE.exec(`${before?.text ?? ''}${word.text}`);
    if (m && Number(m[1]) >= 1 && Number(m[1]) <= Number(m[2]))
      return { no: Number(m[1]), of: Number(m[2]), word };
  }
  return null;
}

const edgesOf = ({ lines }: Page): PageLine[] => [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];

function expectedAt(before: Numbered | null, after: Numbered | null): { no: number; of: number }[] {
  return [
    ...(before && before.no < before.of ? [{ no: before.no + 1, of: before.of }] : []),
    ...(after && after.no > 1 ? [{ no: after.no - 1, of: after.of }] : []),
  ];
}

/** The figures are there, in order, whatever stands between. */
function saysSo(text: string, no: number, of: number): boolean {
  return new RegExp(`^${no}[(\\[{iIlt10Cc/|!fr]{0,2}${of}[)\\]}]$`).test(text);
}

const isPlacedAs = (word: Word, other: Word): boolean =>
  Math.abs(word.bbox[2] - other.bbox[2]) < SAME_PLACE && Math.abs(word.bbox[1] - other.bbox[1]) < SAME_PLACE;

function withWord(page: Page, line: PageLine, at: number, word: Word): Page {
  const words = line.words.map((other, i) => (i === at ? word : other));
  const mended = { ...line, words, text: textOf(words, line.size ?? 11) };
  return { ...page, lines: page.lines.map((other) => (other === line ? mended : other)) };
}
