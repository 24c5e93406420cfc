/** The installation that runs on a home, for a process beside it that lives longer: it may come, go and move meanwhile. */
import type { Settings } from '../config/settings.ts';
import { whereToWork } from './home/whereabouts.ts';
import { type Connected, connectInstallation } from './installation.ts';

export interface Running {
  /** What runs now; null: nothing does, or it does not answer. One connection is kept for as long as it is at the same address. */
  now(): Promise<Connected | null>;
  stop(): Promise<void>;
}

interface Kept {
  address: string;
  connected: Promise<Connected | null>;
}

export function running(settings: Settings): Running {
  let kept: Kept | null = null;
  // given up before anything is waited for: of several who ask meanwhile, none drops what another has begun
  const drop = async () => {
    const was = kept;
    kept = null;
    await (await was?.connected.catch(() => null))?.stop();
  };
  return {
    async now() {
      const address = whereToWork(settings.home)?.options.address ?? null;
      if (kept && kept.address !== address) await drop();
      if (address === null) return null;
      kept ??= { address, connected: connectInstallation(settings) };
      const own = kept;
      const connected = await own.connected.catch(() => null);
      // what was not reached is asked for anew, also at the same address
      if (connected === null && kept === own) kept = null;
      return connected;
    },
    stop: drop,
  };
}
