/** Two readings of the same piece of a page, word by word: what they agree on, and what the second knows better. Pure. */
import type { Word } from '../page.ts';
import { bare, plausibility, SECTION_LIKE } from './numbers.ts';

/** The first reading with what the second says: numbers confirmed, § where it stands, the more plausible of two. */
export function settle(words: readonly Word[], second: string): Word[] {
  const tokens = second
    .replace(/§\s*(?=\d)/g, '§ ')
    .split(/\s+/)
    .filter((token) => token !== '');
  let at = 0;
  return words.map((word, i) => {
    const next = words[i + 1];
    const own = tokens.slice(at);
    // "9 §" of a law: what came before it has just been found.
    if (SECTION_LIKE.test(word.text) && i > 0 && at > 0 && own[0] === '§') {
      at++;
      return { ...word, text: '§', confirmed: true };
    }
    if (SECTION_LIKE.test(word.text) && next) {
      const found = own.findIndex((token, k) => token === '§' && same(own[k + 1], next.text));
      if (found >= 0) {
        at += found + 1;
        return { ...word, text: '§', confirmed: true };
      }
    }
    const attached = attachedSection(word.text, own);
    if (attached !== null) {
      at += attached + 2;
      return { ...word, text: `§${word.text.replace(/^[$&8S5]/, '')}`, confirmed: true };
    }
    if (!/\d/.test(word.text)) return word;
    const found = own.findIndex((token) => same(token, word.text));
    if (found >= 0) {
      at += found + 1;
      return { ...word, confirmed: true };
    }
    const other = words.length === tokens.length ? (tokens[i] as string) : null;
    return other && isBetter(other, word.text) ? { ...word, text: withEndOf(word.text, other) } : word;
  });
}

/** "85" that is "§5": where the second reading has § before the rest; null: it has not. */
function attachedSection(text: string, tokens: readonly string[]): number | null {
  const rest = /^[$&8S5](\d{1,3}(?:\/\d{2})?[.,:;)]?)$/.exec(text)?.[1];
  if (rest === undefined) return null;
  const found = tokens.findIndex((token, k) => token === '§' && same(tokens[k + 1], rest));
  return found >= 0 ? found : null;
}

function same(a: string | undefined, b: string): boolean {
  return a !== undefined && bare(a) !== '' && bare(a) === bare(b);
}

/** The second is taken only when it has the form of a number that the first lacks, and is as long. */
function isBetter(second: string, first: string): boolean {
  return bare(second).length === bare(first).length && plausibility(second) > plausibility(first);
}

/** The punctuation after a number is the first reading's: in a piece cut out it is easily lost. */
function withEndOf(first: string, second: string): string {
  return bare(second) + (/[.,:;)]*$/.exec(first)?.[0] ?? '');
}
