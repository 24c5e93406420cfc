/** Forms in a flat text that stood on a line of their own. */
import { APART, type Cuts } from './split-line.ts';

/** Cuts before and behind each match of `form` (a global expression) in `text`. */
export function cutAround(text: string, form: RegExp, cuts: Cuts): void {
  for (const { 0: found, index } of text.matchAll(form)) {
    cuts.set(index, APART);
    cuts.set(index + found.length, APART);
  }
}
