/**
 * Headings that stand in a column of their own, left of the text: "Beslut      Kommunstyrelsen beslutar …". The heading
 * and the text beside it are two lines, as they are where the heading stands above.
 */
import { headingOf } from '../vocabulary/headings.ts';
import type { Section } from '../vocabulary/section.ts';
import { firstCellApart } from './first-cell.ts';
import type { Line } from './line.ts';

/** Fewer than this, and it is a row of a table. */
const LEAST = 2;
/** Forms of a front page, read cell by cell: their labels stay beside what they label. */
const FORMS = new Set<Section | null>([null, 'narvaro', 'anslag', 'justering']);

/** The lines with headings in the margin set above their text. */
export function liftMarginHeads(lines: Line[]): Line[] {
  const parted = lines.map(part);
  if (parted.filter((p) => p !== null).length < LEAST) return lines;
  return lines.flatMap((line, i) => parted[i] ?? [line]);
}

function part(line: Line): [Line, Line] | null {
  const apart = firstCellApart(line);
  if (!apart) return null;
  const [head, { text }] = apart;
  if (FORMS.has(headingOf(head.text)) || headingOf(text.split(/\s{2,}/)[0] ?? '')) return null;
  // "Ja", "X", "12": cells of a table
  return /\p{L}{3}.*\s|\p{L}{6}/u.test(text) || line.bbox !== null ? apart : null;
}
