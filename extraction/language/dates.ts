/**
 * Swedish dates as records print them: "2019-09-19", "den 19 februari 2021", "19 feb 2021", "19.2.2021",
 * "19/2 2021", "2019 09 19", "20190919" and, standing alone, "190919". A day that does not exist is no date.
 */

/** A date found in a text; `start` and `end` are offsets, `to` the last day where several are named. */
export interface FoundDate {
  /** YYYY-MM-DD. */
  iso: string;
  /** Last day of "5–6 maj 2021"; else absent. */
  to?: string;
  start: number;
  end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTH =
  'jan(?:uari)?|feb(?:r|ruari)?|mar(?:s)?|apr(?:il)?|maj|jun(?:i)?|jul(?:i)?|aug(?:usti)?|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DASH = '[-‐‑–—−]';

/** The day as YYYY-MM-DD, or null when there is no such day or the year is no year of a record. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1850 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const FORMS: { re: RegExp; read: (m: RegExpExecArray) => { iso: string | null; to?: string | null } }[] = [
  {
    // 19 februari 2021, den 19:e feb. 2021, 5–6 maj 2021, 5 och 6 maj år 2021; OCR glues: 19februari2021
    re: new RegExp(
      `(?<![\\d:.,/]|\\d[-–])(\\d{1,2})(?::?[ae]|\\.)?(?: ?(?:${DASH}|och|till) ?(\\d{1,2})(?::?[ae])?)? ?(${MONTH})\\.?,?(?: ?år)? ?(\\d{4})(?!\\d)`,
      'gi',
    ),
    read: (m) => {
      const month = MONTHS.indexOf((m[3] ?? '').slice(0, 3).toLowerCase()) + 1;
      const iso = isoDate(Number(m[4]), month, Number(m[1]));
      return m[2] ? { iso, to: isoDate(Number(m[4]), month, Number(m[2])) } : { iso };
    },
  },
  {
    // 2019-09-19, 2019 - 09 - 19, 2019.09.19, 2019 09 19; not the end of a diarienummer
    re: new RegExp(
      `(?<![\\d/:]|\\d[-.])(\\d{4})(?: ?${DASH} ?(\\d{1,2}) ?${DASH} ?(\\d{1,2})|\\.(\\d{2})\\.(\\d{2})| (\\d{2}) (\\d{2}))(?![\\d/:]|${DASH}\\d)`,
      'g',
    ),
    read: (m) => ({
      iso: isoDate(Number(m[1]), Number(m[2] ?? m[4] ?? m[6]), Number(m[3] ?? m[5] ?? m[7])),
    }),
  },
  {
    // 19.2.2021, 19/2 2021, 19/2-2021, 19/2/2021
    re: new RegExp(
      `(?<![\\d./]|\\d[-:])(\\d{1,2})(?:\\. ?(\\d{1,2})\\. ?|/(\\d{1,2})(?: |/|${DASH}))(\\d{4})(?![\\d/])`,
      'g',
    ),
    read: (m) => ({ iso: isoDate(Number(m[4]), Number(m[2] ?? m[3]), Number(m[1])) }),
  },
  {
    // 20190919
    re: /(?<![\d/:.-])((?:19|20)\d{2})(\d{2})(\d{2})(?![\d/:]|[-.]\d)/g,
    read: (m) => ({ iso: isoDate(Number(m[1]), Number(m[2]), Number(m[3])) }),
  },
];

/** All dates of a text, in order. A bare "190919" is left out: in running text it may be any number. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { re, read } of FORMS) {
    for (const m of text.matchAll(re)) {
      const { iso, to } = read(m as RegExpExecArray);
      if (!iso) continue;
      const date: FoundDate = { iso, start: m.index, end: m.index + m[0].length };
      if (to && to > iso) date.to = to;
      if (!found.some((f) => f.start < date.end && date.start < f.end)) found.push(date);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The first date of a text as YYYY-MM-DD, or null. A text that is nothing but six digits ("190919") is read
 * too: a year from 50 on belongs to the last century.
 */
export function parseDate(text: string): string | null {
  const short = /^\s*(\d{2})(\d{2})(\d{2})\s*$/.exec(text);
  if (short) {
    const year = Number(short[1]);
    return isoDate(year + (year >= 50 ? 1900 : 2000), Number(short[2]), Number(short[3]));
  }
  return findDates(text.replace(/\s+/g, ' '))[0]?.iso ?? null;
}
