/** Why a question found nothing: when nobody knows the huvudman, body, matter or party that it is about. */
import { distance } from '../extraction/language/distance.ts';
import { huvudmanKey, organKey } from '../extraction/routing/organ.ts';
import { PARTIER } from '../extraction/vocabulary/partier.ts';
import type { SearchQuestion } from '../store/search.ts';
import type { OfHuvudman, Store } from '../store/store.ts';
import { knownHuvudman } from './huvudman.ts';

/** Names listed when none of them is like the one asked for. */
const LISTED = 10;

/** Letters in the same order from the start or the end: "norrvall" is meant by "Region Norrvall" and "Norrv". */
const alike = (asked: string, known: string): boolean =>
  asked !== '' && (known.includes(asked) || asked.includes(known));

/**
 * Says that no huvudman of the asked name is known, and which one may be meant; null when it is known, or when
 * none was asked for. Reads all matters: for questions that found nothing.
 */
export async function unknownHuvudman(store: Store, { huvudman }: OfHuvudman): Promise<string | null> {
  if (huvudman === undefined || huvudman.trim() === '') return null;
  const known = await knownHuvudman(store);
  const asked = huvudmanKey(huvudman);
  if (known.size === 0 || known.has(asked)) return null;
  const meant = [...known].filter(([key]) => alike(asked, key)).map(([, name]) => name);
  if (meant.length > 0) return `Ingen huvudman heter ${huvudman}. Menade du ${quoted(meant)}?`;
  const names = [...known.values()].sort((a, b) => a.localeCompare(b, 'sv'));
  const rest = names.length > LISTED ? ` … och ${names.length - LISTED} till` : '';
  return `Ingen huvudman heter ${huvudman}. De som finns: ${names.slice(0, LISTED).join(', ')}${rest}.`;
}

const quoted = (names: string[]): string => names.map((name) => `"${name}"`).join(' eller ');

/** Names offered for one that nobody knows. */
const OFFERED = 3;

/** Names in the register that may be meant, the likeliest first: some letters wrong, or a part of the name. */
async function meantOrgan(store: Store, namn: string, of: OfHuvudman): Promise<string[]> {
  const [asked, key] = [namn.trim().toLowerCase(), organKey(namn)];
  if (key.length < 3) return [];
  const most = Math.min(3, Math.floor(key.length / 4));
  const near = new Map<string, number>();
  for (const { organ } of await store.organregister(of)) {
    for (const { namn: known } of organ) {
      const knownKey = organKey(known);
      // a misprint in the ending changes more of the key than of the name
      const wrong = Math.min(distance(asked, known.toLowerCase(), most), distance(key, knownKey, most));
      if (wrong <= most) near.set(known, wrong);
      else if (knownKey.length >= 3 && alike(key, knownKey))
        near.set(known, most + Math.abs(key.length - knownKey.length));
    }
  }
  const sorted = [...near].sort(([a, x], [b, y]) => x - y || a.localeCompare(b, 'sv'));
  return sorted.slice(0, OFFERED).map(([known]) => known);
}

/** What is said where the register has none of a name. */
export const NO_ORGAN = {
  none: 'Inget i registret',
  hint: 'Hela registret visas med: expediera organ',
} as const;

/**
 * Why nothing of a name was found: the huvudman is unknown, or nothing there is called so.
 *
 * @param none what there is none of: "Ingen mottagare"
 */
export async function nothingCalled(
  store: Store,
  { none, namn, hint }: { none: string; namn: string; hint: string },
  of: OfHuvudman,
): Promise<string> {
  const unknown = await unknownHuvudman(store, of);
  if (unknown !== null) return unknown;
  const { huvudman } = of;
  const where = huvudman === undefined ? '' : huvudman === '' ? ' utan huvudman' : ` hos ${huvudman}`;
  const meant = await meantOrgan(store, namn, of);
  return `${none}${where} heter ${namn}. ${meant.length > 0 ? `Menade du ${quoted(meant)}?` : hint}`;
}

/** What narrows a question and may be known to nobody. */
export interface Asked extends Pick<SearchQuestion, 'huvudman' | 'organ' | 'parti' | 'diarienummer'> {
  mottagare?: string | undefined;
}

/** Why a question with filters found nothing: one of them names what nobody knows; null when all are known. */
export async function unknownAsked(
  store: Store,
  { huvudman, organ, mottagare, parti, diarienummer }: Asked,
): Promise<string | null> {
  const of = { huvudman };
  const unknown = await unknownHuvudman(store, of);
  if (unknown !== null) return unknown;
  if (organ !== undefined && (await store.organ(organ, of)) === null)
    return nothingCalled(store, { ...NO_ORGAN, namn: organ }, of);
  if (mottagare !== undefined && (await store.organ(mottagare, of)) === null)
    return nothingCalled(store, { ...NO_ORGAN, none: 'Ingen mottagare', namn: mottagare }, of);
  if (diarienummer !== undefined && (await store.arende(diarienummer, of)) === null)
    return `Inget ärende ${diarienummer} är inläst.`;
  return parti === undefined ? null : unknownParti(store, parti, of);
}

async function unknownParti(store: Store, parti: string, of: OfHuvudman): Promise<string | null> {
  const isThere = async (one: string): Promise<boolean> =>
    (await store.search({ ...of, query: '', parti: one, limit: 1 })).total > 0;
  if (await isThere(parti)) return null;
  const asked = parti.trim().toLowerCase();
  const [short] = Object.entries(PARTIER).find(([, names]) => names.includes(asked)) ?? [];
  const meant = short !== undefined && (await isThere(short));
  return `Inget i det som är inläst nämner partiet ${parti}. ${meant ? `Menade du ${short}?` : 'Partier anges som i protokollen, t.ex. S eller MP.'}`;
}

/** Says that no item fits, where all that the filters name is known. */
export function noItems(filters: Omit<SearchQuestion, 'query'>): string {
  const flags = Object.entries(filters).map(([name, value]) => `--${name} ${value}`);
  if (flags.length === 0) return 'Inga punkter är inlästa än: status visar hur långt det har gått.';
  if (flags.length === 1) return `Ingen inläst punkt passar ${flags[0]}.`;
  return `Ingen inläst punkt passar allt detta: ${flags.join(', ')}. Ta bort ett villkor i taget.`;
}
