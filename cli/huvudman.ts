/** Which huvudmän there are. */
import { huvudmanKey } from '../extraction/routing/organ.ts';
import type { Store } from '../store/store.ts';

/** Those that have matters, by key. Reads all matters. */
export async function knownHuvudman(store: Store): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const { huvudman } of await store.matters()) {
    if (huvudman !== null) known.set(huvudmanKey(huvudman), huvudman);
  }
  return known;
}
