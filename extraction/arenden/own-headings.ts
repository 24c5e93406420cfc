/** Headings of minutes that say whose a proposal is and to whom: read by what the meeting itself is. */
import { ord } from '../language/ord.ts';
import { findOrganer, sameOrgan } from '../routing/organ.ts';
import { isOwn } from './own-body.ts';
import type { SectionBlock } from './sections.ts';

/** "Förslag till kommunfullmäktige" among a §'s decisions. */
const ONWARD = ord(
  /^förslag till (?:beslut (?:i|för|av) )?(\p{L}*(?:fullmäktige|styrelsen|nämnden))\s*:?$/iu,
);

/**
 * What stands under "Beslut" is decided: "Förslag till kommunfullmäktige" right there is what the meeting proposes
 * onward. A discussion in another body ("Arbetsutskottets behandling") is told, not held.
 */
export function withOwnHeadings(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
  return blocks.map((block, i) => {
    const heading = block.heading?.text.trim() ?? '';
    const before = blocks[i - 1];
    const onward = ONWARD.exec(heading)?.[1];
    if (onward && organ && before?.section === 'beslut' && !sameOrgan(onward, organ))
      return { ...block, section: 'beslut', kedja: [organ, onward] };
    const whose = ord(/^(.{4,80})s (?:behandling|överläggning)\b/iu).exec(heading)?.[1];
    if (whose && organ && findOrganer(whose).length > 0 && !isOwn(whose, organ))
      return { ...block, section: 'tidigare' };
    return block;
  });
}

const WHOSE_TO_WHOM = /^(.{4,80}?)s\s+(?:beslut och\s+)?förslag\s+till\s+(.{4,80}?)\s*:?$/iu;

/**
 * "Regionstyrelsens förslag till regionfullmäktige" over clauses in Regionstyrelsen's own minutes is what it
 * decided: the chain is its own name and the other's. Null for any other heading.
 */
export function headingChain(heading: string, organ: string | null): string[] | null {
  const m = WHOSE_TO_WHOM.exec(heading.trim());
  const to = m?.[2] ? findOrganer(m[2])[0] : undefined;
  if (!m?.[1] || !m[2] || !to || !organ || !isOwn(m[1], organ)) return null;
  return [organ, m[2].slice(to.start, to.end)];
}

/** "Regionfullmäktige" of "Arbetsutskottets förslag till regionfullmäktige"; null when no body is named. */
export function proposedTo(heading: string): string | null {
  const m = WHOSE_TO_WHOM.exec(heading.trim());
  const to = m?.[2] ? findOrganer(m[2])[0] : undefined;
  return m?.[2] && to ? m[2].slice(to.start, to.end) : (ONWARD.exec(heading.trim())?.[1] ?? null);
}

/**
 * "Kommunstyrelsens förslag till kommunfullmäktige" and nothing else decided: whatever the body is called in the
 * running head, that is what the meeting came to, unless it is the one proposed to.
 */
export function withDecisionOnward(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
  if (blocks.some((b) => b.section === 'beslut' && b.lines.length > 0)) return blocks;
  const onward = blocks.filter(
    (b) => b.section === 'forslag' && WHOSE_TO_WHOM.test(b.heading?.text.trim() ?? ''),
  );
  const [only] = onward;
  const m = WHOSE_TO_WHOM.exec(only?.heading?.text.trim() ?? '');
  const to = m?.[2] ? findOrganer(m[2])[0] : undefined;
  if (!only || onward.length > 1 || !m?.[1] || !m[2] || !to || findOrganer(m[1]).length === 0) return blocks;
  const kedja = [m[1], m[2].slice(to.start, to.end)];
  if (organ && sameOrgan(kedja[1] as string, organ)) return blocks;
  return blocks.map((b) => (b === only ? { ...b, section: 'beslut', kedja } : b));
}
