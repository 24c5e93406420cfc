/** Headings, labels and titles inside flat text. */
import { labelledDiarienummer } from '../../language/nummer.ts';
import { ord } from '../../language/ord.ts';
import { findOrganer } from '../../routing/organ.ts';
import { headingOf } from '../../vocabulary/headings.ts';
import { APPROVAL_TIME, DECIDES_ALONE } from '../../vocabulary/opening-decision.ts';
import type { Section } from '../../vocabulary/section.ts';
import type { Line } from '../line.ts';
import { letterheadCuts } from './letterhead.ts';
import { isStandingTitle } from './matter-words.ts';
import { APART, type Cuts, endsSentence, GOES_ON, RUNNING, splitLine, wordBefore } from './split-line.ts';

/** A heading inside a text has at most this many words. */
const LONGEST = 8;
/** Words that open headings but as often name a document or a thing: inside a text they say nothing. */
const WEAK =
  /^(?:beslutar|protokollsutdrag|utdrag|dokument|yttrande|information|handling(?:ar)?|bilag(?:a|or)|förslag|inledning|debatt|inlägg|diskussion|perspektiv|ekonomi|uppföljning|syfte|samråd|remiss\p{L}*|utredning\p{L}*|handläggning|meddelas|skickas|delge?s|sekretess|juridisk.*|motiv|upplysning(?:ar)?|ärendet|närvaro|närvarande|finansiering|röstning|dokument)$/iu;
/** Those of them that headings of flat letters are, when a sentence ended before them. */
const AFTER_STOP =
  /^(?:inledning|syfte|ärendet|bilagor|handling(?:ar)?|utredning(?:en)?|finansiering|uppföljning|remissvar|samråd|delges|meddelas|skickas)$/iu;
