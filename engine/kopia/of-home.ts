/** The files of the home that are in a copy, and what is left out of them: elsewhere it would be wrong. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GivenSettings } from '../../config/settings.ts';
import { WORDS_FILE } from '../../config/words.ts';
import type { StoresSettings } from '../stores/index.ts';

export const CONFIG_FILE = 'config.json';
/** In the order in which they are written. */
export const I_HEMMET: readonly string[] = [CONFIG_FILE, WORDS_FILE];

/** Settings that say where things are on one machine. The file that `words` names goes along under the name by which it is found without. */
const INTE_MED: ReadonlySet<string> = new Set<keyof GivenSettings>([
  ...(['home', 'words', 'database', 'databasePasswordFile'] as const),
  ...(['blobs', 's3Endpoint', 's3Region', 's3PathStyle'] as const),
]);

/** What a copy is made of: the places, and the file of words in use, wherever it lies. */
export type KopiaSettings = StoresSettings & { words?: string | undefined };

/** The bytes of one of them as a copy has it; null: there is none. */
export async function ofHome({ home, words }: KopiaSettings, file: string): Promise<Buffer | null> {
  const path = file === WORDS_FILE && words !== undefined ? words : join(home, file);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return bytes === null || file !== CONFIG_FILE ? bytes : withoutPlaces(bytes).bytes;
}

/** The settings without those of the machine they come from; `words`: the file that they named. */
export function withoutPlaces(config: Buffer): { bytes: Buffer; words: string | null } {
  const settings = JSON.parse(config.toString('utf8')) as { [name: string]: unknown };
  const kept = Object.entries(settings).filter(([name]) => !INTE_MED.has(name));
  return {
    bytes: Buffer.from(`${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`),
    words: typeof settings.words === 'string' ? settings.words : null,
  };
}
