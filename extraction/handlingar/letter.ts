/** How a letter begins: its number, whose proposal its name says that it is, and where its head ends. */

import { proposalWithoutHeading } from '../arenden/unheaded-proposal.ts';
import type { Line } from '../lines/line.ts';
import { findOrganer } from '../routing/organ.ts';
import { headingOf } from '../vocabulary/headings.ts';

/** A paper's own number, "FÖRSLAG 2031:95". */
export const OWN_NUMBER = /^förslag \d{4}:\s?\d{1,4}\b/iu;

/** How far down a letter's first page its name stands. */
const NAME_WITHIN = 6;

/**
 * Where "Regionstyrelsens förslag till beslut" stands above a title as the paper's name, or -1: under the paper's number, or
 * where the proposal itself has a heading further down.
 */
export function nameAt(lines: readonly Line[], all: readonly Line[]): number {
  const at = lines.findIndex((l) => headingOf(l.text) !== null);
  const line = lines[at];
  if (!line || at > NAME_WITHIN || headingOf(line.text) !== 'forslag' || whoseProposal(line.text) === null)
    return -1;
  const numbered = all.slice(0, all.indexOf(line)).some((l) => OWN_NUMBER.test(l.text));
  return numbered || lines.slice(at + 2).some((l) => /^förslag till beslut:?$/iu.test(l.text)) ? at : -1;
}

/** "Regionstyrelsen" of "Regionstyrelsens förslag till beslut", if it is a body. */
export function whoseProposal(heading: string): string | null {
  const whose = /^(.{4,80})s förslag till beslut$/iu.exec(heading.trim())?.[1];
  return whose && findOrganer(whose)[0]?.end === whose.length ? whose : null;
}

/** A styrelse's statement to its fullmäktige, as some cities call it: the body whose proposal it opens with; else null. */
export function statingBody(lines: readonly Line[]): string | null {
  if (!lines.slice(0, NAME_WITHIN).some((l) => /^utlåtande \d{4}:/iu.test(l.text))) return null;
  const lead = lines[proposalWithoutHeading(lines)]?.text ?? '';
  const first = findOrganer(lead)[0];
  return first?.start === 0 ? lead.slice(0, first.end) : null;
}

/** Lines before the first section. */
export function headOf(lines: Line[]): Line[] {
  const headed = lines.findIndex((l) => headingOf(l.text) !== null);
  const proposal = proposalWithoutHeading(lines);
  if (headed >= 0 && (proposal < 0 || headed < proposal)) return lines.slice(0, headed);
  // a letter without headings: its head ends where its first paragraph begins
  const prose = lines.findIndex((l, i) => i > 2 && l.gap >= 1 && endsSentence(lines, i));
  const ends = [headed, proposal, prose, proposal < 0 ? Math.min(16, lines.length) : -1].filter(
    (at) => at >= 0,
  );
  return lines.slice(0, Math.min(...ends));
}

/** A line as long as this is a paragraph that lost its breaks. */
const PARAGRAPH = 150;

/** True when the paragraph that begins here ends with a full stop. */
function endsSentence(lines: Line[], from: number): boolean {
  let end = from;
  if ((lines[from]?.text.length ?? 0) > PARAGRAPH) return /\p{Ll}\.$/u.test(lines[from]?.text ?? '');
  while (end + 1 < lines.length && (lines[end + 1]?.gap ?? 1) < 1) end++;
  return end > from && /\p{Ll}\.$/u.test(lines[end]?.text ?? '');
}
