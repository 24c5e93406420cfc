/** A line whose first words stand in a column of their own, as two lines. */
import type { Line } from './line.ts';

const CELLS = /^(\S+(?: \S+){0,6})\s{2,}(\S.*)$/u;

/** The line's first cell and the rest of it, each with its own words and box; null where it is all one cell. */
export function firstCellApart(line: Line): [Line, Line] | null {
  const m = CELLS.exec(line.text);
  if (!m?.[1] || !m[2]) return null;
  const count = m[1].split(' ').length;
  const [head, rest] = [line.words.slice(0, count), line.words.slice(count)];
  return [
    { ...line, text: m[1], words: head, bbox: boxOf(line, head) },
    { ...line, text: m[2], words: rest, bbox: boxOf(line, rest), pageStart: false, gap: 0 },
  ];
}

/** The box around some words of the line, as high as the line. */
function boxOf({ bbox }: Line, words: Line['words']): Line['bbox'] {
  if (!bbox || words.length === 0) return bbox;
  const [first, last] = [words[0], words.at(-1)] as [Line['words'][number], Line['words'][number]];
  return [first.bbox[0], bbox[1], last.bbox[2], bbox[3]];
}
