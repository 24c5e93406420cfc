/** The thread's side of the pool: does one call after another and tells how each went. */
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import type { Call, Reply } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('extraction/bounded/thread is started by the pool only');

// Libraries leave rejected promises lying when a file is damaged in two places. The call's own outcome is what
// counts; should it never come, the clock ends the thread.
process.on('unhandledRejection', () => {});

const reply = (message: Reply) => port.postMessage(message);

port.on('message', async ({ module, name, args }: Call) => {
  try {
    const task = (await import(module))[name] as (...args: unknown[]) => unknown;
    const progress = (...values: unknown[]) => reply({ kind: 'progress', values });
    reply({ kind: 'done', value: await task(...args, progress) });
  } catch (error) {
    if (error instanceof Refusal) reply({ kind: 'refused', data: error.toData() });
    else reply({ kind: 'failed', error });
  }
});
