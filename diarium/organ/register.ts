/** The register of one huvudman: what people have said of its bodies and recipients, and of the rest what is read. */
import {
  isGenericOrgan,
  type NameGroups,
  type OrganIndex,
  organIndex,
  organKey,
} from '../../extraction/routing/organ.ts';
import { isAbbreviation } from '../../extraction/routing/organ-abbreviation.ts';
import { kindInKey } from '../../extraction/routing/organ-key.ts';
import { kanVaraSamma } from './kan-vara-samma.ts';
import { first, last, together } from './lasning.ts';
import { ledamoterAv } from './ledamoter.ts';
import type { Slag } from './ord.ts';
import { SLAG } from './ord.ts';
import { slagOf } from './slag.ts';
import type { Lasning, Mote, OrganPost, OrganRegister, RegisterOrgan, Sett } from './types.ts';

export interface Underlag {
  huvudman: string | null;
  /** Of all files of the huvudman, in any order. */
  lasningar: readonly Lasning[];
  /** What people have said, in any order. */
  poster: readonly OrganPost[];
}

/** A register and the way into it by any name. */
export interface Uppslag {
  register: OrganRegister;
  /** The body or recipient of that name, in whatever form; null where none is known. */
  find(namn: string): RegisterOrgan | null;
}

/** All names that people have said an entry goes by, its own first. */
export function namesOf({ namn, tidigareNamn = [], forkortningar = [] }: Omit<OrganPost, 'id'>): string[] {
  return [namn, ...tidigareNamn.map((one) => one.namn), ...forkortningar];
}

/** The names that people have said are one: what an index of names takes. */
export function nameGroups(poster: readonly OrganPost[]): NameGroups {
  return poster.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(namesOf);
}

/** How often a name counts at most: the index tells usual names from misprints by it. */
const WEIGHT = 20;
const KINDS = Object.keys(SLAG) as Slag[];

/** The register does not depend on the order of what it is made from. */
export function uppslagOf({ huvudman, lasningar, poster }: Underlag): Uppslag {
  const sett = named(together(lasningar.flatMap((one) => one.sett)));
  const counts = new Map<string, number>();
  for (const { namn, antal } of sett) counts.set(namn, (counts.get(namn) ?? 0) + antal);
  const names = [...counts].flatMap(([name, n]) => Array.from({ length: Math.min(n, WEIGHT) }, () => name));
  const index = organIndex(names, { huvudman, lika: nameGroups(poster) });
  const by = <T>(all: readonly T[], nameOf: (one: T) => string) =>
    Map.groupBy(all, (one) => index.keyOf(nameOf(one)));
  const read = {
    sett: by(sett, (one) => one.namn),
    moten: by(
      lasningar.flatMap((one) => one.moten),
      (one) => one.organ,
    ),
    poster: by(poster, (one) => one.namn),
    forslag: by(
      lasningar.flatMap((one) => one.forslag),
      (one) => one.fran,
    ),
  };
  const organ = new Map<string, RegisterOrgan>();
  for (const { key, name } of index.organer()) {
    const post = read.poster.get(key)?.[0];
    const own = read.sett.get(key) ?? [];
    if (post || own.length > 0) {
      organ.set(key, organOf(name, { huvudman, post, sett: own, moten: read.moten.get(key) ?? [] }));
    }
  }
  for (const [key, one] of organ) {
    const said = read.poster.get(key)?.[0]?.overordnat;
    const parent = said === undefined ? parentOf(key, one.slag, index, read.forslag.get(key)) : said;
    const parentKey = parent === null ? key : index.keyOf(parent);
    one.overordnat = parentKey === key ? null : (organ.get(parentKey)?.namn ?? said ?? null);
  }
  const sorted = [...organ.values()].sort(
    (a, b) => KINDS.indexOf(a.slag) - KINDS.indexOf(b.slag) || a.namn.localeCompare(b.namn, 'sv'),
  );
  return {
    register: { huvudman, organ: sorted, kanVaraSamma: kanVaraSamma(organ) },
    find: (namn) => organ.get(index.keyOf(namn)) ?? null,
  };
}

