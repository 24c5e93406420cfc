/** How far back in the row a thing may follow another. */
const REACH = 400;

interface Chain<T> {
  /** What a thing is worth by itself. */
  weight: (thing: T) => number;
  /** What is added when `after` follows `before`, negative where it costs; null where it cannot. */
  link: (before: T, after: T) => number | null;
  reach?: number;
  /** Of several that are worth as much to follow: the nearest, unless the first is wished for. */
  ties?: 'nearest' | 'first';
}

/** The chain of things, in their order, that weighs most. Empty for none. */
export function heaviestChain<T>(things: readonly T[], chain: Chain<T>): T[] {
  const { weight: own, link, reach = REACH, ties = 'nearest' } = chain;
  const best: { weight: number; from: number }[] = [];
  things.forEach((thing, i) => {
    const alone = own(thing);
    let choice = { weight: alone, from: -1 };
    for (let j = i - 1; j >= 0 && j >= i - reach; j--) {
      const linked = link(things[j] as T, thing);
      if (linked === null) continue;
      const weight = (best[j]?.weight ?? 0) + alone + linked;
      const as = ties === 'first' && choice.from >= 0 && weight === choice.weight;
      if (weight > choice.weight || as) choice = { weight, from: j };
    }
    best.push(choice);
  });
  let at = best.reduce((top, b, i) => (b.weight > (best[top]?.weight ?? 0) ? i : top), 0);
  const found: T[] = [];
  while (at >= 0 && at < things.length) {
    found.unshift(things[at] as T);
    at = best[at]?.from ?? -1;
  }
  return found;
}
