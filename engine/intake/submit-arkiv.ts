/** Gives the contents of an intake to its workflow, in the state that people want it to be. */
import type { Client } from '@temporalio/client';
import type { Settings } from '../../config/settings.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { ArkivAvsikt } from '../../store/arkiv.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import { tellWanted } from './steer.ts';
import { type SubmitOptions, submit } from './submit.ts';

export interface SubmitDeps {
  client: Client;
  store: Store;
  blobs: Blobs;
  settings: Settings;
}

/** How its workflow goes about it, where not as usual. */
type Manner = Pick<Partial<SubmitOptions>, 'name' | 'alone' | 'window' | 'priority'>;

/**
 * @param gathered all its files are offered; else these are only what is left of it
 * @returns the workflow's id; null when nothing is to be done, as with one that was called off meanwhile
 */
export async function submitArkiv(
  { client, store, blobs, settings }: SubmitDeps,
  { id, namn, rerun }: { id: number; namn: string; rerun: boolean },
  contents: string[],
  { gathered, ...manner }: { gathered: boolean } & Manner,
): Promise<string | null> {
  const arkiv = await store.ettArkiv(id);
  if (arkiv?.lage === 'avbrutet') {
    await store.callOff(contents, EXTRACTION_VERSION);
    return null;
  }
  let workflowId: string | null = null;
  if (contents.length > 0) {
    const paused = arkiv?.lage === 'pausat';
    const name = `${namn}-${id}`;
    // kept first: whoever steers it from now on tells this one too, and what was wanted before is told below
    const beforeStart = (its: string) => store.setArkivWorkflow(id, its);
    const how = { name, rerun, paused, beforeStart, ...manner };
    workflowId = await submit(contents, { client, blobs, settings, ...how });
    const knows = paused ? 'pausa' : 'fortsatt';
    await tellWanted({ client, store }, id, { knows, workflows: [workflowId] });
  }
  // somebody who started meanwhile may have taken it for cut off; where there is nothing to do, nothing is paused
  const from: ArkivAvsikt[] = ['samlas', 'brutet', ...(workflowId === null ? (['pausat'] as const) : [])];
  if (gathered) await store.setArkivLage(id, 'pagar', null, from);
  return workflowId;
}
