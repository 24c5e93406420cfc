/**
 * Texts made comparable: what two readings of the same print may differ in (case, quotes, dashes, a hyphen at a
 * line's end, the number before a clause, "att") is taken away before they are compared.
 */
import { sequenceRatio } from './sequence-matcher.ts';

/** Every kind of space that Unicode calls white space, and the four old separators of ASCII. */
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const WORD = '[\\p{L}\\p{N}_]';
const SPACES = new RegExp(`${SPACE}+`, 'gu');
const TRIM = new RegExp(`^${SPACE}+|(?<!${SPACE})${SPACE}+$`, 'gu');
const BROKEN_WORD = new RegExp(`(${WORD})-${SPACE}+(?!(?:och|eller)(?!${WORD}))(${WORD})`, 'gu');
const CLAUSE_NUMBER = /^(?:\p{Nd}+[.)]|[a-z][.)]|-) +/u;
const SPACED_DASH = new RegExp(`(?:(?<!${SPACE})${SPACE}+)?-${SPACE}*`, 'gu');
const NEGATION = new RegExp(`(?<!${WORD})(?:inte|ej|icke|avslå${WORD}*|avslag)(?!${WORD})`, 'gu');

/** A string ready for comparison; null and undefined are the empty string. */
export function normalise(text: unknown): string {
  return String(text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[”“"'’‘´`•\uf0b7]/g, '')
    .replace(/[–—−]/g, '-')
    .replace(BROKEN_WORD, '$1$2')
    .replace(SPACES, ' ')
    .replace(TRIM, '')
    .replace(CLAUSE_NUMBER, '')
    .replace(/^att +/, '')
    .replace(/^[ .,;:]+|(?<![ .,;:])[ .,;:]+$/g, '');
}

/** Words of a normalised text. */
export const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** The name of a body ready for comparison: without spaces about dashes and without the genitive's s. */
function normaliseBody(name: unknown): string {
  const text = normalise(name).replace(SPACED_DASH, '-').replace(SPACES, ' ');
  return text.endsWith('s') && !text.endsWith('us') && !text.endsWith('ss') ? text.slice(0, -1) : text;
}

/** Likeness of two normalised texts, 0 to 1; anything under 0.4, or under `atLeast`, may be told as 0. */
export function similarity(a: string, b: string, atLeast = 0.4): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  return sequenceRatio(a, b, atLeast);
}

/** Share of the words that both texts have, of the longer one's words. */
export function wordOverlap(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  const left = new Map<string, number>();
  for (const word of y) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of x) {
    const n = left.get(word) ?? 0;
    if (n === 0) continue;
    shared += 1;
    left.set(word, n - 1);
  }
  return shared / Math.max(1, x.length, y.length);
}

/** Whether two names mean one body. Every word must have its like: Norra is not Södra. */
export function sameBody(one: unknown, other: unknown): boolean {
  const [a, b] = [normaliseBody(one), normaliseBody(other)];
  if (a === b) return true;
  const [x, y] = [words(a), words(b)];
  return (
    x.length === y.length &&
    similarity(a, b, 0.9) >= 0.9 &&
    x.every((word, i) => similarity(word, y[i] as string, 0.8) >= 0.8)
  );
}

/** What must be the same in two readings of a clause however alike they are: its numbers and its negations. */
export function hardFacts(normalised: string): string {
  const numbers = (normalised.match(/\p{Nd}+/gu) ?? []).sort();
  return `${numbers.join(' ')}|${normalised.match(NEGATION)?.length ?? 0}`;
}
