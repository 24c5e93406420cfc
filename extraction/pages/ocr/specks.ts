/** What is no text: dust, edges of the paper, rules and signatures that the engine took for characters. Pure. */
import type { OcrLine, OcrWord } from './engine.ts';

/** A lone mark without a letter or figure is dust when the engine was less sure than this. */
const SURE_MARK = 75;
/** A word far off at the end of a line is dust when the engine was less sure than this. */
const SURE_WORD = 50;
/** A line whose words are all less sure than this, and none a word, is a picture or a signature. */
const SURE_LINE = 45;
/** "§ 8" alone on its line, which the Swedish model has no sign for and is never sure of. */
const SECTION_ALONE = /^(?:\p{Lu}{2,6} )?[§$&8S35]{1,2} ?\d{1,4}(?:\/\d{2,4})?$/u;
/** A character lower than this part of the line is a streak, unless it is a mark that is meant to be low. */
const STREAK = 0.2;
/** Far off: a gap of more line heights than this. */
const FAR = 1.5;

/** "2(4)", "24)": the end of a head, however unsure. */
const PAGE_NUMBER = /^\d.{0,3}\d\)$/;

/** A list's mark may stand so many line heights before its clause. */
const TAB = 4;

/** The lines that are text, without the specks at their ends. */
export function withoutSpecks(lines: readonly OcrLine[]): OcrLine[] {
  return lines.flatMap((line) => {
    const words = trimmed(line.words.filter((word) => !isStreak(word, line.height)));
    return words.length === 0 || isNoise(words) ? [] : [{ ...line, words }];
  });
}

/** A line of which nothing would be left. */
export const isDust = (line: OcrLine): boolean => withoutSpecks([line]).length === 0;

function trimmed(words: OcrWord[]): OcrWord[] {
  let from = 0;
  let to = words.length;
  while (from < to && isLeadingSpeck(words, from, to)) from++;
  while (to > from && isTrailingSpeck(words, from, to)) to--;
  return words.slice(from, to);
}

function isLeadingSpeck(words: readonly OcrWord[], at: number, to: number): boolean {
  const word = words[at] as OcrWord;
  // No line begins with these, however sure the engine is.
  if (/^[.,:;|_'’`´~=]+$/.test(word.text)) return true;
  if (at + 1 === to) return isMark(word) && word.confidence < SURE_MARK;
  // A bullet is often read as a mark of little sureness: only one that stands far off is dust.
  if (/^[-–—•*»]$/.test(word.text)) return isFar(word, words[at + 1] as OcrWord, TAB);
  return isMark(word) && word.confidence < SURE_MARK && isFar(word, words[at + 1] as OcrWord);
}

function isTrailingSpeck(words: readonly OcrWord[], from: number, to: number): boolean {
  const word = words[to - 1] as OcrWord;
  if (/^[.,:;|_'’`´~]+$/.test(word.text)) return true;
  if (isMark(word) && word.confidence < SURE_MARK) return true;
  if (to - 1 === from || word.confidence >= SURE_WORD || PAGE_NUMBER.test(word.text)) return false;
  return isFar(words[to - 2] as OcrWord, word) && word.text.length <= 3;
}

/** Nothing, or a "letter" that is a hair's breadth high. */
function isStreak({ text, box }: OcrWord, height: number): boolean {
  return text.trim() === '' || (!/^[-–—_.,:;•·…]+$/.test(text) && box[3] - box[1] < STREAK * height);
}

function isMark({ text }: OcrWord): boolean {
  return !/[\p{L}\p{N}§]/u.test(text);
}

function isFar(left: OcrWord, right: OcrWord, far = FAR): boolean {
  return right.box[0] - left.box[2] > far * Math.max(left.box[3] - left.box[1], right.box[3] - right.box[1]);
}

function isNoise(words: readonly OcrWord[]): boolean {
  if (SECTION_ALONE.test(words.map(({ text }) => text).join(' '))) return false;
  if (words.some((word) => word.confidence >= SURE_LINE)) return false;
  return !words.some(({ text }) => /\p{L}{4}/u.test(text));
}
