/** The bodies and other recipients known in one huvudman, each under one key in whatever form it was printed. */
import { FORLED } from '../vocabulary/organ.ts';
import { abbreviationsOf, isAbbreviation } from './organ-abbreviation.ts';
import { fold, kindInKey, organKey } from './organ-key.ts';
import { isDerivable, isMisprint } from './organ-same.ts';
import { organWord } from './organ-words.ts';

export interface OrganIndex {
  /** The key of the body that a name means; a name not known before gives a key of its own. */
  keyOf(name: string): string;
  /** The same, but by what names say themselves: it stays what it is whatever people say of names (`lika`). */
  ownKeyOf(name: string): string;
  /** The fullest usual form of a body's name, by any of its names. */
  nameOf(name: string): string;
  /** All bodies. */
  organer(): { key: string; name: string; names: string[] }[];
}

/**
 * Names that a person has said mean one body, the name it goes by first. A group of one says that the name is a
 * body's own, and no misprint of another. A name in two groups belongs to the first.
 */
export type NameGroups = readonly (readonly string[])[];

export interface OrganIndexOptions {
  huvudman?: string | null;
  /** What is known for sure of names, whether or not they are met; goes before everything that names say themselves. */
  lika?: NameGroups;
}

/** The names under one key and how often they were met. */
interface Known {
  key: string;
  words: string[];
  names: Map<string, number>;
  weight: number;
}

const FULLMAKTIGE = fold('fullmäktige');
const SUB = new Set(['utskott', 'presidium'].map(fold));

/**
 * Groups names of one huvudman. The result depends on which names there are, never on their order. Pass every
 * name met; a name met twice counts as more usual.
 */
