/** Doubts about clauses of proposals and decisions. */
import { ord } from '../language/ord.ts';
import type { Arende, Attsats, Handling } from '../record.ts';
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

const isOddBody = (body: string): boolean =>
  /^(?:under|enligt)\b/iu.test(body) || body.split(' ').length > LONGEST_NAME;

/** The doubts about one clause of `arende`. */
export function clauseDoubts(handling: Handling, arende: Arende, clause: Attsats, decided: boolean): Doubt[] {
  const { text, nr, ledtext, kedja } = clause;
  const att = /^att\b/iu.test(text);
  const doubts = textDoubts(text, clause.evidence, true);
  if (nr === null && !ledtext) doubts.push('noLead');
  else if (nr === null && !att) doubts.push('noMark');
  if (nr === null && (decided ? arende.beslut : arende.forslag).some((c) => c.nr !== null)) {
    doubts.push('mixedList');
  }
  // "Revisionsberättelsen Revisorerna tillstyrker …": a heading that the clause has swallowed
  if (/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text)) doubts.push('headingInside');
  if (wordsIn(text) < FEW_WORDS) doubts.push('fewWords');
  if (!att && REPORT.test(text)) doubts.push('report');
  if (ledtext && !DECIDES.test(ledtext)) doubts.push('oddLead');
  if (kedja.length === 0 || kedja.some(isOddBody)) doubts.push('noChain');
  else if (kedja.length === 1 && BARE_BODY.test(kedja[0] as string)) doubts.push('bareBody');
  if (text.includes(':')) doubts.push('colon');
  if (!decided && handling.kind === 'protokoll') doubts.push('inMinutes');
  return [...new Set(doubts)];
}
