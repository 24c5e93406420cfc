/** Swedish public holidays (lagen (1989:253) om allmänna helgdagar) and the days that count as such. */
import { plusDays, weekday } from './rakna.ts';

/** Easter Sunday by the Gregorian calendar (the anonymous computus). */
export function paskdagen(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-0${month}-${String(day).padStart(2, '0')}`;
}

/** The first Saturday on or after a day. */
const saturdayFrom = (day: string): string => plusDays(day, 6 - weekday(day));

/** All public holidays of a year but its Sundays. */
export function helgdagar(year: number): string[] {
  const easter = paskdagen(year);
  const fixed = ['01-01', '01-06', '05-01', '12-25', '12-26'].map((d) => `${year}-${d}`);
  const moving = [-2, 0, 1, 39, 49].map((n) => plusDays(easter, n));
  return [
    ...fixed,
    ...moving,
    saturdayFrom(`${year}-06-20`),
    saturdayFrom(`${year}-10-31`),
    // Since 2005 the sixth of June is one and Whit Monday is none.
    year >= 2005 ? `${year}-06-06` : plusDays(easter, 50),
  ].sort();
}

/**
 * A day on which nothing can be demanded: Saturdays, Sundays, public holidays, Midsummer Eve, Christmas Eve and New
 * Year's Eve (lagen (1930:173) om beräkning av lagstadgad tid 2 §).
 */
export function isLedig(day: string): boolean {
  const year = Number(day.slice(0, 4));
  if ([0, 6].includes(weekday(day)) || /-12-(?:24|31)$/.test(day)) return true;
  const midsummerEve = plusDays(saturdayFrom(`${year}-06-20`), -1);
  return day === midsummerEve || helgdagar(year).includes(day);
}

/** The day itself, or the next weekday when it is none: the last day of a time set by law moves so. */
export function nextVardag(day: string): string {
  let at = day;
  while (isLedig(at)) at = plusDays(at, 1);
  return at;
}
