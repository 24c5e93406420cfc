/**
 * What stands in a section of clauses and is none: notes, how the meeting came to its decision, and what ends the
 * clauses, such as the matter's background under no heading.
 */
import { anyOf, ord } from '../language/ord.ts';
import { type Clause, endsSentence, isMarked, lacksBody } from './clause.ts';
import { isLedtext } from './ledtext.ts';
import type { Unit } from './unit.ts';
import { ANNOUNCES } from './unit-begins.ts';

const oneOf = (...forms: string[]): RegExp => ord(new RegExp(forms.join('|'), 'iu'));

const PROTESTS = anyOf(
  ...[
    'reserverar sig',
    'delta(?:r|ger|g) (?:inte|ej) i',
    'anteckna(?:s|r|de|des)? ',
    'lämnar in ett särskilt',
  ],
  ...['till protokollet', 'avstår från att delta', 'yrkar'],
);

/** Who protests or stands aside is told after the clauses; it decides nothing. */
const NOTE = oneOf(
  String.raw`\([^()]{1,8}\).{0,80}\b${PROTESTS}\b`,
  String.raw`^(?:samtliga )?(?:ledamöterna|representanterna|gruppen) .{1,60}\breserverar sig\b`,
  String.raw`^mot beslutet reserverar sig\b`,
  String.raw`^särskil(?:t|da) (?:yttrande|uttalande)\p{L}* (?:anmäl|lämna|avge)`,
);

const APPROVED = anyOf(
  'paragrafen',
  '§-?en',
  'punkten',
  'ärendet',
  'denna paragraf',
  'beslutet',
  'protokollet',
);

const DECLARED = anyOf('förklara(?:s|r|des|de)?', 'är', 'justeras', 'justerades');

/** What may follow the clauses of a section but is none: the § is declared approved at once, notes on the vote. */
const NOT_A_CLAUSE = oneOf(
  String.raw`^${APPROVED}\b.{0,40}\b${DECLARED}\b.{0,20}\b(?:omedelbart )?(?:justera[dts]+|omedelbart)`,
  // a line drawn
  String.raw`^(?:_{3,}|-{3,}|\*{3,})`,
  String.raw`^(?:ja|nej)\b.{0,12}$`,
  String.raw`^(?:beslutet var enhälligt|enhälligt\.?$)`,
  String.raw`^yrkande\p{L}* från .{1,160} har (?:bifallits|avslagits)`,
  String.raw`^(?:vid protokollet|justera[st]|sekreterare)\b`,
);

/** True for a unit that is passed over where it stands, and ends nothing. */
export const isNote = (unit: Unit, text: string): boolean =>
  !/[\p{L}\d]/u.test(text) || (unit.nr === null && NOT_A_CLAUSE.test(text)) || NOTE.test(text);

const GIVES = anyOf('lämnar', 'lämnade', 'avger', 'anmäler', 'lät', 'låter', 'vill');
const STATEMENT = anyOf(
  ...['protokollsanteckning', 'anteckning', 'reservation', 'yttrande', 'uttalande', 'röstförklaring'],
  'protokollet',
);
const ANNOUNCED = oneOf(
  String.raw`\([^()]{1,8}\).{0,60}\b${GIVES}\b.{0,60}\b(?:följande|enligt nedan)\b.{0,60}\b${STATEMENT}`,
);

/** True for "Anna Berg (S) och Bo Ek (S) lämnar följande protokollsanteckning:": what follows is its text. */
export const announcesStatement = (text: string): boolean => ANNOUNCED.test(text);

const TOLD_FIRST = anyOf(
  String.raw`föredragande\b.{3,90}\banför\b`,
  String.raw`ordföranden?\b.{0,60}\b(?:ställer|finner|konstaterar|frågar)`,
  String.raw`vid (?:(?:ärendets|dagens) behandling|behandlingen av ärendet)\b`,
  String.raw`(?:protokolls)?justering(?:en)? (?:sker|äger rum|görs)\b`,
  String.raw`(?:\p{Lu}[\p{L}-]+\s){1,4}(?:\(\S{1,6}\)\s)?(?:önskar|vill|begär|lät|låter) (?:få |att )?(?:följande |till protokollet |få )*antecknat?`,
  String.raw`exp(?:\.|edieras|:)|särskil(?:t|da) yttrande`,
  String.raw`följande \p{L}+ (?:anmäl|redovisa|föreligg)\p{L}*\b`,
);
const DUTY = anyOf('ska', 'skall', 'får', 'ges', 'beslutar', 'uppdras', 'godkänn', 'fastställ', 'anta');
const TOLD = oneOf(
  `^${TOLD_FIRST}`,
  // "Förvaltningen har berett ärendet"
  String.raw`^(?!.*\b${DUTY}\b)\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,4} (?:har|hade) (?:\p{Ll}+ ){0,2}\p{Ll}+(?:at|it|tt|rt|nt|gt)\b`,
  String.raw`\bskickas ut senare\b`,
);

