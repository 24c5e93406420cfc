/** Updates to workflows that end by themselves: one that came as its workflow ended is given to the next run. */
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

const TRIES = 5;

/** @param update an update with start; done again only where it was not taken */
export async function untilTaken<Result>(update: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await update();
    } catch (error) {
      if (tries >= TRIES || !hasEnded(error)) throw error;
    }
  }
}

/** The workflow ended before it had answered. */
function hasEnded(error: unknown): boolean {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : error;
  if (cause instanceof ApplicationFailure) return cause.type === 'AcceptedUpdateCompletedWorkflow';
  return /not found|already completed|aborted/iu.test((cause as Error | undefined)?.message ?? '');
}
