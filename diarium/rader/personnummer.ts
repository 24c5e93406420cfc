/** Personal numbers in text. No register that the public reads has them. */
export const PERSONNUMMER = '[personnummer]';

const CANDIDATE =
  /(?<![\p{L}\p{N}])(?<century>19|20)?(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})(?:(?<sign>\s?[-+\u2010-\u2015\u2212]\s?)|\s)?(?<last>\d{4})(?![\p{L}\p{N}])/gu;

/**
 * Puts a mark in place of personnummer and samordningsnummer (whose day is 60 higher), with or without century and
 * sign. With a sign a wrong check digit does not save the number: it may be misread. Without one ten digits may be
 * anything, so that the check digit decides; an organisationsnummer has no month and is none.
 */
export function withoutPersonnummer(text: string): string {
  return text.replace(CANDIDATE, (hit, ...rest) => {
    const { year, month, day, sign, last } = rest.at(-1) as { [name: string]: string | undefined };
    const [m, d] = [Number(month), Number(day) % 60];
    const isDay = m >= 1 && m <= 12 && d >= 1 && d <= 31 && Number(day) <= 91;
    const isNumber = isDay && (sign !== undefined || hasCheckDigit(`${year}${month}${day}${last}`));
    return isNumber ? PERSONNUMMER : hit;
  });
}

/** Luhn's check over ten digits. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => {
    const n = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return sum % 10 === 0;
}
