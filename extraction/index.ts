/**
 * The whole flow on one screen: pages → lines → handlingar → arenden → items → routing.
 * Pure and synchronous from pages on; nothing here knows of a server, a database or a clock.
 */

import { settleHuvudman } from './handlingar/huvudman.ts';
import { readHandling } from './handlingar/read.ts';
import { splitHandlingar } from './handlingar/split.ts';
import { sheetsOf } from './lines/furniture.ts';
import { linesOf } from './lines/join.ts';
import { unflatten } from './lines/unflatten.ts';
import type { Page } from './pages/page.ts';
import { type Record, SCHEMA_VERSION, type Source, type Warning } from './record.ts';

export interface AssembleOptions {
  /** The municipality or region of what names none. */
  huvudman?: string | undefined;
  /** What reading the pages had to say. */
  warnings?: Warning[];
}

/** A file's pages become its record. The same pages always give the same record, ids and all. */
export function assembleRecord(source: Source, pages: Page[], options: AssembleOptions = {}): Record {
  const lines = unflatten(linesOf(pages));
  const sheets = sheetsOf(lines);
  const drafts = splitHandlingar(sheets);
  const handlingar = drafts.map((draft, n) => readHandling(draft, n, source.sha256));
  settleHuvudman(handlingar, drafts, options.huvudman ?? null);
  return {
    schemaVersion: SCHEMA_VERSION,
    source,
    pages: pages.map(({ page, width, height, textSource, ocrConfidence }) => ({
      page,
      width,
      height,
      textSource,
      ocrConfidence,
    })),
    handlingar,
    warnings: [...(options.warnings ?? [])],
  };
}