/** What text under a heading begins with. */
const OPENS = /^(?:["”“(]?\p{Lu}|1[.)]?\s|a[.)]\s|[-–•·▪\uf0b7]\s|[aA]tt\s|$)/u;
/** What is left of a decision whose body's name the conversion deleted everywhere: "Beslut överlämnar ärendet till …". */
const ACTS = ord(
  /^(?:beslutar|föreslår|godkänner|noterar|överlämnar|utser|väljer|lägger|antecknar|tackar|har tagit|ger|avslår|bifaller|antar|fastställer|beviljar|lämnar|uppdrar|tillstyrker|avstyrker|avger|medger|remitterar|återremitterar|bordlägger|ställer sig)\b/u,
);
/** "s beslut": the name went with its genitive's stem. */
const HALF_DELETED = /^s$/u;
/** Headings after which a name may begin in lower case: "Beslutet skickas till ekonomiavdelningen". */
const LEADS_ON = /till$/iu;
/** "Bilaga: Karta": each document that is enclosed on a line of its own. */
const ENCLOSED = /(?<=[\p{L}\d).]\s)Bilaga:\s(?=\p{Lu})/gu;
/** "Handling 2031 nr 14." behind a finished clause: the heading and the one document that the meeting had before it. */
const HANDLING = /(?<=^|[.:]\s)Handling(?= \d{4} nr \d{1,4}\.(?:\s|$))/gu;

/** Labels of a protokoll's front page: each begins a line. */
const LABELS = ord(
  new RegExp(
    String.raw`(?<!\S)(?:${[
      'Plats och tid|Tid och plats|Sammanträdes(?:datum|dag|tid)|Mötesdatum',
      String.raw`Sammanträdet(?=\sden\s\d)|Tid(?=:?\s(?:\p{Lu}{2,3}\s)?(?:[Dd]en\s\d|\p{L}{3,4}dag(?:en)?\s))`,
      String.raw`(?:Kallelse|KALLELSE|Föredragningslista|FÖREDRAGNINGSLISTA|Protokoll|PROTOKOLL)(?=\sSammanträdes)`,
      'Beslutande(?: ledamöter)?|Närvarande(?: ledamöter)?|Ledamöter',
      'Tjänstgörande ersättare|Ej tjänstgörande ersättare|Ersättare|Övriga (?:närvarande|deltagande|deltagare)',
      'Utse(?:s|dda) att justera|Justerare|Justeringens plats och tid|Underskrifter|Paragrafer|Vid protokollet',
      String.raw`Sekreterare|Ordförande|Handläggare|Föredragande \p{L}+(?=:)|Postadress(?=:)|Besöksadress(?=:)`,
      'ANSLAGSBEVIS|ANSLAG/BEVIS|BEVIS OM ANSLAG|Bevis om anslag|Anslagsbevis',
    ].join('|')})(?=[\s:](?!och\b))`,
    'gu',
  ),
);
/** Who presents a matter, and the heading right behind the name. */
const PRESENTED = /Föredragande \p{L}+: (?:\p{Lu}[\p{L}-]*\s){2,4}?(?=Ärendet\s\p{Lu})/gu;
/** "Till Kommunstyrelsen" of a letter. */
const ADDRESSEE =
  /(?<!\S)Till \p{Lu}[\p{L}\s-]{2,40}?(?:fullmäktige|nämnden|styrelsen|utskottet)(?=\s+\p{Lu}|$)/gu;
/** Labels as likely in a sentence as before a name: only where a sentence or a name has ended. */
const UNSURE = /^(?:Ordförande|Sekreterare|Ersättare|Ledamöter|Justerare|Paragrafer|Närvarande|Beslutande)/u;

/**
 * Cuts a flat line before and after the headings in it, and before the labels of a front page. `letter`: it is known to
 * hold the head of one.
 */
export function cutHeadings(line: Line, letter = false): Line[] {
  const { text } = line;
  const cuts: Cuts = new Map();
  const title = (HEAD.exec(text) ?? ITEM.exec(text))?.[0].length;
  const headings = headingsIn(text);
  const [first] = headings;
  if (!HEAD.test(text) && !/^\d{1,3}\s+\p{Lu}/u.test(text)) {
    const proposes = first !== undefined && headingOf(text.slice(first.from, first.to)) === 'forslag';
    const to = first?.from ?? text.length;
    const title = letterheadCuts(text, to, { letter, proposes }, cuts);
    // no heading parts the title from the text below it
    if (title !== null && (!first || to - title > LONGEST_TITLE))
      sentenceCut(text, title, Math.min(to, title + LONGEST_TITLE), cuts);
  }
  for (const { from, to } of headings) {
    // "§ 12 Justering": what stands right behind the number is the matter's title
    if (from !== title) cuts.set(from, APART);
    cuts.set(to, APART);
  }
  for (const m of text.matchAll(LABELS)) {
    if (cuts.has(m.index)) continue;
    const before = wordBefore(text, m.index);
    if (GOES_ON.test(before)) continue;
    if (UNSURE.test(m[0]) && !endsSentence(before) && !/[)\d]$/.test(before)) continue;
    cuts.set(m.index, RUNNING);
  }
  for (const m of text.matchAll(PRESENTED)) {
    cuts.set(m.index + m[0].length, APART);
    cuts.set(m.index + m[0].length + 'Ärendet'.length, APART);
  }
  leadCuts(text, cuts);
  for (const m of text.matchAll(ANNOUNCED)) {
    cuts.set(m.index, APART);
    cuts.set(m.index + m[0].length, APART);
  }
  for (const m of text.matchAll(ENCLOSED)) cuts.set(m.index, APART);
  for (const m of text.matchAll(HANDLING)) {
    cuts.set(m.index, APART);
    cuts.set(m.index + m[0].length, APART);
  }
  for (const m of text.matchAll(ADDRESSEE)) {
    cuts.set(m.index, APART);
    cuts.set(m.index + m[0].length, APART);
  }
  for (const m of text.matchAll(/(?<=\s)[_-]{4,}(?=\s|$)/g)) {
    cuts.set(m.index, APART);
    cuts.set(m.index + m[0].length, APART);
  }
  const lost = titleCut(text, cuts);
  if (HEAD.test(text) && headings.length === 0) clauseCuts(text, cuts);
  return splitLine(line, cuts, lost);
}

