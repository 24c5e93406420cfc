/**
 * Which names mean the same body. Inside one huvudman only: a body is never matched across huvudmän, so
 * callers compare `huvudmanKey` first (or use one index per huvudman).
 *
 * Order of evidence: the same key (inflection, "Hälso-och", HSN); an abbreviation that follows from the
 * name's parts (BUN); a misprint (one letter in a word of five, two in one of ten; never between words that
 * tell bodies apart, as Norra and Södra do). A bare "arbetsutskottet" or "fullmäktige" means the only one of
 * its kind among the bodies known in the same huvudman; where there are two, it stays a name of its own.
 */
import { FORLED, ORGAN_FORKORTNINGAR, SKILJANDE } from '../vocabulary/organ.ts';
import { type FoundOrgan, findOrganer } from './find-organ.ts';
import { abbreviationsOf, isAbbreviation } from './organ-abbreviation.ts';
import { fold, huvudmanKey, kindInKey, organKey, organTokens } from './organ-key.ts';
import { organWord } from './organ-words.ts';

export { type FoundOrgan, findOrganer, huvudmanKey, organKey };

const FULLMAKTIGE = fold('fullmäktige');
const SUB = new Set(['utskott', 'presidium'].map(fold));
const DISTINCT = new Set(SKILJANDE.map(fold));

/** True when two names mean the same body of one huvudman, by themselves: see the order of evidence above. */
export function sameOrgan(
  a: string | null,
  b: string | null,
  options: { huvudman?: string | null } = {},
): boolean {
  if (!a || !b) return false;
  const [ta, tb] = [organTokens(a, options.huvudman), organTokens(b, options.huvudman)];
  if (ta.length === 0 || tb.length === 0) return false;
  if (ta.join(' ') === tb.join(' ')) return true;
  if (isAbbreviation(a) || isAbbreviation(b)) return abbreviates(a, b) || abbreviates(b, a);
  return misprint(ta, tb);
}

function abbreviates(short: string, name: string): boolean {
  if (Object.hasOwn(ORGAN_FORKORTNINGAR, short.trim().toUpperCase())) return false;
  return (
    isAbbreviation(short) && !isAbbreviation(name) && abbreviationsOf(name).has(short.trim().toUpperCase())
  );
}

function misprint(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return glued(a, b);
  return a.every((word, i) => similar(word, b[i] ?? ''));
}

/** A space or hyphen more or less: "kommun styrelsen". */
function glued(a: readonly string[], b: readonly string[]): boolean {
  return Math.abs(a.length - b.length) === 1 && a.join('') === b.join('');
}

function similar(a: string, b: string): boolean {
  if (a === b) return true;
  if (DISTINCT.has(a) || DISTINCT.has(b) || /\d/.test(a + b)) return false;
  // The kind of body is never what is misprinted here: a stem is compared with a stem.
  const [oa, ob] = [kindInKey(a), kindInKey(b)];
  if (oa?.kind !== ob?.kind) return false;
  const [sa, sb] = oa && ob ? [oa.forled, ob.forled] : [a, b];
  const length = Math.min(sa.length, sb.length);
  const allowed = length >= 10 ? 2 : length >= 5 ? 1 : 0;
  // Words differ in their first letter more often than misprints do.
  return allowed > 0 && sa[0] === sb[0] && distance(sa, sb, allowed) <= allowed;
}

/** Levenshtein distance, or more than `max` as soon as it cannot be less. */
function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
    if (Math.min(...row) > max) return max + 1;
  }
  return row[b.length] ?? max + 1;
}

/** True when the whole name is that of one deciding body: "HSN", "Socialnämnd Centrum"; not "Ekonomienheten". */
export function isOrganName(name: string): boolean {
  const printed = name.replace(/\s+/g, ' ').trim();
  const [first, ...rest] = findOrganer(printed);
  return !!first && rest.length === 0 && first.start === 0 && first.end === printed.length;
}

/** True for "nämnden", "styrelsen", "utskottet", "beredningen": whichever body the handling is about. */
export function isGenericOrgan(name: string): boolean {
  const words = name.trim().split(/\s+/);
  const word = words.length === 1 ? organWord(words[0] ?? '') : null;
  return !!word && !word.forled && word.slag.slag !== 'fullmäktige';
}

/**
 * A name as the handling means it: "nämnden" in the minutes of Kulturnämnden is Kulturnämnden, "nämndens
 * arbetsutskott" is "Kulturnämndens arbetsutskott". Any other name comes back as it is.
 */
export function resolveGeneric(name: string, organ: string | null): string {
  if (!organ) return name;
  const own = organWord(
    organ
      .trim()
      .split(/\s+/)
      .findLast((w) => organWord(w)) ?? '',
  );
  const [first, ...rest] = name.trim().split(/\s+/);
  const word = organWord(first ?? '');
  if (!word || word.forled || !own || own.slag !== word.slag || word.slag.slag === 'fullmäktige') return name;
  if (rest.length === 0) return organ;
  return word.genitiv && rest.every((w) => organWord(w)) ? `${organ}s ${rest.join(' ')}` : name;
}

