/** Tells the engine that a long step is alive, so that one whose machine is gone is soon given to another. */
import { cancellationSignal, heartbeat } from '@temporalio/activity';

const EVERY_MS = 4_000;

/**
 * Runs `work` with a heartbeat every few seconds. `tell` sets what the heartbeat says (how far it has come); the
 * signal is aborted when the step is called off or the worker shuts down.
 */
export async function beating<T>(
  work: (signal: AbortSignal, tell: (detail: unknown) => void) => Promise<T>,
): Promise<T> {
  let last: unknown;
  const beat = (): void => heartbeat(last);
  const timer = setInterval(beat, EVERY_MS);
  try {
    return await work(cancellationSignal(), (detail) => {
      last = detail;
      beat();
    });
  } finally {
    clearInterval(timer);
  }
}

/** A step that is alive for as long as it works: the engine soon gives it to another when its machine is gone. */
export const alive =
  <Input, Result>(step: (input: Input) => Promise<Result>) =>
  (input: Input): Promise<Result> =>
    beating(() => step(input));
