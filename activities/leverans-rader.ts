import { log } from '@temporalio/activity';
import type { StegRef } from '../store/expediering.ts';
import type { ActivityDeps } from './deps.ts';

/** A delivery that will not be tried any more: seen first by whoever looks, until a person sends it again. */
export const uppgeLeverans =
  ({ store }: ActivityDeps) =>
  async ({ nyckel, fel }: { nyckel: string; fel: string | null }): Promise<void> => {
    await store.noteSendFailed(nyckel, fel, true);
    log.warn('gave a delivery up', { nyckel });
  };

/** Notes a reminder of everything of the § that waits for a person. */
export const paminnLeverans =
  ({ store }: ActivityDeps) =>
  async (of: StegRef): Promise<{ vantar: number }> => ({ vantar: await store.noteReminder(of) });
