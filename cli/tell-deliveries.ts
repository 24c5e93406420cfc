/** What a person changed of channels and deliveries: kept first, then told to whoever delivers. */
import type { Client } from '@temporalio/client';
import type { Command } from 'commander';
import type { Settings } from '../config/settings.ts';
import type { Connected } from '../engine/installation.ts';
import type { Store } from '../store/store.ts';
import { type Session, settingsOf } from './session.ts';

/** What is to be sent waits. */
export const NOT_RUNNING = 'Expediera är inte igång: inget skickas förrän den startas.';

/** Deliveries come after the reading: one that ends with it may leave them for the next. */
export const SENT_LATER = 'Det som ska expedieras och inte har gått än går när Expediera är igång: npm start';

/**
 * Tells the installation that runs on this home. One that starts later finds what was changed in the store.
 *
 * @param silent nothing is to be sent: where nothing runs the person need not know
 */
export async function tellDeliveries(
  command: Command,
  session: Session,
  {
    silent = false,
    tell,
  }: { silent?: boolean; tell?: (client: Client, store: Store) => Promise<unknown> } = {},
): Promise<void> {
  const settings = await settingsOf(command);
  const [{ holderOf }, { namesCluster }] = await Promise.all([
    import('../engine/home/lock.ts'),
    import('../engine/temporal/cluster-env.ts'),
  ]);
  // to load the engine takes longer than all the rest
  const running = namesCluster() || holderOf(settings.home) ? await connect(settings) : null;
  if (!running) {
    if (!silent) session.terminal.tell(NOT_RUNNING);
    return;
  }
  const { wakeLeveranser } = await import('../engine/tell/leveranser.ts');
  try {
    await (tell ?? wakeLeveranser)(running.client, running.store);
  } finally {
    await running.stop();
  }
}

async function connect(settings: Settings): Promise<Connected | null> {
  const { connectInstallation } = await import('../engine/installation.ts');
  return connectInstallation(settings);
}
