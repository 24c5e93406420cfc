/** Where the body that meets decides under the heading of something else: a list, or another's proposal. */
import { isLedtext, splitInlineLedtext } from '../items/ledtext.ts';
import { RUNS_ON } from '../items/line-ends.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { passageOf } from '../lines/passage.ts';
import { findOrganer } from '../routing/organ.ts';
import { isOwn } from './own-body.ts';
import { CLAUSE } from './put-to-meeting.ts';
import type { SectionBlock } from './sections.ts';

/** "Socialnämnden beslutar …", "… föreslår kommunfullmäktige …": in the present, and not the second part of a proposal. */
const DECIDES_NOW = ord(
  /^[\p{L}\s,-]{0,30}\b(?:beslutar|föreslår|tillstyrker|hemställer)\b(?!.*\bför (?:egen|sin)\b)/iu,
);

/**
 * Where the body that meets (`organ`) goes on to decide under the heading of something else: what is proposed is
 * another's until the meeting itself is the subject. -1 where it does not. A proposal worded in the meeting's own
 * name ("Nämnden beslutar att …") ends only where the same words come again.
 */
export function ownDecision({ section, lines }: SectionBlock, organ: string | null): number {
  if (!organ) return -1;
  const leads = lines.flatMap((_, n) => {
    const words = ownLead(lines, n, organ);
    return words === null ? [] : [{ n, words }];
  });
  if (section !== 'forslag') return leads[0]?.n ?? -1;
  const first = lines.findIndex((line, n) => CLAUSE.test(line.text) || (n > 0 && /\.$/.test(line.text)));
  const proposed = leads.find(({ n }) => n <= first || first < 0);
  return (
    leads.find(({ n, words }) => first >= 0 && n > first && (!proposed || proposed.words === words))?.n ?? -1
  );
}

/** The lead-in of one to three lines in which the body that meets decides, or null. */
function ownLead(lines: Line[], n: number, organ: string): string | null {
  const line = lines[n] as Line;
  const before = lines[n - 1];
  const body = findOrganer(line.text)[0];
  if (body?.start !== 0 || body.genitive || !/^\p{Lu}/u.test(line.text)) return null;
  if (!isOwn(body.name, organ) && !body.generic) return null;
  if (before && RUNS_ON.test(before.text)) return null;
  // right under a line without a stop only a lead-in over a list is sure to begin a sentence
  const close = before !== undefined && line.gap < 0.6 && !line.pageStart && !/[.:;]$/.test(before.text);
  for (const count of [1, 2, 3]) {
    const passage = passageOf(lines.slice(n, n + count));
    if (!DECIDES_NOW.test(passage.text.slice(body.end))) continue;
    const below = lines[n + count];
    const led = isLedtext(passage.text) && below !== undefined;
    if (close ? led && CLAUSE.test(below.text) : led || splitInlineLedtext(passage) !== null)
      return passage.text;
  }
  return null;
}
