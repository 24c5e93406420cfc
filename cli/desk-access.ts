/** Who may ask the desk, and by what it is kept secret on the way; what is missing is said before anything is started. */
import { readFile } from 'node:fs/promises';
import type { Settings } from '../config/settings.ts';
import { isStoreThere, openEmptyStore, openStore } from '../engine/stores/index.ts';
import { type Access, decideAccess, isReached, OsakertLage } from '../server/access/access.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** How the desk is served; where it would lie open to others a CommandError says why it is not. */
export async function accessOf(store: Store, settings: Settings): Promise<Access> {
  try {
    return await decideAccess(store, settings, settings.host);
  } catch (error) {
    if (error instanceof OsakertLage) throw new CommandError(error.message, EXIT.wrongUsage);
    throw error;
  }
}

/** Throws as accessOf does, and makes nothing: nothing is started to be stopped at once. */
export async function refuseOpenDesk(settings: Settings): Promise<void> {
  if (!isReached(settings, settings.host)) return;
  const store = await (isStoreThere(settings) ? openStore(settings) : openEmptyStore());
  try {
    await accessOf(store, settings);
    await tlsOf(settings);
  } finally {
    await store.close();
  }
}

/** Certificate and key; undefined: none are named. */
export async function tlsOf({
  tlsCertFile,
  tlsKeyFile,
}: Settings): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  if (tlsCertFile === undefined || tlsKeyFile === undefined) return undefined;
  try {
    const [cert, key] = await Promise.all([readFile(tlsCertFile), readFile(tlsKeyFile)]);
    return { cert, key };
  } catch (error) {
    throw new CommandError(
      `Certifikatet eller dess nyckel kan inte läsas (${(error as Error).message}).`,
      EXIT.wrongUsage,
    );
  }
}
