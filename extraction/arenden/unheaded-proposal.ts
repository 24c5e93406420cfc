/**
 * A letter that proposes without a heading for it. Officials' letters before the templates of the 2000s, and those of
 * many small municipalities still, close with the proposal in a sentence of its own: "Kontoret föreslår nämnden besluta
 * att …", "Med hänvisning till ovanstående föreslår förvaltningen nämnden besluta".
 */

import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { isSignature } from '../lines/signature.ts';
import { behindOrgan } from '../routing/organ.ts';
import { OFFICE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import type { SectionBlock } from './sections.ts';

/** Somebody proposes that a body decides, and nothing follows in the sentence but what. */
const LEAD = ord(
  /^\p{Lu}(?!.{0,120}\(\p{L}{1,4}\)).{0,120}\b(?:föreslår|föreslås|hemställer)\b.{0,140}\bbeslutar?(?: följande)?[:,]?$/u,
);
/** How a clause begins under it. */
const CLAUSE = /^(?:att\b|Att\b|(?:\d{1,2}|[a-h])[.)]\s|[-–•]\s)/u;
/** A lead-in goes over this many lines at most. */
const LONGEST_LEAD = 3;

/** Where the proposal begins that no heading announces, or -1. */
export function proposalWithoutHeading(lines: readonly Line[]): number {
  return lines.findIndex((line, i) => {
    if (!/^\p{Lu}/u.test(line.text) || headingOf(line.text) !== null) return false;
    for (let count = 1; count <= LONGEST_LEAD; count++) {
      const lead = lines.slice(i, i + count);
      const next = lines[i + count]?.text ?? '';
      const announced = /\bföljande:?$/u.test(lead.at(-1)?.text ?? '') && /^\p{Lu}/u.test(next);
      if (!announced && !CLAUSE.test(next)) continue;
      if (
        lead.slice(1).every((l) => l.gap < 1 && headingOf(l.text) === null) &&
        LEAD.test(lead.map((l) => l.text).join(' '))
      )
        return true;
    }
    return false;
  });
}

/** "SOCIALFÖRVALTNINGEN" alone above the names: the office signs. */
function isOffice(lines: readonly Line[], i: number): boolean {
  const { text, gap } = lines[i] as Line;
  return gap >= 1 && text === text.toUpperCase() && OFFICE.test(text) && text.length < 60;
}

/** Blocks of a letter whose proposal has no heading, with that proposal as a section; other letters' as they are. */
export function withUnheadedProposal(blocks: SectionBlock[]): SectionBlock[] {
  if (blocks.some((b) => b.section === 'forslag')) return blocks;
  const begins = blocks.map((b) => proposalWithoutHeading(b.lines));
  const n = begins.findIndex((at) => at >= 0);
  const [block, at] = [blocks[n], begins[n]];
  if (!block || at === undefined) return blocks;
  const signed = block.lines.findIndex(
    (_, i) => i > at && (isSignature(block.lines, i) || isOffice(block.lines, i)),
  );
  const end = signed < 0 ? block.lines.length : signed;
  return [
    ...blocks.slice(0, n),
    { ...block, lines: block.lines.slice(0, at) },
    { section: 'forslag', heading: null, lines: block.lines.slice(at, end) },
    ...(end < block.lines.length
      ? [{ section: 'bakgrund' as const, heading: null, lines: block.lines.slice(end) }]
      : []),
    ...blocks.slice(n + 1),
  ];
}

/** Sections of an agenda's item that proposes in one sentence: "Kommunfullmäktige föreslås entlediga …". */
export function withProposedSentence(blocks: SectionBlock[]): SectionBlock[] {
  if (blocks.some((b) => b.section === 'forslag')) return blocks;
  return blocks.map((block) => {
    const text = block.section === null ? (block.lines[0]?.text ?? '') : '';
    const proposed = /^\sföreslås\s/u.test(behindOrgan(text) ?? '');
    return proposed ? { ...block, section: 'forslag' } : block;
  });
}
