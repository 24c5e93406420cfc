/** The vocabulary in which compounds are looked up: the same stems in every database, found by the same letters. */

/** Letters; shorter stems are no compounds. */
export const SHORTEST_COMPOUND = 5;

/** All runs of three letters, in order. */
export function trigramsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(2).map((_, i) => letters.slice(i, i + 3).join(''));
}
