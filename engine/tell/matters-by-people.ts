/**
 * What people say of matters and their posts: an update to the matter's process, which is started for it where none is
 * under way. What is refused throws a Problem "refused" with the reason.
 */
import { type Client, WithStartWorkflowOperation, WorkflowIdConflictPolicy } from '@temporalio/client';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import type { Postmarke } from '../../store/processer.ts';
import type { arende } from '../../workflows/arende.ts';
import { type Berorda, markeraUpdate, sammanforUpdate, skiljUpdate } from '../../workflows/messages.ts';
import { Problem } from '../problem.ts';
import { untilTaken } from '../temporal/until-taken.ts';
import { startOf } from './matters.ts';

/** Marks posts of one matter. */
export const markPosts = (client: Client, matter: string, marke: Postmarke): Promise<Berorda> =>
  say(client, matter, markeraUpdate, [marke]);

/** Makes the matter `fran` one with `till`. */
export const joinMatters = (client: Client, fran: string, till: string, av: string): Promise<Berorda> =>
  say(client, fran, sammanforUpdate, [{ till, av }]);

/** Takes the matter `fran` out of the one it was joined to. */
export const partMatters = (client: Client, fran: string, av: string): Promise<Berorda> =>
  say(client, fran, skiljUpdate, [{ av }]);

async function say<Args extends unknown[]>(
  client: Client,
  matter: string,
  update: UpdateDefinition<Berorda, Args>,
  args: Args,
): Promise<Berorda> {
  try {
    return await untilTaken(() => {
      const startWorkflowOperation = new WithStartWorkflowOperation<typeof arende>('arende', {
        ...startOf(matter),
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      });
      const options = { startWorkflowOperation, args };
      return client.workflow.executeUpdateWithStart<typeof arende, Berorda, Args>(update, options);
    });
  } catch (error) {
    throw refusalIn(error) ?? error;
  }
}

/** Why a person's word was refused, found under what the engine wraps it in. */
export function refusalIn(error: unknown): Problem | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof ApplicationFailure && at.type === 'Otillatet')
      return new Problem('refused', at.message);
  }
  return null;
}
