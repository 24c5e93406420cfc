/** Paths under which there is nothing to take in, and why: said before an intake is begun for them. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { walk } from './walk.ts';

export interface Nothing {
  /** One of the paths is the installation's own home, which is never taken in. */
  ownHome: boolean;
  /** Links, pipes and the like that were met, which are no files of their own. */
  skipped: number;
}

/** Looks for a first file; null: there is one, or something that could not be read. Throws Problem as `walk` does. */
export async function nothingUnder(paths: string[], home: string): Promise<Nothing | null> {
  let skipped = 0;
  for await (const found of walk(paths, home)) {
    if (!found.skipped) return null;
    skipped += 1;
  }
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const [own, ...starts] = await Promise.all([home, ...paths].map(real));
  return { ownHome: starts.some((start) => start === own), skipped };
}
