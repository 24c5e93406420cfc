/** Bullets and dashes, which the Swedish model does not know either. Pure; a page at a time. */
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';

/** What bullets are read as: marks that begin no sentence, and letters that only several in a column give away. */
const MARK = /^[»«*®°©¤¢·●•+>]$/;
const LETTER = /^[eo0a]$/;
/** A bullet is lower than this part of the type size; so is e or o, but no capital, figure or bracket. */
const LOW = 0.6;
/** Bullets of one list stand this near to each other, points. */
const COLUMN = 4;

/** The page with its bullets as "•" and dashes between words as "–". */
export function repairMarks(page: Page): Page {
  const letters = page.lines.filter((line) => isLetterBullet(line));
  const bullets = new Set([
    ...page.lines.filter(isMarkBullet),
    ...letters.filter((line) => letters.some((other) => other !== line && isBelow(line, other))),
  ]);
  const lines = page.lines.map((line) => {
    const words = line.words.map((word, i): Word => {
      if (i === 0 && bullets.has(line)) return { ...word, text: '•' };
      return word.text === '—' ? { ...word, text: '–' } : word;
    });
    if (words.every((word, i) => word === line.words[i])) return line;
    return { ...line, words, text: textOf(words, line.size ?? 11) };
  });
  return { ...page, lines };
}

function isMarkBullet({ words }: PageLine): boolean {
  const [first, second] = words;
  if (!first || !second || !MARK.test(first.text) || !/[\p{L}\d”"]/u.test(second.text)) return false;
  // « and » may be quotation marks: then the line has another.
  return !/[«»]/.test(first.text) || !words.slice(1).some((word) => /[«»]/.test(word.text));
}

function isLetterBullet({ words, size }: PageLine): boolean {
  const [first, second] = words;
  if (!first || !second || !LETTER.test(first.text) || !/^[\p{L}”"]/u.test(second.text)) return false;
  const height = first.bbox[3] - first.bbox[1];
  const gap = second.bbox[0] - first.bbox[2];
  return height < LOW * (size ?? 11) && gap > 0.5 * (size ?? 11);
}

/** Both marks stand in one column, and the clauses after them in another. */
function isBelow(a: PageLine, b: PageLine): boolean {
  return [0, 1].every((i) => {
    const [x, y] = [a.words[i]?.bbox[0], b.words[i]?.bbox[0]];
    return x !== undefined && y !== undefined && Math.abs(x - y) < COLUMN;
  });
}
