/**
 * Reservationer, and what is noted to the minutes: protokollsanteckningar, särskilda yttranden, members who do
 * not take part in the decision, and jäv. The verb decides, whatever the heading says (kommunallagen 4 kap.
 * 27 §: a reservation is made before the minutes are approved; 5 kap. 47–49 §§, 6 kap. 28–32 §§: jäv).
 */
import { ord } from '../language/ord.ts';
import { parsePersons } from '../language/person.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { concatPassages, type Passage, slicePassage } from '../lines/passage.ts';
import type { Anteckning, Person } from '../record.ts';
import type { Section } from '../vocabulary/section.ts';
import { paragraphsOf } from './prose.ts';
import { subjectOf } from './subject.ts';

export interface FoundInlaga {
  av: Person[];
  passage: Passage;
  mot: number[];
}

export interface FoundAnteckning {
  typ: Anteckning['typ'];
  av: Person[];
  passage: Passage;
}

const RESERVES = ord(
  /\breserver(?:ar|ade|at|as)\b|\b(?:får|önskar|vill|begär att få|anhåller om att få) reservera sig\b|\b(?:lämnar|inlämnar|anmäler|lämnade|anmälde|inlämnade|avger)\s+(?:(?:en|in|följande|skriftliga?|muntliga?|blanka?)\s+){0,3}reservation(?:er)?\b|\breservation(?:er)?\b[^.]{0,60}\b(?:anmäls|lämnas|inlämnas|avges|görs|anmäldes|lämnades|inlämnades|avgavs) av\b/iu,
);
/** The heading in front of the sentence, on its line: "Jäv: N (P) anmäler …". */
const LABEL = ord(
  /^(?:jäv|reservation(?:er)?|protokollsanteckning(?:ar)?|anteckning(?:ar)?|särskil(?:t|da) (?:yttranden?|uttalanden?)|deltar (?:ej|inte))\s*:\s+(?=\S)/iu,
);
/** What follows the names where the heading alone says that they reserve themselves. */
const AFTER_NAMES = ord(
  /(?<![\s,])[\s,]*(?:\b(?:till förmån|mot|muntlig\p{L}*|skriftlig\p{L}*|(?:se|enligt)? ?bilaga|mot beslutet)\b|\((?:se )?bilaga\b).*$/isu,
);
const NOT_TAKING_PART = ord(
  /\b(?:deltar|deltog|deltager|deltagit|avstår från att delta|avstod från att delta)\b(?:\s+\p{L}+){0,3}?\s*\b(?:inte|ej|icke)\b|\b(?:inte|ej)\s+(?:deltar|deltog|deltagit)\b|\b(?:avstår|avstod) från att delta\b|\bavst(?:år|od) från (?:att delta i )?beslutet\b|\bär (?:inte|ej) delaktiga? i\b/iu,
);
const JAV = ord(/\bjäv(?:ig|iga|et)?\b/iu);
const NOTES = ord(
  /\b(?:anhåller|anhöll|begär|begärde|önskar|önskade|vill|ville|lät|låter|ber|bad)\b(?=.{0,80}\b(?:anteckna(?:s|d|t|de)?|till protokollet fört)\b)|\b(?:antecknar|antecknas|antecknade|lämnar|lämnade|inlämnar|inlämnade|anmäler|anmälde|anmäls|anmäldes|lämnas|avges|avger|avgav|gör|medges|får|hänvisar|hänvisade|inkommer med|lägger|vill (?:få |ha )?(?:anteckna[dt]?|till protokollet))\b/iu,
);
const STATEMENT = ord(/\bersättaryttrande|\bsärskil(?:t|da) (?:yttrande|uttalande)/iu);
const NOTE = ord(/\b(?:protokollsanteckning|till protokollet|få antecknat|som yttrande|yttrande)/iu);
/** "enligt nedan", "följande:": what comes after is the text of the note. */
const ANNOUNCES = ord(/:\s*$|:\s+\S|följande|\b(?:enligt )?nedan(?:stående)?\b/u);

/** First, second … attsats by word. */
const ORDINALS = [
  'första',
  'andra',
  'tredje',
  'fjärde',
  'femte',
  'sjätte',
  'sjunde',
  'åttonde',
  'nionde',
  'tionde',
];

/** Numbers of the attsatser that a reservation is against: "mot första attsatsen" (also written "att satsen"), "mot punkt 2 och 3". */
function attsatserAgainst(text: string): number[] {
  const numbers = new Set<number>();
  for (const m of text.matchAll(
    ord(
      /\b(?:punkt(?:en|erna)?|att-?sats(?:en|erna)?|att sats(?:en|erna)|beslutspunkt(?:en|erna)?|p\.)\s+((?:\d{1,2})(?:\s*(?:,|och|samt|[-–])\s*\d{1,2})*)/giu,
    ),
  )) {
    const list = m[1] ?? '';
    const range = /^(\d{1,2})\s*[-–]\s*(\d{1,2})$/.exec(list);
    if (range) for (let n = Number(range[1]); n <= Number(range[2]) && n < 100; n++) numbers.add(n);
    else for (const n of list.match(/\d{1,2}/g) ?? []) numbers.add(Number(n));
  }
  for (const m of text.matchAll(
    ord(/\b(\p{L}+)(?:\s+och\s+(\p{L}+))?\s+(?:att-?sats|att satse(?:n|rna)|punkt|beslutspunkt)/giu),
  )) {
    for (const word of [m[1], m[2]]) {
      const at = ORDINALS.indexOf((word ?? '').toLowerCase());
      if (at >= 0) numbers.add(at + 1);
    }
  }
  return [...numbers].sort((a, b) => a - b);
}

export interface FoundNotes {
  reservationer: FoundInlaga[];
  anteckningar: FoundAnteckning[];
}

/**
 * What a section holds of these, read sentence by sentence. A sentence without a verb of its own goes on with
 * the text of the note before it ("antecknar följande till protokollet: …").
 */
export function notesOf(lines: Line[], section: Section | null, measure: Measure): FoundNotes {
  const found: FoundNotes = { reservationer: [], anteckningar: [] };
  for (const { heading, lines: part } of headedParts(lines)) readPart(part, heading, section, measure, found);
  return found;
}

/** Headings of notes that stand as lines of their own inside a section. */
const HEADED = ord(
  /^(?:deltar (?:ej|inte)(?: i beslutet)?|ej delaktiga? i beslutet|jäv|(?:protokolls)?anteckning(?:ar)?|särskil(?:t|da) (?:yttranden?|uttalanden?)|ersättaryttranden?)$/iu,
);

function headedParts(lines: Line[]): { heading: string; lines: Line[] }[] {
  const parts: { heading: string; lines: Line[] }[] = [{ heading: '', lines: [] }];
  for (const line of lines) {
    if (HEADED.test(line.text)) parts.push({ heading: line.text, lines: [] });
    else if (!/^[\s._=*-]+$/.test(line.text)) parts.at(-1)?.lines.push(line);
  }
  return parts.filter((p) => p.lines.length > 0);
}

/** A statement that a colon opens may hold any sentence: the next note begins a paragraph with somebody's party. */
const SOMEBODY = /^[^.:]{3,400}?\(\p{L}{1,8}\)/u;

function readPart(
  lines: Line[],
  heading: string,
  section: Section | null,
  measure: Measure,
  found: FoundNotes,
): void {
  let last: { passage: Passage } | null = null;
  let carries = false;
  let quotes = false;
  for (const paragraph of paragraphsOf(lines, measure)) {
    for (const [i, whole] of sentencesOf(paragraph).entries()) {
      const label = LABEL.exec(whole.text);
      const sentence = label ? slicePassage(whole, label[0].length) : whole;
      const inside = quotes && (i > 0 || !SOMEBODY.test(sentence.text));
      const item = inside ? 'none' : readNote(sentence, section, heading);
      if (item === 'none') {
        if (last && carries) last.passage = concatPassages([last.passage, sentence]);
        continue;
      }
      carries = ANNOUNCES.test(sentence.text);
      quotes = /:\s*$|följande[^.]{0,300}:\s|^[^.:]{3,300}\([^()]{1,8}\):\s/u.test(sentence.text);
      if ('mot' in item) found.reservationer.push(item);
      else found.anteckningar.push(item);
      last = item;
    }
  }
}

/** The past tense: another meeting's, where it is not said under the heading. */
const TOLD = ord(/\breserverade\b|\bhar reserverat\b|\b(?:lämnade|anmälde|inlämnade)\b/iu);

/** Under the heading Reservation names alone say it: "Anna Berg (S) till förmån för eget yrkande." */
function namesAlone(text: string): Person[] {
  const names = text.replace(AFTER_NAMES, '').replace(/(?<![.\s])[.\s]+$/, '');
  if (!/\(\p{L}{1,8}\)$/u.test(names) || names.length > 300) return [];
  const plain = names.replace(/\([^()]*\)/g, '');
  if (
    ord(
      /(?<![\p{L}-])(?!(?:och|samt|m|fl|med|flera|av|von|de|af|ordföranden?|vice|ledamöterna)\b)\p{Ll}{2,}/u,
    ).test(plain)
  )
    return [];
  return parsePersons(names);
}

function readNote(
  sentence: Passage,
  section: Section | null,
  heading: string,
): FoundInlaga | FoundAnteckning | 'none' {
  const { text } = sentence;
  const note = section === 'reservation' || section === 'anteckning' || section === 'jav';
  if (ord(/^(?:ingen|inga)\s/iu).test(text)) return 'none';
  // "Mot kommunstyrelsens beslut reserverade sig …" in fullmäktige's minutes is told, not done
  // "Vi reserverar oss …" is the text of a reservation that has been told already
  if (
    RESERVES.test(text) &&
    !ord(/\breserver\p{L}+ (?:vi |jag )?(?:oss|mig)\b/iu).test(text) &&
    !(section !== 'reservation' && ord(/\bmot \p{L}+s beslut\b/iu).test(text) && TOLD.test(text))
  ) {
    const av = subjectOf(text, RESERVES);
    if (av.length > 0) return { av, passage: sentence, mot: attsatserAgainst(text) };
  }
  if (section === 'reservation') {
    const av = namesAlone(text);
    if (av.length > 0) return { av, passage: sentence, mot: attsatserAgainst(text) };
  }
  if (
    JAV.test(text) &&
    (NOT_TAKING_PART.test(text) ||
      ord(
        /\ban(?:mäler|mälde|mält|för|förde|fört)\b|\bpå grund av jäv\b|\blämna(?:r|de|t) (?:lokalen|rummet|sammanträdet)/iu,
      ).test(text))
  ) {
    return {
      typ: 'jav',
      av: subjectOf(
        text,
        ord(/\b(?:deltar|deltog|deltager|anmäler|anmälde|har anmält|lämnar|lämnade|är|förklarar)\b/iu),
      ),
      passage: sentence,
    };
  }
  // what somebody says in a statement is no notice of the secretary's
  if (NOT_TAKING_PART.test(text.split(/:\s/)[0] ?? '') && !ord(/\bför det fall\b|\byrkar\b/iu).test(text)) {
    const av = subjectOf(
      text,
      ord(/\b(?:deltar|deltog|deltager|har|är|avstår|avstod|meddelar|anmäler|anmälde|förklarar)\b/iu),
    );
    if (av.length > 0) return { typ: 'deltar_ej', av, passage: sentence };
  }
  // under their heading Stockholm's substitutes only join one of the proposals
  const statement = STATEMENT.test(heading) || (section === 'anteckning' && ord(/\bförslag/iu).test(text));
  if (statement && ord(/\binstämmer\b|\bansluter sig\b/iu).test(text)) {
    const av = subjectOf(text, ord(/\b(?:instämmer|ansluter)\b/iu));
    if (av.length > 0) return { typ: 'sarskilt_yttrande', av, passage: sentence };
  }
  if (STATEMENT.test(text) && (note || NOTES.test(text))) {
    const av = subjectOf(text, NOTES);
    if (av.length > 0) return { typ: 'sarskilt_yttrande', av, passage: sentence };
  }
  if (section === 'anteckning') {
    // "Anna Berg (S) och Bo Ek (M):" and what they say
    const by = /^(?:(?:protokolls)?anteckning(?:ar)?\s)?([^.:]{3,300}\)):(?:\s|$)/iu.exec(text)?.[1];
    const av = namesAlone(by ?? '');
    if (av.length > 0 || ord(/^det antecknas\b/iu).test(text))
      return { typ: 'protokollsanteckning', av, passage: sentence };
  }
  // "Informationen antecknas till protokollet": a decision, by nobody in particular
  if (section === 'beslut' && !/\(\S{1,8}\)/.test(text)) return 'none';
  if (NOTES.test(text) && (NOTE.test(text) || (section === 'anteckning' && /[:]|följande/u.test(text)))) {
    const av = subjectOf(text, NOTES);
    if (av.length > 0) return { typ: 'protokollsanteckning', av, passage: sentence };
  }
  return 'none';
}
