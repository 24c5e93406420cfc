/**
 * What a person typed in the search box, understood: words, phrases and numbers, which of them stand for each other (OR)
 * and which must not be there (minus). Any text is a valid question.
 */
import { takeDiarienummer } from '../extraction/language/diarienummer.ts';
import { type Sought, stem, stems, words } from '../extraction/language/stem.ts';

/** One thing asked for. */
export type Part =
  /** In any inflection, and as a part of compounds. */
  | ({ kind: 'word' } & Sought)
  /** Words in quotes: stems that stand side by side in this order. */
  | { kind: 'phrase'; stems: string[] }
  /** A diarienummer as written. */
  | { kind: 'number'; number: string };

export interface Question {
  /** All must be found: of each, one of those that OR joins. */
  all: Part[][];
  /** None may be. */
  none: Part[];
}

/** Words so common that they say nothing, unless there is nothing else (in phrases they always count). */
const STOP = new Set(
  'och i på av för till om att en ett den det de som med är eller vid från har inte ska kan samt'.split(' '),
);
/** Of each kind, and in a phrase, so many count. */
export const MOST_WORDS = 24;
/** Characters of a question that a person asks. */
export const MOST_LETTERS = 2_000;

/** Characters that nobody types stand for what was read already: a minus, a phrase, a number, OR. */
const [MINUS, PHRASE, NUMBER, EITHER] = ['\ue000', '\ue001', '\ue002', '\ue003'] as const;
const OURS = /[\ue000-\ue003]/gu;
/** Right before what must not be there; elsewhere it is a hyphen or a dash. */
const MINUS_SIGN = /(?<=^|\s)[-−](?=[^\s−-])/gu;
const OR = /(?<=^|\s)OR(?=\s|$)/gu;
const QUOTED = /["”“«»]([^"”“«»]*)["”“«»]/gu;
const READ = new RegExp(`^${MINUS}?([${PHRASE}${NUMBER}])(\\d+)$`, 'u');

/**
 * What is beyond the bounds in a question: whoever asks should be told, for words beyond them do not count, and what is
 * found need not hold them.
 */
export function beyondBounds(query: string): 'letters' | 'words' | null {
  if (query.length > MOST_LETTERS) return 'letters';
  const whole = wholeQuestion(query);
  return partsOf(cut(whole)) < partsOf(whole) || longestPhrase(whole) > MOST_WORDS ? 'words' : null;
}

/** Reads a question: of each kind as much as counts. A quote left open counts as none. */
export const readQuestion = (query: string): Question => cut(wholeQuestion(query));

const partsOf = ({ all, none }: Question): number => [...all, none].flat().length;

const longestPhrase = ({ all, none }: Question): number =>
  Math.max(0, ...[...all, none].flat().map((part) => (part.kind === 'phrase' ? part.stems.length : 0)));

function cut({ all, none }: Question): Question {
  const left = { word: MOST_WORDS, phrase: MOST_WORDS, number: MOST_WORDS };
  const some = (parts: Part[]): Part[] =>
    parts
      .filter(({ kind }) => left[kind]-- > 0)
      .map((part) => (part.kind === 'phrase' ? { ...part, stems: part.stems.slice(0, MOST_WORDS) } : part));
  return { all: all.map(some).filter(({ length }) => length > 0), none: some(none) };
}

function wholeQuestion(query: string): Question {
  const phrases: string[][] = [];
  const unquoted = query
    .normalize('NFC')
    .replace(OURS, ' ')
    .replace(MINUS_SIGN, MINUS)
    .replace(QUOTED, (_, quoted: string, at: number, whole: string) => {
      const phrase = stems(quoted);
      if (phrase.length === 0) return ' ';
      return `${whole[at - 1] === MINUS ? '' : ' '}${PHRASE}${phrases.push(phrase) - 1} `;
    });
  // before the numbers are taken: letters may stand behind one
  const { found, rest } = takeDiarienummer(unquoted.replace(OR, EITHER), (nr) => `${NUMBER}${nr}`);
  const tokens = rest.replaceAll(`${MINUS} ${NUMBER}`, MINUS + NUMBER).split(' ');
  const read = (token: string): Part[] => {
    const [, what, nr = ''] = READ.exec(token) ?? [];
    if (what === PHRASE) return [{ kind: 'phrase', stems: phrases[Number(nr)] ?? [] }];
    if (what === NUMBER) return [{ kind: 'number', number: found[Number(nr)] ?? '' }];
    return words(token).map((word) => ({ kind: 'word', word, stem: stem(word) }));
  };
  return withoutStopWords(grouped(tokens, read));
}

/** "A OR B": between two things asked for it joins them; elsewhere it says nothing. "eller" is a word. */
function grouped(tokens: readonly string[], read: (token: string) => Part[]): Question {
  const all: Part[][] = [];
  const none: Part[] = [];
  /** Of the token before, if it asks for something: how many stand last in `all` for it. */
  let before = 0;
  let isEither = false;
  for (const token of tokens) {
    if (token === EITHER) {
      isEither = before > 0;
      continue;
    }
    const parts = read(token);
    if (parts.length === 0) continue;
    if (token.startsWith(MINUS)) none.push(...together(parts));
    else if (isEither) {
      const either = before === 1 ? (all.pop() ?? []) : together(all.splice(-before).flat());
      all.push([...either, ...together(parts)]);
    } else all.push(...parts.map((part) => [part]));
    before = token.startsWith(MINUS) ? 0 : isEither ? 1 : parts.length;
    isEither = false;
  }
  return { all: once(all), none };
}

/** Words that are written as one ("hälso-sjukvård") are one thing where it is joined or taken away. */
const together = (parts: Part[]): Part[] =>
  parts.length < 2
    ? parts
    : [{ kind: 'phrase', stems: parts.flatMap((part) => (part.kind === 'word' ? part.stem : [])) }];

/** A word asked for twice is asked for once. */
function once(all: Part[][]): Part[][] {
  const met = new Set<string>();
  return all.filter(([part, ...others]) => {
    if (part?.kind !== 'word' || others.length > 0) return true;
    if (met.has(part.word)) return false;
    met.add(part.word);
    return true;
  });
}

function withoutStopWords({ all, none }: Question): Question {
  const telling = all.filter(
    ([part, ...others]) => others.length > 0 || part?.kind !== 'word' || !STOP.has(part.word),
  );
  return { all: telling.length > 0 ? telling : all, none };
}
