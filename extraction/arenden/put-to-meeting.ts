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

/** Sections under which a proposal may stand that nothing announces but its lead-in. */
const ABOVE = new Set<SectionBlock['section']>([null, 'bakgrund', 'tidigare', 'underlag', 'bilagor']);

/** Cuts "Arbetsutskottet föreslår" and the clauses under it out of what stands before the meeting's own part. */
export function withUnheadedProposal(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
  return blocks.flatMap((b) => (ABOVE.has(b.section) ? proposalIn(b, organ) : [b]));
}

function proposalIn(block: SectionBlock, organ: string | null): SectionBlock[] {
  const { lines, section } = block;
  const from = lines.findIndex((_, n) => opensProposal(lines, n, organ));
  if (from < 0) return [block];
  const marked = lines.findIndex((l, n) => n > from && CLAUSE.test(l.text));
  const lead = lines.findIndex((_, n) => n >= from && isLedtext(passageOf(lines.slice(from, n + 1)).text));
  const list = marked < 0 ? lead + 1 : marked;
  const end = lines.findIndex((l, n) => n > list && endsList(lines[n - 1] as Line, l));
  const to = end < 0 ? lines.length : end;
  return [
    { ...block, lines: lines.slice(0, from) },
    { section: 'forslag' as const, heading: null, lines: lines.slice(from, to) },
    ...(to < lines.length ? [{ section, heading: null, lines: lines.slice(to) }] : []),
  ];
}

/** A lead-in of one to three lines by somebody else than the meeting, with a list of clauses right under it. */
function opensProposal(lines: Line[], n: number, organ: string | null): boolean {
  const first = lines[n]?.text ?? '';
  const subject = PROPOSES.exec(first)?.[1];
  if (!subject || !/^\p{Lu}/u.test(first) || /[.,:]|\(/.test(subject)) return false;
  const body = findOrganer(subject)[0];
  // "Kommunstyrelsen tillstyrker förslaget och föreslår": the meeting itself
  const own = organ !== null && (isOwn(subject, organ) || (body?.start === 0 && isOwn(body.name, organ)));
  if (organ ? own : !OFFICE.test(subject)) return false;
  if (!body && !OFFICE.test(subject)) return false;
  return [1, 2, 3].some((count) => {
    const next = lines[n + count];
    return (
      isLedtext(passageOf(lines.slice(n, n + count)).text) &&
      next !== undefined &&
      (/^(?:att\s|1[.)]?\s|[-–•]\s)/iu.test(next.text) ||
        (/^\p{Lu}/u.test(next.text) && /\.$/.test(lines.at(n + count)?.text ?? '')))
    );
  });
}

/** A paragraph of its own after a list: what follows is no clause of it. */
function endsList(before: Line, line: Line): boolean {
  return line.gap >= 0.6 && /^\p{Lu}/u.test(line.text) && !CLAUSE.test(line.text) && !/,$/.test(before.text);
}