/**
 * True for how the meeting came to it, told after the clauses: what the chair put, who spoke, what has been or will
 * be done.
 */
export const isTold = (text: string): boolean => TOLD.test(text);

/**
 * True where the clauses of a section end: `last` was the last of them. `text` is the unit's own, `next` the unit
 * below it.
 */
export function endsClauses(unit: Unit, text: string, last: Clause, next: Unit | undefined): boolean {
  if (endsSentence(last.passage.text)) {
    // what follows a line that announces what is told, not decided, ends the clauses: "Ledningen informerar:", and
    // a list of what was only reported: "Delegationsbeslut", "Anmälningar" and a line a document
    if (announcesTold(unit) || isReportTitle(unit, next)) return true;
    // a sentence that lost its subject and tells: the background begins
    if (/^\p{Ll}/u.test(text) && !lacksBody(text)) return true;
  }
  // a paragraph of another kind behind a list ends it
  if (unit.apart && (isTold(text) || isSubheading(unit, last))) return true;
  return isBackground(unit, text, last);
}

/** Somebody is told to do what follows: a clause, whatever ends its first line. */
const CHARGE = ord(
  /\b(?:ska|skall|får|ges|ger|uppdra[rs]?|uppdrag|åläggs|bemyndigas|antas|godkänns|fastställs|att)\b/iu,
);

/** A line that ends in a colon, leads into no clause and is none. */
function announcesTold({ lines: [first] }: Unit): boolean {
  const text = first?.text ?? '';
  return ANNOUNCES.test(text) && !isLedtext(text) && !CHARGE.test(text);
}

const REPORTS = anyOf(
  ...['delegations?(?:beslut|lista)', 'delegeringsbeslut', 'anmälning(?:ar|särenden)'],
  ...['anmälda (?:beslut|ärenden|handlingar)', 'meddelanden', 'inkomna (?:skrivelser|handlingar)'],
  'handlingar för kännedom',
);

/** What a body has decided nothing in: lists of officials' decisions and of letters received. */
const REPORTED = oneOf(String.raw`^${REPORTS}[\p{L}\s,]{0,40}:?$`);

/** "2031.002 KS-049 Beslut om …", "KS 2031/118 Skrivelse från …": a document in its diary. */
const OPENS_WITH_NUMBER = /^(?:\p{Lu}{2,6}[\s/])?(?:19|20)\d{2}[./:-]\d{2,}/u;

/** The title of such a list, by its words or by the number that each document under it begins with. */
function isReportTitle(unit: Unit, next: Unit | undefined): boolean {
  const [first, second] = unit.lines;
  if (!first || second || next?.mark !== 'bullet') return false;
  const short = first.text.length < 40 && !/[.:]$/.test(first.text);
  return REPORTED.test(first.text) || (short && OPENS_WITH_NUMBER.test(next.lines[0]?.text ?? ''));
}

/** A title alone above further lines, behind marked clauses: "Delegationsbeslut" and what officials decided. */
function isSubheading(unit: Unit, before: Clause): boolean {
  const [first, second] = unit.lines;
  if (!isMarked(before) || !first || !second) return false;
  return (
    first.text.length < 50 && /^\p{Lu}[\p{L}\s-]+$/u.test(first.text) && /^[\p{Lu}\d•–-]/u.test(second.text)
  );
}

/** No unmarked clause behind marked ones has been seen as long as this, in letters. */
const PARAGRAPH = 200;

/** A sentence behind another; a stop behind a figure or a short abbreviation is none. */
const SENTENCES = /\p{Ll}{3}\.\s+\p{Lu}/u;

/** What becomes of something, in the passive or with somebody's duty: "antas", "får i uppdrag", "ska redovisas". */
const BECOMES = ord(
  /\b(?:ska|skall|får|ges|uppdras?|bör|upphör|gäller|\p{L}{2,}(?:[aäåe]s|nns|ls|gs|jer|ies))\b|\bbeslut/iu,
);

/**
 * A paragraph of two sentences or more behind marked clauses: the matter's background or the grounds, told under no
 * heading. It is long, or it opens with a sentence that decides nothing.
 */
function isBackground(unit: Unit, text: string, before: Clause): boolean {
  if (!isMarked(before)) return false;
  const long = text.length > PARAGRAPH && SENTENCES.test(text) && endsSentence(before.passage.text);
  if (long && (unit.lines[0]?.gap ?? 0) >= 0.6) return true;
  const [first = '', ...more] = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return unit.apart && more.length > 0 && /^\p{Lu}/u.test(text) && endsSentence(text) && !BECOMES.test(first);
}
