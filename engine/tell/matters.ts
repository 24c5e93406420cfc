/** Tells the processes of matters that something changed; starts those that are not under way. */
import { type Client, WorkflowIdReusePolicy, WorkflowNotFoundError } from '@temporalio/client';
import type { Store } from '../../store/store.ts';
import type { arende } from '../../workflows/arende.ts';
import { inBatches } from '../../workflows/chunks.ts';
import { andratSignal } from '../../workflows/messages.ts';
import { arendeWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';

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
  const wanted = matters === undefined ? undefined : [...new Set(matters)];
  const due = await store.mattersToWake(wanted);
  await inBatches(due, WIDTH, async ({ id, varv }) => {
    await tell(client, id);
    await store.woken(id, varv);
  });
  // of a matter that is gone nothing counts what its process knows
  await inBatches(wanted ?? [], WIDTH, async (id) => {
    if ((await store.matter(id)) === null) await signalRunning(client, arendeWorkflowId(id));
  });
  return due.length;
}

/**
 * Starts the processes that the store counts on and the server has not: its state was lost or set aside, or someone ended
 * them by hand. Those that the store does not count on look again, and end where their matter is gone. Returns how many
 * were started.
 */
export async function reviveMatters({ client, store }: { client: Client; store: Store }): Promise<number> {
  const followed = await store.followed();
  const running = new Set<string>();
  const query = 'WorkflowType = "arende" AND ExecutionStatus = "Running"';
  for await (const { workflowId } of client.workflow.list({ query })) running.add(workflowId);
  const lost = followed.filter((id) => !running.delete(arendeWorkflowId(id)));
  await inBatches(lost, WIDTH, (id) => tell(client, id));
  await inBatches([...running], WIDTH, (workflowId) => signalRunning(client, workflowId));
  return lost.length;
}

async function tell(client: Client, matter: string): Promise<void> {
  await client.workflow.signalWithStart<typeof arende>('arende', {
    ...startOf(matter),
    signal: andratSignal,
  });
}

/** Starts none: one that is not under way has nothing to be told. */
async function signalRunning(client: Client, workflowId: string): Promise<void> {
  try {
    await client.workflow.getHandle(workflowId).signal(andratSignal);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** How the process of a matter is started. */
export const startOf = (matter: string) => ({
  workflowId: arendeWorkflowId(matter),
  taskQueue: TASK_QUEUES.light,
  workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  args: [{ matter }] as [{ matter: string }],
});
