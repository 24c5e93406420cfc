/** Lists inside flat text: numbered clauses, bullets, recipients and documents without a mark between them. */
import { ord } from '../../language/ord.ts';
import { headingOf } from '../../vocabulary/headings.ts';
import type { Section } from '../../vocabulary/section.ts';
import type { Line } from '../line.ts';
import { signedAt } from '../signature.ts';
import { attCuts, bareCuts, closingCut, subjectlessCuts } from './clauses.ts';
import { cutAround } from './cut-around.ts';
import { documentCuts, recipientCuts, statementCuts } from './entries.ts';
import { capitalsCut, colonCut, leadInCuts } from './lead-ins.ts';
import { plainClauseCuts } from './plain-clauses.ts';
import { APART, type Cuts, endsSentence, RUNNING, splitLine, wordBefore } from './split-line.ts';

/** The head of a § or of an agenda's item: what section went before ends there. */
const HEAD =
  /^(?:(?:\p{Lu}\p{L}{0,5}\.?\s)?§\s*\d|\d{1,4}\s?§|\p{Lu}\p{L}{1,4}\s\d{1,4}\s\s|(?:Ärende|ÄRENDE|Punkt)\s\d)/u;

/** The item of an agenda, when more than a list's room is above it. */
const ITEM = /^\d{1,3}\.\s/;

/** Cuts flat lines at the entries of their lists. `isFlat` tells lines that lost their breaks from those that have them. */
export function cutLists(lines: Line[], isFlat: (line: Line) => boolean): Line[] {
  let section: Section | null = null;
  let above: Section | null = null;
  let expected = 1;
  return lines.flatMap((line) => {
    const own = headingOf(line.text);
    if (own || HEAD.test(line.text) || (line.gap >= 2 * APART && ITEM.test(line.text))) {
      // "Kommunstyrelsens beslut" right under "Förslag till beslut" names who is to decide
      section = own === 'beslut' && above === 'forslag' ? above : own;
      expected = 1;
    }
    above = own;
    if (own || !isFlat(line)) return [line];
    const cuts: Cuts = new Map();
    expected = numberCuts(line.text, expected, cuts);
    entryCuts(line.text, section, expected, cuts);
    return splitLine(line, cuts);
  });
}

/**
 * Before the entries of a section's lists but those of the numbered ones, whose next number is `expected`. Where two
 * rules cut in the same place, the later one tells the blank space.
 */
function entryCuts(text: string, section: Section | null, expected: number, cuts: Cuts): void {
  const clauses = section === 'beslut' || section === 'forslag';
  if (clauses) attCuts(text, expected > 1, cuts);
  bulletCuts(text, section, cuts);
  if (section === 'forslag' && isUnmarked(text, expected)) plainClauseCuts(text, cuts);
  hyphenCuts(text, cuts);
  if (section === 'expediering') recipientCuts(text, cuts);
  if (section === 'underlag') documentCuts(text, cuts);
  if (section === 'beslut') subjectlessCuts(text, cuts);
  capitalsCut(text, cuts);
  if (clauses) colonCut(text, cuts);
  leadInCuts(text, clauses, cuts);
  if (section === 'forslag' || section === 'underlag') signatureCut(text, cuts);
  if (clauses) bareCuts(text, cuts);
  if (section !== 'bakgrund') statementCuts(text, cuts);
  if (section === null || section === 'bakgrund') closingCut(text, cuts);
}

/** True for clauses that no numbers, dashes nor "att" part; where only the first has kept its number, the rest lost theirs. */
const isUnmarked = (text: string, expected: number) =>
  expected <= 2 && !/(?<=\s)(?:[-–•]|2[.)]|att\s\p{Ll}+[,;]\satt)\s/u.test(text);

/** "Ekby den 28 augusti 2031 Ekby kommunstyrelse": where, when and for whom a letter was signed. */
const DATED =
  /(?<=[.!]\s)(?<day>\p{Lu}\p{L}+ den \d{1,2} \p{Ll}+ \d{4})(?=\s\p{Lu})(?<board>(?:\s\p{Lu}\p{L}+)?\s\p{L}*(?:styrelse|nämnd)(?!\p{L}))?/giu;
/** A line drawn below the clauses. */
const DRAWN = /(?<=\s)(?:-{3,}|_{3,}|\*{3,})(?=\s)/gu;

