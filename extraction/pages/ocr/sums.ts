/** Sums whose space was lost ("1500 kronor") in a document that prints one in every other ("1 000 kronor"). Pure. */
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';
import { parted } from './repair-words.ts';

const UNIT = /^(?:kr|tkr|kronor|tusen)[.,;:]?$/;
const THOUSANDS = /^\d{3}$/;
const CLOSE_UP = /^\d{4,6}$/;

/** The pages with the spaces of their sums, where most sums have them. */
export function repairSums(pages: readonly Page[]): Page[] {
  const lines = pages.filter((page) => page.textSource === 'ocr').flatMap((page) => page.lines);
  const count = (is: (words: readonly Word[], i: number) => boolean) =>
    lines.reduce((sum, { words }) => sum + words.filter((_, i) => is(words, i)).length, 0);
  const closeUp = count(isCloseUp);
  if (closeUp === 0 || count(isSpaced) <= closeUp) return [...pages];
  return pages.map((page) =>
    page.textSource === 'ocr' ? { ...page, lines: page.lines.map(withSpaces) } : page,
  );
}

const isSpaced = (words: readonly Word[], i: number): boolean =>
  THOUSANDS.test(words[i]?.text ?? '') &&
  /^\d{1,3}$/.test(words[i - 1]?.text ?? '') &&
  UNIT.test(words[i + 1]?.text ?? '');

const isCloseUp = (words: readonly Word[], i: number): boolean =>
  CLOSE_UP.test(words[i]?.text ?? '') && UNIT.test(words[i + 1]?.text ?? '');

function withSpaces(line: PageLine): PageLine {
  if (!line.words.some((_, i) => isCloseUp(line.words, i))) return line;
  const words = line.words.flatMap((word, i) =>
    isCloseUp(line.words, i) ? parted(word, word.text.length - 3) : [word],
  );
  return { ...line, words, text: textOf(words, line.size ?? 11) };
}
