/** The days on which something happens in a matter although nothing comes. Days are YYYY-MM-DD. */
import { daysBetween, plusDays } from './dagar/rakna.ts';
import type { Vantan, Way } from './types.ts';

/** What is late is said on its first late day, and again so often while it stays so. */
const AGAIN_AFTER_DAYS = 28;

/** The last day is over. */
export const isLate = ({ senast }: Vantan, idag: string): boolean => senast !== null && senast < idag;

/**
 * How many times up to and on this day it was to be said that something is late: 0 before its first late day, 1 from
 * then on, one more every four weeks.
 */
export function paminnelserTill({ senast }: Vantan, idag: string): number {
  if (senast === null || senast >= idag) return 0;
  return 1 + Math.floor((daysBetween(senast, idag) - 1) / AGAIN_AFTER_DAYS);
}

/** The first day after `idag` on which something is late, is to be said again, or gains legal force; null: no such day. */
export function nextDay(way: Pick<Way, 'vantar' | 'steg'>, idag: string): string | null {
  const days = [
    ...way.vantar.flatMap((vantan) => nextReminder(vantan, idag) ?? []),
    ...way.steg.flatMap(({ lagaKraft }) => lagaKraft?.tidigast ?? []),
  ].filter((day) => day > idag);
  return days.sort()[0] ?? null;
}

function nextReminder(vantan: Vantan, idag: string): string | null {
  if (vantan.senast === null) return null;
  return plusDays(vantan.senast, 1 + paminnelserTill(vantan, idag) * AGAIN_AFTER_DAYS);
}
