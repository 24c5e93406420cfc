/**
 * Assembling a record under limits. What goes wrong in it is our fault and not the file's, for the pages are read; unless
 * the file is of a size that no record has.
 */
import type { AssembleOptions } from '../index.ts';
import type { Page } from '../pages/page.ts';
import type { Record as FileRecord, Source } from '../record.ts';
import { Refusal } from '../refusal.ts';
import { refersTo } from './module.ts';
import type { Pool, RunOptions } from './pool.ts';

/** What a record may take: its longest known ones take a tenth of this. Milliseconds. */
const START_MS = 60_000;
const PAGE_MS = 500;
/** Characters and lines of a full page: a text file of many is one of many pages, whatever it says itself. */
const PAGE_CHARS = 4000;
const PAGE_LINES = 80;

/** Our rules took too long or too much memory on these pages. Not a Refusal: the file is not at fault. */
export class AssemblyFault extends Error {
  override readonly name = 'AssemblyFault';
}

/** Some five times the text of the largest record that is known: our rules are made for no more. */
const KNOWN_CHARS = 3_000_000;
const KNOWN_LINES = 70_000;

interface Size {
  lines: number;
  chars: number;
}

function sizeOf(pages: readonly Page[]): Size {
  let [lines, chars] = [0, 0];
  for (const page of pages) {
    lines += page.lines.length;
    for (const { text } of page.lines) chars += text.length;
  }
  return { lines, chars };
}

/** How long assembling these pages may take, milliseconds. */
export function assemblyMs(pages: readonly Page[]): number {
  const { lines, chars } = sizeOf(pages);
  return START_MS + PAGE_MS * Math.ceil(Math.max(pages.length, lines / PAGE_LINES, chars / PAGE_CHARS));
}

export interface AssembleBoundedOptions extends Pick<RunOptions, 'signal'> {
  pool: Pool;
  /** The most it may take, milliseconds; never more than `assemblyMs`. */
  maxMs?: number;
}

/**
 * `assembleRecord` in a thread of its own. Throws AssemblyFault when it goes beyond its limits, otherwise what
 * assembling throws, and the signal's reason when aborted. The only Refusal is `too-large`.
 */
export async function assembleBounded(
  source: Source,
  pages: Page[],
  options: AssembleOptions,
  { pool, maxMs = Number.POSITIVE_INFINITY, signal }: AssembleBoundedOptions,
): Promise<FileRecord> {
  const task = { module: refersTo('../index', import.meta.url), name: 'assembleRecord' };
  const limits = { maxMs: Math.min(maxMs, assemblyMs(pages)), ...(signal && { signal }) };
  try {
    return await pool.run<FileRecord>(task, [source, pages, options], limits);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'too-large') throw error;
    throw beyondKnown(sizeOf(pages), error) ?? stopped(pages, error);
  }
}

const stopped = (pages: readonly Page[], cause: Refusal): AssemblyFault =>
  new AssemblyFault(`assembling ${pages.length} pages was stopped: ${cause.message}`, { cause });

function beyondKnown({ lines, chars }: Size, cause: Refusal): Refusal | null {
  if (chars <= KNOWN_CHARS && lines <= KNOWN_LINES) return null;
  const [l, c] = [lines.toLocaleString('sv'), chars.toLocaleString('sv')];
  const detail = {
    sv: `Den har ${l} rader och ${c} tecken, som inte kunde tolkas inom gränserna för tid och minne. Dela upp den.`,
    en: `Its ${lines} lines and ${chars} characters could not be read within the limits of time and memory. Divide it.`,
  };
  return new Refusal('too-large', detail, { cause });
}
