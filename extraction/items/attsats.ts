/**
 * Attsatser: the clauses of a proposal or a decision, one an entry, each with the line that introduces it and
 * the chain of bodies that line names (contract, "Rules").
 */

import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { concatPassages, type Passage, passageOf, slicePassage } from '../lines/passage.ts';
import { isSignature, signedAt } from '../lines/signature.ts';
import { INFINITIV } from '../vocabulary/beslutsverb.ts';
import { isLedtext, kedjaOf, splitInlineLedtext, withBodyProposedTo } from './ledtext.ts';
import type { Unit } from './unit.ts';
import { ANNOUNCES } from './unit-begins.ts';
import { unitsOf } from './units.ts';

/** Who protests or stands aside is told after the clauses; it decides nothing. */
const NOTE = ord(
  /\([^()]{1,8}\).{0,80}\b(?:reserverar sig|delta(?:r|ger|g) (?:inte|ej) i|anteckna(?:s|r|de|des)? |lämnar in ett särskilt|till protokollet|avstår från att delta|yrkar)\b|^(?:samtliga )?(?:ledamöterna|representanterna|gruppen) .{1,60}\breserverar sig\b|^mot beslutet reserverar sig\b|^särskil(?:t|da) (?:yttrande|uttalande)\p{L}* (?:anmäl|lämna|avge)/iu,
);

export interface Clause {
  nr: number | null;
  passage: Passage;
  ledtext: Passage | null;
  /** Bodies of the lead-in; empty when it names none. */
  kedja: string[];
  /** It has taken in lettered parts: the next letter is its too. */
  lettered?: boolean;
  /** A letter opens it: the next letter opens another. */
  byLetter?: boolean;
  /** A bullet stood before it. */
  bulleted?: boolean;
  /** A list under its colon is part of it: the next entry is too. */
  listing?: boolean;
}

interface Lead {
  passage: Passage;
  kedja: string[];
  /** The clauses under it are its list entries ("får i uppdrag att:"). */
  ownsBullets: boolean;
  nr: number | null;
}