/** The bodies known in one huvudman, each under one key whatever form its names were printed in. */
export interface OrganIndex {
  /** The key of the body that a name means; a name not known before gives a key of its own. */
  keyOf(name: string): string;
  /** The fullest usual form of a body's name, by any of its names. */
  nameOf(name: string): string;
  /** All bodies. */
  organer(): { key: string; name: string; names: string[] }[];
}

/**
 * Groups names of bodies of one huvudman. The result depends on which names there are, never on their order.
 * Pass every name met; a name met twice counts as more usual.
 */
export function organIndex(names: Iterable<string>, options: { huvudman?: string | null } = {}): OrganIndex {
  const counts = new Map<string, number>();
  for (const name of names) {
    const printed = name.replace(/\s+/g, ' ').trim();
    if (organKey(printed, options)) counts.set(printed, (counts.get(printed) ?? 0) + 1);
  }
  const groups = new Map<string, string[]>();
  for (const name of [...counts.keys()].sort(compare)) {
    const key = organKey(name, options);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const keys = [...groups.keys()].sort(compare);
  const to = new Map<string, string>();
  for (const key of keys) to.set(key, mergeInto(key, keys, groups, counts, options));
  const root = (key: string): string => {
    let at = key;
    for (let n = 0; n < 5 && to.get(at) !== undefined && to.get(at) !== at; n++) at = to.get(at) ?? at;
    return at;
  };
  const members = Map.groupBy(keys, root);
  const namesOf = (key: string) => (members.get(key) ?? [key]).flatMap((k) => groups.get(k) ?? []);
  const display = (key: string) => [...(groups.get(key) ?? [])].sort((a, b) => better(a, b, counts))[0];
  const keyOf = (name: string) => {
    const key = organKey(name, options);
    if (to.has(key)) return root(key);
    return root(mergeInto(key, keys, new Map(groups).set(key, [name]), counts, options));
  };
  return {
    keyOf,
    nameOf: (name) => display(keyOf(name)) ?? name,
    organer: () =>
      [...members.keys()].map((key) => ({ key, name: display(key) ?? key, names: namesOf(key) })),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Words that no name is usually made of, so likely misprints. */
const odd = (name: string) =>
  (name.toLowerCase().match(/\p{L}+/gu) ?? []).filter((w) => {
    const forled = organWord(w)?.forled;
    return forled && !FORLED.includes(forled);
  }).length;

/** Capitals before lower case, usual before rare, known words before odd ones, then by the alphabet. */
function better(a: string, b: string, counts: Map<string, number>): number {
  const capital = (s: string) => (/^\p{Lu}/u.test(s) && !/^\p{Lu}{4,}/u.test(s) ? 0 : 1);
  const short = (s: string) => (isAbbreviation(s) ? 1 : 0);
  return (
    short(a) - short(b) ||
    capital(a) - capital(b) ||
    (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
    odd(a) - odd(b) ||
    compare(a, b)
  );
}

/** The key that this one is another form of, or itself: decided among all keys, so order plays no part. */
function mergeInto(
  key: string,
  keys: string[],
  groups: Map<string, string[]>,
  counts: Map<string, number>,
  options: { huvudman?: string | null },
): string {
  const own = groups.get(key) ?? [];
  const weight = (k: string) => (groups.get(k) ?? []).reduce((n, name) => n + (counts.get(name) ?? 0), 0);
  const others = keys.filter((k) => k !== key);
  if (own.every(isAbbreviation)) {
    const full = others.filter((k) => groups.get(k)?.some((name) => own.some((o) => abbreviates(o, name))));
    return full.length === 1 ? (full[0] ?? key) : key;
  }
  const bare = bareKind(key);
  if (bare) {
    const qualified = others.filter((k) => qualifies(k, bare));
    if (qualified.length === 1) return qualified[0] ?? key;
  }
  // A misprint is folded into the form that is more usual; between equals into the first of the alphabet.
  const alike = others.filter(
    (k) =>
      !groups.get(k)?.every(isAbbreviation) && sameOrgan(own[0] ?? '', groups.get(k)?.[0] ?? '', options),
  );
  const best = [key, ...alike].sort((a, b) => weight(b) - weight(a) || compare(a, b))[0];
  return best ?? key;
}

/** "arbetsutskott", "presidium", "fullmäktige": one word that needs its parent to be told apart. */
function bareKind(key: string): string | null {
  if (key === FULLMAKTIGE) return key;
  return !key.includes(' ') && SUB.has(kindInKey(key)?.kind ?? '') ? key : null;
}

function qualifies(key: string, bare: string): boolean {
  if (bare === FULLMAKTIGE) return !key.includes(' ') && key.endsWith(bare);
  const words = key.split(' ');
  return words.length > 1 && words.at(-1) === bare && words.slice(0, -1).some((w) => kindInKey(w));
}
