/**
 * Where a § decides when no heading says so: a lead-in of its own, the body's name alone on a line, or a last
 * sentence.
 */
import { isLedtext, splitInlineLedtext } from '../items/ledtext.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { passageOf } from '../lines/passage.ts';
import { withBodyAsHeading } from './body-heading.ts';
import { closingDecision, openingDecision } from './closing-decision.ts';
import { ownDecision } from './own-decision.ts';
import { CLAUSE, withUnheadedProposal } from './put-to-meeting.ts';
import type { SectionBlock } from './sections.ts';
import { shortDecision } from './short-decision.ts';

type Sections = ReadonlySet<SectionBlock['section']>;

/** Sections that a decision without a heading may follow. */
const BEFORE_DECISION: Sections = new Set([null, 'bakgrund', 'yrkanden', 'beslutsgang', 'votering', 'jav']);

/** Lists that the meeting's own decision may stand under, parted from them by its lead-in alone. */
const UNDER_ANOTHER: Sections = new Set(['forslag', 'underlag', 'bilagor', 'tidigare']);

/** Sections beside which a § may still decide in its last sentence alone. */
const QUIET: Sections = new Set([null, 'bakgrund', 'expediering', 'underlag', 'anteckning']);

/**
 * Minutes often open a § with the decision under no heading: "Nämnden beslutar" and its clauses. Such a stretch
 * of the lines before the first heading, or of a background, becomes the § decision if it has no other. What another
 * body than the one that meets (`organ`) puts to it there, "Arbetsutskottet föreslår" and clauses, is its proposal.
 */
export function withUnheadedDecision(
  given: SectionBlock[],
  measure: Measure,
  organ: string | null,
): SectionBlock[] {
  const blocks = withUnheadedProposal(withBodyAsHeading(given, organ), organ);
  if (blocks.some((b) => b.section === 'beslut' && b.lines.length > 0)) return blocks;
  return (
    withLedDecision(blocks, organ) ??
    (blocks.every((b) => QUIET.has(b.section)) ? withClosingDecision(blocks, measure) : null) ??
    withOpeningDecision(blocks, measure)
  );
}

/** The decision that a lead-in opens; null where none does. */
function withLedDecision(blocks: SectionBlock[], organ: string | null): SectionBlock[] | null {
  for (const [i, { section, lines }] of blocks.entries()) {
    if (!BEFORE_DECISION.has(section)) continue;
    const told = section !== null && section !== 'bakgrund';
    const at = lines.findIndex((_, n) => opensDecision(lines, n, told));
    if (at >= 0) return cut(blocks, i, at);
  }
  for (const [i, block] of blocks.entries()) {
    const at = UNDER_ANOTHER.has(block.section) ? ownDecision(block, organ) : -1;
    if (at >= 0) return cut(blocks, i, at);
  }
  return null;
}

/** The decision in the last words of a § where nothing else happened; null where they decide nothing. */
function withClosingDecision(blocks: SectionBlock[], measure: Measure): SectionBlock[] | null {
  // the text under the title, or under the one heading that tells of the matter
  const told = blocks.filter((b) => b.section === 'bakgrund').length;
  const untitled = blocks[0]?.lines.length === 0 && told <= 1;
  const at = untitled ? blocks.findIndex((b) => b.section === 'bakgrund') : 0;
  const plain = blocks[at];
  // with nothing under the title and no background there is no text to look in
  if (!plain) return null;
  const short = shortDecision(plain.lines);
  if (short)
    return [
      ...blocks.slice(0, at),
      { ...plain, lines: short.told },
      { section: 'beslut', heading: null, lines: short.decided },
      ...blocks.slice(at + 1),
    ];
  const closing = closingDecision(plain.lines, measure);
  return closing === null ? null : cut(blocks, at, closing);
}

/** The sentence right under the title that decides, cut off as the decision. */
function withOpeningDecision(blocks: SectionBlock[], measure: Measure): SectionBlock[] {
  const plain = blocks[0];
  const opening = plain?.section === null ? openingDecision(plain.lines, measure) : 0;
  if (!plain || opening === 0) return blocks;
  return [
    { section: 'beslut', heading: null, lines: plain.lines.slice(0, opening) },
    { ...plain, lines: plain.lines.slice(opening) },
    ...blocks.slice(1),
  ];
}

/** Makes the lines of a block from `at` on the decision. */
function cut(blocks: SectionBlock[], i: number, at: number): SectionBlock[] {
  const block = blocks[i] as SectionBlock;
  return [
    ...blocks.slice(0, i),
    { ...block, lines: block.lines.slice(0, at) },
    { section: 'beslut', heading: null, lines: block.lines.slice(at) },
    ...blocks.slice(i + 1),
  ];
}

const BODY = /nämnd|styrelse|fullmäktige|utskott|direktion|beredning|(?<!om)råd|presidi|delegation/iu;

/** A lead-in of one to three lines that names the body and "beslutar". */
function opensDecision(lines: Line[], n: number, told: boolean): boolean {
  const first = lines[n]?.text ?? '';
  if (!/^\p{Lu}/u.test(first) || !BODY.test(first)) return false;
  return [1, 2, 3].some((count) => {
    const passage = passageOf(lines.slice(n, n + count));
    const decides = ord(/\b(?:beslutar|föreslår|beslut|tillstyrker)\b/iu).test(passage.text);
    const next = lines[n + count];
    // "beslutade" with a list right under it is the minutes' own past tense; with a day it tells of another meeting
    if (ord(/\bbeslutade\b/iu).test(passage.text))
      return (
        !told && !/\d{4}/.test(passage.text) && isLedtext(passage.text) && /^att\s/u.test(next?.text ?? '')
      );
    if (!decides) return false;
    // in the course of a decision "Nämnden beslutar …" is told again: only a list of clauses makes it the decision
    if (told) return isLedtext(passage.text) && next !== undefined && CLAUSE.test(next.text);
    if (isLedtext(passage.text) && next) return true;
    return ord(/\bbeslutar\b/iu).test(passage.text) && splitInlineLedtext(passage) !== null;
  });
}