/** "… informerar. att notera informationen": what is decided in a § whose lead-in the conversion lost. */
const LEFT_CLAUSE = /(?<=\p{Ll}{3}[.]\s)(?=att\s\p{Ll}{2,}\s)/gu;

/** Before the clauses that stand in a § without a lead-in: behind a full stop, or right behind a title all meetings have. */
function clauseCuts(text: string, cuts: Cuts): void {
  const title = HEAD.exec(text)?.[0].length ?? 0;
  const behind = /^\p{Lu}[\p{Ll} -]{4,60}?\s(?=att\s\p{Ll}{2,}\s)/u.exec(text.slice(title))?.[0] ?? '';
  if (behind && isStandingTitle(behind)) cuts.set(title + behind.length, APART);
  for (const { index } of text.matchAll(LEFT_CLAUSE)) cuts.set(index, APART);
}

/** The rest of a lead-in that says that the clauses follow, behind the body that it begins with. */
const FOLLOWING =
  /\s(?:(?:föreslår|hemställer)\s(?:att\s)?[^.:]{5,70}?\sbeslutar?|beslutar(?: för egen del)?)\sföljande\.?:?(?=\s["”“]?(?:\p{Lu}|1\.))/gu;
/** Who presents the matter begins to speak. */
const SPEAKS = /(?<=[.]\s)Föredragande \p{Ll}+ (?:\p{Lu}[\p{L}-]+ |och ){2,8}anför följande\./gu;

/** "Borgmästarna föreslår kommunstyrelsen besluta följande" stands on a line of its own, heading or not. */
function leadCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(FOLLOWING)) {
    const from = Math.max(0, m.index - 90);
    const organ = findOrganer(text.slice(from, m.index)).at(-1);
    if (!organ || organ.genitive || from + organ.end !== m.index) continue;
    if (/^(?:att|om|som|när)$/u.test(wordBefore(text, from + organ.start))) continue;
    cuts.set(from + organ.start, APART);
    cuts.set(m.index + m[0].length, APART);
  }
  for (const m of text.matchAll(SPEAKS)) {
    cuts.set(m.index, APART);
    cuts.set(m.index + m[0].length, APART);
  }
}

/** The title of matters that are only announced, and how many of them: "Avsägelser från:", "Interpellationer av:". */
const ANNOUNCED =
  /(?<=\.\s)\p{Lu}\p{L}+(?:\s\p{Ll}+){0,3}\s(?:från|av|för besvarande(?: den \d{1,2} \p{Ll}+(?: \d{4})?)?):(?=\s\p{Lu})/gu;

interface Span {
  from: number;
  to: number;
}

/** The headings in a running text, in order. */
export function headingsIn(text: string): Span[] {
  const words = [...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], at: m.index }));
  const found: Span[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i] as (typeof words)[number];
    const half = HALF_DELETED.test(first.text);
    if (!half && (!/^\p{Lu}/u.test(first.text) || /^(?:AB|HB|KB)$/.test(first.text))) continue;
    const before = words[i - 1]?.text ?? '';
    const goesOn = GOES_ON.test(before) && !endsSentence(before);
    // what the conversion lost before "Beslut" leaves a small word: "prognos för Beslut Nämnden noterar …"
    const lostBefore = first.text === 'Beslut' && bodyActs(text, first.at + first.text.length);
    const to = headingEnd(text, words, i, endsSentence(before));
    if (to === null) continue;
    // nor does a sentence hold so long a heading: "Tjänsteskrivelse daterad samt Yrkanden/förslag till beslut …"
    const unmistakable = text.slice(first.at, to).split(' ').length >= 4;
    if (goesOn && !lostBefore && !unmistakable) continue;
    found.push({ from: first.at, to });
    while (words[i + 1] && (words[i + 1] as (typeof words)[number]).at < to) i++;
  }
  return found;
}

