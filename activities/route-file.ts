import { log } from '@temporalio/activity';
import { getMatters } from '../store/derived.ts';
import { alive } from './beating.ts';
import type { ActivityDeps } from './deps.ts';
import { routeMatters } from './route-matters.ts';

/**
 * Computes anew the ways of the matters that the file's record touched, tells their processes, and marks the file as
 * done. In whatever order files come and however often this is done, the ways end the same. A matter that another file has routed since is up to date, and left alone.
 */
export const routeFile = ({ store, blobs, wayOf, wake, extractionVersion }: ActivityDeps) =>
  alive(async ({ sha256 }: { sha256: string }): Promise<{ matters: number }> => {
    const stale = await store.staleMatters();
    // Not known when another version of the program saved the record: then all that are left to do.
    const touched = new Set((await getMatters(blobs, sha256, extractionVersion)) ?? stale);
    const routed = stale.filter((matter) => touched.has(matter));
    await routeMatters({ store, wayOf }, routed);
    await wake(touched);
    await store.setOutcome(sha256, { status: 'done' });
    log.info('routed', { sha256, matters: routed.length });
    return { matters: routed.length };
  });
