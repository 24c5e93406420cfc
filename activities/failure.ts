/** Our errors as the engine's: it has to know which of them are worth another try. */
import { ApplicationFailure } from '@temporalio/common';
import { Refusal } from '../extraction/refusal.ts';

/** A Refusal becomes a typed failure that is not tried again; anything else stays what it is and is. */
export function asFailure(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const { code, sv, en } = error;
  return ApplicationFailure.create({
    type: 'Refusal',
    message: en,
    nonRetryable: true,
    details: [{ code, sv, en }],
    cause: error,
  });
}

/** What a step needs is gone from the store. Trying again does not bring it back. */
export function missing(what: string, sha256: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`${what} of ${sha256} is not in the store`, 'Missing');
}
