/** What a worker has in hand as Temporal sees it, and when others have taken it over. */
import { hostname } from 'node:os';
import type { Client } from '@temporalio/client';
import { fileWorkflowId } from '../../workflows/names.ts';

/** A step that a worker has in hand. */
export interface Step {
  workflowId: string;
  activityId: string;
}

/** PENDING_ACTIVITY_STATE_STARTED of Temporal's API: somebody has it in hand. */
const STARTED = 2;

/** As Temporal's SDK names a worker unless told otherwise. */
const identityOf = (pid: number): string => `${pid}@${hostname()}`;

/** Whose hands each step of a workflow is in that is not done yet; null: nobody's. */
async function handsOf(client: Client, workflowId: string): Promise<Map<string, string | null>> {
  const info = await client.workflow
    .getHandle(workflowId)
    .describe()
    .catch(() => null); // not begun yet
  const pending = info?.raw.pendingActivities ?? [];
  return new Map(
    pending.map(({ activityId, state, lastWorkerIdentity }) => [
      String(activityId),
      state === STARTED ? String(lastWorkerIdentity) : null,
    ]),
  );
}

/** The steps of these contents that this process has in hand. */
export async function inHandOf(client: Client, contents: readonly string[], pid: number): Promise<Step[]> {
  const found = await Promise.all(
    contents.map(async (sha256) => {
      const workflowId = fileWorkflowId(sha256);
      const hands = [...(await handsOf(client, workflowId))];
      return hands
        .filter(([, identity]) => identity === identityOf(pid))
        .map(([activityId]) => ({ workflowId, activityId }));
    }),
  );
  return found.flat();
}

export interface Takeover {
  /** Steps that the process had in hand. */
  steps: number;
  /** From the call until the last of them was no longer taken for its own, seconds. */
  noticed: number;
  /** Until the last was in another's hands or done, seconds: it may have waited in the queue behind others. */
  taken: number;
}

/** Resolves when each step that this process had is in another's hands, or done. */
export async function untilTakenOver(client: Client, steps: readonly Step[], pid: number): Promise<Takeover> {
  const began = Date.now();
  const seconds = (): number => (Date.now() - began) / 1000;
  const each = await Promise.all(
    steps.map(async ({ workflowId, activityId }) => {
      let noticed: number | null = null;
      for (;;) {
        const identity = (await handsOf(client, workflowId)).get(activityId);
        if (identity !== identityOf(pid)) {
          noticed ??= seconds();
          if (identity !== null) return { noticed, taken: seconds() };
        }
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }),
  );
  return {
    steps: steps.length,
    noticed: Math.max(...each.map(({ noticed }) => noticed)),
    taken: Math.max(...each.map(({ taken }) => taken)),
  };
}
