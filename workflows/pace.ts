/** How fast an archive goes, from what it has done lately. Deterministic. */

/** What had ended at a moment. */
export interface PaceSample {
  /** Milliseconds, the workflow's time. */
  at: number;
  files: number;
  pages: number;
}

/** What is looked back on, and how far apart samples are kept, milliseconds. */
const LOOK_BACK = 600_000;
const APART = 15_000;

/** The samples with one more. The last stands for now; those before it are at least so far apart. */
export function withSample(samples: readonly PaceSample[], now: PaceSample): PaceSample[] {
  const before = samples.at(-2);
  const last = samples.at(-1);
  const kept = before && last && last.at - before.at < APART ? samples.slice(0, -1) : samples;
  const from = kept.findIndex(({ at }) => at >= now.at - LOOK_BACK);
  // the one before says where the time looked back on began
  return [...kept.slice(Math.max(0, from < 0 ? kept.length - 1 : from - 1)), now];
}

export interface Pace {
  filesPerMinute: number;
  pagesPerMinute: number;
}

/** The pace lately; null: too early to say. @param now milliseconds: while nothing ends, the pace sinks */
export function paceOf(samples: readonly PaceSample[], now: number): Pace | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last === first) return null;
  const minutes = (Math.max(now, last.at) - first.at) / 60_000;
  if (minutes < 0.03) return null;
  return {
    filesPerMinute: (last.files - first.files) / minutes,
    pagesPerMinute: (last.pages - first.pages) / minutes,
  };
}
