/** Being told to stop: the first signal stops in good order, the second at once. */
import { constants } from 'node:os';
import type { Terminal } from './terminal/terminal.ts';

export interface Interruption {
  readonly signal: AbortSignal;
  /** Resolves to the exit code that says which signal came; never before one comes. */
  readonly came: Promise<number>;
  /** Listens no more. */
  end(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens for the signals that ask a program to stop. */
export function listenForInterruption(terminal: Terminal): Interruption {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<number>();
  const heard = (name: NodeJS.Signals) => {
    const code = 128 + constants.signals[name];
    if (controller.signal.aborted) process.exit(code);
    terminal.tell('Stoppar … (en gång till: genast)');
    controller.abort();
    resolve(code);
  };
  for (const name of SIGNALS) process.on(name, heard);
  return {
    signal: controller.signal,
    came: promise,
    end: () => {
      for (const name of SIGNALS) process.off(name, heard);
    },
  };
}
