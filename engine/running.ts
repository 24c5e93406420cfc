/** The installation that runs on a home, for a process beside it that lives longer: it may come, go and move meanwhile. */
import type { Settings } from '../config/settings.ts';
import { whereToWork } from './home/whereabouts.ts';
import { type Connected, connectInstallation } from './installation.ts';

export interface Running {
  /** What runs now; null: nothing does, or it does not answer. One connection is kept for as long as it is at the same address. */
  now(): Promise<Connected | null>;
  stop(): Promise<void>;
}

export function running(settings: Settings): Running {
  let kept: { address: string; connected: Promise<Connected | null> } | null = null;
  const drop = async () => {
    const was = await kept?.connected.catch(() => null);
    kept = null;
    await was?.stop();
  };
  return {
    async now() {
      const address = whereToWork(settings.home)?.options.address ?? null;
      if (kept && kept.address !== address) await drop();
      if (address === null) return null;
      kept ??= { address, connected: connectInstallation(settings) };
      try {
        return await kept.connected;
      } catch {
        kept = null;
        return null;
      }
    },
    stop: drop,
  };
}
