/**
 * A record as a list of single facts with a path each, so that the expected and the extracted one can be
 * compared fact by fact and a miss can be named.
 */

interface PersonLike {
  namn: string | null;
  parti: string | null;
  roll?: string | null;
}

interface SatsLike {
  nr: number | null;
  text: string;
  ledtext: string | null;
  kedja: string[];
}

interface ArendeLike {
  paragraf: string | null;
  punkt: string | null;
  rubrik: string | null;
  diarienummer: string | null;
  omedelbartJusterad: boolean;
  forslag: SatsLike[];
  beslut: SatsLike[];
  yrkanden: { av: (PersonLike | string)[]; typ: string; text: string; utfall: string | null }[];
  reservationer: { av: (PersonLike | string)[]; text: string; mot: number[] }[];
  anteckningar: { av: (PersonLike | string)[]; typ: string; text: string }[];
  voteringar: {
    ja: number;
    nej: number;
    avstar: number | null;
    utslag: string | null;
    roster: { person: PersonLike | string; rost: string }[];
  }[];
  expediering: ({ mottagare: string } | string)[];
  underlag: ({ text: string } | string)[];
  utfall: string | null;
  next: { organ: string } | string | null;
}

export interface HandlingLike {
  kind: string;
  huvudman: string | null;
  pages: [number, number];
  organ: string | null;
  avsandare: string | null;
  undertecknare: PersonLike[];
  till: string[];
  datum: string | null;
  diarienummer: string | null;
  dokumentnummer: string | null;
  rubrik: string | null;
  narvaro: { ledamoter: PersonLike[]; ersattare: PersonLike[]; ovriga: PersonLike[] } | null;
  justerare: PersonLike[];
  anslag: { justerad: string | null; uppsatt: string | null; nedtas: string | null } | null;
  arenden: ArendeLike[];
}

export type Facts = Map<string, string>;

/** "Namn (P)", or the group, or the role of one without a name; parties by their letters. */
function who(p: PersonLike | string): string {
  if (typeof p === 'string') return PARTIER[p.toLowerCase()] ?? p;
  if (p.namn === null) return p.parti ?? p.roll ?? '';
  return p.parti ? `${p.namn} (${p.parti})` : p.namn;
}

const PARTIER: { [name: string]: string } = { sverigedemokraterna: 'SD', socialdemokraterna: 'S' };

const everyone = (people: (PersonLike | string)[]) => people.map(who).join(' + ');

function attsatser(put: Put, sort: string, all: SatsLike[]): void {
  for (const [i, s] of all.entries()) {
    const at = `${sort}[${i}]`;
    put(`${at}.text`, s.text);
    put(`${at}.nr`, s.nr);
    put(`${at}.ledtext`, s.ledtext);
    put(`${at}.kedja`, s.kedja.join(' > '));
  }
}

type Put = (path: string, value: string | number | boolean | null) => void;

function arende(put: Put, a: ArendeLike): void {
  put('rubrik', a.rubrik);
  put('diarienummer', a.diarienummer);
  put('omedelbartJusterad', a.omedelbartJusterad || null);
  put('utfall', a.utfall);
  put('next', typeof a.next === 'string' ? a.next : (a.next?.organ ?? null));
  attsatser(put, 'forslag', a.forslag);
  attsatser(put, 'beslut', a.beslut);
  for (const [i, y] of a.yrkanden.entries()) {
    put(`yrkanden[${i}].av`, everyone(y.av));
    put(`yrkanden[${i}].typ`, y.typ);
    put(`yrkanden[${i}].text`, y.text);
    put(`yrkanden[${i}].utfall`, y.utfall);
  }
  for (const [i, r] of a.reservationer.entries()) {
    put(`reservationer[${i}].av`, everyone(r.av));
    put(`reservationer[${i}].text`, r.text);
    put(`reservationer[${i}].mot`, r.mot.join(', ') || null);
  }
  for (const [i, n] of a.anteckningar.entries()) {
    put(`anteckningar[${i}].typ`, n.typ);
    put(`anteckningar[${i}].av`, everyone(n.av));
    put(`anteckningar[${i}].text`, n.text);
  }
  for (const [i, v] of a.voteringar.entries()) {
    put(`voteringar[${i}].ja-nej-avstar`, `${v.ja}-${v.nej}-${v.avstar ?? ''}`);
    put(`voteringar[${i}].utslag`, v.utslag);
    for (const r of v.roster) put(`voteringar[${i}].roster.${who(r.person)}`, r.rost);
  }
  for (const [i, m] of a.expediering.entries())
    put(`expediering[${i}]`, typeof m === 'string' ? m : m.mottagare);
  for (const [i, u] of a.underlag.entries()) put(`underlag[${i}]`, typeof u === 'string' ? u : u.text);
}

