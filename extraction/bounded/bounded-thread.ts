/** One thread with a limit of memory, which can be ended at any time, also in the middle of a loop. */
import { Worker } from 'node:worker_threads';
import { Refusal, refusalFromData } from '../refusal.ts';
import type { Call, Reply } from './messages.ts';
import { refersTo } from './module.ts';

export interface Thread {
  /** Does one call, with `extraMemoryMb` MiB beyond the limit. Not to be called again before the promise is settled. */
  call(call: Call, extraMemoryMb: number, onProgress?: (...values: unknown[]) => void): Promise<unknown>;
  /** Ends the thread now; a call under way is rejected with `reason`. */
  end(reason: unknown): Promise<void>;
  isAlive(): boolean;
  /** Whether it has room for another call. What a call leaves behind (caches, wasm that only grows) counts for the next. */
  isFit(): Promise<boolean>;
}

/** How often memory is looked at while a call is under way, milliseconds. */
const WATCH_MS = 50;

/** Starts a thread that is ended when its objects and buffers take more than `maxMemoryMb` MiB. */
export function startThread(maxMemoryMb: number): Thread {
  const worker = new Worker(new URL(refersTo('./thread', import.meta.url)), {
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    // What libraries print must not end up among the answers on standard output. It is kept from there by not being
    // read: reading it would keep the process alive.
    stdout: true,
    execArgv: [],
  });
  worker.unref();
  let alive = true;
  /** Bytes, when last looked at. */
  let holds = 0;
  let settle: { reject: (reason: unknown) => void; done: (reply: Reply) => void } | null = null;

  const fail = (reason: unknown) => {
    alive = false;
    settle?.reject(reason);
  };
  worker.on('message', (reply: Reply) => settle?.done(reply));
  worker.on('messageerror', fail);
  worker.on('error', (error: Error & { code?: string }) => {
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? overMemory(maxMemoryMb) : error);
  });
  worker.on('exit', (code) => fail(new Error(`the thread ended by itself with code ${code}`)));

  async function end(reason: unknown): Promise<void> {
    fail(reason);
    await worker.terminate();
  }

  let looking = false;
  /** Buffers and wasm are outside the heap that resourceLimits bounds, so all is counted from here. */
  async function watch(limitMb: number): Promise<void> {
    // A thread inside native code answers when it comes out again.
    if (looking) return;
    looking = true;
    try {
      const { used_heap_size, external_memory } = await worker.getHeapStatistics();
      holds = used_heap_size + external_memory;
    } finally {
      looking = false;
    }
    if (holds > limitMb * 2 ** 20) await end(overMemory(limitMb));
  }

  function call(
    message: Call,
    extraMemoryMb: number,
    onProgress?: (...values: unknown[]) => void,
  ): Promise<unknown> {
    const watching = setInterval(() => watch(maxMemoryMb + extraMemoryMb).catch(() => {}), WATCH_MS);
    worker.ref();
    const result = new Promise((resolve, reject) => {
      const done = (reply: Reply) => {
        if (reply.kind === 'progress') onProgress?.(...reply.values);
        else if (reply.kind === 'done') resolve(reply.value);
        else if (reply.kind === 'refused') reject(refusalFromData(reply.data));
        else reject(reply.error);
      };
      settle = { reject, done };
      worker.postMessage(message);
    });
    return result.finally(() => {
      settle = null;
      clearInterval(watching);
      worker.unref();
    });
  }

  async function isFit(): Promise<boolean> {
    if (!alive) return false;
    // The process must not end while somebody waits for the answer.
    worker.ref();
    await watch(Number.POSITIVE_INFINITY).catch(() => {});
    worker.unref();
    return alive && holds < (maxMemoryMb / 2) * 2 ** 20;
  }

  return { call, end, isAlive: () => alive, isFit };
}

function overMemory(maxMemoryMb: number): Refusal {
  return new Refusal('memory-limit', {
    sv: `Gränsen är ${maxMemoryMb} MiB.`,
    en: `The limit is ${maxMemoryMb} MiB.`,
  });
}