export function organIndex(names: Iterable<string>, options: OrganIndexOptions = {}): OrganIndex {
  const met = [...names];
  const { known, said } = gather(met, options);
  const byName = finder([...known.values()], said);
  const find = (one: Known) => said.get(one.key)?.key ?? byName(one);
  const roots = new Map<string, string>();
  const rootOf = (key: string): string => {
    let at = key;
    for (let n = 0; n < 6; n++) {
      const to = known.get(at) ? find(known.get(at) as Known) : at;
      if (to === at) break;
      at = to;
    }
    return at;
  };
  for (const key of known.keys()) roots.set(key, rootOf(key));
  const members = Map.groupBy([...known.values()], (k) => roots.get(k.key) ?? k.key);
  const goesBy = new Map([...said.values()].map(({ key, name }) => [key, name]));
  const usual = (key: string) => goesBy.get(key) ?? [...(known.get(key)?.names ?? [])].sort(better)[0]?.[0];
  const keyOf = (name: string) => {
    const key = organKey(name, options);
    const stranger = { key, words: key.split(' '), names: new Map([[name.trim(), 0]]), weight: 0 };
    const near = known.has(key) ? key : find(stranger);
    return roots.get(near) ?? near;
  };
  const { lika = [], ...bare } = options;
  let own: OrganIndex | undefined;
  const ownKeyOf = (name: string) => {
    if (lika.length === 0) return keyOf(name);
    own ??= organIndex(met, bare);
    return own.keyOf(name);
  };
  return {
    keyOf,
    ownKeyOf,
    nameOf: (name) => usual(keyOf(name)) ?? name,
    organer: () =>
      [...members].map(([key, group]) => ({
        key,
        name: usual(key) ?? key,
        names: group.flatMap((k) => [...k.names.keys()]),
      })),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The body that a key belongs to by what a person has said: its key and the name it goes by. */
type Said = Map<string, { key: string; name: string }>;

function gather(
  names: Iterable<string>,
  { lika = [], ...options }: OrganIndexOptions,
): { known: Map<string, Known>; said: Said } {
  const counts = new Map<string, number>();
  for (const name of names) {
    const printed = name.replace(/\s+/g, ' ').trim();
    counts.set(printed, (counts.get(printed) ?? 0) + 1);
  }
  for (const name of lika.flat()) counts.set(name, counts.get(name) ?? 0);
  const known = new Map<string, Known>();
  for (const [name, n] of [...counts].sort((a, b) => compare(a[0], b[0]))) {
    const key = organKey(name, options);
    if (!key) continue;
    const own = known.get(key) ?? { key, words: key.split(' '), names: new Map(), weight: 0 };
    own.names.set(name, n);
    own.weight += n;
    known.set(key, own);
  }
  const said: Said = new Map();
  for (const group of lika) {
    const keys = group.map((name) => organKey(name, options)).filter((key) => key && !said.has(key));
    const [key] = keys;
    if (key) for (const one of keys) said.set(one, { key, name: group[0] ?? key });
  }
  return { known, said };
}

/** Finds the key that a name is another form of, or its own: looked up, so that many names cost little. */
function finder(all: readonly Known[], said: Said): (one: Known) => string {
  const isShort = (k: Known) => [...k.names.keys()].every(isDerivable);
  const full = all.filter((k) => !isShort(k));
  const byShort = new Map<string, Set<string>>();
  for (const k of full) {
    for (const short of new Set(
      [...k.names.keys()].flatMap((n) => (isAbbreviation(n) ? [] : [...abbreviationsOf(n)])),
    )) {
      byShort.set(short, (byShort.get(short) ?? new Set()).add(k.key));
    }
  }
  const initials = (words: readonly string[]) => words.map((w) => w[0]).join('');
  const byInitials = Map.groupBy(full, (k) => initials(k.words));
  const byLetters = Map.groupBy(full, (k) => k.words.join(''));
  // A bare name is short for one that is met: of the others only a person knows, and has not said so.
  const met = full.filter((k) => k.weight > 0);
  const byLast = Map.groupBy(met, (k) => k.words.at(-1));
  const fullmaktige = met.filter((k) => k.words.length === 1 && k.key.endsWith(FULLMAKTIGE));

  return (one) => {
    if (isShort(one)) {
      const meant = [...one.names.keys()].flatMap((n) => [...(byShort.get(n.toUpperCase()) ?? [])]);
      const [only, ...others] = new Set(meant);
      return only && others.length === 0 ? only : one.key;
    }
    const parents = qualified(one, one.key === FULLMAKTIGE ? fullmaktige : (byLast.get(one.key) ?? []));
    if (parents.length === 1) return parents[0]?.key ?? one.key;
    // A misprint is folded into the form that is more usual; between equals into the first of the alphabet.
    const near = [
      ...(byInitials.get(initials(one.words)) ?? []),
      ...(byLetters.get(one.words.join('')) ?? []),
    ];
    const alike = near.filter((k) => k.key !== one.key && isMisprint(k.words, one.words));
    const sure = (k: Known) => Number(said.has(k.key));
    return (
      [one, ...alike].sort((a, b) => sure(b) - sure(a) || b.weight - a.weight || compare(a.key, b.key))[0]
        ?.key ?? one.key
    );
  };
}

/** What a bare "arbetsutskott", "presidium" or "fullmäktige" may be short for. */
function qualified(one: Known, candidates: readonly Known[]): Known[] {
  if (one.words.length > 1) return [];
  if (one.key === FULLMAKTIGE) return candidates.filter((k) => k.key !== one.key);
  if (!SUB.has(kindInKey(one.key)?.kind ?? '')) return [];
  return candidates.filter((k) => k.words.length > 1 && k.words.slice(0, -1).some((w) => kindInKey(w)));
}

/** Words that no name is usually made of, so likely misprints. */
const odd = (name: string) =>
  (name.toLowerCase().match(/\p{L}+/gu) ?? []).filter((w) => {
    const forled = organWord(w)?.forled;
    return forled && !FORLED.includes(forled);
  }).length;

/** Whole names first, capitals before lower case, usual before rare, known words before odd ones. */
function better([a, na]: [string, number], [b, nb]: [string, number]): number {
  const short = (s: string) => Number(isAbbreviation(s));
  const capital = (s: string) => (/^\p{Lu}/u.test(s) && !/^\p{Lu}{4,}/u.test(s) ? 0 : 1);
  return short(a) - short(b) || capital(a) - capital(b) || nb - na || odd(a) - odd(b) || compare(a, b);
}