/** Every fact of a record; what is null or empty is no fact. */
export function factsOf(handlingar: HandlingLike[]): Facts {
  const facts: Facts = new Map();
  for (const [i, h] of handlingar.entries()) {
    const put =
      (prefix: string): Put =>
      (path, value) => {
        if (value !== null && value !== '') facts.set(`${prefix}${path}`, String(value));
      };
    const top = put(`${i + 1} ${h.kind}: `);
    top('pages', h.pages.join('–'));
    top('huvudman', h.huvudman);
    top('organ', h.organ);
    top('avsandare', h.avsandare);
    top('undertecknare', everyone(h.undertecknare));
    top('till', h.till.join(' + '));
    top('datum', h.datum);
    top('diarienummer', h.diarienummer);
    top('dokumentnummer', h.dokumentnummer);
    top('rubrik', h.rubrik);
    for (const group of ['ledamoter', 'ersattare', 'ovriga'] as const)
      for (const p of h.narvaro?.[group] ?? []) top(`narvaro.${group}.${who(p)}`, 'med');
    top('justerare', everyone(h.justerare));
    for (const day of ['justerad', 'uppsatt', 'nedtas'] as const)
      top(`anslag.${day}`, h.anslag?.[day] ?? null);
    for (const [n, a] of h.arenden.entries()) {
      const name = a.paragraf ? `§ ${a.paragraf}` : a.punkt ? `punkt ${a.punkt}` : `ärende ${n + 1}`;
      arende(put(`${i + 1} ${h.kind} ${name}: `), a);
    }
  }
  return facts;
}

/** Names that are printed in capitals in one place and not in another are the same name. */
const NAMES = /(?:huvudman|organ|till|avsandare|kedja|next|anteckningar\[\d+\]\.av)$/;

/** Exact, but for the capitals of bodies' names. */
export function exactly(path: string, a: string, b: string): boolean {
  return a === b || (NAMES.test(path) && a.toLowerCase() === b.toLowerCase());
}

/** Edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * As a scan allows: letters and digits only, and one in twelve of them may be misread; but numbers and dates,
 * kinds and outcomes are what they are.
 */
export function nearly(path: string, a: string, b: string): boolean {
  if (/\.(?:nr|typ|utfall|ja-nej-avstar|utslag)$|: (?:pages|datum|utfall)$/.test(path)) return a === b;
  const bare = (s: string) => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [x, y] = [bare(a), bare(b)];
  return distance(x, y) <= Math.ceil(Math.max(x.length, y.length) / 12);
}

/** What differs, one line each. */
export function differences(
  expected: Facts,
  found: Facts,
  same: (path: string, a: string, b: string) => boolean,
): string[] {
  const lines: string[] = [];
  for (const [path, value] of expected) {
    const got = found.get(path);
    if (got === undefined) lines.push(`${path}\n    missing: ${value}`);
    else if (!same(path, value, got)) lines.push(`${path}\n    expected: ${value}\n    found:    ${got}`);
  }
  for (const [path, value] of found) if (!expected.has(path)) lines.push(`${path}\n    too much: ${value}`);
  return lines;
}
