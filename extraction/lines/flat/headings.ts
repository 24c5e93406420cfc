/** Headings inside flat text. */
import { ord } from '../../language/ord.ts';
import { behindOrgan } from '../../routing/organ.ts';
import { headingOf } from '../../vocabulary/headings.ts';
import type { Section } from '../../vocabulary/section.ts';
import type { Line } from '../line.ts';
import { labelCuts, leadCuts, loneCuts } from './labels.ts';
import { letterheadCuts } from './letterhead.ts';
import { APART, type Cuts, endsSentence, GOES_ON, splitLine } from './split-line.ts';
import { beginsWithHead, clauseCuts, letterTitleCut, titleAt, titleCut } from './titles.ts';

/** A heading inside a text has at most this many words. */
const LONGEST = 8;
/** Words that open headings but as often name a document or a thing: inside a text they say nothing. */
const WEAK = new RegExp(
  `^(?:${[
    'protokollsutdrag|utdrag|dokument|handling(?:ar)?|bilag(?:a|or)|yttrande|förslag|motiv|information',
    'inledning|debatt|inlägg|diskussion|perspektiv|upplysning(?:ar)?|ärendet|närvaro|närvarande|röstning',
    'ekonomi|finansiering|uppföljning|syfte|sekretess|juridisk.*',
    String.raw`samråd|remiss\p{L}*|utredning\p{L}*|handläggning|beslutar|meddelas|skickas|delge?s`,
  ].join('|')})$`,
  'iu',
);
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

/**
 * Cuts a flat line before and after the headings in it, and before the labels of a front page. `letter`: it is known to
 * hold the head of one.
 */
export function cutHeadings(line: Line, letter = false): Line[] {
  const { text } = line;
  const cuts: Cuts = new Map();
  const title = titleAt(text);
  const headings = headingsIn(text);
  const [first] = headings;
  if (!beginsWithHead(text) && !/^\d{1,3}\s+\p{Lu}/u.test(text)) {
    const proposes = first !== undefined && headingOf(text.slice(first.from, first.to)) === 'forslag';
    const title = letterheadCuts(text, first?.from ?? text.length, { letter, proposes }, cuts);
    if (title !== null) letterTitleCut(text, title, first?.from ?? null, cuts);
  }
  for (const { from, to } of headings) {
    // "§ 12 Justering": what stands right behind the number is the matter's title
    if (from !== title) cuts.set(from, APART);
    cuts.set(to, APART);
  }
  labelCuts(text, cuts);
  leadCuts(text, cuts);
  loneCuts(text, cuts);
  const lost = titleCut(text, cuts);
  if (beginsWithHead(text) && headings.length === 0) clauseCuts(text, cuts);
  return splitLine(line, cuts, lost);
}

/** Where a heading stands in a text: offsets. */
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

/** A verb in the present; what a body should do, has or needs, others say of it. */
const VERB = /^\s(?!(?:bör|har|är|behöver|får|kommer|ansvarar)\s)\p{Ll}+r\s/u;

/** True where a body and its verb stand right behind `at`. */
function bodyActs(text: string, at: number): boolean {
  return VERB.test(behindOrgan(text.slice(at + 1, at + 90)) ?? '');
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