const SENTENCE_END = /[.!?]["”»)]?$/;

/** "Anna Berg (S) och Bo Ek (S) lämnar följande protokollsanteckning:" */
const ANNOUNCED = ord(
  /\([^()]{1,8}\).{0,60}\b(?:lämnar|lämnade|avger|anmäler|lät|låter|vill)\b.{0,60}\b(?:följande|enligt nedan)\b.{0,60}\b(?:protokollsanteckning|anteckning|reservation|yttrande|uttalande|röstförklaring|protokollet)/iu,
);

/** How the meeting came to it, told after the clauses: what the chair put, who spoke, what has been or will be done. */
const TOLD = ord(
  new RegExp(
    [
      String.raw`^(?:${[
        String.raw`föredragande\b.{3,90}\banför\b`,
        String.raw`ordföranden?\b.{0,60}\b(?:ställer|finner|konstaterar|frågar)`,
        String.raw`vid (?:(?:ärendets|dagens) behandling|behandlingen av ärendet)\b`,
        String.raw`(?:protokolls)?justering(?:en)? (?:sker|äger rum|görs)\b`,
        String.raw`(?:\p{Lu}[\p{L}-]+\s){1,4}(?:\(\S{1,6}\)\s)?(?:önskar|vill|begär|lät|låter) (?:få |att )?(?:följande |till protokollet |få )*antecknat?`,
        String.raw`exp(?:\.|edieras|:)|särskil(?:t|da) yttrande`,
        String.raw`följande \p{L}+ (?:anmäl|redovisa|föreligg)\p{L}*\b`,
      ].join('|')})`,
      // "Förvaltningen har berett ärendet"
      String.raw`^(?!.*\b(?:ska|skall|får|ges|beslutar|uppdras|godkänn|fastställ|anta)\b)\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,4} (?:har|hade) (?:\p{Ll}+ ){0,2}\p{Ll}+(?:at|it|tt|rt|nt|gt)\b`,
      String.raw`\bskickas ut senare\b`,
    ].join('|'),
    'iu',
  ),
);

/** What a body decides, its name deleted by a conversion: "godkänner dagordningen." */
const DECIDES_NOW = ord(
  /^(?:beslutar|föreslår|godkänner|noterar|överlämnar|utser|väljer|lägger|antecknar|avslår|bifaller|antar|fastställer|beviljar|uppdrar|ger|tillstyrker|avstyrker|återremitterar|bordlägger)\b/u,
);

/** What may follow the clauses of a section but is none: the § is declared approved at once, notes on the vote. */
const NOT_A_CLAUSE = ord(
  /^(?:paragrafen|§-?en|punkten|ärendet|denna paragraf|beslutet|protokollet)\b.{0,40}\b(?:förklara(?:s|r|des|de)?|är|justeras|justerades)\b.{0,20}\b(?:omedelbart )?(?:justera[dts]+|omedelbart)|^(?:_{3,}|-{3,}|\*{3,})|^(?:ja|nej)\b.{0,12}$|^(?:beslutet var enhälligt|enhälligt\.?$)|^yrkande\p{L}* från .{1,160} har (?:bifallits|avslagits)|^(?:vid protokollet|justera[st]|sekreterare)\b/iu,
);

/**
 * The clauses of a section. A lead-in holds for all clauses until the next one. A numbered clause takes what
 * stands under it (bullets, letters, further sentences) into its own text, unless it is itself a lead-in
 * ("4. X föreslår Y" with a and b under it): then each entry is a clause with that number.
 */
export function clausesOf(lines: Line[], measure: Measure): Clause[] {
  const clauses: Clause[] = [];
  let lead: Lead | null = null;
  const units = mergeBrokenLeads(unitsOf(untilSignature(lines), measure));
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    const passage = passageOf(unit.lines);
    // a statement is announced: what follows is its text
    if (ANNOUNCED.test(passage.text)) break;
    if (
      !/[\p{L}\d]/u.test(passage.text) ||
      (unit.nr === null && NOT_A_CLAUSE.test(passage.text)) ||
      NOTE.test(passage.text)
    )
      continue;
    const last = clauses.at(-1);
    if (last && unit.mark === 'plain') {
      const told = TOLD.test(passage.text);
      // what follows a line that announces what is told, not decided, ends the clauses: "Ledningen informerar:", and
      // a list of what was only reported: "Delegationsbeslut", "Anmälningar" and a line a document
      const report = announces(unit) || isReportTitle(unit, units[i + 1]);
      // a sentence that lost its subject and tells: the background begins
      const tells = /^\p{Ll}/u.test(passage.text) && !DECIDES_NOW.test(passage.text);
      if (SENTENCE_END.test(last.passage.text) && (report || tells)) break;
      // a paragraph of another kind behind a list ends it
      if (unit.apart && (told || isSubheading(unit, last) || isProse(passage.text, last))) break;
      if ((unit.lines[0]?.gap ?? 0) >= 0.6 && isText(passage.text, last)) break;
      if (told && SENTENCE_END.test(last.passage.text)) continue;
    }
    const next = units[i + 1];
    const followed = next !== undefined;
    if (followed && isLedtext(passage.text) && unit.mark !== 'bullet') {
      lead = leadOf(passage, unit.nr, lead);
      continue;
    }
    if (last && belongsTo(last, unit, lead)) {
      last.listing ||= /:$/.test(last.passage.text);
      last.passage = concatPassages([last.passage, passage]);
      last.lettered ||= unit.mark === 'letter';
      continue;
    }
    const found = clauseOf(unit, passage, lead);
    clauses.push(...found);
    // "X beslutar att A," on one line holds for "att B" on the next, and for "Förvaltningen får i uppdrag att C"
    const [first] = found;
    if (first?.ledtext && first.ledtext !== (lead as Lead | null)?.passage && next && isUnderSame(next)) {
      lead = { passage: first.ledtext, kedja: first.kedja, ownsBullets: false, nr: null };
    }
  }
  return clauses;
}

/** Told as a clause by a number, "att" or a bullet. */
const isMarked = ({ nr, passage, bulleted }: Clause): boolean =>
  nr !== null || ord(/^att\b/iu).test(passage.text) || bulleted === true;

