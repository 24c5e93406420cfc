/** Which tracks a picture has, and in which order. */
import type { OrganIndex } from '../../extraction/routing/organ.ts';
import { shownName } from './ord.ts';
import type { Bana, Sprak, Steg, Vag } from './types.ts';
import { WORDS } from './words.ts';

/** Whose a step is: the body that met, else who wrote; one that names nobody still stands somewhere. */
export const nameOf = ({ organ, avsandare, kind }: Steg, sprak: Sprak): string =>
  organ ?? avsandare ?? WORDS[sprak][kind === 'protokoll' || kind === 'kallelse' ? 'body' : 'sender'];

/** The bodies that a step hands the matter to. */
const nextNames = ({ vidare = [], next }: Steg): string[] =>
  vidare.length > 0 ? vidare.map(({ organ }) => organ) : next === null ? [] : [next];

/** Every name in a way, for an index. */
export const namesIn = ({ steg, vantar, hos }: Vag, sprak: Sprak): string[] => [
  ...steg.flatMap((one) => [nameOf(one, sprak), ...nextNames(one)]),
  ...vantar.flatMap(({ av }) => av ?? []),
  ...(hos === null ? [] : [hos]),
];

interface Banor {
  banor: Bana[];
  /** The place of a name's track. */
  banaOf(namn: string): number;
}

/**
 * The tracks: first those who only wrote, then the bodies in the order in which they met, each followed by those that
 * it sent the matter to and that never met, last whoever else something is awaited from.
 */
export function banorOf(vag: Vag, index: OrganIndex, sprak: Sprak): Banor {
  const met = new Set(vag.steg.flatMap(({ organ }) => (organ === null ? [] : [index.keyOf(organ)])));
  const own = vag.steg.map((steg) => index.keyOf(nameOf(steg, sprak)));
  const writers = [...new Set(own)].filter((key) => !met.has(key));
  const order = [...new Set([...writers, ...own])];
  for (const [at, steg] of vag.steg.entries()) {
    // A writer's addressee comes after all who wrote, not between them.
    let after = Math.max(order.indexOf(own[at] as string), writers.length - 1);
    for (const key of nextNames(steg).map(index.keyOf)) {
      if (!order.includes(key)) order.splice(++after, 0, key);
    }
  }
  for (const name of [...vag.vantar.flatMap(({ av }) => av ?? []), ...(vag.hos === null ? [] : [vag.hos])]) {
    const key = index.keyOf(name);
    if (!order.includes(key)) order.push(key);
  }
  const names = new Map(
    namesIn(vag, sprak).map((name) => [index.keyOf(name), shownName(index.nameOf(name))]),
  );
  const hos = vag.hos === null ? null : index.keyOf(vag.hos);
  return {
    banor: order.map((key) => ({ namn: names.get(key) ?? key, hos: key === hos })),
    banaOf: (namn) => order.indexOf(index.keyOf(namn)),
  };
}
