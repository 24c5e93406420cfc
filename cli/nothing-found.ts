/** Why a question found nothing: when nobody knows the huvudman or the body that it is about. */
import { huvudmanKey } from '../extraction/routing/organ.ts';
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
  const quoted = (names: string[]): string => names.map((name) => `"${name}"`).join(' eller ');
  const meant = [...known].filter(([key]) => alike(asked, key)).map(([, name]) => name);
  if (meant.length > 0) return `Ingen huvudman heter ${huvudman}. Menade du ${quoted(meant)}?`;
  const names = [...known.values()].sort((a, b) => a.localeCompare(b, 'sv'));
  const rest = names.length > LISTED ? ` … och ${names.length - LISTED} till` : '';
  return `Ingen huvudman heter ${huvudman}. De som finns: ${names.slice(0, LISTED).join(', ')}${rest}.`;
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
  return `${none}${where} heter ${namn}. ${hint}`;
}

/** Why a question with filters found nothing: a huvudman or a body that nobody knows; null when both are known. */
export async function unknownAsked(
  store: Store,
  { organ, huvudman }: OfHuvudman & { organ?: string | undefined },
): Promise<string | null> {
  const of = { huvudman };
  const unknown = await unknownHuvudman(store, of);
  if (unknown !== null || organ === undefined) return unknown;
  return (await store.organ(organ, of)) === null
    ? nothingCalled(store, { ...NO_ORGAN, namn: organ }, of)
    : null;
}
