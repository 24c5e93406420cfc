/**
 * Swedish stems for search: every inflected form of a word has one stem, in the index and in the question.
 *
 * The Snowball stemmer does the most, but it leaves -et (beslutet, ärendet), -an (skolan) and several genitives,
 * so our own rules come first and both are repeated until nothing changes: then a form that loses its endings one
 * at a time ends where the others do. A stem is a key, no word: overstemming only joins what is looked up together.
 */
import { createRequire } from 'node:module';
import { ADJECTIVES, BASES, CITY } from './stem-bases.ts';

// By subpath: the package's main entry loads database drivers and prints to stdout.
const snowball = createRequire(import.meta.url)('natural/lib/natural/stemmers/porter_stemmer_sv.js') as {
  stem(word: string): string;
};

const WORD = /[\p{L}\p{N}]+/gu;
const VOWEL = /[aeiouyåäö]/u;

/** Plurals with another vowel. */
const UMLAUT: [RegExp, string][] = [
  [/städer(?:s|na|nas)?$/u, 'stad'],
  [/länder(?:s|na|nas)?$/u, 'land'],
  [/böcker(?:s|na|nas)?$/u, 'bok'],
  [/ledamöter(?:s|na|nas)?$/u, 'ledamot'],
  [/m(?:än|annen)(?:s|nens?)?$/u, 'man'],
  [/vattn(?:et|en)s?$/u, 'vatten'],
];

/** Words that end in what looks like an ending, alone and as the last part of a compound. */
const BASE = new RegExp(
  [
    `^((?:\\p{L}{2,})?(?:${BASES.join('|')}|${CITY}))(?:s|(?:en|et|n|er|ar)s?|(?:er|ar)nas?)?$`,
    `^((?:${ADJECTIVES.join('|')}))(?:s|t|as?|ern?a?s?|are|aste?)?$`,
  ].join('|'),
  'u',
);

/** Endings the Snowball stemmer does not know, longest first; the bracketed part stays. */
const ENDINGS: RegExp[] = [
  /^(\p{L}{2,}het)(?:s|ens?|ers?|ernas?)$/u,
  /^((?:in|ut|hem)?land|\p{L}*(?:band|strand|hand|brand))(?:s|[ei]?ts?|ens?)$/u,
  /^(\p{L}+[ae]nde)(?:s|ts?|ns?|nas?)$/u,
  /^(\p{L}+else)(?:s|ns?|rs?|rnas?)$/u,
  /^(\p{L}+e)er(?:s|nas?)?$/u,
  /^(\p{L}+[aeo]r)s$/u,
  /^(\p{L}{3,})(?:enas?|(?<!h)ets?|ans?)$/u,
  /^(\p{L}{3,}i)ns?$/u,
  /^(\p{L}{2,}(?:or|el))ns?$/u,
  /^(\p{L}*(?:gymnasi|stadi|muse|medi|kollegi|presidi|ministeri|territori|centr))um(?:et)?s?$/u,
  /^(\p{L}*(?:slå|stå|gå|få))(?:r|s|tt)$/u,
  /^(\p{L}{2,}(?:al|ell|sam|iv|bar))t$/u,
];

/** Stems that only spelling tells apart: programm-, särskilt, regl-, vintr-, vattn-. */
const TAILS: [RegExp, string][] = [
  [/mm$/u, 'm'],
  [/skilt$/u, 'skild'],
  [/(?<=[bdfgkmnpstv])l$/u, 'el'],
  [/(?<=\p{L}{2}[bdfgkmnpstv])r$/u, ''],
  [/(?<=tt|ck)n$/u, ''],
];

/** The words of a text, in lower case, in order. Only letters and digits make words: "och/eller" is two. */
export function words(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

/** The words of a text in NFC with their places in it, in order. */
export function wordsAt(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    ...{ word: word.toLowerCase(), start: index, end: index + word.length },
  }));
}

