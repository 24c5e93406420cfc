/**
 * Where a § decides or proposes when no plain heading says so: a lead-in of its own, a last sentence, or a
 * heading that names whose proposal goes to whom.
 */
import { isLedtext, splitInlineLedtext } from '../items/ledtext.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { type Measure, startsParagraph, usualGap } from '../lines/paragraphs.ts';
import { passageOf } from '../lines/passage.ts';
import { findOrganer, sameOrgan } from '../routing/organ.ts';
import type { SectionBlock } from './sections.ts';

const BODY = /nämnd|styrelse|fullmäktige|utskott|direktion|beredning|råd|presidi|delegation/iu;

/** What a § without any heading decides in its last words: "Till justerare utses N", "Informationen noteras". */
const CLOSING_DECISION = ord(
  /^(?:Till|Som)\b.{3,160}\b(?:utses|väljs|utsågs|valdes)\b|\b(?:lägg(?:s|es)|lades|noteras|noterades|godkänns|godkännes|godkändes|fastställs|fastställdes|antecknas|antecknades|utses|väljs|bifalles|avslås)(?: till (?:protokollet|handlingarna))?[.]?$|^(?:\p{L}+-? (?:och )?){0,5}\p{L}*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen|beredningen|rådet) (?:noterar|godkänner|tackar|lägger|antecknar|fastställer|utser|väljer|tillstyrker|avstyrker|avslår|bifaller|överlämnar|beslutar|beslutade)\b/iu,
);

/**
 * The name of the body that meets alone on a line opens its own part of the §, after what its arbetsutskott did; a
 * verb on the next line ("Socialnämnden" / "noterar informationen.") makes it the decision.
 */
function withBodyAsHeading(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
  if (!organ) return blocks;
  return blocks.flatMap((block) => {
    if (block.section === 'expediering' || block.section === 'beslut') return [block];
    const at = block.lines.findIndex(
      (line, n) =>
        line.text.length < 60 &&
        !line.pageStart &&
        line.gap >= 0.6 &&
        n + 1 < block.lines.length &&
        sameOrgan(line.text, organ) &&
        findOrganer(line.text)[0]?.end === line.text.length,
    );
    if (at < 0) return [block];
    const verb = /^\p{Ll}/u.test(block.lines[at + 1]?.text ?? '');
    return [
      { ...block, lines: block.lines.slice(0, at) },
      verb
        ? { section: 'beslut' as const, heading: null, lines: block.lines.slice(at) }
        : {
            section: 'beslutsgang' as const,
            heading: block.lines[at] as Line,
            lines: block.lines.slice(at + 1),
          },
    ];
  });
}

/** Sections beside which a § may still decide in its last sentence alone. */
const QUIET = new Set<SectionBlock['section']>([null, 'bakgrund', 'expediering', 'underlag', 'anteckning']);

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
  for (const [i, block] of blocks.entries()) {
    if (!BEFORE_DECISION.has(block.section)) continue;
    const told = block.section !== null && block.section !== 'bakgrund';
    const at = block.lines.findIndex((_, n) => opensDecision(block.lines, n, told));
    if (at >= 0) return cut(blocks, i, at);
  }
  if (!blocks.every((b) => QUIET.has(b.section))) return blocks;
  const plain = blocks[0];
  const closing = plain ? closingDecision(plain.lines, measure) : null;
  return closing === null ? blocks : cut(blocks, 0, closing);
}

/** Who puts a proposal to a meeting: another body, or an office. */
const PROPOSES = ord(/^(.{4,80}?)\s+(?:föreslår|föreslog|hemställer|förordar)\b/iu);
const OFFICE = /förvaltning|kontor|avdelning|enhet|utskott|beredning|presidi|direktör|chef|sekreterare/iu;

/** Cuts "Arbetsutskottet föreslår" and the list under it out of what stands before the first heading. */
function withUnheadedProposal(blocks: SectionBlock[], organ: string | null): SectionBlock[] {
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

/** Sections that a decision without a heading may follow. */
const BEFORE_DECISION = new Set<SectionBlock['section']>([
  null,
  'bakgrund',
  'yrkanden',
  'beslutsgang',
  'votering',
  'jav',
]);
const CLAUSE = /^(?:att\s|\d{1,2}[.)]?\s|[-–•]\s)/iu;

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

/** Where the closing decision begins, if the last paragraph that is no note is one; else null. */
function closingDecision(lines: Line[], measure: Measure): number | null {
  const usual = usualGap(lines);
  const starts = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return !before || startsParagraph(before, line, usual, measure) ? [i] : [];
  });
  for (let k = starts.length - 1; k >= Math.max(0, starts.length - 2); k--) {
    const from = starts[k] as number;
    if (CLOSING_DECISION.test(passageOf(lines.slice(from, starts[k + 1])).text)) return from;
  }
  return null;
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

/** "Anna Berg (S) …", "Ordföranden Anna Berg m.fl. (S) …" at a paragraph's head: a member speaks. */
const MEMBER = /^(?:\d{1,2}[.)]\s*)?(?:\p{L}+\s)?(?:\p{Lu}[\p{L}-]+\s){1,4}(?:m\.? ?fl\.? )?\(\S{1,6}\)/u;
const MOVES = ord(/\b(?:yrkar|yrkade|föreslår|föreslog|instämmer)\b/iu);

/**
 * Under one heading "Förslag till beslut" minutes print what was proposed to the meeting and then what members moved
 * against it: from the first member on it is yrkanden.
 */
export function withMotionsApart(blocks: SectionBlock[]): SectionBlock[] {
  return blocks.flatMap((block) => {
    if (block.section !== 'forslag') return [block];
    const at = block.lines.findIndex((line, n) =>
      opensMotion(line, block.lines[n - 1], block.lines.slice(n, n + 4)),
    );
    if (at < 1) return [block];
    return [
      { ...block, lines: block.lines.slice(0, at) },
      { section: 'yrkanden', heading: null, lines: block.lines.slice(at) },
    ];
  });
}

function opensMotion(line: Line, before: Line | undefined, paragraph: Line[]): boolean {
  if (before && line.gap < 0.6 && !/[.:;]$/.test(before.text)) return false;
  return MEMBER.test(line.text) && MOVES.test(passageOf(paragraph).text);
}

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
    if (onward && organ && before?.section === 'beslut' && before.lines.length === 0)
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

/** "Arbetsutskottet" in the minutes of Regionstyrelsens arbetsutskott is that body. */
function isOwn(name: string, organ: string): boolean {
  if (sameOrgan(name, organ)) return true;
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/(?:et|en)$/u, '');
  return !bare.includes(' ') && bare.length > 6 && organ.toLowerCase().endsWith(bare);
}

/** "Regionfullmäktige" of "Arbetsutskottets förslag till regionfullmäktige"; null when no body is named. */
export function proposedTo(heading: string): string | null {
  const m = WHOSE_TO_WHOM.exec(heading.trim());
  const to = m?.[2] ? findOrganer(m[2])[0] : undefined;
  return m?.[2] && to ? m[2].slice(to.start, to.end) : null;
}
