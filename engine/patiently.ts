/** Work of a program that a person started, while what it stands on is away: waited for, visibly and not for ever. */
import { outageOf } from '../store/outage.ts';
import { Problem } from './problem.ts';

export interface Patience {
  /** What is waited for, in Swedish; null: it is back. Told at the first fault, and when the reason changes. */
  tell?: (why: string | null) => void;
  /** How long it is waited, milliseconds. */
  limit?: number;
}

/** A restart of a database, a disk that somebody makes room on. */
const LIMIT_MS = 10 * 60_000;
/** Between two tries, milliseconds: from the first on, and at most. */
const FIRST_MS = 500;
const MOST_MS = 10_000;

/** Does the work again while it fails by an outage. Throws Problem "outage" when that lasts too long; other faults at once. */
export async function patiently<T>(
  work: () => Promise<T>,
  { tell = () => {}, limit = LIMIT_MS }: Patience = {},
): Promise<T> {
  let since: number | null = null;
  let told: string | null = null;
  for (let pause = FIRST_MS; ; pause = Math.min(pause * 2, MOST_MS)) {
    try {
      const result = await work();
      if (told !== null) tell(null);
      return result;
    } catch (error) {
      const outage = outageOf(error);
      // what is damaged does not mend itself
      if (!outage || outage.kind === 'damaged') throw error;
      since ??= Date.now();
      if (Date.now() - since >= limit)
        throw new Problem('outage', `${outage.sv}\n${outage.en}`, { cause: error });
      if (outage.sv !== told) tell(outage.sv);
      told = outage.sv;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
