/** Lists inside flat text: numbered clauses, bullets, recipients and documents without a mark between them. */
import { ord } from '../../language/ord.ts';
import { findOrganer } from '../../routing/organ.ts';
import { BESLUTAR, BESLUTSVERB, INFINITIV } from '../../vocabulary/beslutsverb.ts';
import { headingOf } from '../../vocabulary/headings.ts';
import type { Section } from '../../vocabulary/section.ts';
import type { Line } from '../line.ts';
import { signedAt } from '../signature.ts';
import { documentCuts, recipientCuts, statementCuts } from './entries.ts';
import { plainClauseCuts } from './plain-clauses.ts';
import { APART, type Cuts, endsSentence, GOES_ON, RUNNING, splitLine, wordBefore } from './split-line.ts';

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
    if (section === 'beslut' || section === 'forslag') attCuts(line.text, expected > 1, cuts);
    bulletCuts(line.text, section, cuts);
    if (section === 'forslag' && isUnmarked(line.text, expected)) plainClauseCuts(line.text, cuts);
    hyphenCuts(line.text, cuts);
    if (section === 'expediering') recipientCuts(line.text, cuts);
    if (section === 'underlag') documentCuts(line.text, cuts);
    if (section === 'beslut') subjectlessCuts(line.text, cuts);
    const capitals = CAPITALS.exec(line.text);
    if (capitals) cuts.set(capitals[0].length, RUNNING);
    const clauses = section === 'beslut' || section === 'forslag';
    if (clauses) colonCut(line.text, cuts);
    leadInCuts(line.text, clauses, cuts);
    if (section === 'forslag' || section === 'underlag') signatureCut(line.text, cuts);
    if (clauses) bareCuts(line.text, cuts);
    if (section !== 'bakgrund') statementCuts(line.text, cuts);
    if (section === null || section === 'bakgrund') closingCut(line.text, cuts);
    return splitLine(line, cuts);
  });
}

/** "… till protokollet. ska besluta vem som …": the conversion deleted the body's name at the sentence's head. */
function subjectlessCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(/(?<=\p{Ll}{3}\.\s)(?=\p{Ll}{3,}\s)/gu))
    if (endsSentence(wordBefore(text, m.index))) cuts.set(m.index, APART);
}

const NUMBER = /(?<!\S)(\d{1,2})([.)]\s+(?=["”“]?\p{L}|\d{1,3} i \p{Lu})|\s+(?=[aA]tt\s))/gu;
/** What a number belongs to that is none of a list. */
const NUMBERED_THING =
  /^(?:§|§§|nr|punkt|punkten|bilaga|kap|kl|den|sida|avsnitt|artikel|steg|fas|etapp)\.?$/iu;
/** "DIREKTIONEN BESLUTAR att …": the lead-in in capitals stands on a line of its own. */
const CAPITALS = /^(?:\p{Lu}{2,}[\s-]){1,6}(?:BESLUTAR|FÖRESLÅR(?:\s\p{Lu}{2,})*)\s(?=att\s|\d|[-•])/u;

/** The verb of a sentence that decides without a subject, as the last of a § does: "Informationen noteras." */
const CLOSES = ord(
  /\b(?:fastställ(?:s|es|des)|godkänn(?:s|es)|godkändes|notera(?:s|des)|anteckna(?:s|des)|lägg(?:s|es)|lades|utses|utsågs|bifall(?:s|es)|avslås|återremittera(?:s|des)|överlämna(?:s|des))\b/u,
);

/** Before the last sentence of a line, where it decides: it was a paragraph. */
function closingCut(text: string, cuts: Cuts): void {
  const last = [...text.matchAll(/(?<=[.:]\s)(?=\p{Lu})/gu)]
    .filter((m) => endsSentence(wordBefore(text, m.index)))
    .at(-1);
  if (last && text.length - last.index < 140 && CLOSES.test(text.slice(last.index)))
    cuts.set(last.index, APART);
}

/** A letter of a list behind a full stop: "… till handlingarna. a) Protokoll …". */
const LETTER = /(?<=[.:]\s)[a-h]\)\s+(?=\p{L})/gu;

/** What opens a decision and ends in a colon: whose proposal or motion was followed, or who decides. */
const OPENED_BY = ord(
  /^(?:(?:I )?[Ee]nligt\b|I (?:kommun|region|lands)?\p{L}*(?:styrelsen|nämnden|fullmäktige|utskottet)(?= (?:och|samt) |:)|På förslag av\b|Efter förslag\b|I enlighet med\b|[^.:]{3,160}\b(?:beslutar|beslutade|besluta|föreslår|hemställer|tillstyrker|avstyrker)\b)[^.:]{0,160}:\s+(?=\p{Lu})/u,
);

/** "Arbetsutskottet föreslår direktionen besluta Förslaget antas.": a capital behind the chain's last verb. */
const CHAIN_END = ord(
  /^(?=\p{Lu}[^.:]{3,200}\bföreslår?\b)[^.:]{8,220}?\bbesluta(?: följande)?\s+(?=\p{Lu}\p{Ll})|^\p{Lu}[\p{L}\s,-]{4,80}(?:fullmäktige|styrelsen|nämnden|utskottet|direktionen) föreslås(?: besluta)?\s+(?=\p{Lu}\p{Ll})/u,
);

/** "Enligt kommunstyrelsens förslag: Ny taxa antas.": the clause behind the colon stood on a line of its own. */
function colonCut(text: string, cuts: Cuts): void {
  const opened = OPENED_BY.exec(text) ?? CHAIN_END.exec(text);
  if (opened) cuts.set(opened[0].length, APART);
}

/** A body decides in a sentence of its own, whether a stop was left before it or not. */
const ACTS = ord(new RegExp(String.raw`^\s+${BESLUTAR}\b`, 'u'));
/** Words after which a body is the subject of a subordinate clause. */
const SUBORDINATES =
  /^(?:som|när|där|då|om|innan|eftersom|vilket|vilka|vilken|varvid|varför|medan|sedan|utan|såsom|efter|före|genom|att|och|eller|samt)$/iu;

const LEADS_IN =
  /^\s+(?:beslutar|beslutade|BESLUTAR|föreslår|FÖRESLÅR|föreslog|tillstyrker|hemställer)(?!\p{L})/u;
/** What a body does with a matter in one sentence: where no clauses stand, the decision. */
const DISPOSES =
  /^\s+(?:godkänner|antecknar|noterar|utser|bifaller|avslår|fastställer|överlämnar|lägger|tackar)(?!\p{L})/u;

const MARK = /^(?:\d{1,2}|[a-h])[.)]$/u;

