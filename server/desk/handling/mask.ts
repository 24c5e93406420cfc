/** What of a file a visitor is not shown. */
import type { Box } from '../../../extraction/pages/page.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskEnv } from '../deps.ts';

/** Of one page. */
export interface PageMask {
  /** Painted black in the page's picture: points from the top left, as the record's evidence has them. */
  hide: readonly Box[];
  /** The lines of the page's text as they may be read, as many as they are. */
  lines(texts: readonly string[]): readonly string[];
}

/** Of one file, whose original the visitor is not given. null for a page of which nothing may be seen. */
export type FileMask = (page: number) => Promise<PageMask | null>;

/**
 * What this visitor is not shown of the file; null: nothing is hidden, and the original is theirs too. Where nobody says
 * what a läsare may see (`context.var.mask`), they see no page at all.
 */
export async function maskOf(visitor: DeskEnv['Variables'], sha256: string): Promise<FileMask | null> {
  if (visitor.mask) return visitor.mask(sha256);
  return isRegistrator(visitor.besokare) ? null : async () => null;
}
