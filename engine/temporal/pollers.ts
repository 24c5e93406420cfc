/** Who takes work from a queue, as Temporal's server has seen. */
import type { Client } from '@temporalio/client';

/** temporal.api.enums.v1.TaskQueueType */
const ACTIVITIES = 2;
/** Who takes work asks for it at least once a minute, milliseconds. */
const LAST_SEEN = 90_000;

/** Whether a worker takes steps of this queue. The server hears of one that has just begun only after a while. */
export async function isAnybodyAt(client: Client, queue: string, now = Date.now()): Promise<boolean> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: queue },
    taskQueueType: ACTIVITIES,
  });
  return (pollers ?? []).some(
    ({ lastAccessTime }) => now - Number(lastAccessTime?.seconds ?? 0) * 1000 < LAST_SEEN,
  );
}
