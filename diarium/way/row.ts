/** One row of an inbox, with what tells where it belongs. */
import type { StegWithParts } from './steg-with-parts.ts';
import type { Post, Vidare } from './types.ts';

/** A row before rows that say the same are put together. */
export interface Row {
  post: Post;
  /** Key of the recipient. */
  key: string;
  step: StegWithParts;
  /** Place of its step in the order of the matter. */
  at: number;
  /** Keys of the bodies that come after the recipient in the chain. */
  later: string[];
  /** Why it goes there; null for a decision that somebody is told of. */
  reason: Vidare['reason'] | null;
  /** Tells rows apart that one clause makes for several recipients; "" for the first. Goes behind ids. */
  suffix: string;
}

export type RowGroup = [Row, ...Row[]];
