/** What the heads and feet of pages have in common, in flat text: so many words of each row, numbers aside. */

/** A head or foot has at most this many words. */
const LONGEST = 40;
/** This part of the pages must agree on a word of their heads, and never fewer than two. */
export const AGREE = 0.6;

/** A word of a text, and its offsets there. */
export interface Word {
  text: string;
  from: number;
  to: number;
}

/** The words of a text, in order. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], from: m.index, to: m.index + m[0].length }));

/** What a word or line has in common with itself on other pages: the digits differ. Blanks count: a flat head keeps its own. */
export const shape = (text: string): string => text.toLowerCase().replace(/\d+/g, '#');

/** A §, and a number with a stop: a year that ends a sentence, an entry of a list. */
const CONTENT = /^(?:§|\d+\.$)/;

/**
 * How many words from an anchor on the rows have in common, numbers aside. Rows drop out where they differ from most;
 * it ends where too few are left, or at what is content.
 */
export function agreement<T>(rows: readonly T[], wordAt: (row: T, k: number) => Word | undefined): number[] {
  const counts = rows.map(() => 0);
  const least = Math.max(2, AGREE * rows.length);
  const active = new Set(rows.keys());
  for (let k = 0; k < LONGEST; k++) {
    const votes = new Map<string, number[]>();
    for (const i of active) {
      const word = wordAt(rows[i] as T, k);
      if (!word || CONTENT.test(word.text)) continue;
      const key = shape(word.text);
      votes.set(key, [...(votes.get(key) ?? []), i]);
    }
    const [most] = [...votes.values()].sort((a, b) => b.length - a.length);
    if (!most || most.length < least) break;
    const agreed = new Set(most);
    for (const i of active) {
      if (agreed.has(i)) counts[i] = k + 1;
      else active.delete(i);
    }
  }
  return counts;
}

/**
 * Heads of pages are alike but for their numbers, and so are the numbers of §§ that open pages: "2 (33) 63 Information",
 * "3 (33) 64 Budget". Those that end the head, are not the page's and rise from page to page stand outside it.
 */
export function withoutNumbers(rows: readonly Word[][], heads: readonly number[]): number[] {
  const tails = rows.map((row, i) => {
    let from = heads[i] ?? 0;
    while (from > 0 && /^\d{1,4}$/.test(row[from - 1]?.text ?? '')) from--;
    const numbers = row.slice(from, heads[i]).map((word) => Number(word.text));
    const title = /^["”“]?\p{Lu}/u.test(row[heads[i] ?? 0]?.text ?? '');
    return { from, numbers: title ? numbers.filter((n) => n !== i + 1) : [] };
  });
  const row = tails.flatMap(({ numbers }) => (numbers.length === 1 ? numbers : []));
  const rises = row.length >= 2 && row.every((n, k) => k === 0 || n > (row[k - 1] as number));
  // a number that the first page has too is of pages
  const first = rows[0]?.slice(0, 4).some((word) => Number(word.text) === (row[0] ?? 0) - 1);
  if (!rises || first) return [...heads];
  return heads.map((count, i) => (tails[i]?.numbers.length === 1 ? (tails[i]?.from ?? count) : count));
}

/** How much of a head of `count` words stands before a § that opens the page: "Sn 46", "41 § Mötets öppnande", "71 Dnr". */
export function withoutHeads(row: readonly Word[], count: number): number {
  for (let n = 0; n < count; n++) {
    const [word = '', next = ''] = [row[n]?.text, row[n + 1]?.text];
    if (/^\d{1,4}$/.test(word) && /^(?:§|dnr\.?:?$)/iu.test(next)) return n;
    const isHead = /^\p{Lu}\p{L}{0,4}\.?$/u.test(word) && /^\d{1,4}(?:\/(?:19|20)\d\d)?$/.test(next);
    if (isHead && !/^(?:sida|sid|blad|nr|dnr|kl|den)\.?$/iu.test(word)) return n;
  }
  return count;
}
