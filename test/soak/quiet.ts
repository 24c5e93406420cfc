/** Waits until nothing is left to do, and says what is when the time is over. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Store } from '../../store/store.ts';

/** Looks in a row that find nothing on its way, before nothing is. */
const QUIET_LOOKS = 4;
const TELL_EVERY_MS = 10_000;

/** Throws, with what hangs, when it is not quiet in time. `clientOf`: a way to the server that runs now. */
export async function untilQuiet(
  store: Store,
  clientOf: () => Promise<Client | null>,
  { milliseconds, say }: { milliseconds: number; say: (line: string) => void },
): Promise<void> {
  const end = Date.now() + milliseconds;
  let left: string[] = ['not looked at yet'];
  let toldAt = Date.now();
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    if (Date.now() > end) throw new Error(`not at rest after ${milliseconds / 1000} s:\n${left.join('\n')}`);
    left = await leftToDo(store, clientOf).catch((error: Error) => [`cannot be asked: ${error.message}`]);
    quiet = left.length === 0 ? quiet + 1 : 0;
    if (Date.now() - toldAt > TELL_EVERY_MS) {
      say(`${left.length} left: ${left.slice(-4).join('; ')}`);
      toldAt = Date.now();
    }
    await pause(500);
  }
}

async function leftToDo(store: Store, clientOf: () => Promise<Client | null>): Promise<string[]> {
  const [files, stale, matters, steps, sending] = await Promise.all([
    store.files(),
    store.staleMatters(),
    store.mattersToWake(),
    store.stepsToWake(),
    store.leveranser({ status: 'skickas' }),
  ]);
  const running = files.filter(({ status }) => status === 'running').map(({ path }) => `under way: ${path}`);
  const rows = [
    ...running,
    ...stale.map((id) => `stale: ${id}`),
    ...matters.map(({ id }) => `to be told: ${id}`),
    ...steps.map(({ steg }) => `to be planned: ${steg}`),
    ...sending.map(({ nyckel, mottagare }) => `to be sent: ${nyckel} to ${mottagare}`),
  ];
  const client = await clientOf();
  if (!client) return [...rows, 'no server answers'];
  return [...rows, ...(await openWorkflows(client, rows.length > 0))];
}

/**
 * Workflows that should have ended. A matter's process and a delivery's may wait for years: of those only one that has a
 * step under way counts.
 */
async function openWorkflows(client: Client, all: boolean): Promise<string[]> {
  const found: string[] = [];
  for await (const { workflowId, type } of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    const ends = type === 'archive' || type === 'processFile';
    if (!ends && !all) {
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      const steps = raw.pendingActivities ?? [];
      if (steps.length > 0)
        found.push(`${workflowId} is at ${steps[0]?.activityType?.name} (attempt ${steps[0]?.attempt})`);
    } else if (ends) {
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      const steps = (raw.pendingActivities ?? []).map(
        (one) => `${one.activityType?.name} attempt ${one.attempt} ${one.lastFailure?.message ?? ''}`,
      );
      found.push(`${workflowId} has not ended: ${steps.join(', ') || 'no step under way'}`);
    }
  }
  return found;
}
