/** The name of a body alone on a line, which opens a part of a § as a heading does. */
import type { Line } from '../lines/line.ts';
import { findOrganer, sameOrgan } from '../routing/organ.ts';
import type { SectionBlock } from './sections.ts';

/**
 * The name of the body that meets alone on a line opens its own part of the §, after what its arbetsutskott did; a
 * verb on the next line ("Socialnämnden" / "noterar informationen.") makes it the decision.
 */
export function withBodyAsHeading(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
  if (!organ) return blocks;
  return blocks.flatMap((block) => {
    if (block.section === 'expediering' || block.section === 'beslut') return [block];
    const { lines } = block;
    const at = lines.findIndex((line, n) => n + 1 < lines.length && namesAlone(line, organ));
    if (at < 0) return [block];
    const verb = /^\p{Ll}/u.test(lines[at + 1]?.text ?? '');
    return [
      { ...block, lines: lines.slice(0, at) },
      verb
        ? { section: 'beslut' as const, heading: null, lines: lines.slice(at) }
        : { section: 'beslutsgang' as const, heading: lines[at] as Line, lines: lines.slice(at + 1) },
    ];
  });
}

/** A body's name that is the whole line, with blank space above it. */
const namesAlone = (line: Line, organ: string): boolean =>
  line.text.length < 60 &&
  !line.pageStart &&
  line.gap >= 0.6 &&
  sameOrgan(line.text, organ) &&
  findOrganer(line.text)[0]?.end === line.text.length;