/** A body and its verb behind a finished clause: the lead-in of the next clauses. */
function leadInCuts(text: string, clauses: boolean, cuts: Cuts): void {
  if (clauses) for (const m of text.matchAll(LETTER)) cuts.set(m.index, APART);
  const after = clauses ? /(?<=[.,;:]\s|\s(?:och|samt)\s)(?=\p{Lu})/gu : /(?<=[.:]\s)(?=\p{Lu})/gu;
  for (const m of text.matchAll(after)) {
    const organ = findOrganer(text.slice(m.index, m.index + 90))[0];
    // "1. Kommunstyrelsen beslutar": the number is the clause's own mark
    if (organ?.start !== 0 || organ.genitive || MARK.test(wordBefore(text, m.index))) continue;
    const rest = text.slice(m.index + organ.end);
    if (LEADS_IN.test(rest) || (!clauses && DISPOSES.test(rest))) cuts.set(m.index, APART);
  }
  if (!clauses) return;
  for (const organ of findOrganer(text)) {
    if (organ.genitive || !ACTS.test(text.slice(organ.end))) continue;
    // "… i Region Granvik Regionfullmäktige antar": what ended the sentence before is no part of the name
    const own = /(?<=\s)\p{Lu}\p{L}+$/u.exec(text.slice(organ.start, organ.end));
    for (const at of own ? [organ.start, organ.start + own.index] : [organ.start]) {
      const before = wordBefore(text, at);
      if (at === 0 || !/^\p{Lu}/u.test(text.slice(at)) || !/^[\p{L}\d)-]{2,}$/u.test(before)) continue;
      if (SUBORDINATES.test(before) || GOES_ON.test(before)) continue;
      cuts.set(at, APART);
      break;
    }
  }
}

/** "… besluta inrätta", "… besluta Avslå": the lead-in of clauses without "att", and the first of them. */
const BARE_FIRST = ord(
  new RegExp(
    String.raw`\b(?:besluta|beslutar|föreslås)\s+(?=(?!föreslå|hemställa|rekommendera)${BESLUTSVERB}\b)`,
    'iu',
  ),
);
const BARE_CLAUSE = ord(new RegExp(String.raw`(?<=\s)(?:omedelbart )?${BESLUTSVERB}\b`, 'gu'));
/** What an infinitive belongs to that begins no clause. */
const TAKES_INFINITIVE =
  /^(?:att|och|eller|samt|ska|skall|kan|får|bör|vill|måste|kunna|skulle|kommer|låta|även|inte|ej|genom|för|av|om|[\p{L}-]+,)$/iu;

/**
 * Clauses in the infinitive from whose row the conversion deleted each "att", as it does with words of a page's head:
 * "… besluta inrätta förbundet fastställa förbundsordning utse revisorer".
 */
function bareCuts(text: string, cuts: Cuts): void {
  const first = BARE_FIRST.exec(text);
  if (!first || /(?<!\p{L})att\s/iu.test(text)) return;
  const from = first.index + first[0].length;
  const row = [...text.matchAll(BARE_CLAUSE)].filter(
    (m) => m.index > from && !TAKES_INFINITIVE.test(wordBefore(text, m.index)),
  );
  if (row.length === 0) return;
  cuts.set(from, APART);
  for (const { index } of row) cuts.set(index, APART);
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
  for (const { 0: drawn, index } of text.matchAll(DRAWN))
    for (const end of [0, drawn.length]) cuts.set(index + end, APART);
}

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

