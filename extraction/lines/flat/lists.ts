/** Lists inside flat text: numbered clauses, bullets, recipients and documents without a mark between them. */
import { ord } from '../../language/ord.ts';
import { findOrganer } from '../../routing/organ.ts';
import { headingOf } from '../../vocabulary/headings.ts';
import type { Section } from '../../vocabulary/section.ts';
import type { Line } from '../line.ts';
import { APART, type Cuts, endsSentence, RUNNING, splitLine, wordBefore } from './split-line.ts';

/** Cuts flat lines at the entries of their lists. `isFlat` tells lines that lost their breaks from those that have them. */
export function cutLists(lines: Line[], isFlat: (line: Line) => boolean): Line[] {
  let section: Section | null = null;
  let expected = 1;
  return lines.flatMap((line) => {
    const own = headingOf(line.text);
    if (own || /^(?:\p{Lu}\p{L}{0,5}\.?\s)?§\s*\d/u.test(line.text)) {
      section = own;
      expected = 1;
    }
    if (own || !isFlat(line)) return [line];
    const cuts: Cuts = new Map();
    expected = numberCuts(line.text, expected, cuts);
    if (section === 'beslut' || section === 'forslag') attCuts(line.text, expected > 1, cuts);
    bulletCuts(line.text, section, cuts);
    hyphenCuts(line.text, cuts);
    if (section === 'expediering') recipientCuts(line.text, cuts);
    if (section === 'underlag') documentCuts(line.text, cuts);
    leadInCuts(line.text, section === 'beslut' || section === 'forslag', cuts);
    if (section !== 'bakgrund') statementCuts(line.text, cuts);
    return splitLine(line, cuts);
  });
}

const NUMBER = /(?<!\S)(\d{1,2})([.)]\s+(?=["”“]?[\p{L}])|\s+(?=[aA]tt\s))/gu;
/** What a number belongs to that is none of a list. */
const NUMBERED_THING =
  /^(?:§|§§|nr|punkt|punkten|bilaga|kap|kl|den|sida|avsnitt|artikel|steg|fas|etapp)\.?$/iu;
/** A letter of a list behind a full stop: "… till handlingarna. a) Protokoll …". */
const LETTER = /(?<=[.:]\s)[a-h]\)\s+(?=\p{L})/gu;

/** A body and its verb behind a finished clause: the lead-in of the next clauses. */
function leadInCuts(text: string, clauses: boolean, cuts: Cuts): void {
  if (clauses) for (const m of text.matchAll(LETTER)) cuts.set(m.index, APART);
  const after = clauses ? /(?<=[.,;:]\s|\s(?:och|samt)\s)(?=\p{Lu})/gu : /(?<=[.:]\s)(?=\p{Lu})/gu;
  for (const m of text.matchAll(after)) {
    const organ = findOrganer(text.slice(m.index, m.index + 90))[0];
    if (!organ || organ.start !== 0 || organ.genitive) continue;
    const verb =
      /^\s+(?:beslutar|beslutade|BESLUTAR|föreslår|FÖRESLÅR|föreslog|tillstyrker|hemställer)(?!\p{L})/u;
    if (verb.test(text.slice(m.index + organ.end))) cuts.set(m.index, APART);
  }
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

/** A clause of its own: "att" and an infinitive, an adverb between them or not; "att gälla" goes on. */
const ATT =
  /(?<=\s)att\s(?!\p{L}+s\s|gälla(?!\p{L}))(?:\p{Ll}+t\s|med \p{L}+ )?(?:\p{Ll}{2,}a|ge|se|få|anse)(?=\s)/gu;
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
  for (const m of text.matchAll(ATT)) {
    const before = wordBefore(text, m.index);
    const clause = text.slice(Math.max(from, 0), m.index);
    const opens = from < 0;
    from = from < 0 || /[.:]\s/u.test(clause) ? m.index : from;
    if (opens || /^\d+[.)]?$/.test(before)) continue;
    const joined =
      /(?:,|;)\s+(?:(?:och|samt|dels)\s+)?$/u.test(clause) ||
      /^(?:besluta[rt]?|beslutade|samt)$/u.test(before);
    const finished = !TAKES_ATT.test(clause) && !WANTS_ATT.test(before) && clause.split(' ').length > 3;
    if (!joined && !finished) continue;
    cuts.set(m.index, APART);
    from = m.index;
  }
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
    const led = clauses && item && !open && /(?<!\p{L})beslutar?(?!\p{L})/u.test(text.slice(0, m.index));
    const marked = before === '' || /[.:;,]$/.test(before) || LEADS.test(before) || led;
    // "Förvaltningen – som äger huset –" and "5 - 7" are no lists
    if (!(marked || open) || (before !== '' && !list && !item)) continue;
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

/** The end of a name that stands alone: the next capital begins another recipient. */
const RECIPIENT_END =
  /^(?:(?!(?:Elisabet|Harriet|Margaret|Torsten|Kirsten|Kristen)$)\p{L}{4,}(?:en|et|arna|erna|orna)|\p{L}*(?:chef|direktör|kontor|förvaltning|avdelning|nämnd|styrelse|utskott|fullmäktige|handläggare|sekreterare|strateg|revisorer|akt|parter|ekonom|controller|samordnare|jurist|ingenjör|verket|bolag|förbund|rektorer|kansli|bibliotek|ekonomi)|AB|MSB|SKR|IFO|HR|IT)$/iu;
const RECIPIENT_OPEN =
  /^(?:region|västra|östra|norra|södra|norr|söder|öst|väst|stiftelsen|föreningen|ab|tekniske|nya|gamla|stora|lilla|sankt|\p{L}*(?:förbundet|föreningen|bolaget))$/iu;

/** Offices and bodies that no name ends in: a capital before one of them ends a name. */
const OFFICE =
  /^\p{Lu}\p{Ll}{3,}(?:styrelsen|nämnden|förvaltningen|kontoret|avdelningen|enheten|utskottet|fullmäktige|verket|chefen|direktören)(?!\p{L})/u;

/** Recipients in a row without anything between them: a capital after a finished name begins the next. */
function recipientCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(/(?<=(\S+)\s)(?=[\p{Lu}])/gu)) {
    const before = m[1] ?? '';
    if (/[,;(]$|^[-–•]$|^\d+[.)]$/u.test(before) || RECIPIENT_OPEN.test(before)) continue;
    if (OFFICE.test(text.slice(m.index)) && !/^(?:och|för|av|till|i|samt|på|vid|hos)$/u.test(before))
      cuts.set(m.index, RUNNING);
    else if (
      /^\p{Ll}/u.test(before)
        ? !/^(?:och|för|av|till|i|samt|på|vid|m|med|c\/o)$/u.test(before)
        : RECIPIENT_END.test(before) || /[).]$/.test(before)
    )
      cuts.set(m.index, RUNNING);
  }
}

