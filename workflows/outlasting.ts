/** Steps that outlast what the program stands on being away: a full disk, a database that is down for the night. */
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { sleep } from '@temporalio/workflow';

/** Between two rounds of tries, minutes: at first soon, then as seldom as nobody minds. */
const WAITS = [1, 2, 4, 8, 10];
/** What is away for longer than a day is looked for more seldom, minutes: each look stays in the history. */
const LATER = { after: 24 * 60 * 60_000, wait: 30 };
/** After a week it is given up: by then somebody has been told every day. */
const PATIENCE_MS = 7 * 24 * 60 * 60_000;

/**
 * Does the step again until it is done or fails for another reason. Histories from before there were outages have no such
 * failures, and replay as they were.
 *
 * @param tell what is waited for, in Swedish; null: nothing any more
 */
export async function outlasting<T>(step: () => Promise<T>, tell: (why: string | null) => void): Promise<T> {
  const began = Date.now();
  for (let round = 0; ; round++) {
    try {
      const result = await step();
      tell(null);
      return result;
    } catch (error) {
      const why = outageIn(error);
      const waited = Date.now() - began;
      if (why === null || waited > PATIENCE_MS) throw error;
      tell(why);
      const next = WAITS[Math.min(round, WAITS.length - 1)] as number;
      await sleep((waited > LATER.after ? LATER.wait : next) * 60_000);
    }
  }
}

/** null: the step failed for another reason. */
function outageIn(error: unknown): string | null {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'Outage') return null;
  const [said] = (cause.details ?? []) as [{ sv?: string }?];
  return said?.sv ?? cause.message;
}
