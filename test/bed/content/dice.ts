/** Seeded choices: the same seed always gives the same records. */
import { createRandom } from '../../../samples/make/scan/paper.ts';

export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** So many different ones, in the order of the list. */
  some: <T>(from: readonly T[], count: number) => T[];
  shuffle: <T>(from: readonly T[]) => T[];
  chance: (share: number) => boolean;
}

export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const one = from[int(0, from.length - 1)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const shuffle = <T>(from: readonly T[]): T[] =>
    from
      .map((value) => ({ value, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  const some = <T>(from: readonly T[], count: number): T[] => {
    const chosen = new Set(shuffle(from.map((_, i) => i)).slice(0, count));
    return from.filter((_, i) => chosen.has(i));
  };
  return { int, pick, some, shuffle, chance: (share) => random() < share };
}
