/** Changes of what people have said of a register, from files and by hand. Nothing is changed where something is wrong. */
import { organKey } from '../../extraction/routing/organ.ts';
import { ORGAN_FORKORTNINGAR } from '../../extraction/vocabulary/organ.ts';
import { type Organ, OrganFel } from './fil.ts';
import { namesOf, type Underlag, type Uppslag, uppslagOf } from './register.ts';
import type { OrganPost, RegisterOrgan } from './types.ts';

/** Where an entry stands, for telling people: by its place in the list that is taken in. */
export type PlaceOf = (nr: number) => string;

/**
 * What people have said after they have said this too: each entry's given fields hold from now on, where they are not
 * what the register shows already. To take in the same again changes nothing.
 *
 * @throws OrganFel with all that is wrong
 */
export function takeIn(
  underlag: Underlag,
  organ: readonly Organ[],
  plats: PlaceOf = (nr) => organ[nr]?.namn ?? '',
): OrganPost[] {
  const { huvudman } = underlag;
  const keysOf = (one: Omit<OrganPost, 'id'>) => keysIn(one, huvudman);
  throwIf(sameInList(organ, keysOf, plats));
  const entryOf = new Map<string, number>();
  let poster = [...underlag.poster];
  let uppslag = uppslagOf({ ...underlag, poster });
  // One entry may change what another one's names mean: until the register shows them all.
  for (let round = 0; round < 4; round++) {
    const changed = organ.filter((one) => !isShown(one, uppslag));
    if (changed.length === 0) break;
    for (const one of changed) {
      const { post, others } = merged(one, poster, uppslag, huvudman);
      entryOf.set(post.id, organ.indexOf(one));
      poster = [...poster.filter(({ id }) => id !== post.id && !others.includes(id)), post];
    }
    uppslag = uppslagOf({ ...underlag, poster });
  }
  const at = (post: OrganPost) => {
    const nr = entryOf.get(post.id);
    return nr === undefined ? post.namn : plats(nr);
  };
  throwIf([
    ...organ.flatMap((one, nr) =>
      keysOf(one).has('') ? [`${plats(nr)}: ett av namnen säger inget om vad det är`] : [],
    ),
    ...sameInRegister(poster, keysOf, at),
    ...poster.flatMap((post) => abbreviationFaults(post, huvudman).map((fault) => `${at(post)}: ${fault}`)),
    ...organ.flatMap((one, nr) => parentFaults(one, uppslag).map((fault) => `${plats(nr)}: ${fault}`)),
  ]);
  return poster.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A field that the register shows already is left as it is: what is read goes on to hold. */
function merged(
  organ: Organ,
  poster: readonly OrganPost[],
  { register, find }: Uppslag,
  huvudman: string | null,
): { post: OrganPost; others: string[] } {
  const keys = keysIn(organ, huvudman);
  const own = poster.filter((post) => keys.has(organKey(post.namn, keyOptions(huvudman))));
  const before =
    own.find(
      (post) => organKey(post.namn, keyOptions(huvudman)) === organKey(organ.namn, keyOptions(huvudman)),
    ) ?? own[0];
  const known = before ? register.organ.find(({ id }) => id === before.id) : find(organ.namn);
  const shown = known?.id === (before?.id ?? null) ? known : null;
  const given = Object.entries(organ).filter(
    ([field, value]) =>
      value !== undefined && !(shown && isShown({ namn: shown.namn, [field]: value }, { register, find })),
  );
  const id = before?.id ?? freeId(organ.namn, poster, huvudman);
  const others = own.filter((post) => post !== before).map((post) => post.id);
  return { post: { ...before, ...Object.fromEntries(given), namn: organ.namn, id }, others };
}

function isShown(organ: Organ, { find }: Pick<Uppslag, 'find'> & Partial<Uppslag>): boolean {
  const shown = find(organ.namn);
  if (!shown || shown.namn !== organ.namn) return false;
  const { tidigareNamn, forkortningar, slag, overordnat, ledamoter, kanal } = organ;
  const people = shown.ledamoter
    .filter((one) => one.kalla === 'person')
    .map(({ moten: _, kalla: __, ...one }) => one);
  const parent = (name: string | null) => (name === null ? null : (find(name)?.namn ?? name));
  return (
    same(tidigareNamn, shown.tidigareNamn) &&
    same(forkortningar, shown.forkortningar) &&
    same(ledamoter, people) &&
    (slag === undefined || slag === shown.slag) &&
    (kanal === undefined || kanal === shown.kanal) &&
    (overordnat === undefined || parent(overordnat) === shown.overordnat)
  );
}

/** The same entries in any order; a list not given is the same as any. */
function same(given: readonly unknown[] | undefined, shown: readonly unknown[]): boolean {
  const plain = (list: readonly unknown[]) => JSON.stringify(list.map((one) => sortedJson(one)).sort());
  return given === undefined || plain(given) === plain(shown);
}

const sortedJson = (one: unknown): string =>
  typeof one === 'object' && one !== null
    ? JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(one);

const keyOptions = (huvudman: string | null) => ({ huvudman });

function keysIn(one: Omit<OrganPost, 'id'>, huvudman: string | null): Set<string> {
  return new Set(namesOf(one).map((name) => organKey(name, keyOptions(huvudman))));
}

function freeId(namn: string, poster: readonly OrganPost[], huvudman: string | null): string {
  const id = organKey(namn, keyOptions(huvudman)).replaceAll(' ', '-');
  const taken = new Set(poster.map((post) => post.id));
  let nr = 2;
  if (!taken.has(id)) return id;
  while (taken.has(`${id}-${nr}`)) nr++;
  return `${id}-${nr}`;
}

const meet = (a: Set<string> = new Set(), b: Set<string> = new Set()): boolean =>
  [...a].some((key) => b.has(key));

type KeysOf = (one: Omit<OrganPost, 'id'>) => Set<string>;

function sameInList(organ: readonly Organ[], keysOf: KeysOf, plats: PlaceOf): string[] {
  const keys = organ.map(keysOf);
  return organ.flatMap((_, nr) => {
    const before = organ.findIndex((__, other) => other < nr && meet(keys[nr], keys[other]));
    return before < 0 ? [] : [`${plats(nr)}: samma namn står redan på ${plats(before)}`];
  });
}

function sameInRegister(
  poster: readonly OrganPost[],
  keysOf: KeysOf,
  at: (post: OrganPost) => string,
): string[] {
  const keys = poster.map(keysOf);
  return poster.flatMap((post, nr) =>
    poster.flatMap((other, i) => {
      if (i >= nr || !meet(keys[i], keys[nr])) return [];
      const shared = namesOf(post).find((name) => keys[i]?.has(organKey(name))) ?? post.namn;
      return [`${at(post)}: ${shared} är redan namn på ${other.namn}`];
    }),
  );
}

/** Abbreviations that mean the same body everywhere are no other body's. */
function abbreviationFaults(post: OrganPost, huvudman: string | null): string[] {
  const full = keysIn({ ...post, forkortningar: [] }, huvudman);
  return (post.forkortningar ?? []).flatMap((short) => {
    const means = Object.hasOwn(ORGAN_FORKORTNINGAR, short) ? ORGAN_FORKORTNINGAR[short] : undefined;
    return means === undefined || full.has(organKey(means, keyOptions(huvudman)))
      ? []
      : [`${short} betyder överallt ${means}; ange en annan förkortning`];
  });
}

function parentFaults({ namn, overordnat }: Organ, { find }: Uppslag): string[] {
  if (!overordnat) return [];
  if (!find(overordnat)) return [`överordnat: inget i registret eller filen heter ${overordnat}`];
  const met = new Set<RegisterOrgan>();
  for (let one = find(namn); one; one = one.overordnat === null ? null : find(one.overordnat)) {
    if (met.has(one)) return [`överordnat: ${namn} ligger under sig självt`];
    met.add(one);
  }
  return find(overordnat) === find(namn) ? [`överordnat: ${namn} ligger under sig självt`] : [];
}

/** @throws OrganFel when there is anything */
export function throwIf(fel: string[]): void {
  if (fel.length > 0) throw new OrganFel(fel);
}
