/** Why a question about one huvudman found nothing: when it is the huvudman that nobody knows. */
import { huvudmanKey } from '../extraction/routing/organ.ts';
import type { OfHuvudman, Store } from '../store/store.ts';

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
  const known = new Map<string, string>();
  for (const matter of await store.matters()) {
    if (matter.huvudman !== null) known.set(huvudmanKey(matter.huvudman), matter.huvudman);
  }
  const asked = huvudmanKey(huvudman);
  if (known.size === 0 || known.has(asked)) return null;
  const quoted = (names: string[]): string => names.map((name) => `"${name}"`).join(' eller ');
  const meant = [...known].filter(([key]) => alike(asked, key)).map(([, name]) => name);
  if (meant.length > 0) return `Ingen huvudman heter ${huvudman}. Menade du ${quoted(meant)}?`;
  const names = [...known.values()].sort((a, b) => a.localeCompare(b, 'sv'));
  const rest = names.length > LISTED ? ` … och ${names.length - LISTED} till` : '';
  return `Ingen huvudman heter ${huvudman}. De som finns: ${names.slice(0, LISTED).join(', ')}${rest}.`;
}
