/** What a person typed in the search box, understood: numbers, phrases and words. Any text is a valid question. */
import { takeDiarienummer } from '../extraction/language/diarienummer.ts';
import { type Sought, stem, stems, words } from '../extraction/language/stem.ts';

export interface Question {
  /** Diarienummer as written. */
  numbers: string[];
  /** Words in quotes: stems that stand side by side in this order. */
  phrases: string[][];
  /** Words that must be found, in any form and in compounds. */
  terms: Sought[];
}

/** Words so common that they say nothing, unless there is nothing else (in phrases they always count). */
const STOP = new Set(
  'och i på av för till om att en ett den det de som med är eller vid från har inte ska kan samt'.split(' '),
);
/** Of each kind, so many count: a page pasted into the search box is still a question. */
const MOST = 24;
const QUOTED = /["”“«»]([^"”“«»]*)["”“«»]/gu;

/** Reads a question. A quote left open counts as none. */
export function readQuestion(query: string): Question {
  const phrases: string[][] = [];
  const unquoted = query.replace(QUOTED, (_, quoted: string) => {
    const phrase = stems(quoted);
    if (phrase.length > 0) phrases.push(phrase);
    return ' ';
  });
  const { found, rest } = takeDiarienummer(unquoted);
  const all = [...new Set(words(rest))].map((word) => ({ word, stem: stem(word) }));
  const telling = all.filter(({ word }) => !STOP.has(word));
  const enough = telling.length > 0 || phrases.length > 0 || found.length > 0;
  const terms = enough ? telling : all;
  return {
    numbers: found.slice(0, MOST),
    phrases: phrases.slice(0, MOST).map((phrase) => phrase.slice(0, MOST)),
    terms: terms.slice(0, MOST),
  };
}
