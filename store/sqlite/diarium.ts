/** The lines of the register of handlingar, and who confirmed them. */
import type { Kysely } from 'kysely';
import type { DiariumStore } from '../diarium.ts';
import type { Tables } from './schema.ts';

/** `now` gives the time as ISO 8601, UTC. */
export function diariumStore(_db: Kysely<Tables>, _now: () => string): DiariumStore {
  return {};
}