/** True where a body and its verb stand right behind `at`. */
function bodyActs(text: string, at: number): boolean {
  const next = text.slice(at + 1, at + 90);
  const organ = findOrganer(next)[0];
  return organ?.start === 0 && !organ.genitive && /^\s\p{Ll}+r\s/u.test(next.slice(organ.end));
}

function headingEnd(
  text: string,
  words: readonly { text: string; at: number }[],
  i: number,
  afterStop: boolean,
): number | null {
  const capitals = /^\p{Lu}{2,}/u.test(words[i]?.text ?? '');
  let end: number | null = null;
  for (let n = 1; n <= LONGEST && i + n <= words.length; n++) {
    const last = words[i + n - 1] as (typeof words)[number];
    if (n > 1 && /^[^\p{Ll}]*\p{Lu}/u.test(last.text) && !capitals) break;
    const stop = last.at + last.text.length;
    const section = sectionAt(text, (words[i] as (typeof words)[number]).at, stop, afterStop);
    if (section) end = stop;
    if (/[.,;:!?)]$/.test(last.text)) break;
  }
  return end;
}

function sectionAt(text: string, from: number, to: number, afterStop: boolean): Section | null {
  const heading = text.slice(from, to);
  if (/[.,;!?)]$/.test(heading)) return null;
  const colon = heading.endsWith(':');
  const bare = colon ? heading.slice(0, -1) : heading;
  const section = headingOf(bare);
  if (!section) return null;
  if (colon) return section;
  // "Förslag Kommunfullmäktige beviljar begärda avsägelser": the heading where a body acts right behind it
  if (bare === 'Förslag' && bodyActs(text, to)) return section;
  if (WEAK.test(bare) && !(afterStop && AFTER_STOP.test(bare))) return null;
  const next = text.slice(to).trimStart();
  if (OPENS.test(next)) return section;
  if ((section === 'beslut' || section === 'forslag') && ACTS.test(next)) return section;
  return LEADS_ON.test(bare) && afterStop ? section : null;
}

/** Where a first sentence begins behind a title: a small word with a capital, or a subject and its verb. */
const TELLS = ord(
  /(?<=\s)(?:(?:En|Ett|Den|Det|De|I|Vid|Med|För|Under|Efter|Enligt|På|Av|När|Om|Inför|Genom|Sedan|Detta|Denna|Dessa|Inga|Inget|Ingen)\s+\p{L}|(?:(?:Vd|VD|Ordföranden?|Rektor|Ekonomen?|\p{Lu}\p{L}*(?:chef|direktör|sekreterare|strateg|samordnare|ledare|jurist)(?:en)?)\s+)?(?:\p{Lu}[\p{L}-]*\s+){1,2}(?:\(\p{L}{1,5}\)\s+)?(?:\p{Ll}\p{L}*\s+){0,2}?(?:är|har|hade|hälsar|öppnar|öppnade|informerar|informerade|redogör|redogjorde|redovisar|redovisade|beslutar|beslutade|föreslår|godkänner|godkänns|godkännes|godkändes|fastställer|fastställs|fastställes|fastställdes|justerar|antecknar|antecknas|noterar|noteras|tackar|utser|utses|utsågs|väljs|valdes|bifaller|avslår|lägger|läggs|lades|fattar|överlämnar|tillkännager|förrättas|anmäls|anmäldes|presenterar|berättar|avslutar|förklarar|lämnar|anmäler|inkom|inkommit|meddelar|BESLUTAR)\b)/gu,
);
/** What is decided, without a subject: a first clause of a list, a verb in the infinitive, whom the meeting chose. */
const CLAUSE = ord(
  /(?<=\p{L}[.,]?\s)1\.\s(?=\p{Lu})|(?<=\s)\p{Lu}\p{L}+\s(?:\p{Ll}+\s){3}(?:godkänns|godkändes|fastställs|fastställdes|noteras)\b|(?<=\s)(?<!(?:att|och|samt|för|av|i|om|,)\s)(?:(?:utse|godkänna|notera|anteckna|fastställa|lägga|bevilja|anta|avslå|återremittera)\s|(?:Till(?: att)?|Att|Jämte|Meddelas att|Godkänns|Godkändes|Fastställs|Fastställdes|Noteras|Noterades|Antecknas|Antecknades|Beviljas|Beviljades|Utses|Utsågs|Lades)\s\p{Ll})/gu,
);
/** What is left of a matter's number whose figures the conversion lost: "Dnr 2031/ KS", "LK/", "/3140". */
const LOST_NUMBER =
  /^(?:(?:Dnr|DNR):?(?:\s\d{1,4}\/(?:\s\p{Lu}{2,4})?)?(?=\s\p{Lu}\p{Ll})|\p{Lu}{2,4}\/(?=\s\p{Lu})|\/\d{2,5}(?=\s))\s?/u;
