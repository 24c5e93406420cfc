/**
 * What may tell who somebody is, in a text under secrecy: more is taken for it rather than less. Every word with a capital
 * that is not known to be another; what stands for letters in a bad reading; numbers of houses, telephones and days of birth.
 */
import type { Span } from '../../diarium/rader/personnummer.ts';
import { isKnownWord } from './known-words.ts';

/** A word, also one in which a letter was read as a digit ("5vensson"), and addresses of the net. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’`´.@_|!$-]*/gu;
/** Signs at the end of a word that are none of its own. */
const TRAILING = /(?<![.'’`´_|!$-])[.'’`´_|!$-]+$/u;
/** Between the parts of one name. */
const PARTICLE =
  /^[\s,.'’/–-]*(?:(?:af|al|auf|av|bin|da|de|del|della|den|der|di|du|el|la|le|van|von|y|zu)\s+){0,3}$/u;
/** The number of a house or estate, after its name: "Storgatan 12 B", "Björken 3:14". */
const AFTER_NAME = /^\s*\d[\d:]*(?:\s?\p{L}(?!\p{L}))?/u;
/** The rest of a name that a line cut: "Anders-\nson". */
const REST_OF_NAME = /^\s+\p{Ll}[\p{L}]*/u;
const NUMBERS = /(?<![\d/])\d[\d\s.:–-]*\d(?![\d/])/gu;
const IS_SUM = /^\s*(?:kr|kronor|tkr|mnkr|mkr|kkr|sek|procent|%|euro)/iu;
const DIARY = /\p{Lu}[\p{L}-]{0,7}\s?(?:19|20)\d\d[/:]\d+|(?<!\d)(?:19|20)\d\d[/:]\d+/gu;

/** @param also words that are names elsewhere in what is secret: small letters are no reason to show them */
export function nameSpans(text: string, also: ReadonlySet<string> = new Set()): Span[] {
  const kept = spansOf(DIARY, text);
  const isKept = ({ from, to }: Span): boolean => kept.some((one) => from < one.to && to > one.from);
  const names = spansOf(WORD, text).flatMap((span): Span[] => {
    const word = text.slice(span.from, span.to);
    if (isKept(span) || !tells(word, also, isInBrackets(text, span))) return [];
    const trimmed = word.replace(TRAILING, '');
    const wasCut = word.endsWith('-') ? (REST_OF_NAME.exec(text.slice(span.to))?.[0].length ?? 0) : 0;
    const to = wasCut > 0 ? span.to + wasCut : span.from + trimmed.length;
    return [{ from: span.from, to: to + (AFTER_NAME.exec(text.slice(to))?.[0].length ?? 0) }];
  });
  const numbers = spansOf(NUMBERS, text).filter((span) => {
    const digits = text.slice(span.from, span.to).replaceAll(/\D/gu, '').length;
    return digits >= 5 && !isKept(span) && !IS_SUM.test(text.slice(span.to));
  });
  return joined([...names, ...numbers], (from, to) => PARTICLE.test(text.slice(from, to)));
}

/** Before a word that only opens a sentence or heading, and so is looked for with a capital alone. */
const ONLY_CAPITAL = '^';

/** The words of a text that may be names, as isAmong looks for them elsewhere. */
export function nameWords(text: string): string[] {
  return spansOf(WORD, text).flatMap(({ from, to }) => {
    const word = text.slice(from, to);
    if (!/^\p{Lu}/u.test(word) || !tells(word, new Set(), true)) return [];
    const opens =
      /(?:^|[.:;!?•–-])\s*$/u.test(text.slice(Math.max(0, from - 24), from)) &&
      /^,?\s+[\p{Ll}\d]/u.test(text.slice(to));
    return keysOf(word).flatMap((key) => (key.length < 3 ? [] : opens ? ONLY_CAPITAL + key : key));
  });
}

/** Whether a word is one of those that nameWords found. */
export function isAmong(word: string, words: ReadonlySet<string>): boolean {
  const isCapital = /^\P{Ll}/u.test(word);
  return keysOf(word).some((key) => words.has(key) || (isCapital && words.has(ONLY_CAPITAL + key)));
}

/** Of a list of parties, "(S, V)". */
const isInBrackets = (text: string, { from }: Span): boolean =>
  /\([^()]{0,20}$/u.test(text.slice(Math.max(0, from - 24), from));

function tells(word: string, also: ReadonlySet<string>, inBrackets: boolean): boolean {
  if (isAmong(word, also)) return true;
  if (word.includes('@')) return true;
  const bare = word.replace(TRAILING, '');
  const parts = bare.split('-').filter(Boolean);
  if (/\p{Lu}/u.test(bare))
    return !isKnownWord(bare, inBrackets) && !(parts.length > 1 && parts.every(isKnownOrSmall));
  // a letter read as a digit; not "14a" or "3:e"
  return /\p{L}{2}/u.test(bare) && /[\d|$!]/u.test(bare) && !/^\d+\p{L}{0,3}$/u.test(bare);
}

const isKnownOrSmall = (part: string): boolean => /^\p{Ll}+$/u.test(part) || isKnownWord(part);

/** A word, its parts and these without the genitive's s. */
function keysOf(word: string): string[] {
  const bare = word.toLowerCase().replaceAll(/[^\p{L}\p{N}-]+/gu, '');
  return [bare, ...bare.split('-')].flatMap((one) => [one, one.replace(/s$/u, '')]).filter(Boolean);
}

const spansOf = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: hit, index }) => ({ from: index, to: index + hit.length }));

/** Spans in order, none in another. @param isBetween whether what lies between two makes one of them */
export function joined(
  spans: readonly Span[],
  isBetween: (from: number, to: number) => boolean = () => false,
): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = all.at(-1);
    if (before && (span.from <= before.to || isBetween(before.to, span.from)))
      before.to = Math.max(before.to, span.to);
    else all.push({ ...span });
  }
  return all;
}
