/** The key of a body's name: the same for every inflection, spelling of "och" and universal abbreviation. */
import { KONTOR_SLUT, ORGAN_FORKORTNINGAR, ORGAN_SLAG } from '../vocabulary/organ.ts';
import { ROLL_SLUT } from '../vocabulary/roller.ts';
import { organWord } from './organ-words.ts';
import { remember } from './remember.ts';

const SMALL = new Set(['och', 'samt', 'o', 'för', 'den']);
const SHORT = new Map(Object.entries(ORGAN_FORKORTNINGAR).map(([k, v]) => [k.toLowerCase(), v]));

/** "regiondirektören" → "regiondirektör", "kommunledningskontoret" → "kommunledningskontor". */
const OFFICE = new RegExp(`^(.*(?:${[...KONTOR_SLUT, ...ROLL_SLUT].join('|')}))(?:en|et|n)$`, 'u');
const indefinite = (word: string) => OFFICE.exec(word)?.[1] ?? word;

/** Letters folded as OCR and hasty typing confuse them: å/ä → a, ö → o, doubles single. */
export const fold = (word: string) =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{L})\1+/gu, '$1');

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? [];

/** "Strömviks" → "stromvik": a word of a huvudman's name without the genitive, folded. */
const nominative = (word: string) => fold(word.replace(/(?<=[^s]{2})s$/, ''));

/** The words of a name that tell it apart, each in its basic form and folded. */
export function organTokens(name: string, huvudman?: string | null): string[] {
  const own = withoutHuvudman(wordsOf(name), huvudman);
  return own
    .flatMap((w) => (SHORT.get(w) ?? w).match(/[\p{L}\d]+/gu) ?? [])
    .filter((w) => !SMALL.has(w))
    .map((w) => {
      const organ = organWord(w);
      if (organ) return fold(organ.forled.replace(/s$/, '') + organ.slag.slag);
      return fold(indefinite(w.length > 4 ? w.replace(/(?<=[^s])s$/, '') : w));
    });
}

/**
 * The key that a body is filed under inside its huvudman: "Regionstyrelsens", "regionstyrelse" and "RS" are
 * one, "Hälso-och sjukvårdsnämnden" and "HSN" are one. With `huvudman` its own name before or after the
 * body's is left out. "" for a name without letters. Keys say nothing of the huvudman: file by both.
 */
export function organKey(name: string, options: { huvudman?: string | null } = {}): string {
  return keyOf(`${options.huvudman ?? ''}\n${name}`);
}

const keyOf = remember((text) => {
  const end = text.indexOf('\n');
  return organTokens(text.slice(end + 1), text.slice(0, end)).join(' ');
});

const KINDS = ORGAN_SLAG.map((slag) => fold(slag.slag)).sort((a, b) => b.length - a.length);

/** A word of a key taken apart: "serviceutskot" → service + utskot; null when it is no kind of body. */
export function kindInKey(word: string): { forled: string; kind: string } | null {
  const kind = KINDS.find((k) => word.endsWith(k));
  return kind ? { forled: word.slice(0, word.length - kind.length), kind } : null;
}

/** Words that say what kind of huvudman it is, which is left out as often as not. */
const HUVUDMAN_KINDS = new Set(['stad', 'kommun', 'kommunal', 'län'].map(fold));

/**
 * The key of a huvudman: "Strömviks stad", "Strömviks stads", "STRÖMVIKS STAD" and "Strömvik" are one. "" for
 * null. A region keeps its word: "Region Norrmark" is not the town of that name.
 */
export function huvudmanKey(huvudman: string | null | undefined): string {
  const words = huvudmanWords(huvudman);
  const own = words.filter((w) => !HUVUDMAN_KINDS.has(w));
  return (own.length > 0 ? own : words).join(' ');
}

function huvudmanWords(huvudman: string | null | undefined): string[] {
  return wordsOf(huvudman ?? '').map(nominative);
}

function withoutHuvudman(words: string[], huvudman: string | null | undefined): string[] {
  const own = huvudmanWords(huvudman);
  if (own.length === 0) return words;
  const bare = words.map(nominative);
  for (const name of [own, own.slice(0, 1)]) {
    if (name.length >= words.length || name[0] === 'region') continue;
    if (name.every((w, i) => bare[i] === w)) return words.slice(name.length);
  }
  if (own[0] === 'region' && own.length < words.length) {
    if (own.every((w, i) => bare[i] === w)) return words.slice(own.length);
    if (own.every((w, i) => bare[words.length - own.length + i] === w)) return words.slice(0, -own.length);
  }
  return words;
}
