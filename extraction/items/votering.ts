/**
 * Voteringar: how the vote fell. The counts are read from the result sentence ("43 Ja mot 38 Nej"), from the
 * numbers behind named lists ("röstar Ja (7)"), from a table's sum, or counted from the names.
 */
import { ord } from '../language/ord.ts';
import { parsePersons } from '../language/person.ts';
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { concatPassages, type Passage, passageOf } from '../lines/passage.ts';
import type { Votering } from '../record.ts';
import { sentencesOfLines } from './prose.ts';
import { tableOf } from './votering-summa.ts';
import { rosterOf } from './votering-tabell.ts';

export interface FoundVotering {
  ja: number;
  nej: number;
  avstar: number | null;
  proposition: Votering['proposition'];
  utslag: Votering['utslag'];
  roster: Votering['roster'];
  passage: Passage;
}

const WORDS = [
  'noll',
  'en',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
  'tretton',
  'fjorton',
  'femton',
  'sexton',
  'sjutton',
  'arton',
  'nitton',
  'tjugo',
];
const N = `(\\d{1,3}|${WORDS.slice(1).join('|')}|ett)`;
const VOTES = '(?:\\s*\\(\\d{1,3}\\))?(?:\\s*st\\.?)?';
const JA = `(?:ja(?:-?\\s?röst(?:er)?)?|röst(?:er)? (?:för )?ja)`;
const NEJ = `(?:nej(?:-?\\s?röst(?:er)?)?|röst(?:er)? (?:för )?nej)`;

/** Who votes and how, in words. */
const VOTERS = '(?:ledamöter(?:na)?|ledamot|röster|personer|stycken|st\\.?|av ledamöterna)';
const VOTE = '(?:röstar|röstade|har röstat|röstat|avger|avgav|lämnar|lämnade)';

const number = (text: string | undefined): number => {
  if (!text) return 0;
  if (/^\d+$/.test(text)) return Number(text);
  if (text.toLowerCase() === 'ett') return 1;
  return Math.max(0, WORDS.indexOf(text.toLowerCase()));
};

/** An opening bracket, with what it holds where it is closed soon: then full stops and colons may stand in it. */
const ASIDE = String.raw`\([^()]{0,80}\)|\((?![^()]{0,80}\))`;

/** "43 Ja mot 38 Nej", "7 ja-röster och 6 nej-röster", "Ja 25, Nej 20", "Ja: 7 Nej: 6", "med 8 ja mot 5 nej". */
const COUNTED: RegExp[] = [
  ord(
    new RegExp(
      `\\b${N}${VOTES}\\s+${JA}\\b(?:[^.:;(]|${ASIDE}){0,400}?(?:\\([^.:;()]{0,80}?)?\\b${N}${VOTES}\\s+${NEJ}\\b`,
      'iu',
    ),
  ),
  ord(
    new RegExp(
      `\\b(?:ja(?:-?röster)?)["”“]?\\s*(?:[:=–-]\\s*)?\\(?${N}\\)?(?:\\s+${VOTERS})?[,;.]?\\s*(?:(?:och|mot)\\s*)?["”“]?\\bnej(?:-?röster)?["”“]?\\s*(?:[:=–-]\\s*)?\\(?${N}\\)?`,
      'iu',
    ),
  ),
  // "26 ledamöter röstar ja, 15 ledamöter röstar nej"
  ord(
    new RegExp(
      `\\b${N}\\s+(?:${VOTERS}\\s+)?${VOTE}\\s+["”“]?ja\\b["”“]?(?:[^.:;]{0,60}?|\\.\\s+)\\b${N}\\s+(?:${VOTERS}\\s+)?(?:${VOTE}\\s+)?["”“]?nej\\b`,
      'iu',
    ),
  ),
];
/** One side in a sentence of its own: "47 ledamöter röstade ja." "Ingen ledamot röstade nej." */
const ONE_SIDE = ord(
  new RegExp(`^(?:${N}|ingen|inga)\\s+(?:${VOTERS}\\s+)?${VOTE}\\s+["”“]?(ja|nej)["”“]?[.,]?$`, 'iu'),
);
const AVSTAR: RegExp[] = [
  ord(/\bavst(?:år|od|ående|åenden)\s*[:=]\s*\(?(\d{1,3})\)?/iu),
  ord(
    new RegExp(
      `\\b(?:${N}|ingen|inga)\\s+(?:ledamöter?\\s+|ledamot\\s+|stycken\\s+|st\\.?\\s+|personer\\s+)?(?:avstår|avstod|avstått|avståenden?|som avst(?:år|od))`,
      'iu',
    ),
  ),
  ord(
    new RegExp(
      `\\bavst(?:år|od|ående|åenden)(?: från att rösta)?["”“]?\\s*(?:[:=–-]\\s*)?\\(?${N}\\)?(?![\\d-])`,
      'iu',
    ),
  ),
];
/** "A (S), B (V) röstar Ja (7)", "avstår från att rösta (5)". */
const NAMED =
  /^(.+?)(?<!\s)\s+(?:röstar|röstade|har röstat)\s+(?:för\s+)?["”“]?(ja|nej)["”“]?\s*(?:\((\d{1,3})\))?\.?$/iu;
