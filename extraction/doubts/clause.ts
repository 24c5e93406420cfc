/** Doubts about clauses of proposals and decisions. */
import { ord } from '../language/ord.ts';
import type { Arende, Attsats, Handling } from '../record.ts';
import { sameOrgan } from '../routing/organ.ts';
import { textDoubts, wordsIn } from './text.ts';
import type { Doubt } from './words.ts';

/** What the minutes tell of the meeting; a decision is no such sentence. */
const REPORT = ord(
  /\b(?:yrkar|ställer proposition|finner att|reserverar sig|acklamation|omröstning|föreslagit|föreslår att|anmäler|informerar|redovisar|redogör|avstår)\b|\(\p{L}{1,4}\) föreslår\b/iu,
);
const DECIDES = ord(/\b(?:besl\p{L}*|föreslå\p{L}*|hemstäl\p{L}*|förslag)\b/iu);
/** A body by its kind alone, which names none; there are many stadsdelsnämnder in a city. */
const BARE_BODY = /^(?:(?:stadsdels)?nämnden|styrelsen|fullmäktige|(?:arbets)?utskottet|direktionen)$/iu;
/** "Motionen avslås." has two words, "Ärendet utgår." too; one word decides nothing. */
const FEW_WORDS = 2;
/** More words than a body's name has. */
const LONGEST_NAME = 7;

const bare = (body: string): string => body.toLowerCase().replace(/(?:et|en)$/u, '');

/** "Tekniska nämnden", "nämnden": two names that end alike are one body's. */
const isDoubled = (kedja: string[]): boolean =>
  kedja.some((body, i) => {
    const [a, b] = [bare(body), bare(kedja[i + 1] ?? '')];
    return b !== '' && (a.endsWith(b) || b.endsWith(a));
  });

/** "…, att B" or "… 2. att B" inside a clause: the next one's beginning. */
const NEXT_CLAUSE = ord(/[,;] (?:samt |och |dels )?att \p{Ll}+[ae]?\b|\s\d{1,2}[.)] (?:att\b|\p{Lu})/u);

const isOddBody = (body: string): boolean =>
  /^(?:under|enligt)\b/iu.test(body) || body.split(' ').length > LONGEST_NAME;

/** The doubts about one clause of `arende`. */
export function clauseDoubts(handling: Handling, arende: Arende, clause: Attsats, decided: boolean): Doubt[] {
  const { text, nr, ledtext, kedja } = clause;
  const all = decided ? arende.beslut : arende.forslag;
  const att = /^att\b/iu.test(text);
  const doubts = textDoubts(text, clause.evidence, true);
  if (nr === null && !ledtext) doubts.push('noLead');
  else if (nr === null && !att) doubts.push('noMark');
  if (nr === null && all.some((c) => c.nr !== null)) {
    doubts.push('mixedList');
  }
  // "Revisionsberättelsen Revisorerna tillstyrker …": a heading that the clause has swallowed
  if (/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text)) doubts.push('headingInside');
  if (wordsIn(text) < FEW_WORDS) doubts.push('fewWords');
  if (!att && REPORT.test(text)) doubts.push('report');
  if (ledtext && !DECIDES.test(ledtext)) doubts.push('oddLead');
  if (kedja.length === 0 || kedja.some(isOddBody)) doubts.push('noChain');
  else if (isDoubled(kedja)) doubts.push('doubledBody');
  else if (kedja.length === 1 && BARE_BODY.test(kedja[0] as string)) doubts.push('bareBody');
  else if (decided && handling.organ && !sameOrgan(kedja[0] as string, handling.organ))
    doubts.push('otherBody');
  if (NEXT_CLAUSE.test(text)) doubts.push('manyClauses');
  if (clause === all.at(-1) && ord(/\b(?:samt|och)$/u).test(text)) doubts.push('lastSamt');
  if (text.includes(':')) doubts.push('colon');
  if (!decided && handling.kind === 'protokoll') doubts.push('inMinutes');
  return [...new Set(doubts)];
}