/** The stem of one word. Numbers, words with digits and very short words are their own stems. */
export function stem(word: string): string {
  let current = fold(word);
  if (current.length < 4 || !/^[a-zåäö]+$/u.test(current)) return current;
  for (const [plural, singular] of UMLAUT) current = current.replace(plural, singular);
  for (let round = 0; round < 8; round++) {
    const stripped = stripEnding(current);
    const base = BASE.exec(current) ?? BASE.exec(stripped);
    if (base !== null) return base[1] ?? base[2] ?? current;
    const next = fitTail(snowball.stem(stripped));
    if (next === current) break;
    current = next;
  }
  return current;
}

/** The stems of a text's words, in order. */
export function stems(text: string): string[] {
  return words(text).map(stem);
}

/** A word of a question, as written (lower case) and as a stem. */
export interface Sought {
  word: string;
  stem: string;
}

/** First parts that make no compound of two nouns: uppdrag holds no drag, tillsyn no syn. */
const PARTICLES = new Set([
  'upp',
  'till',
  'från',
  'mot',
  'med',
  'sam',
  'efter',
  'fram',
  'över',
  'åter',
  'bort',
]);
/** What follows a word's stem in a derivation, which is no compound: planering, kommunikation. */
const DERIVATION = /^(?:er(?:ing|a)|[aik]+tion|ation|ande|else|ning|ing|are|het|lig|isk|is[mt]|sam|bar)/u;

/**
 * Whether a stem is that of a compound which the sought word is a part of: avgift in patientavgift, handling and
 * plan in handlingsplan. Parts of fewer than four letters are not looked for: too many words hold them by chance.
 */
export function isPartOfCompound(sought: Sought, compound: string): boolean {
  const { word, stem: part } = sought;
  if (part === compound || !isLongEnough(part)) return false;
  for (const end of [part, clipped(part)]) {
    if (!compound.endsWith(end)) continue;
    const head = compound.slice(0, -end.length);
    if (isWordLike(head) && !PARTICLES.has(head)) return true;
  }
  for (const start of [part, fold(word)]) {
    if (start.length < 4 || !compound.startsWith(start)) continue;
    const rest = compound.slice(start.length);
    if (isWordLike(rest) && !DERIVATION.test(rest)) return true;
  }
  const at = part.length >= 5 ? compound.indexOf(part, 3) : -1;
  return at > 0 && isWordLike(compound.slice(0, at)) && isWordLike(compound.slice(at + part.length));
}

/** The letters by which candidates for `isPartOfCompound` can be looked up: all of them contain one of these. */
export function compoundKeys({ word, stem: part }: Sought): string[] {
  if (!isLongEnough(part)) return [];
  const [shortest, folded] = [clipped(part), fold(word)];
  return folded.includes(shortest) ? [shortest] : [shortest, folded];
}

/** What a short stem (rätt, makt) becomes at the end of a compound, where Snowball takes its last letter. */
function clipped(part: string): string {
  return /(?:dd|nn|[dgkt]t|gd)$/u.test(part) ? part.slice(0, -1) : part;
}

function isLongEnough(part: string): boolean {
  return /^[a-zåäö]{4,}$/u.test(part);
}

function isWordLike(part: string): boolean {
  return part.length >= 3 && VOWEL.test(part);
}

/** Lower case; accents of loanwords (kommittén, à) make no difference, å ä ö do. */
function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[éèêë]/gu, 'e')
    .replace(/[áà]/gu, 'a')
    .replace(/ü/gu, 'y');
}

function stripEnding(word: string): string {
  for (const ending of ENDINGS) {
    const rest = ending.exec(word)?.[1];
    if (rest !== undefined && rest.length >= 3 && VOWEL.test(rest)) return rest;
  }
  return word;
}

function fitTail(word: string): string {
  for (const [tail, instead] of TAILS) if (tail.test(word)) return word.replace(tail, instead);
  return word;
}
