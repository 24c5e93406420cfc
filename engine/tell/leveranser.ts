/** Tells the workflows that deliver of what has changed, and starts those that have ended. */
import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import type { StegRef } from '../../store/expediering.ts';
import type { Store } from '../../store/store.ts';
import { inBatches } from '../../workflows/chunks.ts';
import type { leverans } from '../../workflows/leverans.ts';
import { andratSignal, skickaOmSignal } from '../../workflows/messages.ts';
import { leveransWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';

/** §§ told at a time. */
const WIDTH = 8;

const START = {
  taskQueue: TASK_QUEUES.light,
  workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
} as const;

/** Has the deliveries of a § planned anew; starts its workflow when it has none. */
export async function wakeLeverans(client: Client, of: StegRef): Promise<void> {
  await client.workflow.signalWithStart<typeof leverans, []>('leverans', {
    ...START,
    workflowId: leveransWorkflowId(of.matter, of.steg),
    args: [{ matter: of.matter, steg: of.steg }],
    signal: andratSignal,
    signalArgs: [],
  });
}

/** Has one delivery sent now, whatever it waits for its next try. */
export async function resendLeverans(client: Client, of: StegRef & { nyckel: string }): Promise<void> {
  await client.workflow.signalWithStart<typeof leverans, [string]>('leverans', {
    ...START,
    workflowId: leveransWorkflowId(of.matter, of.steg),
    args: [{ matter: of.matter, steg: of.steg }],
    signal: skickaOmSignal,
    signalArgs: [of.nyckel],
  });
}

/** All §§ that a person or a channel has changed something of since they were planned. Returns how many. */
export async function wakeLeveranser(client: Client, store: Pick<Store, 'stepsToWake'>): Promise<number> {
  const steps = await store.stepsToWake();
  await inBatches(steps, WIDTH, (step) => wakeLeverans(client, step));
  return steps.length;
}
