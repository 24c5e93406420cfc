/** What two texts have in common word by word, and what each has alone: pure, for the page and for the browser. */

export interface Del {
  /** same: in both; lost: only in the first; added: only in the second. */
  what: 'same' | 'lost' | 'added';
  words: string;
}

/** Longer texts are compared from both ends only: what differs stands as one piece. */
const MOST = 1_500;

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean);

/** The second text told by the first, in order. Two texts of the same words, however parted, are one piece. */
export function compareWords(first: string, second: string): Del[] {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const parts: Del[] = [];
  const put = (what: Del['what'], words: readonly string[]) => {
    const last = parts.at(-1);
    if (words.length === 0) return;
    if (last?.what === what) last.words += ` ${words.join(' ')}`;
    else parts.push({ what, words: words.join(' ') });
  };
  put('same', a.slice(0, start));
  between(a.slice(start, a.length - end), b.slice(start, b.length - end), put);
  put('same', a.slice(a.length - end));
  return parts;
}

function between(a: string[], b: string[], put: (what: Del['what'], words: readonly string[]) => void): void {
  if (a.length * b.length > MOST * MOST) {
    put('lost', a);
    put('added', b);
    return;
  }
  const width = b.length + 1;
  // how many words the rest of both have in common, from each place in a and b
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put('same', [a[i] as string]);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      put('lost', [a[i++] as string]);
    else put('added', [b[j++] as string]);
  }
}

/** The parts that lines of a text make. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