/** "nämnden" says of no body which it is, but where one meets under that name alone, as the direktion of a förbund does. */
function named(sett: readonly Sett[]): Sett[] {
  const meeting = new Set(sett.flatMap(({ som, namn }) => (som === 'sammantrade' ? organKey(namn) : [])));
  return sett.filter(({ namn }) => !isGenericOrgan(namn) || meeting.has(organKey(namn)));
}

interface Own {
  huvudman: string | null;
  post: OrganPost | undefined;
  sett: readonly Sett[];
  moten: readonly Mote[];
}

function organOf(name: string, { huvudman, post, sett, moten }: Own): RegisterOrgan {
  const skrivs = spellingsOf(sett);
  const days = [...new Set(moten.flatMap((mote) => mote.datum ?? []))].sort();
  const { id, ...said } = post ?? { id: null };
  const namn = post?.namn ?? name;
  return {
    id,
    namn,
    tidigareNamn: (post?.tidigareNamn ?? []).map((one) => ({ ...one })),
    forkortningar:
      post?.forkortningar ??
      skrivs
        .map((one) => one.namn)
        .filter((one) => one !== namn && isAbbreviation(one))
        .sort((a, b) => a.localeCompare(b, 'sv')),
    slag: post?.slag ?? kindOf(namn, skrivs, huvudman),
    overordnat: null,
    kanal: post?.kanal ?? null,
    ledamoter: ledamoterAv(moten, post?.ledamoter),
    skrivs,
    sammantraden: { antal: days.length, forst: days[0] ?? null, sist: days.at(-1) ?? null },
    expedieringar: sett.reduce((sum, { som, antal }) => sum + (som === 'mottagare' ? antal : 0), 0),
    rattat: saidOf(said),
  };
}

/** An entry has a name; that is what was said of it only where nothing else was. */
function saidOf({ namn, ...rest }: Partial<Omit<OrganPost, 'id'>>): string[] {
  const fields = Object.entries(rest).flatMap(([field, value]) => (value === undefined ? [] : field));
  return fields.length > 0 || namn === undefined ? fields.sort() : ['namn'];
}

/** What the name says; where it says nothing, what another form of it does. */
function kindOf(namn: string, skrivs: RegisterOrgan['skrivs'], huvudman: string | null): Slag {
  const kinds = [namn, ...skrivs.map((one) => one.namn)].map((one) => slagOf(one, huvudman));
  return kinds.find((kind) => kind !== 'okant') ?? 'okant';
}

function spellingsOf(sett: readonly Sett[]): RegisterOrgan['skrivs'] {
  return [...Map.groupBy(sett, (one) => one.namn)]
    .map(([namn, own]) => ({
      namn,
      antal: own.reduce((sum, one) => sum + one.antal, 0),
      forst: own.map((one) => one.forst).reduce(first, null),
      sist: own.map((one) => one.sist).reduce(last, null),
    }))
    .sort((a, b) => b.antal - a.antal || (a.namn < b.namn ? -1 : 1));
}

/** Share of an utskott's proposals that must go to one body for that to be its own. */
const MOSTLY = 2 / 3;
const SEVERAL = 2;

/**
 * The body that another lies under: the one in its name ("Kommunstyrelsens arbetsutskott"); of an utskott without
 * one in its name the body that its proposals go to, as an utskott prepares the matters of its own nämnd or styrelse.
 */
function parentOf(
  key: string,
  slag: Slag,
  index: OrganIndex,
  forslag: Lasning['forslag'] = [],
): string | null {
  const words = key.split(' ');
  const above = words.slice(0, -1).findIndex((word) => kindInKey(word));
  if (above >= 0 && kindInKey(words.at(-1) ?? '')) return words.slice(0, above + 1).join(' ');
  if (slag !== 'utskott') return null;
  const to = new Map<string, number>();
  let all = 0;
  for (const { till, antal } of forslag) {
    const target = index.keyOf(till);
    to.set(target, (to.get(target) ?? 0) + antal);
    all += antal;
  }
  const [most, n] = [...to].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [null, 0];
  return n >= SEVERAL && n >= all * MOSTLY ? most : null;
}
