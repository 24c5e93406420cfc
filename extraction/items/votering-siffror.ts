/**
 * Which counts of a vote nothing confirms. Beside a second reading, the names do (as many as the count), and the
 * sum does: the votes cast, where the minutes state them, or the members present.
 */
import { readWords } from '../confidence.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Passage } from '../lines/passage.ts';
import type { Votering } from '../record.ts';

type Counts = Pick<Votering, 'ja' | 'nej' | 'avstar' | 'roster'>;

const FIELDS = ['ja', 'nej', 'avstar'] as const;

/** "Summa avgivna röster 13", "totalt 61", "av 13 avgivna röster". */
const TOTAL = ord(
  /\b(?:summa|sammanlagt|totalt|antal(?:et)?)\b\D{0,30}?(\d{1,3})(?![\d\p{L}/-])(?!\s+\d)|\b(\d{1,3})\s+(?:avgivna röster|röstande|röstberättigade)\b/giu,
);

/** The names of the counts that OCR has read and nothing confirms; `lines` are those of the vote's section. */
export function unconfirmedCounts(counts: Counts, passage: Passage, lines: readonly Line[]): string[] {
  const figures = readWords(passage).filter((word) => /\d/.test(word.text));
  if (figures.length === 0) return [];
  const read = FIELDS.filter((field) => {
    const count = counts[field];
    const own = figures.filter((word) => count !== null && Number(word.text.replace(/\D/g, '')) === count);
    // written in letters, or counted from the names
    if (count === null || own.length === 0) return false;
    return !own.some((word) => word.confirmed === true);
  });
  const stated = lines.flatMap(({ text }) => [...text.matchAll(TOTAL)].map((m) => Number(m[1] ?? m[2])));
  return isWhole(counts, stated) ? [] : read.filter((field) => !isCalled(counts, field));
}

/** The sum of the votes is one of the totals; a sum that is one of its own parts tells nothing. */
export function isWhole({ ja, nej, avstar }: Counts, totals: readonly number[]): boolean {
  const sum = ja + nej + (avstar ?? 0);
  return totals.includes(sum) && ![ja, nej, avstar].includes(sum);
}

/** As many names as the count says. */
function isCalled(counts: Counts, field: (typeof FIELDS)[number]): boolean {
  return counts.roster.filter(({ rost }) => rost === field).length === counts[field];
}
