/** What is put to a meeting under no heading: "Arbetsutskottet föreslår" and clauses. */
import { isLedtext } from '../items/ledtext.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { passageOf } from '../lines/passage.ts';
import { findOrganer } from '../routing/organ.ts';
import { isOwn } from './own-body.ts';
import type { SectionBlock } from './sections.ts';

/** How a clause of a list begins. */
export const CLAUSE = /^(?:att\s|\d{1,2}[.)]?\s|[-–•]\s)/iu;

/** Who puts a proposal to a meeting: another body, or an office. */
const PROPOSES = ord(/^(.{4,80}?)\s+(?:föreslår|föreslog|hemställer|förordar)\b/iu);
const OFFICE = /förvaltning|kontor|avdelning|enhet|utskott|beredning|presidi|direktör|chef|sekreterare/iu;

/** Cuts "Arbetsutskottet föreslår" and the list under it out of what stands before the first heading. */
export function withUnheadedProposal(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
  return blocks.flatMap((block) => {
    if (block.section !== null && block.section !== 'bakgrund') return [block];
    const from = block.lines.findIndex((_, n) => opensProposal(block.lines, n, organ));
    if (from < 0) return [block];
    const list = block.lines.findIndex((l, n) => n > from && CLAUSE.test(l.text));
    const end = block.lines.findIndex((l, n) => n > list && endsList(block.lines[n - 1] as Line, l));
    const to = end < 0 ? block.lines.length : end;
    return [
      { ...block, lines: block.lines.slice(0, from) },
      { section: 'forslag' as const, heading: null, lines: block.lines.slice(from, to) },
      ...(to < block.lines.length
        ? [{ section: block.section, heading: null, lines: block.lines.slice(to) }]
        : []),
    ];
  });
}

/** A lead-in of one to three lines by somebody else than the meeting, with a list of clauses right under it. */
function opensProposal(lines: Line[], n: number, organ: string | null): boolean {
  const first = lines[n]?.text ?? '';
  const subject = PROPOSES.exec(first)?.[1];
  if (!subject || !/^\p{Lu}/u.test(first) || /[.,:]|\(/.test(subject)) return false;
  const body = findOrganer(subject)[0];
  if (organ ? isOwn(subject, organ) : !OFFICE.test(subject)) return false;
  if (!body && !OFFICE.test(subject)) return false;
  return [1, 2, 3].some((count) => {
    const next = lines[n + count];
    return (
      isLedtext(passageOf(lines.slice(n, n + count)).text) &&
      next !== undefined &&
      /^(?:att\s|1[.)]?\s|[-–•]\s)/iu.test(next.text)
    );
  });
}

/** A paragraph of its own after a list: what follows is no clause of it. */
function endsList(before: Line, line: Line): boolean {
  return line.gap >= 0.6 && /^\p{Lu}/u.test(line.text) && !CLAUSE.test(line.text) && !/,$/.test(before.text);
}
