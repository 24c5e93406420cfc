/** Measures expressions in threads; one that does not come to an end is ended, and the next taken by another thread. */
import { Worker } from 'node:worker_threads';
import type { Expression } from './expressions.ts';
import type { Measured } from './measure-expressions.ts';

/** CPU time of one expression on all its texts, milliseconds, before its thread is ended. */
const MAX_MS = 5_000;
const LOOK_MS = 250;

/** How each of the expressions went about its worst text. */
export async function measureAll(expressions: Expression[], threads: number): Promise<Measured[]> {
  const share = Math.ceil(expressions.length / threads);
  const parts = Array.from({ length: threads }, (_, n) => expressions.slice(n * share, (n + 1) * share));
  const measured = await Promise.all(
    parts.map(async (part, n) =>
      (await measurePart(part)).map((one) => ({ ...one, index: one.index + n * share })),
    ),
  );
  return measured.flat();
}

async function measurePart(expressions: Expression[]): Promise<Measured[]> {
  const found: Measured[] = [];
  for (let from = 0; from < expressions.length; ) from = await measureFrom(expressions, from, found);
  return found;
}

/** Measures until the end, or until one has to be stopped; gives the place to go on from. */
function measureFrom(expressions: Expression[], from: number, found: Measured[]): Promise<number> {
  const worker = new Worker(new URL('./measure-expressions.ts', import.meta.url), {
    workerData: { expressions, from },
  });
  let index = from;
  let since: number | null = null;
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const { user, system } = await worker.cpuUsage();
      const now = (user + system) / 1000;
      since ??= now;
      if (now - since < MAX_MS) return;
      clearInterval(clock);
      await worker.terminate();
      const text = 'stopped';
      found.push({ index, ms: now - since, ratio: Number.POSITIVE_INFINITY, text });
      resolve(index + 1);
    };
    const clock = setInterval(() => look().catch(() => {}), LOOK_MS);
    worker.on('message', (message: Measured | { index: number }) => {
      index = message.index;
      since = null;
      if ('ms' in message) found.push(message);
    });
    worker.on('error', (error) => {
      clearInterval(clock);
      reject(error);
    });
    worker.on('exit', (code) => {
      clearInterval(clock);
      if (code === 0) resolve(expressions.length);
    });
  });
}
