/** Reading and assembling in threads with limits, so that the activities' own thread stays free for heartbeats. */
import type { Reader } from '../activities/deps.ts';
import type { Settings } from '../config/settings.ts';
import { assembleBounded, createPool, openBounded } from '../extraction/bounded/index.ts';
import type { AssembleOptions } from '../extraction/index.ts';

/** Files read at a time: a thread each. */
export const READER_THREADS = 2;

/** The reader of one worker. `close` ends its threads. */
export function createReader(settings: Settings): Reader & { close(): Promise<void> } {
  const { fileSeconds, memoryMb, maxFileBytes: maxBytes, maxPages, huvudman, ownWords } = settings;
  const pool = createPool({ threads: READER_THREADS, maxMemoryMb: memoryMb });
  const maxMs = fileSeconds * 1000;
  return {
    open: (bytes, signal, onPage) =>
      openBounded(bytes, { maxBytes, maxPages }, { pool, maxMs, signal, ...(onPage && { onPage }) }),
    assemble(source, pages, warnings, signal) {
      const options: AssembleOptions = { huvudman, warnings, words: ownWords };
      return assembleBounded(source, pages, options, { pool, maxMs, signal });
    },
    close: () => pool.close(),
  };
}
