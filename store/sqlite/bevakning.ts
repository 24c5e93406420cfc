/** What is awaited in all matters, and what is late. */
import type { Kysely } from 'kysely';
import type { BevakningStore } from '../bevakning.ts';
import type { Tables } from './schema.ts';

/** `now` gives the time as ISO 8601, UTC. */
export function bevakningStore(_db: Kysely<Tables>, _now: () => string): BevakningStore {
  return {};
}
