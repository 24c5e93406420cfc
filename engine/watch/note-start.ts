/** Tells the audit log that a process began to work, by what version and settings. */
import { hostname } from 'node:os';
import { type Settings, settingsSchema } from '../../config/settings.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Sigill } from '../../store/handelselogg.ts';
import type { Store } from '../../store/store.ts';
import { accountName } from '../home/account.ts';

/** What may stand in an address beside it: a name and a password, and whatever follows a question mark. */
const withoutSecrets = (value: string): string =>
  value
    .replace(/\/\/[^/\s]*@/gu, '//…@')
    .replace(/\S+/gu, (word) => (word.includes('://') ? word.replace(/\?.*$/su, '?…') : word));

/** The settings that are not as they are by default, one "name=value" each, without what may be secret in an address. */
export function settingsGiven(settings: Settings): string[] {
  const defaults = settingsSchema.parse({}) as { [name: string]: unknown };
  return Object.keys(settingsSchema.shape).flatMap((name) => {
    const value = (settings as { [name: string]: unknown })[name];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(defaults[name])) return [];
    return [`${name}=${withoutSecrets(typeof value === 'string' ? value : JSON.stringify(value))}`];
  });
}

/**
 * Notes it and returns how far the log goes now: whoever keeps what is logged elsewhere can see by it that nothing of the
 * audit log was taken away.
 */
export async function noteStart(
  store: Pick<Store, 'noteHandelse'>,
  vad: 'start' | 'arbetare-start',
  settings: Settings,
): Promise<Sigill> {
  const { nr, hash } = await store.noteHandelse({
    ...{ av: accountName(), dorr: 'program', vad },
    uppgifter: {
      ...{ extraktion: EXTRACTION_VERSION, node: process.version, dator: hostname(), pid: process.pid },
      installningar: settingsGiven(settings),
    },
  });
  return { nr, hash };
}
