/** Names and channels of recipients by what people have said of them, without anything read. */
import { organKey } from '../../extraction/routing/organ.ts';
import { namesOf } from './register.ts';
import type { OrganPost } from './types.ts';

export interface Sagda {
  /** The same for all names that people have said are one; "" for a name without letters. */
  keyOf(mottagare: string): string;
  /** The name of the channel that people have given a recipient, by any of its names; null: none. */
  kanalOf(mottagare: string): string | null;
}

/**
 * Only the names themselves count, in any inflection: what leaves the house goes to nobody for a likeness of names.
 *
 * @param poster of one huvudman
 */
export function sagda(poster: readonly OrganPost[], huvudman: string | null): Sagda {
  const key = (name: string) => organKey(name, { huvudman });
  const entries = new Map(poster.flatMap((post) => namesOf(post).map((name) => [key(name), post] as const)));
  return {
    keyOf: (mottagare) => key(entries.get(key(mottagare))?.namn ?? mottagare),
    kanalOf: (mottagare) => entries.get(key(mottagare))?.kanal ?? null,
  };
}
