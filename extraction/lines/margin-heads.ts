/**
 * Headings that stand in a column of their own, left of the text: "Beslut      Kommunstyrelsen beslutar …". The heading
 * and the text beside it are two lines, as they are where the heading stands above.
 */
import { headingOf } from '../vocabulary/headings.ts';
import type { Section } from '../vocabulary/section.ts';
import type { Line } from './line.ts';

/** Fewer than this, and it is a row of a table. */
const LEAST = 2;
/** Forms of a front page, read cell by cell: their labels stay beside what they label. */
const FORMS = new Set<Section | null>([null, 'narvaro', 'anslag', 'justering']);
const CELLS = /^(\S+(?: \S+){0,6})\s{2,}(\S.*)$/u;

/** The lines with headings in the margin set above their text. */
export function liftMarginHeads(lines: Line[]): Line[] {
  const parted = lines.map(part);
  if (parted.filter((p) => p !== null).length < LEAST) return lines;
  return lines.flatMap((line, i) => parted[i] ?? [line]);
}

function part(line: Line): [Line, Line] | null {
  const m = CELLS.exec(line.text);
  if (!m?.[1] || !m[2]) return null;
  if (FORMS.has(headingOf(m[1])) || headingOf(m[2].split(/\s{2,}/)[0] ?? '')) return null;
  // "Ja", "X", "12": cells of a table
  if (!/\p{L}{3}.*\s|\p{L}{6}/u.test(m[2]) && line.bbox === null) return null;
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
