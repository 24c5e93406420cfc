/** Asks what has to be right, each for a bounded time, and keeps the answer for some seconds: probes cost nothing. */
import type { Check } from '../engine/watch/health.ts';
import { TooLate, within } from '../extraction/bounded/within.ts';

/** What `/readyz` answers. */
export interface Readiness {
  ok: boolean;
  checks: {
    name: string;
    ok: boolean;
    /** Swedish, for people. Holds no addresses and no text of errors: those are in the log. */
    detail: string;
    milliseconds: number;
  }[];
}

export interface ReadinessOptions {
  /** How long one check may take, and for how long the answer holds, milliseconds. */
  maxMs?: number;
  keepMs?: number;
  /** Told why, when a check that was well is not any more. */
  onFault?: (name: string, error: unknown) => void;
}

const MAX_MS = 2_000;
const KEEP_MS = 5_000;

/** A question that any number of probes may ask at a time. */
export function createReadiness(
  checks: readonly Check[],
  { maxMs = MAX_MS, keepMs = KEEP_MS, onFault = () => {} }: ReadinessOptions = {},
): () => Promise<Readiness> {
  let asked: Promise<Readiness> | undefined;
  let until = 0;
  const faulty = new Set<string>();

  async function ask({ name, what, look }: Check): Promise<Readiness['checks'][number]> {
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    try {
      await within(look(), maxMs);
      faulty.delete(name);
      return { name, ok: true, detail: `${what} svarar.`, milliseconds: took() };
    } catch (error) {
      if (!faulty.has(name)) onFault(name, error);
      faulty.add(name);
      const detail =
        error instanceof TooLate ? `${what} svarar inte inom ${maxMs / 1000} s.` : `${what} svarar inte.`;
      return { name, ok: false, detail, milliseconds: took() };
    }
  }

  return () => {
    if (asked === undefined || performance.now() > until) {
      until = Number.POSITIVE_INFINITY; // while it is being asked, all wait for the one answer
      asked = Promise.all(checks.map(ask)).then((answers) => {
        until = performance.now() + keepMs;
        return { ok: answers.every(({ ok }) => ok), checks: answers };
      });
    }
    return asked;
  };
}
