/** Counting with days as YYYY-MM-DD; no clock, no time zone. */

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** `n` days later. */
export const plusDays = (day: string, n: number): string => text(at(day) + n * DAY);

/** Days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => (at(to) - at(from)) / DAY;

/**
 * `n` months later: the day of the same number; where that month has none, its last day (lagen (1930:173) om
 * beräkning av lagstadgad tid 1 §).
 */
export function plusMonths(day: string, n: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = lastOfMonth(year, month + n);
  return Number(last.slice(8)) < date ? last : `${last.slice(0, 8)}${String(date).padStart(2, '0')}`;
}

/** The last day of a month; month 13 is January of the year after. */
export const lastOfMonth = (year: number, month: number): string => text(Date.UTC(year, month, 0));

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: string): number => new Date(at(day)).getUTCDay();
