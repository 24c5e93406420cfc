/** How long is left: by what is done and what is to do, and counted down while nothing new is known. */
export interface Amounts {
  filesDone: number;
  /** null: not known yet. */
  filesTotal: number | null;
  pagesDone: number;
  /** null: not known yet. */
  pagesTotal: number | null;
  /** Work in one measure, where pages differ in what they cost; null: not known yet. */
  effort?: { done: number; total: number } | null;
}

/** What the time goes by: effort where it is told, else pages where their number is known, else files. */
function measured({
  effort,
  filesDone,
  filesTotal,
  pagesDone,
  pagesTotal,
}: Amounts): [number, number | null] {
  if (effort) return [effort.done, effort.total];
  if (pagesTotal !== null && pagesTotal > 0) return [pagesDone, pagesTotal];
  return [filesDone, filesTotal];
}

/** Seconds left at the pace so far; null: too early to say. */
export function secondsLeft(amounts: Amounts, elapsedMs: number): number | null {
  const [done, total] = measured(amounts);
  if (total === null || done <= 0 || elapsedMs < 2000) return null;
  return ((elapsedMs / done) * Math.max(0, total - done)) / 1000;
}

/**
 * Seconds left as a person is to see them. A page read by OCR takes seconds, and until it is read the pace so
 * far seems to sink: the time is reckoned anew only when something was done, and runs down in between.
 */
export function countdown(): (amounts: Amounts, elapsedMs: number) => number | null {
  let known = '';
  let at = 0;
  let left: number | null = null;
  return (amounts, elapsedMs) => {
    const now = measured(amounts).join(' ');
    if (now !== known || left === null) {
      left = secondsLeft(amounts, elapsedMs);
      known = now;
      at = elapsedMs;
    }
    return left === null ? null : Math.max(0, left - (elapsedMs - at) / 1000);
  };
}
