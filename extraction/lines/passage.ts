/**
 * A passage: running text joined from lines that remembers the place of every word, so that any part of it
 * can be shown on its page.
 */
import { least, most } from '../extremes.ts';
import { ord } from '../language/ord.ts';
import type { Box, Word } from '../pages/page.ts';
import { wordsBetween } from '../pages/placed-words.ts';
import { union } from '../pages/words.ts';
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
  // "2027–|2030": a span of years or amounts
  if (/\d[–—]$/u.test(last) && /^\d/.test(next)) return { drop: false, space: false };
  if (!/[\p{L}\d][-‐]$/u.test(last) || SUSPENDED.test(next)) return { drop: false, space: true };
  const stem = last.slice(0, -1).split(/[-/]/).at(-1) ?? '';
  if (/^\p{Ll}/u.test(next) && /\p{Ll}$/u.test(stem)) return { drop: true, space: false };
  if (/^[\p{L}\d]/u.test(next)) return { drop: false, space: false };
  return { drop: false, space: true };
}

/** Joins lines by one space, runs of blanks collapsed, end-of-line hyphens resolved. */
export function passageOf(lines: Line[]): Passage {
  const said: string[] = [];
  // Kept apart: looking it up in a text that grows would take the square of its length.
  let lastWord = '';
  let length = 0;
  const pieces: Piece[] = [];
  for (const line of lines) {
    let first = true;
    for (const word of line.text.matchAll(/\S+/g)) {
      const last = pieces.at(-1);
      let space = length > 0;
      if (first && last) {
        const join = hyphenJoin(lastWord, word[0]);
        space = join.space;
        if (join.drop) {
          lastWord = lastWord.slice(0, -1);
          said.push((said.pop() as string).slice(0, -1));
          length -= 1;
          last.end -= 1;
        }
      }
      if (space) {
        said.push(' ');
        length += 1;
      }
      pieces.push({ start: length, end: length + word[0].length, line, from: word.index });
      said.push(word[0]);
      length += word[0].length;
      lastWord = space ? word[0] : lastWord + word[0];
      first = false;
    }
  }
  return { text: said.join(''), pieces };
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

/** The part of a line between two offsets of the line's own text, whose runs of blanks a passage does not keep. */
export function passageAt(line: Line, start: number, end: number): Passage {
  const passage = passageOf([line]);
  const own = passage.pieces.filter((p) => p.from < end && p.from + (p.end - p.start) > start);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return passage;
  return slicePassage(
    passage,
    first.start + Math.max(0, start - first.from),
    last.start + Math.min(end - last.from, last.end - last.start),
  );
}

/** The part of a line that says `words`, in whatever case; the whole line when it does not say them so. */
export function partOf(line: Line, words: string): Passage {
  const passage = passageOf([line]);
  const at = passage.text.toLowerCase().indexOf(words.toLowerCase());
  return at < 0 ? passage : slicePassage(passage, at, at + words.length);
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

/** Words that stand side by side in one line and are all a passage's; `beside` are the line's other words. */
interface Run {
  box: Box;
  beside: Word[];
}

/** The runs of a line's own words; the line itself where its words are not known. */
function runsOf(line: Line, own: Set<Word>): Run[] {
  if (!line.bbox) return [];
  if (own.size === 0) return [{ box: line.bbox, beside: [] }];
  const beside = line.words.filter((word) => !own.has(word));
  const runs: Run[] = [];
  line.words.forEach((word, i) => {
    if (!own.has(word)) return;
    const last = runs.at(-1);
    const before = line.words[i - 1];
    if (last && before && own.has(before)) last.box = union(last.box, word.bbox);
    else runs.push({ box: word.bbox, beside });
  });
  return runs;
}

const holds = ([x0, y0, x1, y1]: Box, { bbox: [a, b, c, d] }: Word): boolean =>
  (a + c) / 2 >= x0 && (a + c) / 2 <= x1 && (b + d) / 2 >= y0 && (b + d) / 2 <= y1;

/** As few boxes as will do without lying over words that the passage does not consist of. */
function boxesOf(runs: Run[]): Box[] {
  const boxes: Run[] = [];
  for (const run of runs) {
    const last = boxes.at(-1);
    const beside = [...(last?.beside ?? []), ...run.beside];
    const box = last ? union(last.box, run.box) : run.box;
    if (last && !beside.some((word) => holds(box, word))) boxes.splice(-1, 1, { box, beside });
    else boxes.push(run);
  }
  return boxes.map(({ box }) => box);
}

/**
 * Where a passage stands: on each page the boxes around its words, from top to bottom, or the lines of a text
 * file. A paragraph has one box; what begins or ends in the middle of a line has one more for each such line.
 */
export function evidenceOf(passage: Passage): Evidence[] {
  const round = (n: number) => Math.round(n * 10) / 10;
  return [...Map.groupBy(passage.pieces, (piece) => piece.line.page)].flatMap(
    ([page, pieces]): Evidence[] => {
      const lineNos = pieces.map((p) => p.line.lineNo).filter((n) => n !== null);
      if (lineNos.length > 0) {
        return [{ page, bbox: null, lines: [least(lineNos), most(lineNos)] }];
      }
      const runs = [...Map.groupBy(pieces, (piece) => piece.line)].flatMap(([line, own]) =>
        runsOf(line, new Set(own.flatMap(wordsOfPiece))),
      );
      if (runs.length === 0) return [{ page, bbox: null }];
      return boxesOf(runs).map((box) => ({ page, bbox: box.map(round) as Box }));
    },
  );
}

/** The printed words a passage consists of; empty for text input. */
export function wordsOfPassage(passage: Passage): Word[] {
  return [...new Set(passage.pieces.flatMap(wordsOfPiece))];
}

const wordsOfPiece = ({ line, from, start, end }: Piece): Word[] =>
  wordsBetween(line, from, from + (end - start));

/** The lines of a passage, without what else stands on them. */
export function slicedLines(passage: Passage): Line[] {
  return [...Map.groupBy(passage.pieces, (piece) => piece.line)].map(([line, own]) => {
    const [first, last] = [own[0] as Piece, own.at(-1) as Piece];
    const to = last.from + (last.end - last.start);
    return { ...line, text: line.text.slice(first.from, to), words: wordsBetween(line, first.from, to) };
  });
}
