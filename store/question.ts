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
/** Of each kind, and in a phrase, so many count. */
export const MOST_WORDS = 24;
/** Characters of a question that a person asks. */
export const MOST_LETTERS = 2_000;
const QUOTED = /["”“«»]([^"”“«»]*)["”“«»]/gu;

/**
 * What is beyond the bounds in a question: whoever asks should be told, for words beyond them do not count, and what is
 * found need not hold them.
 */
export function beyondBounds(query: string): 'letters' | 'words' | null {
  if (query.length > MOST_LETTERS) return 'letters';
  const { numbers, phrases, terms } = wholeQuestion(query);
  return [numbers, phrases, terms, ...phrases].some(({ length }) => length > MOST_WORDS) ? 'words' : null;
}

/** Reads a question: of each kind as much as counts. A quote left open counts as none. */
export function readQuestion(query: string): Question {
  const { numbers, phrases, terms } = wholeQuestion(query);
  return {
    numbers: numbers.slice(0, MOST_WORDS),
    phrases: phrases.slice(0, MOST_WORDS).map((phrase) => phrase.slice(0, MOST_WORDS)),
    terms: terms.slice(0, MOST_WORDS),
  };
}

function wholeQuestion(query: string): Question {
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
  return { numbers: found, phrases, terms };
}
