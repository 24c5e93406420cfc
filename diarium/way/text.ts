/** Texts and § numbers for comparison. */

/** By code points: the same order on every machine. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Letters and digits only, lower case, without a leading "att": the same clause in two documents is the same. */
export function plain(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  )
    .join(' ')
    .replace(/^att /, '');
}

/** A § number for comparison: "142/19" of 2019, "142" and "§ 142" are one. */
export function paragrafKey(paragraf: string | null, datum: string | null): string {
  const bare = (paragraf ?? '').replace(/[§\s]/g, '').toLowerCase();
  const year = /^(.+)\/(?:(?:19|20)?(\d{2}))$/.exec(bare);
  return year && (!datum || datum.slice(2, 4) === year[2]) ? (year[1] ?? bare) : bare;
}

/** Texts that one is compared with: as many clauses never wait before a body at a time. */
const MOST_COMPARED = 200;

/** Share of words that must be the same for two clauses to be one, misread. */
const ALIKE = 0.9;

/**
 * How much two clauses have in common, 0 when they are not the same clause: nine words in ten must be the same,
 * and every number and negation. A misreading changes a word; a counter-proposal changes a number or a "not".
 */
export const alike = (a: string, b: string): number => alikeWords(wordsOf(a), wordsOf(b));

const wordsOf = (text: string): string[] => plain(text).split(' ');

function alikeWords(wa: readonly string[], wb: readonly string[]): number {
  if (hard(wa) !== hard(wb)) return 0;
  const left = new Map<string, number>();
  for (const w of wa) left.set(w, (left.get(w) ?? 0) + 1);
  let same = 0;
  for (const w of wb) {
    const n = left.get(w) ?? 0;
    if (n > 0) {
      same++;
      left.set(w, n - 1);
    }
  }
  const share = same / Math.max(wa.length, wb.length);
  return share >= ALIKE ? share : 0;
}

/**
 * For a text those of `all` that have something in common with it, and how much. Of words that are the same nine times
 * in ten, the rarest tenth and one more cannot all be others: only texts that have one of them are looked at, and of a
 * great many those that have the rarest.
 */
export function alikeAmong(all: readonly string[]): (text: string) => { at: number; score: number }[] {
  const words = all.map(wordsOf);
  const having = new Map<string, number[]>();
  for (const [at, own] of words.entries()) for (const word of new Set(own)) put(having, word, at);
  const countOf = (word: string) => having.get(word)?.length ?? 0;
  return (text) => {
    const own = wordsOf(text);
    const telling = own.toSorted((a, b) => countOf(a) - countOf(b)).slice(0, Math.floor(own.length / 10) + 1);
    const near = new Set(telling.flatMap((word) => having.get(word) ?? []));
    return [...near].slice(0, MOST_COMPARED).flatMap((at) => {
      const score = alikeWords(own, words[at] as string[]);
      return score > 0 ? [{ at, score }] : [];
    });
  };
}

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const hard = (words: readonly string[]) =>
  words.filter((w) => /\d|^(?:inte|ej|icke|avslå\p{L}*|avslag)$/u.test(w)).join(' ');
