/**
 * A passage: running text joined from lines that remembers the place of every word, so that any part of it
 * can be shown on its page.
 */
import { ord } from '../language/ord.ts';
import type { Evidence } from '../record.ts';
import type { Line } from './line.ts';

/** One printed word (or the half of one that was hyphenated at a line end) inside a passage. */
interface Piece {
  /** Offsets in the passage's text. */
  start: number;
  end: number;
  line: Line;
  /** Offset of the word in its line's text. */
  from: number;
}

export interface Passage {
  text: string;
  pieces: Piece[];
}

/** A word of the next line that a hyphen does not join: "barn- \n och ungdom" keeps its hyphen and space. */
const SUSPENDED = ord(/^(och|eller|samt|resp\.?|respektive|till|o)\b/);

/**
 * How a line end is written when its last word ends in a hyphen: the separator before the next word and
 * whether the hyphen goes. "fastighets-|investeringar" → one word; "PET-|CT", "2017-|11-16" keep the hyphen;
 * "sjuksköterske-|och" is a suspended compound.
 */
function hyphenJoin(last: string, next: string): { drop: boolean; space: boolean } {
  if (!/[\p{L}\d][-‐]$/u.test(last) || SUSPENDED.test(next)) return { drop: false, space: true };
  const stem = last.slice(0, -1).split(/[-/]/).at(-1) ?? '';
  if (/^\p{Ll}/u.test(next) && /\p{Ll}$/u.test(stem)) return { drop: true, space: false };
  if (/^[\p{L}\d]/u.test(next)) return { drop: false, space: false };
  return { drop: false, space: true };
}

/** Joins lines by one space, runs of blanks collapsed, end-of-line hyphens resolved. */
export function passageOf(lines: Line[]): Passage {
  let text = '';
  const pieces: Piece[] = [];
  for (const line of lines) {
    let first = true;
    for (const word of line.text.matchAll(/\S+/g)) {
      const last = pieces.at(-1);
      let space = text !== '';
      if (first && last) {
        const join = hyphenJoin(text.slice(text.lastIndexOf(' ') + 1), word[0]);
        space = join.space;
        if (join.drop) {
          text = text.slice(0, -1);
          last.end -= 1;
        }
      }
      if (space) text += ' ';
      pieces.push({ start: text.length, end: text.length + word[0].length, line, from: word.index });
      text += word[0];
      first = false;
    }
  }
  return { text, pieces };
}

/** The part of a passage between two offsets of its text, blanks at its ends dropped. */
export function slicePassage(passage: Passage, start: number, end: number = passage.text.length): Passage {
  let a = Math.max(0, start);
  let b = Math.min(end, passage.text.length);
  while (a < b && /\s/.test(passage.text[a] ?? '')) a++;
  while (b > a && /\s/.test(passage.text[b - 1] ?? '')) b--;
  const pieces = passage.pieces
    .filter((p) => p.end > a && p.start < b)
    .map((p) => {
      const cut = Math.max(0, a - p.start);
      return {
        start: Math.max(p.start, a) - a,
        end: Math.min(p.end, b) - a,
        line: p.line,
        from: p.from + cut,
      };
    });
  return { text: passage.text.slice(a, b), pieces };
}

/** Passages one after the other, joined by a space. */
export function concatPassages(passages: Passage[]): Passage {
  let text = '';
  const pieces: Piece[] = [];
  for (const p of passages) {
    if (!p.text) continue;
    if (text) text += ' ';
    for (const piece of p.pieces) {
      pieces.push({ ...piece, start: piece.start + text.length, end: piece.end + text.length });
    }
    text += p.text;
  }
  return { text, pieces };
}

/** The boxes of a line's words that begin between two offsets of its text; the whole line's box without words. */
function boxOf(line: Line, from: number, to: number): [number, number, number, number] | null {
  if (!line.bbox) return null;
  let at = 0;
  let box: [number, number, number, number] | null = null;
  for (const word of line.words) {
    const index = line.text.indexOf(word.text, at);
    if (index < 0) continue;
    at = index + word.text.length;
    if (at <= from || index >= to) continue;
    const [x0, y0, x1, y1] = word.bbox;
    box = box
      ? [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)]
      : [x0, y0, x1, y1];
  }
  return box ?? line.bbox;
}

/** Where a passage stands: one entry a page, with the box around its words, or the lines of a text file. */
export function evidenceOf(passage: Passage): Evidence[] {
  const byPage = new Map<number, Piece[]>();
  for (const piece of passage.pieces) {
    const list = byPage.get(piece.line.page);
    if (list) list.push(piece);
    else byPage.set(piece.line.page, [piece]);
  }
  return [...byPage].map(([page, pieces]) => {
    const lineNos = pieces.map((p) => p.line.lineNo).filter((n) => n !== null);
    if (lineNos.length > 0) {
      return { page, bbox: null, lines: [Math.min(...lineNos), Math.max(...lineNos)] };
    }
    const spans = new Map<Line, { from: number; to: number }>();
    for (const p of pieces) {
      const to = p.from + (p.end - p.start);
      const span = spans.get(p.line);
      if (span) span.to = Math.max(span.to, to);
      else spans.set(p.line, { from: p.from, to });
    }
    const boxes = [...spans].map(([line, s]) => boxOf(line, s.from, s.to)).filter((b) => b !== null);
    if (boxes.length === 0) return { page, bbox: null };
    const round = (n: number) => Math.round(n * 10) / 10;
    return {
      page,
      bbox: [
        round(Math.min(...boxes.map((b) => b[0]))),
        round(Math.min(...boxes.map((b) => b[1]))),
        round(Math.max(...boxes.map((b) => b[2]))),
        round(Math.max(...boxes.map((b) => b[3]))),
      ],
    };
  });
}
