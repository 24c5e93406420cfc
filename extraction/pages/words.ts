/** Pieces of one segment into words with boxes: split at spaces, joined where the gap is no space. */

import type { Box, Word } from './page.ts';
import { ASCENT, DESCENT, type Piece } from './pdf-piece.ts';

/** A gap wider than this many ems between two pieces is a space. Kerning stays under it, the narrowest set space over. */
const SPACE_GAP = 0.15;
/** A gap wider than this many ems is written as two spaces. */
const WIDE_GAP = 1.5;
/** Gaps of letterspacing may differ by this factor and still be even. */
const EVEN = 1.7;

/** Rough advance widths in ems, to place words inside a piece whose own width is known. */
export function advance(char: string): number {
  if (/[iljtfr.,:;'|!()[\] ]/.test(char)) return 0.3;
  if (/[mwMW@%—]/.test(char)) return 0.85;
  if (/[A-ZÅÄÖ]/.test(char)) return 0.68;
  return 0.52;
}

/** The words of `pieces` (left to right), text and box in the pieces' own frame. */
export function wordsOf(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  let previous: Piece | null = null;
  let open = false;
  for (const piece of pieces) {
    const em = previous ? Math.min(previous.size, piece.size) : piece.size;
    const gap = previous ? piece.x0 - previous.x1 : 0;
    if (gap > SPACE_GAP * em || (piece.spaceBefore && gap > -0.1 * em)) open = false;
    for (const part of splitPiece(piece)) {
      const last = words.at(-1);
      if (part.text === '') {
        open = false;
      } else if (open && last) {
        last.text += part.text;
        last.bbox = union(last.bbox, part.bbox);
      } else {
        words.push(part);
        open = true;
      }
    }
    previous = piece;
  }
  return joinLetterspaced(words);
}

/** The words of one piece; an entry with empty text stands for each run of spaces. */
function splitPiece(piece: Piece): Word[] {
  const chars = [...piece.text];
  const total = chars.reduce((sum, c) => sum + advance(c), 0);
  const scale = total > 0 ? (piece.x1 - piece.x0) / total : 0;
  const parts: Word[] = [];
  let x = piece.x0;
  let text = '';
  let start = x;
  const top = piece.base - ASCENT * piece.size;
  const bottom = piece.base + DESCENT * piece.size;
  const flush = () => {
    if (text !== '') parts.push({ text, bbox: [start, top, x, bottom], confidence: null });
    text = '';
  };
  for (const c of chars) {
    const next = x + advance(c) * scale;
    if (c === ' ') {
      flush();
      parts.push({ text: '', bbox: [x, top, next, bottom], confidence: null });
    } else {
      if (text === '') start = x;
      text += c;
    }
    x = next;
  }
  flush();
  return parts;
}

/**
 * Letterspaced headings ("P R O T O K O L L") come as one word a letter: five or more single letters with even
 * gaps and a vowel among them are one word. A wider gap is a space between two such words.
 */
function joinLetterspaced(words: Word[]): Word[] {
  if (words.length < 5) return words;
  const out: Word[] = [];
  let i = 0;
  while (i < words.length) {
    let end = i;
    while (end < words.length && /^\p{L}$/u.test((words[end] as Word).text)) end++;
    const run = words.slice(i, Math.max(end, i + 1));
    for (const word of end - i >= 5 ? joinRun(run) : run) out.push(word);
    i = Math.max(end, i + 1);
  }
  return out;
}

function joinRun(letters: Word[]): Word[] {
  const gaps = letters.slice(1).map((w, i) => w.bbox[0] - (letters[i] as Word).bbox[2]);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const joined: Word[] = [];
  letters.forEach((letter, i) => {
    const last = joined.at(-1);
    if (last && (gaps[i - 1] ?? 0) <= Math.max(usual * EVEN, usual + 0.5)) {
      last.text += letter.text;
      last.bbox = union(last.bbox, letter.bbox);
    } else {
      joined.push({ ...letter });
    }
  });
  const isWord = joined.every((w) => w.text.length === 1 || /[aeiouyåäö]/i.test(w.text));
  return isWord ? joined : letters;
}

/** What stands before a clause of a list, set off by a tabulator: a bullet, a number or a letter. */
const LIST_MARK = /^(?:[•–-]|\d{1,3}[.)]|\p{L}[.)])$/u;
/** The tabulator after a list mark is at most this many ems wide. */
const LIST_TAB = 4;

/**
 * Words as text: one space between them, two where the gap is wider than 1.5 em (columns, tables, letterheads).
 * A list mark and its clause have one space, however far the tabulator is.
 */
export function textOf(words: readonly Word[], size: number): string {
  let text = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    if (before) {
      const wide = i === 1 && LIST_MARK.test(before.text) ? LIST_TAB : WIDE_GAP;
      text += word.bbox[0] - before.bbox[2] > wide * size ? '  ' : ' ';
    }
    text += word.text;
  });
  return text;
}

/** The smallest box around both. */
export function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