/** A paragraph of several sentences behind marked clauses: the grounds, told under no heading. */
function isText(text: string, before: Clause): boolean {
  return (
    isMarked(before) &&
    SENTENCE_END.test(before.passage.text) &&
    text.length > PARAGRAPH &&
    /\p{Ll}{3}\.\s+\p{Lu}/u.test(text)
  );
}

/** No unmarked clause behind marked ones has been seen as long as this, in letters. */
const PARAGRAPH = 200;

/** Somebody is told to do what follows: a clause, whatever ends its first line. */
const CHARGE = ord(
  /\b(?:ska|skall|får|ges|ger|uppdra[rs]?|uppdrag|åläggs|bemyndigas|antas|godkänns|fastställs|att)\b/iu,
);

/** A line that ends in a colon, leads into no clause and is none. */
function announces({ lines: [first] }: Unit): boolean {
  const text = first?.text ?? '';
  return ANNOUNCES.test(text) && !isLedtext(text) && !CHARGE.test(text);
}

/** Who is charged, in a clause that says not by whom. */
const CHARGED = ord(/^\p{Lu}[\p{L}\s-]{3,80}\b(?:får|ges) i uppdrag\b/u);
const isUnderSame = (unit: Unit) =>
  unit.mark === 'att' || (unit.mark === 'plain' && CHARGED.test(unit.lines[0]?.text ?? ''));

/** What a body has decided nothing in: lists of officials' decisions and of letters received. */
const REPORTED = ord(
  /^(?:delegations?(?:beslut|lista)|delegeringsbeslut|anmälning(?:ar|särenden)|anmälda (?:beslut|ärenden|handlingar)|meddelanden|inkomna (?:skrivelser|handlingar)|handlingar för kännedom)[\p{L}\s,]{0,40}:?$/iu,
);

/** "2031.002 KS-049 Beslut om …", "KS 2031/118 Skrivelse från …": a document in its diary. */
const OPENS_WITH_NUMBER = /^(?:\p{Lu}{2,6}[\s/])?(?:19|20)\d{2}[./:-]\d{2,}/u;

/** The title of such a list, by its words or by the number that each document under it begins with. */
function isReportTitle(unit: Unit, next: Unit | undefined): boolean {
  const [first, second] = unit.lines;
  if (!first || second || next?.mark !== 'bullet') return false;
  const short = first.text.length < 40 && !/[.:]$/.test(first.text);
  return REPORTED.test(first.text) || (short && OPENS_WITH_NUMBER.test(next.lines[0]?.text ?? ''));
}

/** What becomes of something, in the passive or with somebody's duty: "antas", "får i uppdrag", "ska redovisas". */
const BECOMES = ord(
  /\b(?:ska|skall|får|ges|uppdras?|bör|upphör|gäller|\p{L}{2,}(?:[aäåe]s|nns|ls|gs|jer|ies))\b|\bbeslut/iu,
);

/** Two sentences or more in a paragraph of their own that decide nothing, behind marked clauses: the matter's background. */
function isProse(text: string, before: Clause): boolean {
  if (!isMarked(before) || !/^\p{Lu}/u.test(text) || !SENTENCE_END.test(text)) return false;
  const [first = '', ...more] = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return more.length > 0 && !BECOMES.test(first);
}

/** A title alone above further lines, behind marked clauses: "Delegationsbeslut" and what officials decided. */
function isSubheading(unit: Unit, before: Clause): boolean {
  const [first, second] = unit.lines;
  if (!isMarked(before) || !first || !second) return false;
  return (
    first.text.length < 50 && /^\p{Lu}[\p{L}\s-]+$/u.test(first.text) && /^[\p{Lu}\d•–-]/u.test(second.text)
  );
}

/** A proposal at a letter's end is followed by its signatures. */
function untilSignature(lines: Line[]): Line[] {
  const at = lines.findIndex((l, i) => isSignature(lines, i) || (i > 0 && signedAt(l.text) === 0));
  return at >= 0 ? lines.slice(0, at) : lines;
}

