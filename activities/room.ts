/** Contents in memory: no more of them at a time than the machine has room for. */
import { totalmem } from 'node:os';
import { Semaphore } from 'async-mutex';
import type { Blobs } from '../store/blobs.ts';
import { getIntake } from '../store/derived.ts';

/** Runs work on so many bytes when there is room for them beside others'. */
export type Room = <T>(bytes: number, work: () => Promise<T>) => Promise<T>;

/** A step holds up to four times the file, and the rest of the machine is for threads, the database and the server. */
const SHARE = 16;
const LEAST_BYTES = 100_000_000;

/** What contents may take together in this process, bytes: a share of what the machine, or its limit, gives. */
export function bytesOfRoom(): number {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.max(LEAST_BYTES, memory / SHARE);
}

/** The semaphore counts through what it has left each time, so that it is not given single bytes. */
const UNIT = 1_000_000;

/** First come, first served. What is larger than the room is let in alone. */
export function createRoom(size: number = bytesOfRoom()): Room {
  const units = Math.ceil(size / UNIT);
  const room = new Semaphore(units);
  return (bytes, work) => room.runExclusive(work, Math.min(Math.max(Math.ceil(bytes / UNIT), 1), units));
}

/** Runs a step's work that reads this content. Waits while others take the room; it may have been called off by then. */
export async function withRoomFor<T>(
  { blobs, room }: { blobs: Blobs; room: Room },
  sha256: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const kept = await getIntake(blobs, sha256);
  return room(kept?.bytes ?? 0, () => {
    signal.throwIfAborted();
    return work();
  });
}
