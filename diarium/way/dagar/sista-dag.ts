/**
 * The last day that a clause sets: "senast den 30 september 2031", "i mars 2032", "inom tre månader". Words that leave
 * room mean the last day they allow, so that nothing is called late before it is; "till nästa sammanträde" sets none.
 */
import { findDates, isoDate } from '../../../extraction/language/dates.ts';
import { ord } from '../../../extraction/language/ord.ts';
import { ANTAL, ARSTIDER, KVARTAL, LAMNAR_TILLBAKA, MANADER } from '../ord.ts';
import { lastOfMonth, plusDays, plusMonths } from './rakna.ts';

const MONTH = `(${MANADER.join('|')})`;
const YEAR = '(\\d{4})';
/** What may stand between "senast" and the day: "senast vid nämndens sammanträde den 3 juni". */
const BETWEEN =
  '(?:\\s+(?:den|dag(?:en)?|vid|till|på|i|under|inför|utgången av|slutet av|månadsskiftet|(?:\\p{Ll}+s\\s+)?(?:ordinarie\\s+)?(?:sammanträde(?:t)?|möte(?:t)?)|(?:mån|tis|ons|tors|fre|lör|sön)dagen))*';

/**
 * @param text one clause
 * @param from the day of the meeting that the clause is of: what it names is after it; null: not known
 * @returns YYYY-MM-DD; null where no day is set or where it is not sure which
 */
export function sistaDag(text: string, from: string | null): string | null {
  const printed = text.replace(/\s+/g, ' ');
  const days = [
    ...anchoredDates(printed),
    ...anchoredMonths(printed, from),
    ...anchoredPeriods(printed),
    ...spans(printed, from),
  ].filter((day) => !from || day >= from);
  // Several days: what is due first.
  return days.sort()[0] ?? null;
}

/** Whole dates behind a word that makes them a last day; "före den 1 mars" ends the day before. */
function anchoredDates(text: string): string[] {
  return findDates(text).flatMap(({ iso, to, start }) => {
    const before = text.slice(0, start);
    const anchor = ord(
      new RegExp(
        `\\b(senast|före|innan|inför|(?:till|på|vid)(?=\\s(?:\\p{Ll}+s\\s+)?(?:sammanträde|möte)))${BETWEEN}\\s*$`,
        'iu',
      ),
    ).exec(before);
    if (!anchor) return [];
    const last = to ?? iso;
    const earlier =
      /^(?:före|innan)/iu.test(anchor[1] ?? '') && !/utgången|sammanträde|möte/iu.test(anchor[0]);
    return [earlier ? plusDays(last, -1) : last];
  });
}

/** A day without a year, or a month with or without one: the first that comes after the meeting. */
function anchoredMonths(text: string, from: string | null): string[] {
  const re = ord(
    new RegExp(
      `\\b(senast|före|innan|i|under)(${BETWEEN})\\s+(?:(\\d{1,2})(?::?[ae])?\\s+)?${MONTH}\\b(?:\\s+(?:månad\\s+)?(?:år\\s+)?${YEAR})?`,
      'giu',
    ),
  );
  return [...text.matchAll(re)].flatMap((m) => {
    const [, word = '', between = '', day, name = '', year] = m;
    if (day && year) return [];
    if (/^(?:i|under)$/iu.test(word) && !comesBack(text.slice(0, m.index), text.slice(m.index))) return [];
    const month = MANADER.indexOf(name.toLowerCase()) + 1;
    const strictly = /^(?:före|innan)$/iu.test(word) && !/utgången|slutet/iu.test(between);
    const of = (y: number) => {
      if (day) return isoDate(y, month, Number(day));
      return strictly ? lastOfMonth(y, month - 1) : lastOfMonth(y, month);
    };
    if (year) return [of(Number(year)) ?? []].flat();
    if (!from) return [];
    const own = Number(from.slice(0, 4));
    const first = [own, own + 1].map(of).find((d) => d !== null && d >= from);
    if (!first) return [];
    return [day && strictly ? plusDays(first, -1) : first];
  });
}

