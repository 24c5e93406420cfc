/**
 * Minutes of one matter that print no number for it: an extract whose § the template or a conversion left out. The matter
 * is told by its title above the first section and by a section that only a meeting that was held has.
 */
import { findDates } from '../language/dates.ts';
import type { Line } from '../lines/line.ts';
import { findOrganer } from '../routing/organ.ts';
import { HUVUDMAN_LINE, PROTOKOLL, PROTOKOLL_BESIDE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import { HELD } from '../vocabulary/section.ts';

/** The first section stands no further down, in lines. */
const WITHIN = 15;
/** A title has at least this many letters. */
const SHORTEST = 10;

/** The first § of rules, which are numbered from 1: it is not that the number is left out. */
const FIRST_RULE = /^(?:§\s?1|1\s?§)(?!\d)/;

/** Index of the line at which the title of the only matter begins; null where there is none. */
export function onlyMatterAt(lines: readonly Line[]): number | null {
  const sections = lines.map((l) => headingOf(l.text));
  const first = sections.findIndex((s) => s !== null);
  if (first < 1 || first > WITHIN || !sections.some((s) => HELD.has(s))) return null;
  if (lines.some((l) => FIRST_RULE.test(l.text))) return null;
  let from = first;
  while (from > 0 && !isHead(lines[from - 1] as Line)) from--;
  const title = lines
    .slice(from, first)
    .map((l) => l.text)
    .join(' ');
  return title.length >= SHORTEST && !/\.$/.test(title) ? from : null;
}

/** A line of the page's head: the body, the huvudman, the kind of paper, a day, the letters of a diary. */
function isHead({ text }: Line): boolean {
  const organ = findOrganer(text)[0];
  if (organ && organ.start === 0 && organ.end === text.length) return true;
  if (findDates(text).length > 0 && text.length < 40) return true;
  return (
    HUVUDMAN_LINE.test(text) ||
    PROTOKOLL.test(text) ||
    PROTOKOLL_BESIDE.test(text) ||
    /^(?:\p{Lu}{2,4}|\P{L}*)$/u.test(text) ||
    /^(?:mån|tis|ons|tors|fre)dagen den \d/iu.test(text) ||
    /^föredragande\b/iu.test(text)
  );
}
