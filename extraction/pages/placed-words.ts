/** Which printed words a part of a line's text is: words have boxes, and say how surely OCR has read them. */
import type { PageLine, Word } from './page.ts';

type Printed = Pick<PageLine, 'text' | 'words'>;

const BLANK = /\s/u;

/** Of each character of a line's text, the number of its word; null for blanks and what is in no word. */
const placed = new WeakMap<Printed, (number | null)[]>();

/** The words of a line that its text between two offsets consists of, in order, whole ones. */
export function wordsBetween(line: Printed, from: number, to: number): Word[] {
  let owners = placed.get(line);
  if (!owners) {
    owners = ownersOf(line);
    placed.set(line, owners);
  }
  const numbers = new Set(owners.slice(from, to).filter((n) => n !== null));
  return [...numbers].sort((a, b) => a - b).map((n) => line.words[n] as Word);
}

/**
 * Letter by letter, not word by word: a line's text may have lost its bullet, its number or a diarienummer in
 * the middle of a title, and the same letters may stand in it twice.
 */
function ownersOf({ text, words }: Printed): (number | null)[] {
  const printed = words.flatMap((word, n) => lettersOf(word.text).map((letter) => ({ letter, n })));
  const letters = lettersOf(text);
  const place = placeOf(letters, printed);
  let k = 0;
  return [...text].flatMap((char) => {
    const owner = BLANK.test(char) ? null : place(k++);
    // offsets count UTF-16 units
    return Array.from({ length: char.length }, () => owner);
  });
}

const lettersOf = (text: string): string[] => [...text].filter((char) => !BLANK.test(char));

/** Where the k-th letter of a line's text stands among its printed words. */
function placeOf(letters: string[], printed: { letter: string; n: number }[]): (k: number) => number | null {
  const more = printed.length - letters.length;
  const at = (i: number): number | null => printed[i]?.n ?? null;
  let head = 0;
  while (head < letters.length && letters[head] === printed[head]?.letter) head++;
  let tail = 0;
  while (tail < letters.length && letters.at(-1 - tail) === printed.at(-1 - tail)?.letter) tail++;
  // what was dropped stood before the text; after it; or inside it
  if (tail === letters.length) return (k) => at(k + more);
  if (head + tail >= letters.length) return (k) => at(k < head ? k : k + more);
  const inner = printed
    .map((p) => p.letter)
    .join('')
    .indexOf(letters.join(''));
  return inner < 0 ? () => null : (k) => at(k + inner);
}
