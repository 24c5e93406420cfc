/**
 * What workflows can be found by on the engine's own page and in its lists: `huvudman = "…" AND status = "väntar"`. The
 * server has to know the attributes first (engine/temporal/search-attributes.ts), or a workflow that sets them goes no further.
 */
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

/** Where a matter is, in the words a person asks with. */
export interface Findable {
  huvudman: string | null;
  /** The body that has it now; of a delivery, the one that decided. */
  organ: string | null;
  /** `väntar`: open, and something is awaited; of a delivery, a person. */
  status: 'öppet' | 'väntar' | 'avslutat';
  diarienummer: string | null;
}

const { KEYWORD } = SearchAttributeType;
type Keyword = ReturnType<typeof defineSearchAttributeKey<typeof KEYWORD>>;

export const SEARCH_ATTRIBUTES: { readonly [name in keyof Findable]: Keyword } = {
  huvudman: defineSearchAttributeKey('huvudman', KEYWORD),
  organ: defineSearchAttributeKey('organ', KEYWORD),
  status: defineSearchAttributeKey('status', KEYWORD),
  diarienummer: defineSearchAttributeKey('diarienummer', KEYWORD),
};

/** A server on PostgreSQL or MySQL keeps a keyword in so many characters, and refuses a longer one. */
const LONGEST = 255;

/** Makes the workflow found by this. Nothing is written of what it is found by already; null takes a value away. */
export function makeFindable(at: Findable): void {
  const { typedSearchAttributes: now } = workflowInfo();
  const updates: SearchAttributeUpdatePair[] = [];
  for (const [name, key] of Object.entries(SEARCH_ATTRIBUTES) as [keyof Findable, Keyword][]) {
    const value = at[name] === null ? null : [...at[name]].slice(0, LONGEST).join('');
    if (value !== (now.get(key) ?? null)) updates.push({ key, value });
  }
  if (updates.length > 0) upsertSearchAttributes(updates);
}