/** Quarters, halves, seasons and whole years, with their year printed. */
function anchoredPeriods(text: string): string[] {
  const periods: [RegExp, (m: RegExpMatchArray) => string | null][] = [
    [
      new RegExp(
        `\\b(?:under|i|senast(?:\\s+(?:i|under))?)\\s+(?:det\\s+)?(${KVARTAL.join('|')})\\s+kvartal(?:et)?\\s+${YEAR}`,
        'giu',
      ),
      (m) => quarter(Number(m[2]), KVARTAL.indexOf((m[1] ?? '').toLowerCase()) % 4),
    ],
    [
      new RegExp(
        `\\b(?:(?:under|i|senast(?:\\s+(?:i|under))?)\\s+)?(?:kvartal\\s+|Q)([1-4])\\s*(?:,\\s*)?${YEAR}`,
        'giu',
      ),
      (m) => quarter(Number(m[2]), Number(m[1]) - 1),
    ],
    [
      new RegExp(
        `\\b(?:under|senast(?:\\s+(?:i|under))?)\\s+(?:det\\s+)?(första|andra)\\s+halvåret\\s+${YEAR}`,
        'giu',
      ),
      (m) => lastOfMonth(Number(m[2]), /^f/iu.test(m[1] ?? '') ? 6 : 12),
    ],
    [
      new RegExp(
        `\\b(?:under|i|till|senast(?:\\s+(?:i|under|till))?)\\s+(${Object.keys(ARSTIDER).join('|')})\\s+${YEAR}`,
        'giu',
      ),
      (m) => lastOfMonth(Number(m[2]), ARSTIDER[(m[1] ?? '').toLowerCase()] ?? 12),
    ],
    [
      new RegExp(
        `\\b(?:under|senast(?:\\s+(?:under|vid))?|före|innan|vid)\\s+(?:utgången av\\s+|slutet av\\s+)?(?:år(?:et)?\\s+)?${YEAR}\\b(?!\\s*[-–/:.§]\\s*\\d)(?! kronor)`,
        'giu',
      ),
      (m) => (/^(?:före|innan)(?! utg| slut)/iu.test(m[0]) ? `${Number(m[1]) - 1}-12-31` : `${m[1]}-12-31`),
    ],
  ];
  return periods.flatMap(([re, day]) =>
    [...text.matchAll(ord(re))].flatMap((m) => {
      const sure =
        /^(?:senast|före|innan)/iu.test(m[0]) || comesBack(text.slice(0, m.index), text.slice(m.index));
      const found = sure ? day(m) : null;
      return found && plausible(found) ? [found] : [];
    }),
  );
}

const plausible = (day: string) => day >= '1850' && day < '2101';
const quarter = (year: number, index: number): string => lastOfMonth(year, 3 * index + 3);

/** "i mars" is a last day only for what is to be reported: "återkomma i mars", "redovisas under hösten 2031". */
const comesBack = (before: string, after: string): boolean =>
  ord(LAMNAR_TILLBAKA).test(before.slice(-80)) ||
  ord(/^[^,.]{0,40}\b(?:återkomma|återrapportera|redovisa)\b/iu).test(after);

/** "inom tre månader", "inom 14 dagar", counted from the meeting, unless the clause counts from something else. */
function spans(text: string, from: string | null): string[] {
  if (!from) return [];
  const re = ord(
    new RegExp(
      `\\binom\\s+(\\d{1,3}|${ANTAL.join('|')})\\s+(dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år)\\b(?!\\s+(?:från|efter|räknat|innan|före))`,
      'giu',
    ),
  );
  return [...text.matchAll(re)].map((m) => {
    const word = (m[1] ?? '').toLowerCase();
    const n = /^\d/.test(word) ? Number(word) : Math.max(1, ANTAL.indexOf(word));
    if (/^dag/iu.test(m[2] ?? '')) return plusDays(from, n);
    if (/^veck/iu.test(m[2] ?? '')) return plusDays(from, 7 * n);
    return plusMonths(from, /^år/iu.test(m[2] ?? '') ? 12 * n : n);
  });
}
