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
    if (SECTION_LIKE.test(word.text) && next && /^\d/.test(next.text)) {
      const found = own.findIndex((token, k) => token === '§' && same(own[k + 1], next.text));
      if (found >= 0) {
        at += found + 1;
        return { ...word, text: '§', confirmed: true };
      }
    }
    // "81 12" that is "§ 112": the sign and the first figure were taken for one number
    const torn = tornSection(word.text, next?.text, own);
    if (torn !== null) {
      at += torn;
      return { ...word, text: '§', confirmed: true };
    }
    const before = words[i - 1];
    const whole = before ? wholeNumber(before.text, word.text) : null;
    if (whole !== null && at > 0 && tokens[at - 1] === '§' && same(tokens[at], whole)) {
      at++;
      return { ...word, text: whole, confirmed: true };
    }
    const attached = attachedSection(word.text, own);
    if (attached !== null) {
      at += attached + 2;
      return { ...word, text: `§${word.text.replace(/^[$&£€8S5]/, '')}`, confirmed: true };
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

/** What "81" and "12" say when the first figure is a §: "112". */
function wholeNumber(first: string, second: string): string | null {
  const figures = /^[$&£€8S5](\d{1,2})$/.exec(first)?.[1];
  return figures !== undefined && /^\d{1,3}(?:\/\d{2})?[.,:;)]?$/.test(second) ? figures + second : null;
}

/** So many tokens on, the second reading has § and the number that both words say together; null: it has not. */
function tornSection(first: string, second: string | undefined, tokens: readonly string[]): number | null {
  const whole = second === undefined ? null : wholeNumber(first, second);
  if (whole === null) return null;
  const found = tokens.findIndex((token, k) => token === '§' && same(tokens[k + 1], whole));
  return found >= 0 ? found + 1 : null;
}

/** "85" that is "§5": where the second reading has § before the rest; null: it has not. */
function attachedSection(text: string, tokens: readonly string[]): number | null {
  const rest = /^[$&£€8S5](\d{1,3}(?:\/\d{2})?[.,:;)]?)$/.exec(text)?.[1];
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
  return bare(second) + (/(?<![.,:;)])[.,:;)]*$/.exec(first)?.[0] ?? '');
}
