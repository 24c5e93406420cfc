/** What is no text: dust, edges of the paper, rules and signatures that the engine took for characters. */
import type { OcrLine, OcrWord } from './engine.ts';

/** A lone mark without a letter or figure is dust when the engine was less sure than this. */
const SURE_MARK = 75;
/** A line whose words are all less sure than this, and none a word, is a picture or a signature. */
const SURE_LINE = 45;

/** The lines that are text, without the specks at their ends. */
export function withoutSpecks(lines: readonly OcrLine[]): OcrLine[] {
  return lines.flatMap((line) => {
    const words = trimmed(line.words.filter((word) => word.text.trim() !== ''));
    return words.length === 0 || isNoise(words) ? [] : [{ ...line, words }];
  });
}

/** Without marks at either end that the engine is unsure of: the edge of the paper, a fold, a pin. */
function trimmed(words: OcrWord[]): OcrWord[] {
  let from = 0;
  let to = words.length;
  // A bullet is often read as an unsure mark at the start: only one that stands far off is dust.
  while (from < to && isSpeck(words[from] as OcrWord) && (to - from === 1 || isFarFrom(words, from))) from++;
  while (to > from && isSpeck(words[to - 1] as OcrWord)) to--;
  return words.slice(from, to);
}

function isSpeck({ text, confidence }: OcrWord): boolean {
  return !/[\p{L}\p{N}§]/u.test(text) && confidence < SURE_MARK;
}

function isFarFrom(words: OcrWord[], at: number): boolean {
  const [word, next] = [words[at] as OcrWord, words[at + 1] as OcrWord];
  const height = next.box[3] - next.box[1];
  return next.box[0] - word.box[2] > 3 * height;
}

function isNoise(words: readonly OcrWord[]): boolean {
  if (words.some((word) => word.confidence >= SURE_LINE)) return false;
  return !words.some(({ text }) => /\p{L}{4}/u.test(text));
}
