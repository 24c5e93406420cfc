/** Who moves: the people and groups that are the subject, the agent or the seconders of a yrkande. */
import { ord } from '../language/ord.ts';
import { parsePersons } from '../language/person.ts';
import type { Person } from '../record.ts';

/** "Bifall till motionen yrkas av N (P) och N (P)." */
export const PASSIVE = ord(/^(.{5,200}?)\s+(?:yrkas|yrkades)\s+av\s+(\p{L}[^:]{3,300}?)\.?$/iu);
/** "…, vilket biträds av" */
const SECONDED = ord(/(?:,\s*|(?<![,\s])\s*)(?:vilket|detta)\s+(?:biträds|understöds|stöds|instämmes) av$/iu);

/** Where the movers end: before the verb; "Vidare yrkar N" has them after it. */
export function moversOf(sentence: string, verb: RegExp): { av: Person[]; lead: string } {
  const m = verb.exec(sentence);
  if (!m) return { av: [], lead: '' };
  const agent = PASSIVE.exec(sentence)?.[2];
  if (agent) return { av: personsOf(agent), lead: agent };
  const seconders = ord(
    /\b(?:vilket|detta) (?:biträds|understöds|stöds|instämmes) av\s+([^:]{4,200}?)\.?$/iu,
  ).exec(sentence)?.[1];
  if (seconders) {
    const { av, lead } = moversOf(
      sentence.slice(0, sentence.indexOf(seconders) - 1).replace(SECONDED, ''),
      verb,
    );
    return { av: [...av, ...personsOf(seconders)], lead };
  }
  const joined = ord(
    /^,?\s*med (?:instämmande|stöd|bifall) (?:av|från)\s+((?!\s)(?:[^,()]*\([^()]*\))+(?:,[^,()]*\([^()]*\))*)/iu,
  ).exec(sentence.slice(m.index + m[0].length));
  const before = (joined ? `${sentence.slice(0, m.index)} och ${joined[1]}` : sentence.slice(0, m.index))
    .replace(ord(/^(?:vidare|därutöver|dessutom|även|slutligen|härefter|därefter|också)\b/iu), '')
    .replace(/^[-–•\s]+/, '')
    .trim();
  const inverted =
    !before.includes('(') &&
    /^\s+\p{Lu}[^().]{2,60}\([^()]{1,8}\)/u.test(sentence.slice(m.index + m[0].length));
  if (!inverted && (/\p{L}{2,}/u.test(before) || /\(\p{L}{1,5}\)/u.test(before)))
    return { av: personsOf(before), lead: before };
  const after = sentence.slice(m.index + m[0].length);
  const person =
    /^\s*((?:(?:ordföranden?|herr|fru|ledamoten|tjänstgörande ersättaren?)\s+)?\p{Lu}[^()]{2,60}\([^()]{1,8}\)(?:(?:,| och| samt)\s+(?:\p{L}+ )?\p{Lu}[^()]{2,60}\([^()]{1,8}\))*)/u.exec(
      after,
    );
  const head =
    person?.[1] ?? after.split(ord(/\b(?:att|bifall|avslag|återremiss|bordläggning)\b/iu))[0] ?? '';
  return { av: personsOf(head), lead: head };
}

/** The movers before a verb: "med instämmande av" and "med stöd av" name more of them. */
export function personsOf(text: string): Person[] {
  return parsePersons(
    text
      .replace(/^(?:herr|fru|fröken)\s+|(?<=(?:,|och)\s)(?:herr|fru|fröken)\s+/giu, '')
      .replace(ord(/\b(?:för|å) (?:\S+) (?:räkning|vägnar)\b/giu), '')
      .replace(
        /(?:,\s*|(?<![,\s])\s+)?(?:med (?:instämmande|stöd|bifall) (?:av|från)|tillsammans med|understödd av|biträdd av)\s+/giu,
        ' och ',
      ),
  );
}
