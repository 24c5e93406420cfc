/** What is measured of the store: figures that are cheap to ask for, however much it holds. */
import type { LeveransStatus } from './expediering.ts';
import type { FileStatus } from './files.ts';

export interface Matvarden {
  /** Contents by status. */
  filer: { [status in FileStatus]: number };
  /** Since when the content that has been under way longest is; ISO 8601, UTC. null: none is. */
  aldstUnderArbete: string | null;
  /** Deliveries that are not delivered: how many there are of each status, and when the oldest of them was planned. */
  leveranser: { status: Exclude<LeveransStatus, 'levererad'>; antal: number; aldst: string }[];
  /** Posts that wait in inboxes, and the day of the oldest, YYYY-MM-DD; null where none has a day. */
  poster: { vantar: number; aldst: string | null };
  /** What the database takes on disk, indexes and free pages included. */
  databasBytes: number;
}

export interface MatvardenStore {
  /** Throws when the store does not answer: also the question whether it does. */
  matvarden(): Promise<Matvarden>;
}