/** A clause of its own: "att" and an infinitive, an adverb between them or not, or what shall be; "att gälla" goes on. */
const ATT = new RegExp(
  String.raw`(?<=[,;]\s)att\s(?=\p{L}+(?:s|en|et|na|:s)\s)|(?<=\s)att\s(?!\p{L}+s\s|gälla(?!\p{L}))(?:(?:\p{Ll}+t\s|med \p{L}+ )?${INFINITIV}(?=\s)|(?:[\p{L}-]+\s){1,4}skall?\s)`,
  'gu',
);
/** Verbs that an "att" of their own belongs to, once. */
const TAKES_ATT = ord(
  /\b(?:uppdra(?:ga|r)?|uppdrag|uppmanar?|bemyndigar?|föreslår?|begära?|hemställer?|anmodar?|medger?|tillåter?|tillåta|beviljar?|ålägger?|ålägga|erbjuder?|erbjuda|delegerar?|rekommenderar?|ber|be|avser?|kommer)\b/iu,
);
/** Words that "att" belongs to, right behind them. */
const WANTS_ATT = ord(
  /(?:\b(?:förslag|uppdrag|möjlighet|rätt|behov|syfte|beslut|krav|ansvar|begäran|ansökan|motion|yrkande|initiativ|avsikt|vilja|skyldighet|uppgift|frågan?|tillstånd|fullmakt|risk|mål)\p{L}{0,4}|\b(?:om|av|för|på|till|från|utan|med|genom|i|och|eller|så|innebär|medför|upphör|möjligt|viktigt|svårt))$/iu,
);

/**
 * Before each "att" that begins a clause of a decision: behind a comma, behind the deciding verb, and behind a finished
 * clause; not inside the clauses of a numbered list, which whoever numbered them has told apart.
 */
function attCuts(text: string, numbered: boolean, cuts: Cuts): void {
  if (numbered) return;
  let from = -1;
  const end = textBehind(text);
  if (end !== null) cuts.set(end, APART);
  for (const m of text.slice(0, end ?? text.length).matchAll(ATT)) {
    const before = wordBefore(text, m.index);
    const clause = text.slice(Math.max(from, 0), m.index);
    const opens = from < 0;
    from = from < 0 || /[.:]\s/u.test(clause) ? m.index : from;
    if (opens || /^(?:\d+[.)]?|[-–•*])$/u.test(before)) continue;
    const joined =
      /(?:,|;)\s+(?:(?:och|samt|dels)\s+)?$/u.test(clause) ||
      /^(?:besluta[rt]?|beslutade|samt)$/u.test(before);
    const finished = !TAKES_ATT.test(clause) && !WANTS_ATT.test(before) && clause.split(' ').length > 3;
    if (!joined && !finished) continue;
    cuts.set(m.index, APART);
    from = m.index;
  }
}

/** So much text behind the full stop of the last clause is no part of it, in letters. */
const TEXT = 250;

/** Where the text goes on under no heading behind the "att" clauses of a decision or proposal; null where it does not. */
function textBehind(text: string): number | null {
  const first = ATT_OPENS.exec(text)?.index;
  if (first === undefined) return null;
  for (const m of text.slice(first).matchAll(/(?<=\p{L}{3}\.\s)(?=\p{Lu})/gu)) {
    const at = first + m.index;
    const rest = text.slice(at);
    if (rest.length < TEXT || ATT_AGAIN.test(rest.slice(0, 2 * TEXT))) return null;
    const organ = findOrganer(rest.slice(0, 90))[0];
    if (organ?.start === 0 && LEADS_IN.test(rest.slice(organ.end))) continue;
    if (endsSentence(wordBefore(text, at))) return at;
  }
  return null;
}
const ATT_OPENS = ord(/\b(?:besluta[rt]?|beslutade|föreslår|följande):?\s(?=att\s)/u);
/** A clause that begins anew. */
const ATT_AGAIN = /(?<=[.;]\s)att\s|^Att\s/u;

/** The sentence that leads into a list at `at` begins a line. */
function leadCut(text: string, at: number, cuts: Cuts): void {
  const before = text.slice(0, at);
  const stops = [...before.matchAll(/[.!?]["”)]?\s+(?=\p{Lu})/gu)].filter(
    (m) => endsSentence(wordBefore(before, m.index + 1)) && m.index + m[0].length < at - 3,
  );
  const last = stops.at(-1);
  if (last) cuts.set(last.index + last[0].length, APART);
}

const BULLET = /(?<=^|\s)[*•·▪■●○◦‣\uf0b7\uf0a7]\s+(?=\S)/gu;
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
