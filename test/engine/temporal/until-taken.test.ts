import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { expect, it } from 'vitest';
import { untilTaken } from '../../../engine/temporal/until-taken.ts';

/** Fails with these, one after another, and answers then how often it was asked. */
function failing(...errors: Error[]): () => Promise<number> {
  let asked = 0;
  return async () => {
    const error = errors[asked++];
    if (error) throw error;
    return asked;
  };
}

const completed = new WorkflowUpdateFailedError(
  'failed',
  ApplicationFailure.create({ type: 'AcceptedUpdateCompletedWorkflow', message: 'ended' }),
);

it('an update that came as its workflow ended is given to the next run', async () => {
  expect(await untilTaken(failing(new Error('workflow execution already completed'), completed))).toBe(3);
});

it('what a workflow has refused, and any other fault, is not asked again', async () => {
  const refused = new WorkflowUpdateFailedError(
    'failed',
    ApplicationFailure.nonRetryable('Ärendet är not found', 'Otillatet'),
  );
  await expect(untilTaken(failing(refused))).rejects.toBe(refused);
  await expect(untilTaken(failing(new Error('unavailable')))).rejects.toThrow('unavailable');
});

it('nothing is given for ever', async () => {
  const ended = Array.from({ length: 9 }, () => new Error('workflow not found'));
  await expect(untilTaken(failing(...ended))).rejects.toThrow('not found');
});