/** Before the first who signed behind a list, and around what parts the list from it. */
function signatureCut(text: string, cuts: Cuts): void {
  const at = signedAt(text, 1);
  if (at > 0) cuts.set(at, APART);
  for (const { 0: all, index, groups } of text.matchAll(DATED))
    for (const end of [0, groups?.['day']?.length ?? 0, all.length]) cuts.set(index + end, APART);
  cutAround(text, DRAWN, cuts);
}

/** A number that may be of a list. */
const NUMBER = /(?<!\S)(\d{1,2})([.)]\s+(?=["”“]?\p{L}|\d{1,3} i \p{Lu})|\s+(?=[aA]tt\s))/gu;
/** What a number belongs to that is none of a list. */
const NUMBERED_THING =
  /^(?:§|§§|nr|punkt|punkten|bilaga|kap|kl|den|sida|avsnitt|artikel|steg|fas|etapp)\.?$/iu;
/** What a list's first number follows. */
const LEADS = ord(
  /(?:[.:;,]|\b(?:besluta[rts]?|beslutade|beslut|föreslår|föreslå|följande|att|till|samt))$/iu,
);

/**
 * Before each number of a list that runs on from 1; where a list begins, its lead-in is a line of its own, too. A list
 * goes on in the next line, where a page ended or the next lead-in stands: `expected` is its next number, and so is what
 * comes back.
 */
function numberCuts(text: string, expected: number, cuts: Cuts): number {
  let next = expected;
  for (const m of text.matchAll(NUMBER)) {
    const n = Number(m[1]);
    const before = wordBefore(text, m.index);
    if (NUMBERED_THING.test(before)) continue;
    const begins = n === 1 && !/\d$/.test(before) && (before === '' || LEADS.test(before));
    if (!begins && (n !== next || next === 1)) continue;
    if (begins) leadCut(text, m.index, cuts);
    cuts.set(m.index, APART);
    next = n + 1;
  }
  return next;
}

/** The sentence that leads into a list at `at` begins a line. */
function leadCut(text: string, at: number, cuts: Cuts): void {
  const before = text.slice(0, at);
  const stops = [...before.matchAll(/[.!?]["”)]?\s+(?=\p{Lu})/gu)].filter(
    (m) => endsSentence(wordBefore(before, m.index + 1)) && m.index + m[0].length < at - 3,
  );
  const last = stops.at(-1);
  if (last) cuts.set(last.index + last[0].length, APART);
}

/** A mark that nothing but a list has. */
const BULLET = /(?<=^|\s)[*•·▪■●○◦‣\uf0b7\uf0a7]\s+(?=\S)/gu;
/** One that sentences have, too. */
const DASH = /(?<=^|\s)[-–]\s+(?=["”“]?(?:\p{L}|\d))/gu;

/** Before each bullet; before a dash where a list of dashes has begun: after a colon, a stop, a heading, a lead-in. */
function bulletCuts(text: string, section: Section | null, cuts: Cuts): void {
  for (const m of text.matchAll(BULLET)) cuts.set(m.index, APART);
  const list = section === 'expediering' || section === 'underlag' || section === 'bilagor';
  const clauses = section === 'beslut' || section === 'forslag';
  let open = false;
  for (const m of text.matchAll(DASH)) {
    const before = wordBefore(text, m.index);
    const item = /^(?:att\s|\p{Lu})/u.test(text.slice(m.index + m[0].length));
    const told = /(?<!\p{L})beslutar?(?!\p{L})/u.test(text.slice(0, m.index));
    const led = clauses && item && !open && told;
    const marked = before === '' || /[.:;,]$/.test(before) || LEADS.test(before) || led;
    // "Förvaltningen – som äger huset –" and "5 - 7" are no lists
    const infinitive = clauses && before === 'att' && told;
    if (!(marked || open) || (before !== '' && !list && !item && !infinitive)) continue;
    cuts.set(m.index, APART);
    open = true;
  }
}

/** "hem- tjänst" was broken at a line's end; "barn- och ungdom" was not. */
function hyphenCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(
    /(?<=\p{L}\p{Ll}-)\s(?=\p{Ll})(?!\s?(?:och|eller|samt|respektive|resp|till)(?!\p{L}))/gu,
  ))
    cuts.set(m.index, RUNNING);
}
