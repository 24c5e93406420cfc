/** Channels, and what was delivered to whom. */
import type { Kysely } from 'kysely';
import type { ExpedieringStore } from '../expediering.ts';
import type { Tables } from './schema.ts';

/** `now` gives the time as ISO 8601, UTC. */
export function expedieringStore(_db: Kysely<Tables>, _now: () => string): ExpedieringStore {
  return {};
}