/** The same behind the title: "Anmälan av beslut Dnr /2031 Nämnden …", "Val av justerare nummer Bo Ek …". */
const LOST_BEHIND = /(?<=\p{Ll}{3}\s)(?:(?:Dnr|DNR):?\s?\/\d{2,4}|nummer)\s(?=\p{Lu})/u;
/** Behind a title: the first of a list, what came in, what a body that lost its name has been told. */
const BEHIND_TITLE =
  /(?<=\p{Ll}{4}\s)(?:(?:a|1)\)\s|Inkomna skrivelser(?=\s.{3,160}\banmäls\b)|har tagit del av\s)/u;
/** A title has at least this many letters before its text begins. */
const SHORTEST_TITLE = 8;
/** And hardly ever more than this many. */
const LONGEST_TITLE = 250;

/** The head of a §, and what number the matter had at another body. */
const HEAD =
  /^(?:(?:\p{Lu}\p{L}{0,5}\.?\s)?§\s?\d{1,4}(?:\/\d{2,4})?\.?|\d{1,4}\s?§|\p{Lu}\p{L}{1,4}\s\d{1,4}(?=\s\s))(?:\s+\p{Lu}\p{L}{1,3}\s(?:§\s?)?\d{1,4}(?=\s))?\s+/u;

/** The item of a kallelse whose title is a heading elsewhere. */
const ITEM = /^\d{1,2}\s+(?=Justering\s)/u;

/** Behind a § head, its title ends at the matter's number, or where the first sentence's subject begins. */
function titleCut(text: string, cuts: Cuts): [from: number, to: number][] {
  const head = HEAD.exec(text);
  if (!head) return [];
  const lost = LOST_NUMBER.exec(text.slice(head[0].length));
  if (lost) {
    // the rest of a number stands in nobody's title
    const from = head[0].length;
    const to = from + lost[0].length;
    cuts.set(from, RUNNING);
    cuts.set(to, RUNNING);
    sentenceCut(text, to, Math.min(...[...cuts.keys()].filter((at) => at > to), text.length), cuts);
    return [[from, to]];
  }
  const first = Math.min(...[...cuts.keys()].filter((at) => at > 0), text.length);
  let from = head[0].length;
  let to = first;
  const number = labelledDiarienummer(text.slice(0, Math.min(first, 300)));
  if (number) {
    // a class of the filing plan may follow it: "Dnr KS 2031/18 706"
    const end = number.end + (/^\s\d{3}(?=\s\p{Lu})/u.exec(text.slice(number.end))?.[0].length ?? 0);
    const above = text.slice(from, number.start).replace(/\S+\s*$/u, '');
    if (end < first) cuts.set(end, RUNNING);
    if (/\p{L}{3}/u.test(above)) to = number.start;
    else from = end;
  }
  const rest = LOST_BEHIND.exec(text.slice(from, to));
  if (rest && !GOES_ON.test(wordBefore(text.slice(from), rest.index))) {
    const start = from + rest.index;
    const end = start + rest[0].length;
    cuts.set(start, RUNNING);
    cuts.set(end, APART);
    decisionCuts(text, end, cuts);
    return [[start, end]];
  }
  sentenceCut(text, from, to, cuts);
  return [];
}

