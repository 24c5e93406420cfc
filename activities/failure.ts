/** Our errors as the engine's: it has to know which of them are worth another try. */
import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { AssemblyFault } from '../extraction/bounded/index.ts';
import { Refusal } from '../extraction/refusal.ts';
import { type Outage, outageOf } from '../store/outage.ts';

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

/**
 * A fault of our own rules, and no refusal of the file unless its record is too large to be one. Tried once more, since a
 * machine may have been too busy; the same pages then give the same fault.
 */
export function asFault(error: unknown): unknown {
  if (error instanceof Refusal && error.code === 'too-large') return asFailure(error);
  if (!(error instanceof AssemblyFault || error instanceof Refusal)) return error;
  return ApplicationFailure.create({
    type: 'AssemblyFault',
    message: error.message,
    nonRetryable: activityInfo().attempt > 1,
    cause: error,
  });
}

/** So often it is looked for, some seconds up to a minute apart. */
const LOOKS = 8;

/**
 * What a step needs is not in the store. Looked for again as after any passing fault: another worker may see what this one
 * does not (a folder that is not mounted, a bucket that lags behind). But not for ever: what is lost does not come back.
 */
export function missing(what: string, sha256: string): ApplicationFailure {
  const message = `${what} of ${sha256} is not in the store`;
  return ApplicationFailure.create({
    type: 'Missing',
    message,
    nonRetryable: activityInfo().attempt >= LOOKS,
  });
}

/**
 * Makes steps that say so when the database or the disk is away, and not the file at fault.
 *
 * @param tell whoever looks after the machine
 */
export const sayingOutages =
  (tell: (outage: Outage) => void = () => {}) =>
  <Input, Result>(step: (input: Input) => Promise<Result>) =>
  (input: Input): Promise<Result> =>
    step(input).catch((error: unknown) => {
      const outage = outageIn(error);
      if (!outage) throw error;
      tell(outage);
      throw asFailed(outage, error);
    });

/** null: it is the step's own fault, or its answer. */
const outageIn = (error: unknown): Outage | null =>
  error instanceof TemporalFailure ? null : outageOf(error);

/** What the program stands on is away: said so, so that whoever waits for the step can wait for that, and give up nothing for it. */
function asFailed({ kind, code, sv, en }: Outage, cause: unknown): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'Outage',
    message: en,
    details: [{ kind, code, sv }],
    cause: cause as Error,
  });
}
