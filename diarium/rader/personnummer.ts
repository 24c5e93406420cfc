/** Personal numbers in text. No register that the public reads has them. */
export const PERSONNUMMER = '[personnummer]';

/** From one place in a text up to another. */
export interface Span {
  from: number;
  to: number;
}

/** What a reading of a picture takes for a digit, and the digit that it may be. */
const MISREAD: { readonly [char: string]: string } = {
  ...{ O: '0', o: '0', Q: '0', D: '0' },
  ...{ l: '1', I: '1', i: '1', '|': '1', '!': '1' },
  ...{ Z: '2', z: '2', A: '4', S: '5', s: '5', $: '5', G: '6', b: '6', T: '7', '?': '7' },
  ...{ B: '8', '&': '8', g: '9', q: '9' },
};
const DIGIT = '[\\dOoQDlIi|!ZzASs$GbT?B&gq]';
/** Between the digits of one group: letterspaced, or cut by what no eye sees. */
const THIN = '[\\s\\u00ad\\u200b-\\u200d\\u2060]?';
const TWO = `${DIGIT}${THIN}${DIGIT}`;
/** Between year, month and day. */
const JOINT = '(?:[-.\\u2010-\\u2015]|\\s)?';
const GAP = '[\\s\\u00ad\\u200b-\\u200d\\u2060]{0,2}';
const NUMBER = `(?<year>${TWO})${JOINT}(?<month>${TWO})${JOINT}(?<day>${TWO})(?<before>${GAP}(?:(?<sign>[-+\\u2010-\\u2015\\u2212])|[~_=.·•*:,;])?${GAP})(?<last>${TWO}${THIN}${TWO})`;
const FORMS = [new RegExp(`(?<century>${TWO})${JOINT}${NUMBER}`, 'uy'), new RegExp(NUMBER, 'uy')];
/** The form alone, printed as most are: a misreading makes months and days that there are not. A number that ends in a year is of a case. */
const SHAPED = new RegExp(
  `(?:(?:18|19|20)\\s?)?${DIGIT}{6}[-+~\\u2010-\\u2015\\u2212](?!(?:19|20)\\d\\d)${DIGIT}{4}(?![-/\\p{L}\\p{N}])`,
  'uy',
);
/** One misread sign in three is much. */
const SHAPED_DIGITS = 7;
const START = new RegExp(DIGIT, 'gu');

/**
 * Where personnummer and samordningsnummer (whose day is 60 higher) stand, with or without century and sign. With a sign
 * neither a wrong check digit nor a month that there is not saves the number: it may be misread. Without one ten digits may be anything, so that the
 * check digit decides; an organisationsnummer has no month and is none. Letters that stand for digits in a bad reading
 * count as these while most of it is digits.
 */
export function personnummerIn(text: string): Span[] {
  const found: Span[] = [];
  START.lastIndex = 0;
  for (let start = START.exec(text); start !== null; start = START.exec(text)) {
    const to = endOfNumber(text, start.index);
    if (to === null) continue;
    // what looks like a number may begin before the one that is: both are found
    const before = found.at(-1);
    if (before && start.index <= before.to) before.to = Math.max(before.to, to);
    else found.push({ from: start.index, to });
  }
  return found;
}

/** Puts a mark in place of each; see personnummerIn. */
export const withoutPersonnummer = (text: string): string =>
  without(text, personnummerIn(text), PERSONNUMMER);

/** A text with a mark in place of each span. @param spans in order, none in another */
export function without(text: string, spans: readonly Span[], mark: string): string {
  if (spans.length === 0) return text;
  const kept = spans.map(({ from }, i) => text.slice(spans[i - 1]?.to ?? 0, from));
  return `${kept.join(mark)}${mark}${text.slice(spans.at(-1)?.to)}`;
}

/** Where the number that begins here ends; null: none does. */
function endOfNumber(text: string, at: number): number | null {
  if (!standsFree(text[at - 1], text[at])) return null;
  for (const form of FORMS) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match?.groups && isNumber(match.groups as Groups, match[0], text.slice(at + match[0].length))) {
      return at + match[0].length;
    }
  }
  SHAPED.lastIndex = at;
  const [hit] = /[-/]/u.test(text[at - 1] ?? '') ? [] : (SHAPED.exec(text) ?? []);
  return hit !== undefined && (hit.match(/\d/gu) ?? []).length >= SHAPED_DIGITS && !isOrganisationsnummer(hit)
    ? at + hit.length
    : null;
}

/** Of an authority or a company: its "month" is 20 or more, and its check digit right. */
function isOrganisationsnummer(hit: string): boolean {
  const digits = digitsOf(hit);
  return digits.length === 10 && Number(digits.slice(2, 4)) >= 20 && hasCheckDigit(digits);
}

type Groups = { [name in 'century' | 'sign']: string | undefined } & {
  [name in 'year' | 'month' | 'day' | 'before' | 'last']: string;
};

function isNumber(parts: Groups, hit: string, after: string): boolean {
  if (!standsFree(after[0], hit.at(-1))) return false;
  const [year, month, day, last] = [parts.year, parts.month, parts.day, parts.last].map(digitsOf) as [
    ...[string, string, string, string],
  ];
  const [m, d] = [Number(month), Number(day) % 60];
  const isDay = m >= 1 && m <= 12 && d >= 1 && d <= 31 && Number(day) <= 91;
  if (!isDay || (parts.century !== undefined && !/^(?:18|19|20)$/u.test(digitsOf(parts.century))))
    return false;
  // one misread digit in each group is much; what has more letters than that is words
  if ((hit.match(/\d/gu) ?? []).length < 6) return false;
  if (hasCheckDigit(`${year}${month}${day}${last}`)) return !isSpan(hit, after);
  // "2031-03-04 – 2031": a day to another one, where the parts of the day stand apart
  const isOneGroup = !/[-.\u2010-\u2015\s]/u.test(hit.slice(0, -parts.before.length - parts.last.length));
  if (parts.sign !== undefined) return isOneGroup || (parts.before.length === 1 && !isSpan(hit, after));
  return false;
}

/** From one day to another: what follows is the month of the second. */
const isSpan = (hit: string, after: string): boolean =>
  /\d[-.]\d\d[-.]\d/u.test(hit) && /^[-.]\d\d[-.]\d/u.test(after);

/** Whether a number can begin or end where this stands beside it: no digit goes on, and no letter where a letter is read as one. */
function standsFree(beside: string | undefined, own: string | undefined): boolean {
  if (beside === undefined) return true;
  return /\d/u.test(own ?? '') ? !/\d/u.test(beside) : !/[\p{L}\p{N}]/u.test(beside);
}

const digitsOf = (text: string): string =>
  [...text].map((char) => MISREAD[char] ?? (/\d/u.test(char) ? char : '')).join('');

/** Luhn's check over ten digits. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => {
    const n = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return sum % 10 === 0;
}
