/** What a check of `doctor` is: it looks at one thing, for so long at most, and says what to do about it. */
import type { Settings } from '../../config/settings.ts';
import { TooLate, within } from '../../extraction/bounded/within.ts';

/** ok; varning: it works, but a person should know; fel: something does not work until it is mended. */
export type Lage = 'ok' | 'varning' | 'fel';

export interface Svar {
  lage: Lage;
  /** What was found. */
  text: string;
  /** What to do. */
  gor?: string;
}

export interface Fynd extends Svar {
  namn: string;
}

export interface Sammanhang {
  settings: Settings;
  /** `--allt`: everything that takes long too. */
  allt: boolean;
  /** Told in a line what takes time. */
  say(line: string): void;
}

export interface Kontroll {
  namn: string;
  /** After this it is not waited for any more. Default: 15. */
  sekunder?: number;
  look(of: Sammanhang): Promise<Svar> | Svar;
}

export const ok = (text: string): Svar => ({ lage: 'ok', text });
export const varning = (text: string, gor: string): Svar => ({ lage: 'varning', text, gor });
export const fel = (text: string, gor: string): Svar => ({ lage: 'fel', text, gor });

/** Seconds that everything may take with `--allt`: millions of files are read. */
const ALLT_SEKUNDER = 24 * 3600;

/** Runs the checks one after another. One that breaks or takes too long is a finding of its own. */
export async function runChecks(checks: Kontroll[], of: Sammanhang): Promise<Fynd[]> {
  const found: Fynd[] = [];
  for (const { namn, sekunder = 15, look } of checks) {
    const seconds = of.allt ? Math.max(sekunder, ALLT_SEKUNDER) : sekunder;
    try {
      found.push({ namn, ...(await within(Promise.resolve(of).then(look), seconds * 1000)) });
    } catch (error) {
      const why =
        error instanceof TooLate
          ? fel(`inget svar inom ${seconds} s`, 'Kör doctor igen när datorn har mindre att göra.')
          : fel((error as Error).message, 'Rätta felet och kör doctor igen.');
      found.push({ namn, ...why });
    }
  }
  return found;
}
