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

/** "Regionstyrelsens förslag till regionfullmäktige": who proposes, and the body that is named behind; null where none is. */
function whoseToWhom(heading: string): { whose: string; to: string } | null {
  const [, whose, whom] = WHOSE_TO_WHOM.exec(heading.trim()) ?? [];
  const to = whom ? findOrganer(whom)[0] : undefined;
  return whose && whom && to ? { whose, to: whom.slice(to.start, to.end) } : null;
}

/**
 * "Regionstyrelsens förslag till regionfullmäktige" over clauses in Regionstyrelsen's own minutes is what it
 * decided: the chain is its own name and the other's. Null for any other heading.
 */
export function headingChain(heading: string, organ: string | null): string[] | null {
  const found = whoseToWhom(heading);
  return found && organ && isOwn(found.whose, organ) ? [organ, found.to] : null;
}

/**
 * The bodies that a proposal goes through by its heading: "Arbetsutskottets förslag till regionfullmäktige" names who
 * proposes and to whom, "Förslag till kommunfullmäktige" and "Förvaltningens förslag till nämnden" only the latter. What
 * has come to the body that meets (`organ`) is that body's to decide.
 */
export function proposedThrough(heading: string, organ: string | null): string[] {
  const found = whoseToWhom(heading);
  if (!found) return [ONWARD.exec(heading.trim())?.[1] ?? []].flat();
  const isBody = findOrganer(found.whose)[0]?.end === found.whose.length;
  return isBody && !(organ && sameOrgan(found.to, organ)) ? [found.whose, found.to] : [found.to];
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
  const found = whoseToWhom(only?.heading?.text ?? '');
  if (onward.length !== 1 || !found || findOrganer(found.whose).length === 0) return blocks;
  if (organ && sameOrgan(found.to, organ)) return blocks;
  return blocks.map((b) => (b === only ? { ...b, section: 'beslut', kedja: [found.whose, found.to] } : b));
}
