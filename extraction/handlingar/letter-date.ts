/** A letter's date and its own number in the letterhead. */

import { findDates } from '../language/dates.ts';
import { labelledDokumentnummer } from '../language/nummer.ts';
import type { Line } from '../lines/line.ts';
import { type Passage, passageAt } from '../lines/passage.ts';

/** The document's own number in the letterhead. */
export function documentNumber(opening: Line[]): Passage | null {
  for (const line of opening) {
    const found = labelledDokumentnummer(line.text);
    if (found) return passageAt(line, found.start, found.end);
  }
  return null;
}

/** The line that dates a letter: of its head above the title's sections, else the one it is signed under. */
export function dateLine(opening: Line[], head: Line[], tail: Line[]): Line | null {
  const above = new Set(head);
  const furniture = (l: Line) =>
    above.has(l) || !head.some((h) => h.page === l.page && h.lineNo === l.lineNo && h.text === l.text);
  const first = opening.slice(0, Math.max(head.length + 4, 6));
  return (
    first.find(
      (l) =>
        /^(?:senast )?(?:uppdaterad|publicerad|datum|utfärdad|upprättad)\b/iu.test(l.text) &&
        dateOf(l) !== null,
    ) ??
    first.find((l) => above.has(l) && dateOf(l) !== null) ??
    tail.find((l) => /^\p{Lu}\p{L}+,? (?:den )?\d/u.test(l.text) && dateOf(l) !== null) ??
    first.find((l) => furniture(l) && l.text.replace(/\s+/g, ' ').length < 60 && dateOf(l) !== null) ??
    null
  );
}

/** A letter's date: alone or in its head, not the span of a mandate nor a day inside the title's sentence. */
export function dateOf(line: Line): string | null {
  if (line.text.length > 160 || /^Till\s/u.test(line.text)) return null;
  const dates = findDates(line.text);
  return dates[0]?.iso ?? null;
}
