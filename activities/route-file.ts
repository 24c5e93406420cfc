import { log } from '@temporalio/activity';
import { beating } from './beating.ts';
import type { ActivityDeps } from './deps.ts';

/**
 * Computes anew the ways of all matters that saved records have changed, and marks the file as done. In
 * whatever order files come and however often this is done, the ways end the same.
 */
export const routeFile =
  ({ store, wayOf }: ActivityDeps) =>
  async ({ sha256 }: { sha256: string }): Promise<{ matters: number }> => {
    const stale = await store.staleMatters();
    await beating(async () => {
      for (const matter of stale) await store.updateWay(matter, wayOf);
    });
    await store.setOutcome(sha256, { status: 'done' });
    log.info('routed', { sha256, matters: stale.length });
    return { matters: stale.length };
  };
