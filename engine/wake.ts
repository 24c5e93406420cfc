/** Tells the processes of matters that something changed; starts those that are not under way. */
import { type Client, WorkflowIdReusePolicy } from '@temporalio/client';
import type { Store } from '../store/store.ts';
import type { arende } from '../workflows/arende.ts';
import { inBatches } from '../workflows/chunks.ts';
import { andratSignal } from '../workflows/messages.ts';
import { arendeWorkflowId, TASK_QUEUES } from '../workflows/names.ts';

/** Matters told at a time. */
const WIDTH = 8;

/**
 * Tells those of the matters whose way changed since they were told; all such matters when none are named. Told twice
 * is told once: a process only looks again.
 *
 * @returns how many were told
 */
export async function wakeMatters(
  { client, store }: { client: Client; store: Store },
  matters?: Iterable<string>,
): Promise<number> {
  const wanted = matters === undefined ? null : new Set(matters);
  const due = (await store.mattersToWake()).filter(({ id }) => wanted === null || wanted.has(id));
  await inBatches(due, WIDTH, async ({ id, varv }) => {
    await client.workflow.signalWithStart<typeof arende>('arende', {
      ...startOf(id),
      signal: andratSignal,
    });
    await store.woken(id, varv);
  });
  return due.length;
}

/** How the process of a matter is started. */
export const startOf = (matter: string) => ({
  workflowId: arendeWorkflowId(matter),
  taskQueue: TASK_QUEUES.light,
  workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  args: [{ matter }] as [{ matter: string }],
});
