/**
 * Diarienummer: the many ways one number is written, and the one form by which matters are told apart.
 *
 * Forms seen in Swedish municipalities and regions: `2031/00417`, `00034/2031`, `KS 2031/62`, `KS/2031:62`,
 * `KLK-2024-00512:1`, `LD23/07215`, `2031/KS 0063 001`, `2031/0063 BYN - 1`, `KSM2031-1408-321`,
 * `1.7.2-318-2031`. What they share is a year, a running number and, often, the letters of a diary.
 */

export interface Diarienummer {
  /** The diary's letters or class code, upper case ("KS", "1.7.2"); null when none is printed. */
  prefix: string | null;
  /** Four digits. */
  year: number;
  /** The running number without leading zeros. */
  number: number;
}

const LABEL = /^\s*(?:dnr|diarie(?:nummer|nr)|ärende(?:nummer|nr)|(?:vår\s+)?beteckning)\s*[.:]*\s*/iu;
const PREFIX = String.raw`(?<prefix>\p{L}{1,8}|\d{1,2}(?:\.\d{1,2}){1,3})`;
/** A document's own number or a class code after the matter's number: no part of it. */
const TAIL = String.raw`(?:\s*[:-]\s*\d{1,3}|\s+\d{3})?`;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;

const FORMS = [
  // KS 2031/62, KS/2031:62, KLK-2024-00512:1, LD23/07215, LS/23/0417, 2031/00417, 00034/2031, 1.7.2-318-2031
  String.raw`(?:${PREFIX}\s*(?:[-/]\s*)?)?(?<a>\d{1,7})\s?[/:-]\s?(?<b>\d{1,7})${TAIL}`,
  // 2031/KS 0063 001
  String.raw`(?<a>(?:19|20)\d{2})\s?/\s?${PREFIX}\s*(?:[-/]\s*)?(?<b>\d{1,7})${TAIL}`,
  // 2031/0063 BYN - 1
  String.raw`(?<a>(?:19|20)\d{2})/(?<b>\d{1,7})\s+(?<prefix>\p{Lu}{2,8})(?:\s*-\s*\d{1,3})?`,
  // KS.2031.118, FN 2031.089
  String.raw`(?<prefix>\p{Lu}{2,8})[. ](?<a>(?:19|20)\d{2})\.(?<b>\d{1,6})`,
  // 2031.199 SN
  String.raw`(?<a>(?:19|20)\d{2})\.(?<b>\d{2,6})\s+(?<prefix>\p{Lu}{2,8})`,
  // 31RK512
  String.raw`(?<a>\d{2})(?<prefix>\p{Lu}{2,4})(?<b>\d{1,3}|\d{5})`,
  // 31/TN 0044
  String.raw`(?<a>\d{2})/(?<prefix>\p{Lu}{2,4}) (?<b>\d{3,5})`,
  // LS/0612/31
  String.raw`(?<prefix>\p{Lu}{2,6})/(?<b>\d{3,5})/(?<a>\d{2})`,
  // DNX310012, RV31104
  String.raw`(?!ISO)(?<prefix>\p{Lu}{2,6})(?<a>\d{2})(?<b>\d{3,5})`,
  // 2031-KTN000201
  String.raw`(?<a>(?:19|20)\d{2})-(?<prefix>\p{Lu}{2,6})(?<b>\d{4,7})`,
  // 2031/52-BaUN-040, its plan's code behind it
  String.raw`(?<a>(?:19|20)\d{2})/(?<b>\d{1,6})-(?<prefix>\p{Lu}\p{L}{1,6})-\d{3}`,
  // MSN/2031/1042/311-1
  String.raw`(?<prefix>\p{Lu}{2,6})/(?<a>(?:19|20)\d{2})/(?<b>\d{1,6})/\d{3}(?:-\d{1,3})?`,
  // 1.5.1.-214-2031
  String.raw`(?<prefix>\d{1,2}(?:\.\d{1,2}){1,3})\.-(?<b>\d{1,7})-(?<a>(?:19|20)\d{2})`,
].map((form) => new RegExp(`^${form}$`, 'u'));

/**
 * Reads a diarienummer in any of its forms, with or without a label before it ("Dnr: …").
 * null: it is none that is known (an older archive mark such as `113-285-07` has no year to be sure of).
 */
export function parseDiarienummer(text: string): Diarienummer | null {
  const bare = text
    .normalize('NFC')
    .replace(LABEL, '')
    .replace(/[\u2010-\u2013]/gu, '-')
    .trim();
  if (ISO_DATE.test(bare)) return null;
  for (const form of FORMS) {
    const groups = form.exec(bare)?.groups;
    if (groups?.a === undefined || groups.b === undefined) continue;
    const parts = yearAndNumber(groups.a, groups.b);
    if (parts !== null) return { prefix: groups.prefix?.toUpperCase() ?? null, ...parts };
  }
  return null;
}

