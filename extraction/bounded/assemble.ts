/** Assembling a record under limits. Whatever goes wrong in it is our fault and never the file's: the pages are read. */
import type { AssembleOptions } from '../index.ts';
import type { Page } from '../pages/page.ts';
import type { Record as FileRecord, Source } from '../record.ts';
import { Refusal } from '../refusal.ts';
import { refersTo } from './module.ts';
import type { Pool, RunOptions } from './pool.ts';

/** What a record may take: its longest known ones take a tenth of this. Milliseconds. */
const START_MS = 60_000;
const PAGE_MS = 500;

/** Our rules took too long or too much memory on these pages. Not a Refusal: the file is not at fault. */
export class AssemblyFault extends Error {
  override readonly name = 'AssemblyFault';
}

/** How long assembling so many pages may take, milliseconds. */
export function assemblyMs(pages: number): number {
  return START_MS + PAGE_MS * pages;
}

export interface AssembleBoundedOptions extends Pick<RunOptions, 'signal'> {
  pool: Pool;
  /** The most it may take, milliseconds; never more than `assemblyMs`. */
  maxMs?: number;
}

/**
 * `assembleRecord` in a thread of its own. Throws AssemblyFault when it goes beyond its limits, otherwise what
 * assembling throws, and the signal's reason when aborted; never a Refusal.
 */
export async function assembleBounded(
  source: Source,
  pages: Page[],
  options: AssembleOptions,
  { pool, maxMs = Number.POSITIVE_INFINITY, signal }: AssembleBoundedOptions,
): Promise<FileRecord> {
  const task = { module: refersTo('../index', import.meta.url), name: 'assembleRecord' };
  const limits = { maxMs: Math.min(maxMs, assemblyMs(pages.length)), ...(signal && { signal }) };
  try {
    return await pool.run<FileRecord>(task, [source, pages, options], limits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new AssemblyFault(`assembling ${pages.length} pages was stopped: ${error.message}`, {
      cause: error,
    });
  }
}