function leadOf(passage: Passage, nr: number | null, above: Lead | null): Lead {
  const own = kedjaOf(passage.text);
  // "för egen del": the body that began the chain decides the rest itself
  if (above && own.length === 0 && ord(/^för (?:egen|sin)/iu).test(passage.text)) {
    return { passage, kedja: above.kedja.slice(0, 1), ownsBullets: false, nr };
  }
  const continues = ord(/^att\b/i).test(passage.text) && above !== null;
  return {
    passage: continues && above ? concatPassages([above.passage, passage]) : passage,
    kedja: continues && above ? [...above.kedja, ...own] : own.length > 0 ? own : (above?.kedja ?? []),
    ownsBullets: /:\s*$/.test(passage.text),
    nr,
  };
}

/** True when a unit is part of the clause before it rather than a clause of its own. */
function belongsTo(last: Clause, unit: Unit, lead: Lead | null): boolean {
  if (lead && last.ledtext !== lead.passage) return false;
  const text = unit.lines[0]?.text ?? '';
  const open = !SENTENCE_END.test(last.passage.text);
  switch (unit.mark) {
    case 'number':
      // "Ramarna godkänns, med följande tillägg:" over 1. and 2.
      return last.nr === null && !last.bulleted && (last.listing || WITH_LIST.test(last.passage.text));
    case 'att':
      return false;
    case 'letter':
      return lead?.nr == null && !last.byLetter && (last.nr !== null || last.lettered === true || open);
    case 'bullet':
      return (
        lead?.nr == null &&
        (last.nr !== null || last.listing || /:$/.test(last.passage.text) || listsOn(last, text))
      );
    case 'plain':
      if (/:$/.test(last.passage.text)) return true;
      if (/^\p{Ll}/u.test(text)) return open || !DECIDES_NOW.test(text);
      return (last.nr !== null || (last.listing === true && open)) && !unit.apart;
  }
}

/** A decision that says itself that a list is part of it. */
const WITH_LIST = ord(/\b(?:godkänns|antas|fastställs|bifalls|beviljas)\b.{0,60}\bföljande\b[^.:]{0,40}:$/iu);

/** "att förvaltningen årligen ska rapportera" with "- utfall", "- svarstider" under it. */
function listsOn(last: Clause, entry: string): boolean {
  const att = ord(/^att\b/i);
  const bare = entry.replace(/^[^\p{L}]+/u, '');
  return (
    att.test(last.passage.text) &&
    /\p{L}$/u.test(last.passage.text) &&
    /^\p{Ll}/u.test(bare) &&
    !att.test(bare)
  );
}

/** The chain that a clause's own lead-in names, with the body proposed to. */
const kedjaWithin = (ledtext: string, clause: string) =>
  withBodyProposedTo(kedjaOf(ledtext), ledtext, clause);

function clauseOf(unit: Unit, passage: Passage, lead: Lead | null): Clause[] {
  const nr = unit.nr ?? lead?.nr ?? null;
  const inline = splitInlineLedtext(passage);
  // a clause that a number or a bullet tells from its neighbours is printed whole: "2. Nämnden beslutar att …"
  const whole = unit.mark === 'number' || unit.mark === 'bullet';
  const led = lead ? withBodyProposedTo(lead.kedja, lead.passage.text, passage.text) : [];
  // "Arbetsutskottet beslutar att föreslå att:" / "Kommunstyrelsen föreslår att fullmäktige …": one chain
  const goesOn = led.length > (lead?.kedja.length ?? 0) + 1;
  if (inline && !whole && !goesOn) {
    const { ledtext, clause } = inline;
    return attClauses(clause, nr === null ? 'inline' : 'numbered').map((p) => ({
      nr,
      passage: p,
      ledtext,
      kedja: kedjaWithin(ledtext.text, p.text),
    }));
  }
  const own = inline && led.length === 0 ? kedjaWithin(inline.ledtext.text, inline.clause.text) : led;
  const base = { nr, ledtext: lead?.passage ?? null, kedja: own };
  if (unit.mark === 'att')
    return attClauses(passage, nr === null ? 'row' : 'numbered').map((p) => ({ ...base, passage: p }));
  const letter = unit.mark === 'letter' ? (/^\p{L}\s?[.)]\s+/u.exec(passage.text)?.[0].length ?? 0) : 0;
  return [
    {
      ...base,
      passage: slicePassage(passage, letter),
      bulleted: unit.mark === 'bullet',
      byLetter: unit.mark === 'letter',
    },
  ];
}

