/**
 * Words that OCR was unsure of, put right by what else the document says: a name, a body or a heading that stands there
 * more than once, and is a letter from what was read ("Malmdanhl": Malmdahl). Pure; the whole document.
 */
import { distance } from '../../language/distance.ts';
import { HEADING_WORDS } from '../../vocabulary/heading-words.ts';
import { isHeading } from '../../vocabulary/headings.ts';
import { LABELS } from '../../vocabulary/mislast.ts';
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';
import { bare } from './numbers.ts';

/** Words read less surely than this may be misread; those surer, where another like them stands so many times as often. */
const UNSURE = 88;
const TIMES = 5;
/** Of words that are read surely, only those as long as this: two short words are often alike. */
const LONGER = 6;
/** And those read less surely than this are likely to be misread. */
const VERY_UNSURE = 78;
/** A word must stand so often in the document to tell what another is; more often, the surer that one is. */
const OFTEN = 2;
const VERY_OFTEN = 4;
/** Shorter words are too like others. */
const SHORTEST = 5;
/** So many words alone on a line may be a heading. */
const FEW = 2;
/** Two letters may be misread in a word as long as this. */
const LONG = 12;
/** Words of the vocabulary as long as this are like no other word: they count as if they stood so often. */
const SURE = 9;
const VOCABULARY = 60;
/** Letters that are taken for one another. */
const ALIKE = ['aåäàáâ', 'oöóeéc', 'ilt1jfrI|!/', 'nmuh', 'vyw', 'gqpy', 'bhdk', 's58'];

/** Words by their length, and how often each stands in the document; those of the vocabulary are in no doubt. */
type Known = Map<number, Map<string, number>>;

/** The pages with what they misread once and read right elsewhere put right. */
export function repairByDocument(pages: readonly Page[]): Page[] {
  const known = knownWords(pages.filter((page) => page.textSource === 'ocr'));
  const headings = byLength([...HEADING_WORDS].map((word) => [word, VERY_OFTEN]));
  return pages.map((page) =>
    page.textSource === 'ocr'
      ? { ...page, lines: page.lines.map((line) => repaired(line, known, headings)) }
      : page,
  );
}

function knownWords(pages: readonly Page[]): Known {
  const counts = new Map<string, number>();
  for (const { text, confidence } of pages.flatMap((page) => page.lines.flatMap((line) => line.words))) {
    if ((confidence ?? 0) < VERY_UNSURE) continue;
    const word = bare(text).toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const word of [...HEADING_WORDS, ...LABELS])
    if (word.length >= SURE) counts.set(word, (counts.get(word) ?? 0) + VOCABULARY);
  return byLength([...counts].filter(([, count]) => count >= OFTEN));
}

function byLength(words: readonly (readonly [string, number])[]): Known {
  const known: Known = new Map();
  for (const [word, count] of words) {
    if (word.length < SHORTEST) continue;
    const same = known.get(word.length) ?? new Map<string, number>();
    known.set(word.length, same.set(word, count));
  }
  return known;
}

function repaired(line: PageLine, known: Known, headings: Known): PageLine {
  if (!line.words.some(isDoubtful)) return line;
  const from = (words: Known, sureness?: number) =>
    withText(
      line,
      line.words.map((word) => (isDoubtful(word) ? byKnown(word, words, sureness) : word)),
    );
  // a line of a word or two is a heading or nothing, however sure of it OCR was
  const asHeading = line.words.length <= FEW ? from(headings, 0) : from(headings);
  if (asHeading !== line && isHeading(asHeading.text) && !isHeading(line.text)) return asHeading;
  return from(known);
}

function withText(line: PageLine, words: Word[]): PageLine {
  if (words.every((word, i) => word === line.words[i])) return line;
  return { ...line, words, text: textOf(words, line.size ?? 11) };
}

function isDoubtful({ text, confidence }: Word): boolean {
  return confidence !== null && bare(text).length >= SHORTEST && !/\d{2}/.test(text);
}

/** The word as the known word that is next to it; itself if it is known, or none or several are. */
function byKnown(word: Word, known: Known, sureness = word.confidence ?? 0): Word {
  const own = bare(word.text);
  const lower = own.toLowerCase();
  const count = known.get(lower.length)?.get(lower) ?? 0;
  const near =
    sureness < UNSURE && count === 0
      ? nearby(lower, known, sureness)
      : sameLength(lower, known, TIMES * Math.max(1, count));
  const [best, next] = near;
  if (!best || best.far === next?.far) return word;
  return { ...word, text: word.text.replace(own, () => inCaseOf(own, best.other)) };
}

interface Near {
  other: string;
  far: number;
}

/** The known words a letter or two from one that OCR was unsure of, the nearest first. */
function nearby(word: string, known: Known, sureness: number): Near[] {
  const allowed = word.length >= LONG ? 2 : 1;
  const often = sureness < VERY_UNSURE ? OFTEN : VERY_OFTEN;
  const lengths = Array.from({ length: 2 * allowed + 1 }, (_, i) => word.length - allowed + i);
  return lengths
    .flatMap((length) => [...(known.get(length) ?? [])])
    .filter(([other, count]) => count >= often && !isOtherForm(word, other))
    .map(([other]) => ({ other, far: distance(word, other, allowed) }))
    .filter(({ other, far }) => far <= allowed && (far > 1 || looksLike(word, other)))
    .sort((a, b) => a.far - b.far);
}

/** The words that stand very often, and have one letter that is taken for the one that was read. */
function sameLength(word: string, known: Known, often: number): Near[] {
  if (word.length < LONGER) return [];
  return [...(known.get(word.length) ?? [])]
    .filter(([other, count]) => count >= often && looksLike(word, other) && !isOtherForm(word, other))
    .map(([other]) => ({ other, far: 1 }));
}

/** In capitals, or with one, as the word that was read. */
function inCaseOf(read: string, word: string): string {
  if (read.length > 1 && read === read.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(read) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Words one letter apart: one has a letter more, or the two letters are taken for each other. */
function looksLike(a: string, b: string): boolean {
  if (a.length !== b.length) return true;
  let at = -1;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (at >= 0) return false;
    at = i;
  }
  return ALIKE.some((letters) => letters.includes(a[at] ?? '') && letters.includes(b[at] ?? ''));
}

/** "nämnden" and "nämndens", "förstudie" and "förstudien": words that differ in their last letters are two forms of one. */
function isOtherForm(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  return same >= shorter - 1;
}
