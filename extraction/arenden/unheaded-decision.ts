/**
 * Where a § decides when no heading says so: a lead-in of its own, the body's name alone on a line, or a last
 * sentence.
 */
import { isLedtext, splitInlineLedtext } from '../items/ledtext.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { type Measure, startsParagraph, usualGap } from '../lines/paragraphs.ts';
import { passageOf } from '../lines/passage.ts';
import { findOrganer, sameOrgan } from '../routing/organ.ts';
import { BESLUTSVERB } from '../vocabulary/beslutsverb.ts';
import { APPROVAL_TIME, DECIDES_ALONE } from '../vocabulary/opening-decision.ts';
import { isOwn } from './own-body.ts';
import { CLAUSE, withUnheadedProposal } from './put-to-meeting.ts';
import type { SectionBlock } from './sections.ts';
import { shortDecision } from './short-decision.ts';

const BODY = /nämnd|styrelse|fullmäktige|utskott|direktion|beredning|(?<!om)råd|presidi|delegation/iu;

/** What a § without any heading decides in its last words: "Till justerare utses N", "Informationen noteras". */
const CLOSING_DECISION = ord(
  new RegExp(
    [
      // whom the meeting chose: "Till justerare utses N", "N utses att jämte ordföranden justera"
      String.raw`^(?:Till|Som|Att jämte)\b.{3,160}\b(?:utses|väljs|utsågs|valdes)\b`,
      String.raw`\b(?:utses|utsågs|väljs|valdes) att\b(?: jämte| tillsammans med|.{0,60}\bjustera\b)`,
      // its order: "Dagordningen godkänns med följande tillägg", "fastställs enligt ordförandens förslag"
      String.raw`\b(?:godkänns|godkändes|fastställs|fastställdes),? med (?:\p{Ll}+ )?(?:tillägg|ändring)\p{Ll}*\b`,
      String.raw`\bfastställs (?:i enlighet med|enligt) .{3,120}förslag\.?$`,
      // what became of a matter, the last word: "Informationen läggs till handlingarna"
      String.raw`\b(?:lägg(?:s|es)|lades|noteras|noterades|godkänns|godkännes|godkändes|fastställs|fastställes|fastställdes|antecknas|antecknades|utses|väljs|bifalles|avslås)(?: till (?:protokollet|handlingarna)| som slutlig \p{L}+)?[.]?$`,
      // the verb first: "Godkändes upprättad föredragningslista"
      String.raw`^(?:Godkänns|Godkändes|Fastställs|Fastställdes|Noteras|Noterades|Beviljas|Beviljades|Utses|Utsågs|Lades)\b`,
      // the body and what it does: "Nämnden noterar"
      String.raw`^(?:\p{L}+-? (?:och )?){0,5}\p{L}*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen|beredningen|rådet) (?:noterar|godkänner|tackar|lägger|antecknar|fastställer|utser|väljer|tillstyrker|avstyrker|avslår|bifaller|överlämnar|beslutar|beslutade|beslöt)\b`,
    ].join('|'),
    'iu',
  ),
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
  for (const [i, block] of blocks.entries()) {
    const at = UNDER_ANOTHER.has(block.section) ? ownDecision(block, organ) : -1;
    if (at >= 0) return cut(blocks, i, at);
  }
  if (!blocks.every((b) => QUIET.has(b.section))) return withOpeningDecision(blocks, measure);
  // the text under the title, or under the one heading that tells of the matter
  const i = blocks[0]?.lines.length === 0 ? blocks.findIndex((b) => b.section === 'bakgrund') : 0;
  const told = blocks.filter((b) => b.section === 'bakgrund').length;
  const at = told > 1 ? 0 : i;
  const plain = blocks[at];
  if (!plain) return blocks;
  const short = shortDecision(plain.lines);
  if (short)
    return [
      ...blocks.slice(0, at),
      { ...plain, lines: short.told },
      { section: 'beslut', heading: null, lines: short.decided },
      ...blocks.slice(at + 1),
    ];
  const closing = loneClauses(plain.lines) ?? closingDecision(plain.lines, measure);
  return closing === null ? withOpeningDecision(blocks, measure) : cut(blocks, at, closing);
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

/** Sections that a decision without a heading may follow. */
const BEFORE_DECISION = new Set<SectionBlock['section']>([
  null,
  'bakgrund',
  'yrkanden',
  'beslutsgang',
  'votering',
  'jav',
]);

/** Lists that the meeting's own decision may stand under, parted from them by its lead-in alone. */
const UNDER_ANOTHER = new Set<SectionBlock['section']>(['forslag', 'underlag', 'bilagor', 'tidigare']);
/** "Socialnämnden beslutar …", "… föreslår kommunfullmäktige …": in the present, and not the second part of a proposal. */
const DECIDES_NOW = ord(
  /^[\p{L}\s,-]{0,30}\b(?:beslutar|föreslår|tillstyrker|hemställer)\b(?!.*\bför (?:egen|sin)\b)/iu,
);

/**
 * Where the body that meets (`organ`) goes on to decide under the heading of something else: what is proposed is
 * another's until the meeting itself is the subject. -1 where it does not. A proposal worded in the meeting's own
 * name ("Nämnden beslutar att …") ends only where the same words come again.
 */
function ownDecision({ section, lines }: SectionBlock, organ: string | null): number {
  if (!organ) return -1;
  const leads = lines.flatMap((_, n) => {
    const words = ownLead(lines, n, organ);
    return words === null ? [] : [{ n, words }];
  });
  if (section !== 'forslag') return leads[0]?.n ?? -1;
  const first = lines.findIndex((line, n) => CLAUSE.test(line.text) || (n > 0 && /\.$/.test(line.text)));
  const proposed = leads.find(({ n }) => n <= first || first < 0);
  return (
    leads.find(({ n, words }) => first >= 0 && n > first && (!proposed || proposed.words === words))?.n ?? -1
  );
}

/** A line that goes on in the next one. */
const RUNS_ON = ord(/(?:[,–-]|\b(?:och|samt|eller|att|som|om|i|på|till|för|av|med|från|hos))$/u);

/** The lead-in of one to three lines in which the body that meets decides, or null. */
function ownLead(lines: Line[], n: number, organ: string): string | null {
  const line = lines[n] as Line;
  const before = lines[n - 1];
  const body = findOrganer(line.text)[0];
  if (body?.start !== 0 || body.genitive || !/^\p{Lu}/u.test(line.text)) return null;
  if (!isOwn(body.name, organ) && !body.generic) return null;
  if (before && RUNS_ON.test(before.text)) return null;
  // right under a line without a stop only a lead-in over a list is sure to begin a sentence
  const close = before !== undefined && line.gap < 0.6 && !line.pageStart && !/[.:;]$/.test(before.text);
  for (const count of [1, 2, 3]) {
    const passage = passageOf(lines.slice(n, n + count));
    if (!DECIDES_NOW.test(passage.text.slice(body.end))) continue;
    const below = lines[n + count];
    const led = isLedtext(passage.text) && below !== undefined;
    if (close ? led && CLAUSE.test(below.text) : led || splitInlineLedtext(passage) !== null)
      return passage.text;
  }
  return null;
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

/** "att notera informationen", "lägga rapporten till handlingarna.": a clause, and who decides stands nowhere. */
const LONE_CLAUSE = ord(new RegExp(String.raw`^(?:att\s\p{Ll}{2,}\b|${BESLUTSVERB}\s)`, 'u'));

/** Where the clauses begin that close a § without any lead-in: right under its title, or behind a sentence that ended. */
function loneClauses(lines: Line[]): number | null {
  let from = lines.length;
  while (from > 0 && LONE_CLAUSE.test(lines[from - 1]?.text ?? '')) from--;
  if (from === lines.length) return null;
  return from === 0 || /[.!?]$/.test(lines[from - 1]?.text ?? '') ? from : null;
}

/** How many of the first lines decide by themselves, right under the title. */
function openingDecision(lines: Line[], measure: Measure): number {
  const usual = usualGap(lines);
  let end = 0;
  while (end < lines.length) {
    let to = end + 1;
    while (to < lines.length && !startsParagraph(lines[to - 1] as Line, lines[to] as Line, usual, measure))
      to++;
    const { text } = passageOf(lines.slice(end, to));
    if (!DECIDES_ALONE.test(text) && !(end > 0 && APPROVAL_TIME.test(text))) break;
    end = to;
  }
  return end;
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
