/** Being told to stop: the first signal stops in good order, the second at once, and time does it as well. */
import { constants } from 'node:os';
import type { Settings } from '../config/settings.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface Interruption {
  readonly signal: AbortSignal;
  /** Resolves to the exit code that says which signal came; never before one comes. */
  readonly came: Promise<number>;
  /** Listens no more. */
  end(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Seconds beside `shutdownSeconds` for everything else that a stop does: steps that were called off (8), the Temporal
 * server (5) and some to close files. What then still hangs is left: a kill loses nothing.
 */
const BESIDE_SECONDS = 15;

/**
 * Listens for the signals that ask a program to stop. The process is gone `shutdownSeconds` and 15 s after the first of them
 * at the latest, whatever hangs: with the default settings after 25 s.
 */
export function listenForInterruption(
  terminal: Terminal,
  { shutdownSeconds }: Pick<Settings, 'shutdownSeconds'>,
): Interruption {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<number>();
  let last: NodeJS.Timeout | undefined;
  const heard = (name: NodeJS.Signals) => {
    const code = 128 + constants.signals[name];
    if (controller.signal.aborted) process.exit(code);
    terminal.tell('Stoppar … (en gång till: genast)');
    last = setTimeout(
      () => {
        terminal.tell('Allt hann inte stoppas: slutar ändå. Inget går förlorat.');
        process.exit(code);
      },
      (shutdownSeconds + BESIDE_SECONDS) * 1000,
    );
    last.unref();
    controller.abort();
    resolve(code);
  };
  for (const name of SIGNALS) process.on(name, heard);
  return {
    signal: controller.signal,
    came: promise,
    end: () => {
      clearTimeout(last);
      for (const name of SIGNALS) process.off(name, heard);
    },
  };
}