const DOCUMENT =
  /^(?:Tjänste(?:skrivelse|utlåtande|yttrande)|Protokoll|Protokollsutdrag|Bilaga|Yttrande|Skrivelse|Remiss|Rapport|Motion|Medborgarförslag|Förslag|Ansökan|Avtal|Karta|Beslut|Delårs|Årsredovisning|Missiv|Reglemente|Promemoria|PM|Sammanställning|Detaljplan|Plan|Granskning|Revisions|Budget|Utredning|Policy|Riktlinje|Taxa|\p{Lu}[\p{Ll}-]+(?:s|ns) (?:beslut|protokoll|yttrande|tjänste|rapport|skrivelse|förslag)|\p{Lu}[\p{L}-]*(?:utredning|bilaga|rapport|plan|protokoll|skrivelse|karta|avtal|kontrakt|kalkyl|analys|redovisning|berättelse|yrkande)(?=[\s,]|$))/u;

/** Documents in a row: an entry ends with a stop or a figure, and where the next one names itself. */
function documentCuts(text: string, cuts: Cuts): void {
  if (text.search(BULLET) === 0 || /^[-–]\s|^\d+[.)]\s/u.test(text)) return;
  for (const m of text.matchAll(/(?<=(\S+)\s)(?=\p{Lu})/gu)) {
    const before = m[1] ?? '';
    const named =
      DOCUMENT.test(text.slice(m.index, m.index + 60)) &&
      /[\d\p{L})]$/u.test(before) &&
      !/^(?:av|om|till|för|från|över|på|i|och|med|gällande|angående|avseende|[Dd]nr)$/u.test(before);
    if (named || /\d$/.test(before) || (/[.;]$/.test(before) && endsSentence(before)))
      cuts.set(m.index, RUNNING);
  }
}

/** What members state: "Anna Berg (S) yrkar …", "Mot beslutet reserverar sig …". */
const STATES = ord(
  /^[^.]{0,160}?\b(?:reserverar|reserverade|deltar|deltager|deltog|anmäler|anmäls|yrkar|yrkade|antecknar|avstår|medges)\b|^(?:(?:Ordföranden?|Ledamoten|Tjänstgörande ersättaren?)\s)?(?:\p{Lu}[\p{L}-]+\s){2,4}\(\p{L}{1,5}\)|^Ordföranden\s(?:ställer|ställde|frågar|finner|konstaterar)\b/u,
);

/** Before each sentence in which members state something, and before the chair's putting of the question. */
function statementCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(/(?<=[.!?]["”]?\s)(?=\p{Lu})/gu)) {
    if (endsSentence(wordBefore(text, m.index)) && STATES.test(text.slice(m.index, m.index + 260)))
      cuts.set(m.index, APART);
  }
}
