import type { ActivityDeps } from './deps.ts';

/** Computes the ways of matters anew, one after another. */
export async function routeMatters(
  { store, wayOf }: Pick<ActivityDeps, 'store' | 'wayOf'>,
  matters: Iterable<string>,
): Promise<void> {
  for (const matter of matters) await store.updateWay(matter, wayOf);
}

/**
 * What a store needs before work starts: rows by the rules of this program, and the ways that a crash between
 * saving and routing (or the new rules) left to do.
 *
 * @returns records derived anew and matters routed
 */
export async function catchUp(
  deps: Pick<ActivityDeps, 'store' | 'wayOf'>,
): Promise<{ records: number; matters: number }> {
  const records = await deps.store.refresh();
  const stale = await deps.store.staleMatters();
  await routeMatters(deps, stale);
  return { records, matters: stale.length };
}
