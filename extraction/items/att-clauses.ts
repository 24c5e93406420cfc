/** Where a row of att-clauses parts: "att godkänna A, samt att uppdra åt B" decides twice. */
import { ord } from '../language/ord.ts';
import { type Passage, slicePassage } from '../lines/passage.ts';
import { INFINITIV } from '../vocabulary/beslutsverb.ts';

/** What follows "att" when a clause of its own begins: an infinitive, with or without an adverb before it. */
const INFINITIVE = [
  String.raw`(?=att\s+`,
  String.raw`(?:(?:\p{Ll}+t|därefter|samtidigt|dessutom)\s+)?`,
  String.raw`(?!(?:alla|dessa|denna|detta|samma|båda|de)\s)`,
  String.raw`${INFINITIV}\b)`,
].join('');
const LINK = String.raw`(?:(?:och|samt|dels)\s+)`;

/** Words that older Swedish sets a comma behind and an "att" that is part of the clause. */
const WANTS_ATT = [
  ...['förutsättning', 'villkor', 'så', 'sätt', 'tillägg', 'tillägget', 'ändring', 'ändringen', 'innebörd'],
  ...['hänsyn', 'till', 'för', 'av', 'om', 'med', 'på', 'i', 'genom'],
  ...['anser', 'anför', 'framhåller', 'menar'],
];
const COMMA = String.raw`(?<!\b(?:${WANTS_ATT.join('|')})),\s+${LINK}?(?=att\s)`;
const STOP = String.raw`[;.]\s+${LINK}?${INFINITIVE}`;

/** How a row stands: under a number, on lines that begin with "att", or behind its lead-in in one sentence. */
export type RowForm = 'numbered' | 'row' | 'inline';

const parted = (...forms: string[]): RegExp => ord(new RegExp(`(?:${forms.join('|')})`, 'gu'));

/** Where the clauses of a row part, by how the row stands. */
const PARTED: { [form in RowForm]: RegExp } = {
  // a numbered clause has been told from its neighbours by whoever numbered them
  numbered: ord(new RegExp(String.raw`(?:[,;.]\s+${LINK}|[;.]\s+)${INFINITIVE}`, 'gu')),
  // lines that begin with "att": Swedish sets a comma before an "att" only where a clause of its own begins
  row: parted(STOP, COMMA, String.raw`(?<!\s)\s+och\s+${INFINITIVE}`),
  // all in one sentence
  inline: parted(STOP, COMMA, String.raw`(?<!\s)\s+(?:samt|och)\s+${INFINITIVE}`),
};

/** What "att A och att B" may both hang on: then the two are one clause. */
const HUNG_ON = [
  ...['uppdra(?:ga|r)?', 'uppdrag', 'uppmana', 'bemyndiga', 'föreslå', 'begära', 'hemställa', 'anmoda'],
  ...['medge', 'tillåta', 'delegera', 'rekommendera', 'verka', 'innebära?', 'syfte', 'möjlighet', 'rätt'],
];
const CHARGES = ord(new RegExp(String.raw`\b(?:${HUNG_ON.join('|')})\b`, 'iu'));

/**
 * "att godkänna A, samt att uppdra åt B": each att-clause of a row is one, when a comma or "samt" parts them. What
 * is parted off is a full clause; "att, om så är lämpligt, att" is none.
 */
export function attClauses(passage: Passage, form: RowForm): Passage[] {
  const cuts = [0];
  for (const m of passage.text.matchAll(PARTED[form])) {
    const clause = passage.text.slice(cuts.at(-1) ?? 0, m.index);
    const sure = !/^\s+och/u.test(m[0]) || !CHARGES.test(clause);
    if (sure && clause.split(' ').length >= 3) cuts.push(m.index + m[0].length);
  }
  return cuts.map((from, i) => slicePassage(passage, from, cuts[i + 1])).filter((p) => p.text);
}
