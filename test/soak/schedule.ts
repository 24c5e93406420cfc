/** What is killed when, by lot. */
import type { Random } from './random.ts';

export const TARGETS = ['main', 'worker', 'server', 'ingest', 'main+server', 'everything', 'stall'] as const;
export type Target = (typeof TARGETS)[number];

export interface Blow {
  /** After the one before, milliseconds. */
  afterMs: number;
  /** What is killed; stall: the server stands still for a while instead. */
  target: Target;
}

/** The usual ones more often than the rare ones. */
const LOTS: readonly Target[] = [
  ...(['main', 'main', 'main', 'worker', 'worker', 'server', 'server', 'server'] as const),
  ...(['ingest', 'main+server', 'everything', 'stall'] as const),
];

/** So many blows; some come at once after another, in the middle of a start. */
export function scheduleOf(random: Random, blows: number): Blow[] {
  return Array.from({ length: blows }, () => ({
    afterMs: random.next() < 0.25 ? random.between(50, 1_500) : random.between(1_500, 9_000),
    target: random.one(LOTS),
  }));
}