/** What follows "att" when a clause of its own begins: an infinitive, with or without an adverb before it. */
const INFINITIVE = String.raw`(?=att\s+(?:(?:\p{Ll}+t|därefter|samtidigt|dessutom)\s+)?(?!(?:alla|dessa|denna|detta|samma|båda|de)\s)${INFINITIV}\b)`;
const LINK = String.raw`(?:(?:och|samt|dels)\s+)`;
/** Words that older Swedish sets a comma behind and an "att" that is part of the clause. */
const BEFORE_ATT = String.raw`(?<!\b(?:förutsättning|villkor|så|sätt|tillägg|tillägget|ändring|ändringen|innebörd|hänsyn|till|för|av|om|med|på|i|genom|anser|anför|framhåller|menar))`;

/** Where the clauses of a row part, by how the row stands. */
const PARTED = {
  // a numbered clause has been told from its neighbours by whoever numbered them
  numbered: ord(new RegExp(String.raw`(?:[,;.]\s+${LINK}|[;.]\s+)${INFINITIVE}`, 'gu')),
  // lines that begin with "att": Swedish sets a comma before an "att" only where a clause of its own begins
  row: ord(
    new RegExp(
      String.raw`(?:[;.]\s+${LINK}?${INFINITIVE}|${BEFORE_ATT},\s+${LINK}?(?=att\s)|\s+och\s+${INFINITIVE})`,
      'gu',
    ),
  ),
  // all in one sentence
  inline: ord(
    new RegExp(
      String.raw`(?:[;.]\s+${LINK}?${INFINITIVE}|${BEFORE_ATT},\s+${LINK}?(?=att\s)|\s+(?:samt|och)\s+${INFINITIVE})`,
      'gu',
    ),
  ),
};
/** What "att A och att B" may both hang on: then the two are one clause. */
const CHARGES = ord(
  /\b(?:uppdra(?:ga|r)?|uppdrag|uppmana|bemyndiga|föreslå|begära|hemställa|anmoda|medge|tillåta|delegera|rekommendera|verka|innebära?|syfte|möjlighet|rätt)\b/iu,
);

/**
 * "att godkänna A, samt att uppdra åt B": each att-clause of a row is one, when a comma or "samt" parts them. What
 * is parted off is a full clause; "att, om så är lämpligt, att" is none.
 */
function attClauses(passage: Passage, form: keyof typeof PARTED): Passage[] {
  const cuts = [0];
  for (const m of passage.text.matchAll(PARTED[form])) {
    const clause = passage.text.slice(cuts.at(-1) ?? 0, m.index);
    const sure = !/^\s+och/u.test(m[0]) || !CHARGES.test(clause);
    if (sure && clause.split(' ').length >= 3) cuts.push(m.index + m[0].length);
  }
  return cuts.map((from, i) => slicePassage(passage, from, cuts[i + 1])).filter((p) => p.text);
}

/** A lead-in broken by blank lines ("… att föreslå regionstyrelsen föreslå" / "regionfullmäktige besluta") is one. */
function mergeBrokenLeads(units: Unit[]): Unit[] {
  const out: Unit[] = [];
  for (const unit of units) {
    const last = out.at(-1);
    if (
      last?.mark === 'plain' &&
      unit.mark === 'plain' &&
      /^\p{Ll}/u.test(unit.lines[0]?.text ?? '') &&
      !SENTENCE_END.test(last.lines.at(-1)?.text ?? '') &&
      !isLedtext(unit.lines[0]?.text ?? '')
    ) {
      last.lines.push(...unit.lines);
    } else out.push({ ...unit, lines: [...unit.lines] });
  }
  return out;
}
