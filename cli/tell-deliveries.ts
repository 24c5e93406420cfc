/** What a person changed of channels and deliveries: kept first, then told to whoever delivers. */
import type { Client } from '@temporalio/client';
import type { Command } from 'commander';
import type { Settings } from '../config/settings.ts';
import type { Connected } from '../engine/installation.ts';
import { SandFel } from '../expediering/kanaler/types.ts';
import { ExpedieringsFel } from '../store/expediering.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { type Session, settingsOf } from './session.ts';

/** Deliveries come after the reading: one that ends with it may leave them for the next. */
export const SENT_LATER = 'Det som ska expedieras och inte har gått än går när Expediera är igång: npm start';

/** Does it; what is not accepted ends the command with the reason. */
export async function accepted<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExpedieringsFel) throw new CommandError(error.message, EXIT.notAccepted);
    if (error instanceof SandFel) throw new CommandError(error.sv, EXIT.wrongUsage);
    throw error;
  }
}

/** Tells the installation that runs on this home. One that starts later finds what was changed in the store. */
export async function tellDeliveries(
  command: Command,
  session: Session,
  tell?: (client: Client, store: Store) => Promise<unknown>,
): Promise<void> {
  const settings = await settingsOf(command);
  const [{ holderOf }, { namesCluster }] = await Promise.all([
    import('../engine/home-lock.ts'),
    import('../engine/cluster-env.ts'),
  ]);
  // to load the engine takes longer than all the rest
  const running = namesCluster() || holderOf(settings.home) ? await connect(settings) : null;
  if (!running) {
    session.terminal.tell('Expediera är inte igång: inget skickas förrän den startas.');
    return;
  }
  const { wakeLeveranser } = await import('../engine/leveranser.ts');
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
