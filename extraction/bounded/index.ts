/**
 * Work on files that others made, done where it can do no harm: in a thread with limits of time and memory that
 * is ended from outside when it goes beyond them. It also keeps the caller's own thread free.
 */

import type { OpenedDocument } from '../pages/index.ts';
import type { Limits } from '../pages/limits.ts';
import { refersTo } from './module.ts';
import { createPool, type Pool, type RunOptions } from './pool.ts';

export { AssemblyFault, assembleBounded, assemblyMs } from './assemble.ts';
export { createPool, type Pool, type PoolOptions, type RunOptions, type Task } from './pool.ts';

/** Threads of the pool that is used when none is given. */
export const DEFAULT_THREADS = 2;

let shared: Pool | null = null;

/** The pool used when none is given; its threads start when first needed and keep no process alive. */
export function sharedPool(): Pool {
  shared ??= createPool({ threads: DEFAULT_THREADS });
  return shared;
}

export interface OpenBoundedOptions extends Omit<RunOptions, 'onProgress'> {
  pool?: Pool;
  /** Called as pages are read. */
  onPage?: (page: number, pageCount: number) => void;
}

/**
 * `openDocument` in a thread of its own with limits of time and memory. Throws a Refusal, also `time-limit` and
 * `memory-limit`; the signal's reason when aborted.
 */
export function openBounded(
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
  { pool = sharedPool(), onPage, ...options }: OpenBoundedOptions = {},
): Promise<OpenedDocument> {
  const task = { module: refersTo('../pages/index', import.meta.url), name: 'openDocument' };
  const onProgress = onPage && ((...values: unknown[]) => onPage(...(values as [number, number])));
  // The file itself is held by the thread, by pdf.js and by PDFium.
  const extraMemoryMb = Math.ceil((bytes.length * 4) / 2 ** 20);
  return pool.run<OpenedDocument>(task, [bytes, limits], {
    extraMemoryMb,
    ...options,
    ...(onProgress && { onProgress }),
  });
}
