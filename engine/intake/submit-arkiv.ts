/** Gives the contents of an intake to its workflow, in the state that people want it to be. */
import type { Client } from '@temporalio/client';
import type { Settings } from '../../config/settings.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
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
    workflowId = await submit(contents, { client, blobs, settings, name, rerun, paused, ...manner });
    await store.setArkivWorkflow(id, workflowId);
  }
  // somebody who started meanwhile may have taken it for cut off
  if (gathered) await store.setArkivLage(id, 'pagar', null, ['samlas', 'brutet']);
  return workflowId;
}
