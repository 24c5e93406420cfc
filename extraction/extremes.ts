/** The least and the most of numbers, however many: as arguments of `Math.min` a hundred thousand overflow the stack. */

/** Infinity where there is none. */
export function least(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < found) found = number;
  return found;
}

/** -Infinity where there is none. */
export function most(numbers: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