const NAMED_ABSTAINS =
  /^(.+?)(?<!\s)\s+(?:avstår|avstod)(?:\s+från\s+att\s+rösta)?\s*(?:\((\d{1,3})\))?\.?$/iu;
const PROPOSITION = ord(
  /["”“]?\bja(?<!.{600})\b["”“]?(?:-röst|\s+röstar|\s+röst)?(?:\s{0,9}(?:innebär|betyder|för|=|:|är))?\s{0,9}(?:för\s{1,9})?(\S.{2,159}?)["”“]?[.,;]?(?<!\s)\s{1,9}(?:(?:och|samt|medan)\s{0,9})?(?:den\s+som\s+\p{L}+\s+(?:\p{L}+\s+)?)?["”“]?\bnej\b["”“]?(?:-röst|\s+röstar|\s+röst)?(?:\s{0,9}(?:innebär|betyder|för|=|:|är))?\s{0,9}(?:för\s{1,9})?(\S.{2,199}?)["”“]?[.]?["”“]?$/iu,
);

/** One side's meaning in a sentence of its own: "Ja-röst för bifall till förslaget." "Nej-röst för avslag." */
const MEANS = ord(
  /^["”“]?(ja|nej)["”“]?(?:-röst|\s+röst)?\s+(?:innebär|betyder|för|till)\s+(\p{Ll}.{2,200}?)[.]?$/iu,
);

interface Open {
  ja: number | null;
  nej: number | null;
  avstar: number | null;
  proposition: Votering['proposition'];
  roster: Votering['roster'];
  passages: Passage[];
}

const fresh = (): Open => ({
  ja: null,
  nej: null,
  avstar: null,
  proposition: null,
  roster: [],
  passages: [],
});

/**
 * The votes of a section in order. One vote ends where the next proposition is approved or the next counts
 * begin; a list of names that follows the counts belongs to them.
 */
export function voteringarOf(lines: Line[], measure: Measure): FoundVotering[] {
  const out: FoundVotering[] = [];
  let open = fresh();
  const close = () => {
    const count = (rost: string) => open.roster.filter((r) => r.rost === rost).length;
    const ja = open.ja ?? (open.roster.length > 0 ? count('ja') : null);
    const nej = open.nej ?? (open.roster.length > 0 ? count('nej') : null);
    if (ja !== null && nej !== null && ja + nej > 0) {
      out.push({
        ja,
        nej,
        avstar: open.avstar ?? (count('avstar') || null),
        proposition: open.proposition?.ja && open.proposition.nej ? open.proposition : null,
        utslag: ja === nej ? null : ja > nej ? 'ja' : 'nej',
        roster: open.roster,
        passage: concatPassages(open.passages),
      });
    }
    open = fresh();
  };
  const readRows = (rows: Line[]) => {
    // a list of names after a vote that has its own is the next vote's
    if (open.roster.length > 0 && open.ja !== null) close();
    for (const row of rows) open.roster.push(...rowVote(row));
    open.passages.push(passageOf(rows));
  };
  const readSentence = (sentence: Passage) => {
    const text = asNamed(sentence.text);
    const both = BOTH.map((re) => re.exec(text)).find((m) => m !== null);
    if (both?.[1] && both[2] && /\(\S{1,8}\)/.test(both[1])) {
      if (open.roster.length > 0) close();
      open.roster = [...open.roster, ...votersOf(both[1], 'ja'), ...votersOf(both[2], 'nej')];
      open.passages.push(sentence);
      return;
    }
    const counted = COUNTED.map((re) => re.exec(text)).find((m) => m !== null);
    const side = counted ? null : ONE_SIDE.exec(text);
    const proposition =
      text.length < 600 && ord(/\bja\b.{0,600}\bnej\b/iu).test(text) && !counted
        ? PROPOSITION.exec(text)
        : null;
    const named = NAMED.exec(text);
    const abstains = NAMED_ABSTAINS.exec(text);
    const means = MEANS.exec(text);
    if (means?.[1] && means[2] && !proposition && !counted && !named) {
      if (open.ja !== null) close();
      const rost = means[1].toLowerCase() === 'ja' ? 'ja' : 'nej';
      open.proposition = { ...(open.proposition ?? { ja: '', nej: '' }), [rost]: tidy(means[2]) };
      open.passages.push(sentence);
    } else if (proposition && !named) {
      if (open.ja !== null) close();
      open.proposition = { ja: tidy(proposition[1]), nej: tidy(proposition[2]) };
      open.passages.push(sentence);
    } else if (counted) {
      const ja = number(counted[1]);
      const nej = number(counted[2]);
      if (open.ja !== null && (open.ja !== ja || open.nej !== nej)) close();
      else if (open.ja === ja && open.nej === nej && open.roster.length === 0) return;
      open.ja = ja;
      open.nej = nej;
      open.passages.push(sentence);
    } else if (side?.[2]) {
      const rost = side[2].toLowerCase() === 'ja' ? 'ja' : 'nej';
      if (open[rost] !== null) close();
      open[rost] = number(side[1]);
      open.passages.push(sentence);
    } else if (named?.[1] && named[2] && /\(\S{1,8}\)/.test(named[1])) {
      const rost = named[2].toLowerCase() === 'ja' ? 'ja' : 'nej';
      if (rost === 'ja' && open.ja !== null && open.nej !== null && open.roster.some((r) => r.rost === 'nej'))
        close();
      const persons = parsePersons(named[1]);
      for (const person of persons) open.roster.push({ person, rost });
      open[rost] ??= named[3] ? Number(named[3]) : persons.length;
      open.passages.push(sentence);
    } else if (abstains?.[1] && open.ja !== null && /\(\S{1,6}\)/.test(abstains[1])) {
      const persons = parsePersons(abstains[1]);
      for (const person of persons) open.roster.push({ person, rost: 'avstar' });
      open.avstar ??= abstains[2] ? Number(abstains[2]) : persons.length;
      open.passages.push(sentence);
    }
    if (open.ja !== null && open.avstar === null) {
      // in a list of labels each stands before its number
      const labelled = ord(/\bja\b["”“]?\s*(?:[:=–-]\s*)?\(?\d/iu).test(text);
      const m = (labelled ? [...AVSTAR].reverse() : AVSTAR)
        .map((re) => re.exec(text))
        .find((x) => x !== null);
      if (m) open.avstar = number(m[1]);
    }
    // all named votes were Ja: nobody voted Nej
    if (open.ja !== null && open.nej === null && ord(/\bnej\b/iu).test(text) && ord(/\bingen\b/iu).test(text))
      open.nej = 0;
  };
  for (const { rows, lines: part } of partsOf(lines)) {
    if (rows) readRows(part);
    else for (const sentence of sentencesOfLines(part, measure)) readSentence(sentence);
  }
  close();
  const found = out.length > 0 ? out : tableOf(lines);
  const [only] = found;
  if (only && found.length === 1 && only.roster.length === 0) only.roster = rosterOf(lines);
  return found;
}

/** "röstar A (S) och B (V) ja, medan C (M) röstar nej"; "A (S) röstar ja, medan C (M) röstar nej". */
const BOTH: RegExp[] = [
  ord(
    /\bröstar(?<!.{2000})\s{1,9}(.{5,700}?\))\s{1,9}ja,?\s{1,9}(?:medan|och|samt)\s{1,9}(.{5,700}?\))\s{1,9}(?:röstar\s{1,9})?nej\b/iu,
  ),
  ord(
    /^(.{5,700}?\))\s{1,9}röstar\s{1,9}ja,?\s{1,9}(?:medan|och|samt)\s{1,9}(.{5,700}?\))\s{1,9}röstar\s{1,9}nej\b/iu,
  ),
];