/**
 * The one form of a number, e.g. "KS 2031/62" or "2031/417". What is not understood is only folded (upper case,
 * single spaces), so that at least the same print is the same number.
 */
export function normaliseDiarienummer(text: string): string {
  const parsed = parseDiarienummer(text);
  if (parsed !== null) return formatDiarienummer(parsed);
  return text.normalize('NFC').replace(LABEL, '').replace(/\s+/gu, ' ').trim().toUpperCase();
}

/** "KS 2031/62", or "2018/14" without a prefix. */
export function formatDiarienummer({ prefix, year, number }: Diarienummer): string {
  return `${prefix === null ? '' : `${prefix} `}${year}/${number}`;
}

/** Whether a question for one number may mean the other: equal, or one of them written without its diary. */
export function mayBeSameDiarienummer(a: string, b: string): boolean {
  const [x, y] = [parseDiarienummer(a), parseDiarienummer(b)];
  if (x === null || y === null) return normaliseDiarienummer(a) === normaliseDiarienummer(b);
  if (x.year !== y.year || x.number !== y.number) return false;
  return x.prefix === y.prefix || x.prefix === null || y.prefix === null;
}

/** What may be a diarienummer in running text, as printed there. */
const IN_TEXT = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}/:-])(?:`,
    String.raw`(?:19|20)\d{2}/\p{Lu}{2,8}\s?\d{1,7}`,
    String.raw`|(?:(?<letters>\p{L}{1,8})[-/ ]?|\d{1,2}(?:\.\d{1,2}){1,3}-)?\d{1,7}[/:-]\d{1,7}(?:-\d{1,4})?`,
    // a diary's letters behind it; where a number follows them, they are that one's
    String.raw`(?<behind>\s\p{Lu}{2,8}(?!\p{L})(?!\s?\d))?`,
    String.raw`)(?::\d{1,3})?(?![\p{L}\p{N}/-])`,
  ].join(''),
  'gu',
);
/** Short words that stand before a number without being a diary's letters, and labels, which say nothing more. */
const WORDS = new Set(['om', 'nr', 'för', 'och', 'av', 'i', 'ang', 'till', 'se', 'mål', 'bil']);
const LABELS = new Set(['dnr', 'diarienr', 'ärendenr', 'ärende']);
const LONE_LABEL = /(?<!\p{L})(?:dnr|diarie(?:nummer|nr)|ärende(?:nummer|nr))(?!\p{L})[.:]*/giu;

/**
 * Takes the diarienummer out of a question. Only what is surely one is taken: times, dates, spans of years and
 * paragraphs ("142/19") stay.
 *
 * @param inPlaceOf what stands in the rest where the number of this place among those found stood
 * @returns the numbers as written, and the rest of the text without them and without labels ("dnr") before them
 */
export function takeDiarienummer(
  text: string,
  inPlaceOf: (nr: number) => string = () => '',
): { found: string[]; rest: string } {
  const found: string[] = [];
  const rest = text.normalize('NFC').replace(IN_TEXT, (hit, ...groups) => {
    const { letters, behind = '' } = groups.at(-1) as { letters: string | undefined; behind?: string };
    const spaced = letters !== undefined && hit[letters.length] === ' ';
    const isWord =
      spaced &&
      (WORDS.has(letters.toLowerCase()) || LABELS.has(letters.toLowerCase()) || letters.length > 4) &&
      letters !== letters.toUpperCase();
    const whole = isWord ? hit.slice(letters.length + 1) : hit;
    // letters behind a number that has some already are none of it
    const number = [whole, whole.slice(0, whole.length - behind.length)].find(isSurelyDiarienummer);
    if (number === undefined) return hit;
    const before = isWord && !LABELS.has(letters.toLowerCase()) ? `${letters} ` : ' ';
    return `${before}${inPlaceOf(found.push(number) - 1)} ${whole.slice(number.length)} `;
  });
  const bare = found.length > 0 ? rest.replace(LONE_LABEL, ' ') : rest;
  return { found, rest: bare.replace(/\s+/gu, ' ').trim() };
}

function isSurelyDiarienummer(text: string): boolean {
  if (parseDiarienummer(text) === null) return false;
  if (/\p{L}/u.test(text)) return /\d{4}|\d{2}[/:]\d{2,}/u.test(text);
  if (/^(?:19|20)\d{2}-(?:(?:19|20)\d{2}|\d{1,2})$/u.test(text)) return false;
  return /\d{4}/u.test(text);
}

/** Which of the two is the year: the one with four digits of a possible year, else the first, of two digits. */
function yearAndNumber(a: string, b: string): { year: number; number: number } | null {
  const isYear = (digits: string) => /^(?:19[5-9]\d|20\d{2})$/u.test(digits);
  if (isYear(a)) return { year: Number(a), number: Number(b) };
  if (isYear(b)) return { year: Number(b), number: Number(a) };
  if (a.length !== 2) return null;
  const short = Number(a);
  return { year: short < 70 ? 2000 + short : 1900 + short, number: Number(b) };
}
