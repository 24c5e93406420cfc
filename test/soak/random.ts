/** Chance that comes the same again: everything a soak does by chance follows from its seed. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  one<T>(of: readonly T[]): T;
  shuffled<T>(of: readonly T[]): T[];
}

/** mulberry32, which is enough to draw lots with. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    one: (of) => of[between(0, of.length - 1)] as (typeof of)[number],
    shuffled(of) {
      const left = [...of];
      return of.map(() => left.splice(between(0, left.length - 1), 1)[0] as (typeof of)[number]);
    },
  };
}
