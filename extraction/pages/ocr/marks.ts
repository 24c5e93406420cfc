/**
 * What stands before the clauses of a list: bullets, which the Swedish model does not know either, and the empty room
 * after them, which it takes for dashes. Pure; a page at a time.
 */
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';

/** What bullets are read as: marks that begin no sentence, and letters that only several in a column give away. */
const MARK = /^[»«*®°©¤¢·●•+>]{1,2}$/;
const LETTER = /^[eo0a°«»*©¢]{1,2}$/;
/** A bullet is lower than this part of the type size; so is e or o, but no capital, figure or bracket. */
const LOW = 0.6;
/** Bullets of one list stand this near to each other, points. */
const COLUMN = 4;
/** And no more lines apart than this: a crooked page's columns lean. */
const NEAR = 8;

const DASHES = /^[-–—]{1,3}$/;
/** A dash is not as high as this part of the type size: what is has been seen in empty room, with little sureness. */
const HIGH = 0.6;
const UNSURE = 45;
/** What a clause begins with, and what may stand right before it. */
const CLAUSE = /^[\p{Lu}\d”"]/u;
/** Lines of a list stand this near under each other, in type sizes. */
const STEP = 2.2;

/** The page with its bullets as "•", dashes between words as "–", and no dashes where nothing is printed. */
export function repairMarks(page: Page): Page {
  const cleaned = page.lines.map((line) => withWords(line, withoutPhantoms(line)));
  const marked = cleaned.filter(isMarkBullet);
  const letters = cleaned.filter(isLetterBullet);
  const bullets = new Set([
    ...marked,
    ...letters.filter((line) => hasLike(line, cleaned, [...marked, ...letters])),
  ]);
  const lines = cleaned.map((line) => (bullets.has(line) ? withBullet(line) : line));
  return { ...page, lines: lines.map((_, i) => withLostBullet(lines, i)) };
}

function withWords(line: PageLine, words: Word[]): PageLine {
  const isSame = words.length === line.words.length && words.every((word, i) => word === line.words[i]);
  return isSame ? line : { ...line, words, text: textOf(words, line.size ?? 11) };
}

function withBullet(line: PageLine): PageLine {
  const [first, ...rest] = line.words as [Word, ...Word[]];
  return withWords(line, first.text === '•' ? line.words : [{ ...first, text: '•' }, ...rest]);
}

/** Dashes as they are written, but those that are none; a dash run together with a clause after another goes, too. */
function withoutPhantoms({ words, size }: PageLine): Word[] {
  const em = size ?? 11;
  const kept = words.filter((word, i) => i === 0 || !isPhantom(word, em));
  const [first, second] = kept;
  return kept.map((word, i) => {
    const text = word.text.trim();
    if (i > 0 && text === '—') return { ...word, text: '–' };
    if (i === 0 && words.length > 1 && DASHES.test(text) && text !== '-' && text !== '–')
      return { ...word, text: '–' };
    const isGlued = i === 1 && first && second && isListMark(first) && /^[-–—]\p{L}/u.test(text);
    if (isGlued && word.confidence !== null && word.confidence < UNSURE)
      return { ...word, text: text.slice(1) };
    const dotted = i === 0 ? /^(\d{1,3}\.)\.+$/.exec(text)?.[1] : undefined;
    return text === word.text && !dotted ? word : { ...word, text: dotted ?? text };
  });
}

const isListMark = ({ text }: Word): boolean => DASHES.test(text) || MARK.test(text) || LETTER.test(text);

const isPhantom = ({ text, bbox, confidence }: Word, em: number): boolean =>
  DASHES.test(text) && bbox[3] - bbox[1] > HIGH * em && confidence !== null && confidence < UNSURE;

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

/** Near by, another line has its mark in the same column, and its clause, too. */
function hasLike(line: PageLine, all: readonly PageLine[], marked: readonly PageLine[]): boolean {
  const at = all.indexOf(line);
  return marked.some((other) => {
    if (other === line || Math.abs(all.indexOf(other) - at) > NEAR) return false;
    return [0, 1].every((i) => near(line.words[i]?.bbox[0], other.words[i]?.bbox[0]));
  });
}

const near = (x?: number, y?: number): boolean =>
  x !== undefined && y !== undefined && Math.abs(x - y) < COLUMN;

/** A clause whose mark was not read: it begins where its neighbour's does, and the line above it is at an end. */
function withLostBullet(lines: readonly PageLine[], i: number): PageLine {
  const line = lines[i] as PageLine;
  const first = line.words[0];
  if (!first || !CLAUSE.test(first.text)) return line;
  const neighbour = [lines[i - 1], lines[i + 1]].find(
    (other) =>
      other && isBulleted(other) && near(other.words[1]?.bbox[0], first.bbox[0]) && isNext(other, line),
  );
  if (!neighbour || !isEnded(lines, i)) return line;
  const mark = neighbour.words[0] as Word;
  const [x0, , x1] = mark.bbox;
  const lost: Word = { text: mark.text, bbox: [x0, first.bbox[1], x1, first.bbox[3]], confidence: 0 };
  const box = line.bbox;
  const wider = box ? { ...line, bbox: [x0, box[1], box[2], box[3]] as typeof box } : line;
  return withWords(wider, [lost, ...line.words]);
}

const isBulleted = ({ words }: PageLine): boolean => /^[•–-]$/.test(words[0]?.text ?? '') && words.length > 1;

function isNext(a: PageLine, b: PageLine): boolean {
  return !!a.bbox && !!b.bbox && Math.abs(a.bbox[1] - b.bbox[1]) < STEP * (a.size ?? 11);
}

/** The line above has room for this one's first word. */
function isEnded(lines: readonly PageLine[], i: number): boolean {
  const above = lines[i - 1];
  const first = lines[i]?.words[0];
  if (!above?.bbox || !first) return true;
  const right = Math.max(...lines.map((line) => line.bbox?.[2] ?? 0));
  return above.bbox[2] + (first.bbox[2] - first.bbox[0]) + (above.size ?? 11) < right;
}
