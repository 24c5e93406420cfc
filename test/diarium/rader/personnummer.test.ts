/** Personal numbers are found in all their forms, and other numbers are left alone. */
import { describe, expect, it } from 'vitest';
import { withoutPersonnummer } from '../../../diarium/rader/personnummer.ts';

describe('personal numbers', () => {
  // the last has a wrong check digit, as a misreading has
  it.each([
    '19800101-2387',
    '800101-2387',
    '8001012387',
    '198001012387',
    '800101 2387',
    '800101 - 2387',
    '800101–2387',
    '180101+2389',
    '800161-2385',
    '800101-2385',
    // as a bad reading has them
    '8OO1O1-2387',
    '80010l-2387',
    'B00101-23B7',
    '19B00101-2387',
    '8 0 0 1 0 1 - 2 3 8 7',
    '1980-01-01-2387',
    '80 01 01 2387',
    '800101-\n2387',
    'I980OlO12387',
    'B00l0?-23&7',
    // a month and a day that there are not
    '807101-2387',
    '19801301-2387',
    '800141–2387',
  ])('%s is masked', (number) => {
    expect(withoutPersonnummer(`Ansökan från ${number}, om stöd`)).toBe(
      'Ansökan från [personnummer], om stöd',
    );
  });

  it('is masked when it stands close to words', () => {
    expect(withoutPersonnummer('pnr800101-2387Anna')).toBe('pnr[personnummer]Anna');
  });

  it('is masked after numbers that are none', () => {
    expect(withoutPersonnummer('12 31 800101-2387')).toBe('12 31 [personnummer]');
  });

  it.each([
    ['a spell of days', '2031-03-04 – 2031-04-05, 2031-03-04–2031-04-05'],
    ['a word', 'bolIgsOliGbolIg'],
    ['an organisationsnummer', 'Avtal med 556677-8899'],
    ['a diarienummer', 'KS 2031/0062, 1.7.2-318-2031, KSM2031-1408-321'],
    ['a number of a case', 'Ärende 301512-2031, 1234-807101-2387, 807101-2387/31'],
    ['a day', 'Avser 2031-03-04 och 20310304'],
    ['a day of birth', 'Född 800101'],
    ['ten digits without a check digit', 'Faktura 8001012385'],
    ['a telephone number', 'Ring 0470-123456'],
    ['a sum', '8001012387000 kronor'],
  ])('%s stays', (_, text) => {
    expect(withoutPersonnummer(text)).toBe(text);
  });
});
