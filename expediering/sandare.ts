/** What leaves the installation, and the only way that it does. */

import type { Kanal } from '../store/expediering.ts';
import { kanalAv } from './kanal-av.ts';
import { type Forsandelse, type Kvitto, provkor, sand } from './kanaler/index.ts';

export interface Sandare {
  /** Sends it and waits for the receipt; throws a SandFel. The same key again is harmless. */
  sand(kanal: Kanal, forsandelse: Forsandelse, signal: AbortSignal): Promise<Kvitto>;
  /** Writes what would be sent into the folder; returns the paths. Nothing leaves the machine. */
  provkor(kanal: Kanal, forsandelse: Forsandelse, katalog: string): Promise<string[]>;
}

/** @param env where secrets are, by the names that the channels hold */
export function createSandare(env: NodeJS.ProcessEnv = process.env): Sandare {
  return {
    sand: (kanal, forsandelse, signal) => sand(kanalAv(kanal), forsandelse, { env, signal }),
    provkor: (kanal, forsandelse, katalog) => provkor(kanalAv(kanal), forsandelse, katalog),
  };
}
