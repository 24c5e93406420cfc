/** Headings of minutes that say whose a proposal is and to whom: read by what the meeting itself is. */
import { ord } from '../language/ord.ts';
import { findOrganer, sameOrgan } from '../routing/organ.ts';
import { isOwn } from './own-body.ts';
import type { SectionBlock } from './sections.ts';

const ONWARD = ord(/^förslag till (?:beslut (?:i|för|av) )?(.{6,80}?)\s*:?$/iu);

/** The body of "Förslag till kommunfullmäktige" among a §'s decisions; null where nothing but a body is named. */
function onwardTo(heading: string): string | null {
  const name = ONWARD.exec(heading)?.[1];
  const [only, ...more] = name ? findOrganer(name) : [];
  return name && only && more.length === 0 && only.start === 0 && only.end === name.length ? name : null;
}

const WHOSE = ord(/^(.{4,80})s (?:egna? )?förslag(?: till beslut(?: (?:i|för|till) .{3,80})?)?\s*:?$/iu);

/** The body that a committee prepares matters for: "Socialnämnden" of "Socialnämndens arbetsutskott". */
const prepares = (organ: string): string[] =>
  /^(.{4,60}(?:nämnd(?:en)?|styrelsen?|direktionen))s \p{L}*(?:utskott(?:et)?|beredning(?:en)?|presidi(?:um|et))$/iu
    .exec(organ)
    ?.slice(1, 2) ?? [];

/**
 * What stands under "Beslut" is decided: "Förslag till kommunfullmäktige" right there is what the meeting proposes
 * onward, and so is "Arbetsutskottets förslag till beslut" in its own minutes: to the body it prepares matters for.
 * A discussion in another body ("Arbetsutskottets behandling") is told, not held.
 */
export function withOwnHeadings(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
  const out: SectionBlock[] = [];
  for (const i of blocks.keys()) out.push(withOwnHeading(blocks, i, out.at(-1), organ));
  return out;
}

function withOwnHeading(
  blocks: SectionBlock[],
  i: number,
  before: SectionBlock | undefined,
  organ: string | null,
): SectionBlock {
  const block = blocks[i] as SectionBlock;
  const heading = block.heading?.text.trim() ?? '';
  const onward = onwardTo(heading);
  if (onward && organ && before?.section === 'beslut' && !sameOrgan(onward, organ))
    return { ...block, section: 'beslut', kedja: [organ, onward] };
  if (organ && isOwnProposal(blocks, i, organ))
    return {
      ...block,
      section: 'beslut',
      kedja: headingChain(heading, organ) ?? [organ, ...prepares(organ)],
    };
  const whose = ord(/^(.{4,80})s (?:behandling|överläggning)\b/iu).exec(heading)?.[1];
  if (whose && organ && findOrganer(whose).length > 0 && !isOwn(whose, organ))
    return { ...block, section: 'tidigare' };
  return block;
}

/**
 * "Kommunstyrelsens förslag" in Kommunstyrelsen's own minutes is what it came to: right under the heading "Beslut", or
 * where the § has no such heading and the lines below say to whom the meeting itself proposes.
 */
function isOwnProposal(blocks: SectionBlock[], i: number, organ: string): boolean {
  const { section, heading, lines } = blocks[i] as SectionBlock;
  const whose = WHOSE.exec(heading?.text.trim() ?? '')?.[1];
  if (section !== 'forslag' || !whose || !isOwn(whose, organ)) return false;
  const before = blocks[i - 1];
  if (before?.section === 'beslut' && before.lines.length === 0) return true;
  if (blocks.some((b) => b.section === 'beslut' && b.lines.length > 0)) return false;
  const lead = lines
    .slice(0, 2)
    .map((l) => l.text)
    .join(' ');
  const first = findOrganer(lead)[0];
  return first?.start === 0 && isOwn(lead.slice(0, first.end), organ) && PROPOSES.test(lead.slice(first.end));
}

/** What a body does that sends a matter on. */
const PROPOSES = ord(/^ (?:föreslår|hemställer)\b/iu);

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
  if (!found) return [onwardTo(heading.trim()) ?? []].flat();
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
  if (onward.length === 0) return withOwnProposal(blocks, organ);
  const [only] = onward;
  const found = whoseToWhom(only?.heading?.text ?? '');
  if (onward.length !== 1 || !found || findOrganer(found.whose).length === 0) return blocks;
  if (organ && sameOrgan(found.to, organ)) return blocks;
  return blocks.map((b) => (b === only ? { ...b, section: 'beslut', kedja: [found.whose, found.to] } : b));
}

/** "Kommunstyrelsens förslag" in Kommunstyrelsen's own minutes, where nothing else is decided: what it proposes onward. */
function withOwnProposal(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
  const own = blocks.filter((b) => {
    const whose = b.section === 'forslag' ? WHOSE.exec(b.heading?.text.trim() ?? '')?.[1] : undefined;
    return whose !== undefined && organ !== null && b.lines.length > 0 && isOwn(whose, organ);
  });
  const last = own.at(-1);
  return blocks.map((b) => (b === last ? { ...b, section: 'beslut' } : b));
}