const votersOf = (text: string, rost: Votering['roster'][number]['rost']): Votering['roster'] =>
  parsePersons(text).map((person) => ({ person, rost }));

/** "Anna Berg (S): Ja" on a line of its own. */
const ROW = /^(\p{Lu}[^:()]{2,50}\(\S{1,8}\))\s*[:–-]\s*(ja|nej|avstår|avstod|frånvarande)\.?$/iu;

function rowVote(line: Line): Votering['roster'] {
  const m = ROW.exec(line.text);
  const word = (m?.[2] ?? '').toLowerCase();
  if (!m?.[1]) return [];
  return votersOf(
    m[1],
    word === 'ja' || word === 'nej' ? word : word.startsWith('avst') ? 'avstar' : 'franvarande',
  );
}

/** Lines divided into runs of vote rows and the prose between them. */
function partsOf(lines: Line[]): { rows: boolean; lines: Line[] }[] {
  const parts: { rows: boolean; lines: Line[] }[] = [];
  for (const line of lines) {
    const rows = ROW.test(line.text);
    const last = parts.at(-1);
    if (last && last.rows === rows) last.lines.push(line);
    else parts.push({ rows, lines: [line] });
  }
  return parts;
}

/** "Ja röstar: A (S) och B (V)." or "Avstår gör C (L)." said the other way round: "A (S) och B (V) röstar Ja". */
function asNamed(text: string): string {
  const m = ord(
    /^["”“]?(ja|nej)["”“]?(?:(?:[\s-]*röst(?:er|ar|ade)?)?(?:\s*(\(\d{1,3}\)))?\s*:|\s+röst(?:ar|ade))\s*(\p{Lu}.*\(\S{1,8}\).*?)\.?$/iu,
  ).exec(text);
  if (m) return `${m[3]} röstar ${m[1]} ${m[2] ?? ''}`.trim();
  const abstains = ord(/^avst(?:år|od)(?: gör| gjorde)?(?:\s*:)?\s+(\p{Lu}.*\(\S{1,8}\))\.?$/iu).exec(text);
  return abstains ? `${abstains[1]} avstår` : text;
}

const tidy = (text: string | undefined) =>
  (text ?? '')
    .replace(/^["”“\s]+/, '')
    .replace(/(?<!["”“\s.,;])["”“\s.,;]+$/, '')
    .trim();
