/** Pages that OCR was to read and found nothing on: said once a page, so that no file is taken for read that is not. */
import type { Warning } from '../record.ts';
import type { Page } from './page.ts';

/**
 * A warning for each page that OCR has read and that is without text all the same, by its own text and by OCR's. Not of
 * pages that something else is said of already: one that is white (`page-blank`) or could not be drawn or read. `pages`
 * have the better of their readings; `said` is what is said of the file so far.
 */
export function withoutText(
  pages: readonly Page[],
  readByOcr: ReadonlySet<number>,
  said: readonly Warning[],
): Warning[] {
  const told = new Set(said.map(({ page }) => page));
  return pages
    .filter(({ page, lines }) => readByOcr.has(page) && lines.length === 0 && !told.has(page))
    .map(({ page }) => ({
      code: 'no-text',
      message: `Ingen text kunde läsas på sidan ${page}. (No text could be read on page ${page}.)`,
      page,
    }));
}
