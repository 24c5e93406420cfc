/** A small pool of threads, each doing one task at a time under limits of time and memory. */
import { Refusal } from '../refusal.ts';
import { startThread, type Thread } from './bounded-thread.ts';

/** An exported function by its module's address. It is called with the arguments and, last, a progress callback. */
export interface Task {
  /** A URL; see refersTo. */
  module: string;
  name: string;
}

export interface RunOptions {
  /** Wall clock from the start of the task, milliseconds. Default two minutes. */
  maxMs?: number;
  /** Memory the arguments may take besides, MiB: a large file is copied some times on its way. Default 0. */
  extraMemoryMb?: number;
  /** Ends the task; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** What the task reports under way. */
  onProgress?: (...values: unknown[]) => void;
}

export interface PoolOptions {
  /** Tasks at a time. */
  threads: number;
  /** Memory of one thread, MiB: objects and buffers together. Default 1,024. */
  maxMemoryMb?: number;
}

export interface Pool {
  /**
   * Runs `task` in a thread as soon as one is free. Arguments and result are copied (structured clone).
   * Throws what the task throws; a Refusal `time-limit` or `memory-limit` when it goes beyond its limits.
   */
  run<T>(task: Task, args: readonly unknown[], options?: RunOptions): Promise<T>;
  /** Ends all threads; tasks under way or waiting are rejected. */
  close(): Promise<void>;
}

const DEFAULT_MAX_MS = 120_000;
const DEFAULT_MEMORY_MB = 1024;

interface Waiting {
  start: (thread: Thread) => Promise<void>;
  reject: (reason: unknown) => void;
}

/** Makes a pool. Threads start when first needed, are kept for the next task, and keep no process alive. */
export function createPool({ threads, maxMemoryMb = DEFAULT_MEMORY_MB }: PoolOptions): Pool {
  const idle: Thread[] = [];
  const busy = new Set<Thread>();
  const waiting: Waiting[] = [];
  let closed = false;

  function next(): void {
    while (waiting.length > 0 && busy.size < threads) {
      const job = waiting.shift() as Waiting;
      const thread = idle.pop() ?? startThread(maxMemoryMb);
      busy.add(thread);
      job
        .start(thread)
        .then(() => thread.isFit())
        .then((fit) => {
          if (fit && !closed) idle.push(thread);
          // Not waited for: one that is inside native code ends when it comes out of it.
          else thread.end(new Error('the thread is replaced')).catch(() => {});
        })
        .finally(() => {
          busy.delete(thread);
          next();
        });
    }
  }

  function run<T>(task: Task, args: readonly unknown[], options: RunOptions = {}): Promise<T> {
    const { maxMs = DEFAULT_MAX_MS, extraMemoryMb = 0, signal, onProgress } = options;
    return new Promise<T>((resolve, reject) => {
      if (closed) return reject(new Error('the pool is closed'));
      if (signal?.aborted) return reject(signal.reason);
      const drop = () => {
        waiting.splice(waiting.indexOf(job), 1);
        reject(signal?.reason);
      };
      const job: Waiting = {
        reject,
        start: async (thread) => {
          signal?.removeEventListener('abort', drop);
          const stop = () => thread.end(signal?.reason);
          const clock = setTimeout(() => thread.end(overTime(maxMs)), maxMs);
          signal?.addEventListener('abort', stop, { once: true });
          try {
            resolve((await thread.call({ ...task, args: [...args] }, extraMemoryMb, onProgress)) as T);
          } catch (error) {
            reject(error);
          } finally {
            clearTimeout(clock);
            signal?.removeEventListener('abort', stop);
          }
        },
      };
      signal?.addEventListener('abort', drop, { once: true });
      waiting.push(job);
      next();
    });
  }

  async function close(): Promise<void> {
    closed = true;
    const reason = new Error('the pool is closed');
    for (const job of waiting.splice(0)) job.reject(reason);
    await Promise.all([...idle.splice(0), ...busy].map((thread) => thread.end(reason)));
  }

  return { run, close };
}

function overTime(maxMs: number): Refusal {
  const seconds = Math.round(maxMs / 100) / 10;
  return new Refusal('time-limit', {
    sv: `Gränsen är ${seconds.toLocaleString('sv')} sekunder.`,
    en: `The limit is ${seconds} seconds.`,
  });
}
