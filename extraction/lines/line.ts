/** A line of running text: page furniture is gone and its place in the file is known. */
import type { PageLine } from '../pages/page.ts';

export interface Line extends PageLine {
  page: number;
  /** First line of its page once furniture is removed. */
  pageStart: boolean;
  /** Blank lines before it (text input), or the gap before it in line heights (geometry); 0 = running on. */
  gap: number;
  /** Left edge in characters from the page's usual left edge; 0 = at the margin. */
  indent: number;
  /** As of a page's line, or part of a running head or foot that a flat text has been cut at. */
  running?: true;
  /** Begins a clause that a flat text has been cut at, though no mark and maybe no stop parts it from the one before. */
  clause?: true;
}
