/** Made-up personal numbers in all the forms that records print them in, and people who are nobody. */
import fc from 'fast-check';

const two = (n: number): string => String(n).padStart(2, '0');

/** The tenth digit. */
export function checkDigit(nine: string): string {
  const sum = [...nine].reduce((total, digit, i) => {
    const n = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** A number's parts, with its check digit; the day of a samordningsnummer is 60 higher. */
export const personnummer = fc
  .record({
    century: fc.constantFrom('19', '20'),
    year: fc.integer({ min: 0, max: 99 }).map(two),
    month: fc.integer({ min: 1, max: 12 }).map(two),
    day: fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(0, 0, 60))
      .map(([d, more]) => two(d + more)),
    birth: fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0')),
  })
  .map(({ century, year, month, day, birth }) => ({
    century,
    six: year + month + day,
    four: birth + checkDigit(year + month + day + birth),
  }));

const LIKE: { readonly [digit: string]: readonly string[] } = {
  ...{ '0': ['O', 'o'], '1': ['l', 'I'], '5': ['S'], '8': ['B'] },
};

/** Up to four digits as a bad reading has them. */
const damaged = (digits: string, at: readonly number[]): string =>
  [...digits]
    .map((digit, i) => (at.includes(i) ? (LIKE[digit]?.[i % 2] ?? LIKE[digit]?.[0] ?? digit) : digit))
    .join('');

/** A number as printed: with or without century, with a sign, a space or nothing between, letterspaced, misread. */
export const printed = fc
  .record({
    number: personnummer,
    century: fc.boolean(),
    between: fc.constantFrom('-', '-', '–', '+', ' - ', ' ', '', '-\n', ' -'),
    misread: fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 4 }),
    spaced: fc.constantFrom(false, false, false, true),
  })
  .map(({ number, century, between, misread, spaced }) => {
    const ten = damaged(number.six + number.four, misread);
    const [six, four] = [ten.slice(0, 6), ten.slice(6)];
    const space = (text: string): string => (spaced ? [...text].join(' ') : text);
    return {
      text: `${century ? space(number.century) + (spaced ? ' ' : '') : ''}${space(six)}${between}${space(four)}`,
      six,
      four,
    };
  });

/** Words around it. */
export const prose = fc
  .array(
    fc.constantFrom(
      ...[
        'att',
        'bevilja',
        'sökanden',
        'bistånd',
        'enligt',
        '§ 12',
        'den 3 juni 2031',
        'KS 2031/17',
        '(S)',
        'kl. 13.00',
      ],
      ...['nämnden', 'beslutar', '12 500 kr', 'dnr', 'pnr', '–', 'bil. 3', '2031-03-04', '13', '1.', ','],
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

/** Names that are in no vocabulary. */
export const namn = fc
  .tuple(
    fc.constantFrom(
      'Anna',
      'Bo',
      'Maj',
      'Per-Åke',
      'Li',
      'Özgür',
      'Stig',
      'April',
      'Vera',
      'Ali',
      'HANNA',
      'Eva-Lena',
    ),
    fc.constantFrom('', 'af ', 'von ', 'K. ', 'de la '),
    fc.constantFrom(
      'Fiskvik',
      'Ek',
      'Ström',
      "O'Brien",
      'Åsberg',
      'Yılmaz',
      'LINDQVIST',
      'Ek-Ström',
      '0lsson',
      'Sva1berg',
    ),
  )
  .map(([first, between, last]) => ({ hela: `${first} ${between}${last}`, delar: [first, last] }));