/** Where the first sentence, or the first clause, begins behind the title that stands between `from` and `to`. */
function sentenceCut(text: string, from: number, to: number, cuts: Cuts): void {
  const title = text.slice(from, to);
  const again = /^(\p{Lu}\p{L}{3,})\s(?=\1(?!\p{L}))/u.exec(title);
  const bodies = findOrganer(title).filter(
    (o) => !o.genitive && o.start >= SHORTEST_TITLE && /^\s\p{Ll}+(?:r|de|te)\s/u.test(title.slice(o.end)),
  );
  const body = bodies[0];
  // "… motion från Bo Ek Kommunstyrelsen beslutar": the body alone is the verb's subject
  const inBody = (m: RegExpExecArray) => body && m.index <= body.start && m.index + m[0].length > body.end;
  const starts = [TELLS, CLAUSE].flatMap((form) =>
    [...title.matchAll(form)]
      .filter((m) => m.index >= SHORTEST_TITLE && !inBody(m))
      .map((m) => m.index + behindName(title, m)),
  );
  if (body) starts.push(body.start);
  const behind = BEHIND_TITLE.exec(title)?.index ?? -1;
  if (behind >= SHORTEST_TITLE) starts.push(behind);
  // a title that ends with a full stop
  const stop = /(?<=\p{Ll}{4}\.\s)(?=\p{Lu})/u.exec(title)?.index ?? -1;
  if (stop > SHORTEST_TITLE && stop < Math.min(...starts)) starts.push(stop);
  const first = again ? again[0].length : Math.min(...starts);
  if (!Number.isFinite(first)) return;
  cuts.set(from + first, APART);
  decisionCuts(text, from + first, cuts);
  // a body begins a sentence of its own, be the stop before it lost
  const told = bodies.find((o) => o.start > first && /^\s(?:beslutar|föreslår)\s/u.test(title.slice(o.end)));
  const before = wordBefore(title, told?.start ?? 0);
  if (told && /^\p{Ll}{4,}$/u.test(before) && !SUBORDINATES.test(before)) cuts.set(from + told.start, APART);
}

/** Behind each first sentence that decides by itself, what follows is another paragraph. */
function decisionCuts(text: string, from: number, cuts: Cuts): void {
  let at = from;
  for (const m of text.slice(from).matchAll(/(?<=[\p{Ll})]\.)\s(?=\p{Lu})/gu)) {
    const sentence = text.slice(at, from + m.index);
    if (!DECIDES_ALONE.test(sentence) && !(at > from && APPROVAL_TIME.test(sentence))) return;
    at = from + m.index + 1;
    cuts.set(at, APART);
  }
}

/** "… av Åvägen Kommunchefen har …": a capital behind a small word of the title belongs to the title, the next begins. */
function behindName(title: string, m: RegExpExecArray | RegExpMatchArray): number {
  if (!GOES_ON.test(wordBefore(title, m.index ?? 0))) return 0;
  return /^\p{Lu}[\p{L}-]*\s(?=\p{Lu}\p{Ll})/u.exec(m[0])?.[0].length ?? 0;
}

/** Words after which a body is in a clause of the same sentence. */
const SUBORDINATES = /^(?:innan|eftersom|vilket|varvid|medan|sedan|utan|enligt|genom|eller|samt)$/u;
