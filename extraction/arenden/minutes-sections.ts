/** The sections of a §, each where its words say that it belongs. */
import type { Measure } from '../lines/paragraphs.ts';
import { withMotionsApart } from './motions-apart.ts';
import { withDecisionOnward, withOwnHeadings } from './own-headings.ts';
import type { SectionBlock } from './sections.ts';
import { withUnheadedDecision } from './unheaded-decision.ts';

/** The sections of a § of minutes, with what is proposed and decided put where its words say. */
export function sectionsOfMinutes(
  sections: SectionBlock[],
  measure: Measure,
  organ: string | null,
): SectionBlock[] {
  const headed = withOwnHeadings(withProposedDecision(sections), organ);
  return withDecisionOnward(withMotionsApart(withUnheadedDecision(headed, measure, organ)), organ);
}

/**
 * "Nämndens beslut" right under "Ordförandens förslag till beslut" names whose decision was proposed, in minutes that
 * print what was decided under a heading of its own.
 */
function withProposedDecision(sections: SectionBlock[]): SectionBlock[] {
  const proposed = withDeciderUnderProposal(sections);
  return proposed.some((b) => b.section === 'beslut' && b.lines.length > 0) ? proposed : sections;
}

/** In a letter the proposal stands once: what an attachment behind it proposes is not its own. */
export function firstProposal(blocks: SectionBlock[]): SectionBlock[] {
  let seen = false;
  let over = false;
  return blocks.map((block) => {
    if (block.section !== 'forslag') {
      over ||= seen;
      return block;
    }
    if (over) return { ...block, section: 'bakgrund' };
    seen ||= block.lines.length > 0;
    return block;
  });
}

/** In a kallelse or a letter "Kommunstyrelsens beslut" right under "Förslag till beslut" names whose decision is proposed. */
export function withDeciderUnderProposal(sections: SectionBlock[]): SectionBlock[] {
  return sections.map((block, i) => {
    const before = sections[i - 1];
    const under = before?.section === 'forslag' && before.lines.length === 0;
    return under && block.section === 'beslut' ? { ...block, section: 'forslag' } : block;
  });
}
