import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDiarienummer,
  mayBeSameDiarienummer,
  normaliseDiarienummer,
  parseDiarienummer,
  takeDiarienummer,
} from '../../../extraction/language/diarienummer.ts';

describe('normaliseDiarienummer', () => {
  test.each([
    ['2031/00417', '2031/417'],
    ['2031/417', '2031/417'],
    ['00034/2031', '2031/34'],
    ['23/00120', '2023/120'],
    ['KS 2031/62', 'KS 2031/62'],
    ['KS/2031:62', 'KS 2031/62'],
    ['KS2031/62', 'KS 2031/62'],
    ['ks 2031/0062', 'KS 2031/62'],
    ['SÄN/2031:6', 'SÄN 2031/6'],
    ['RS/2031/417', 'RS 2031/417'],
    ['LD23/07215', 'LD 2023/7215'],
    ['KLK-2024-00512', 'KLK 2024/512'],
    ['KLK-2024-00512:1', 'KLK 2024/512'],
    ['KLK–2024–00512', 'KLK 2024/512'],
    ['2031/02350-1', '2031/2350'],
    ['2031/KS 0063 001', 'KS 2031/63'],
    ['2031/0063 BYN - 1', 'BYN 2031/63'],
    ['KSM2031-1408-321', 'KSM 2031/1408'],
    ['1.7.2-318-2031', '1.7.2 2031/318'],
    ['Dnr: KS 2031/62', 'KS 2031/62'],
    ['Ärendenummer 2031/00417', '2031/417'],
    ['REV 35/2031', 'REV 2031/35'],
    ['31/TN 0044', 'TN 2031/44'],
  ])('%s is %s', (printed, form) => {
    expect(normaliseDiarienummer(printed)).toBe(form);
  });

  test('what is not understood is only folded', () => {
    expect(parseDiarienummer('113-285-07')).toBeNull();
    expect(normaliseDiarienummer('Dnr  abc  x')).toBe('ABC X');
    expect(parseDiarienummer('2019-05-14')).toBeNull();
  });

  test('normalising twice changes nothing', () => {
    const printed = fc.record({
      prefix: fc.option(fc.constantFrom('KS', 'SÄN', 'KLK', 'BUN')),
      year: fc.integer({ min: 1970, max: 2099 }),
      number: fc.integer({ min: 1, max: 99999 }),
    });
    fc.assert(
      fc.property(printed, (parts) => {
        const form = formatDiarienummer(parts);
        expect(normaliseDiarienummer(form)).toBe(form);
      }),
    );
  });
});

test('a number without its diary may be the same; another diary never is', () => {
  expect(mayBeSameDiarienummer('2031/62', 'KS/2031:62')).toBe(true);
  expect(mayBeSameDiarienummer('KS 2031/62', 'BUN 2031/62')).toBe(false);
  expect(mayBeSameDiarienummer('2031/62', '2031/63')).toBe(false);
});

describe('takeDiarienummer', () => {
  test.each([
    ['2031/00417', ['2031/00417'], ''],
    ['patientavgifter 2031/00417', ['2031/00417'], 'patientavgifter'],
    ['Ärendenummer: SN 2023/120 höjs', ['SN 2023/120'], 'höjs'],
    ['avgift dnr 2031/00417', ['2031/00417'], 'avgift'],
    ['beslut KS 2031/62 avslag', ['KS 2031/62'], 'beslut avslag'],
    ['ks 2031/62', ['ks 2031/62'], ''],
    ['beslut om 2031/62', ['2031/62'], 'beslut om'],
    ['KS/2031:62', ['KS/2031:62'], ''],
    ['KLK-2024-00512', ['KLK-2024-00512'], ''],
    ['KLK-2024-00512:1 budget', ['KLK-2024-00512:1'], 'budget'],
    ['2031/KS 0063', ['2031/KS 0063'], ''],
    ['2031/0063 BYN taxa', ['2031/0063 BYN'], 'taxa'],
    ['dnr 2031/0063 BYN taxa', ['2031/0063 BYN'], 'taxa'],
    ['om 2031/0063 BYN', ['2031/0063 BYN'], 'om'],
    ['KS 2031/1 VA 12 taxa', ['KS 2031/1'], 'VA 12 taxa'],
    ['2031/1:2 badet', ['2031/1:2'], 'badet'],
    ['KS 2031/1 KS 2031/2', ['KS 2031/1', 'KS 2031/2'], ''],
    ['KS 2031/1 SN badet', ['KS 2031/1'], 'SN badet'],
    ['2031/1 KS 2031/2 och 2031/3', ['2031/1', 'KS 2031/2', '2031/3'], 'och'],
    ['1.7.2-318-2031 KS 2031/2', ['1.7.2-318-2031', 'KS 2031/2'], ''],
  ])('%s', (query, found, rest) => {
    expect(takeDiarienummer(query)).toEqual({ found, rest });
  });

  test.each([
    'och/eller',
    'klockan 10:30',
    'mötet 2019-05-14',
    '2020-2022',
    '§ 142/19',
    '50-100 kr',
    '"förslag till beslut"',
  ])('%s holds none', (query) => {
    expect(takeDiarienummer(query)).toEqual({ found: [], rest: query });
  });
});

describe('numbers with points, or with nothing between their parts', () => {
  test.each<[string, ReturnType<typeof parseDiarienummer>]>([
    ['BUN.2031.301', { prefix: 'BUN', year: 2031, number: 301 }],
    ['2031.199 SN', { prefix: 'SN', year: 2031, number: 199 }],
    ['31RK512', { prefix: 'RK', year: 2031, number: 512 }],
    ['LS/0612/04', { prefix: 'LS', year: 2004, number: 612 }],
    ['DNX310012', { prefix: 'DNX', year: 2031, number: 12 }],
    ['2031-KTN000201', { prefix: 'KTN', year: 2031, number: 201 }],
    ['2031/52-BaUN-040', { prefix: 'BAUN', year: 2031, number: 52 }],
    ['MSN/2031/1042/311-1', { prefix: 'MSN', year: 2031, number: 1042 }],
    ['1.5.1.-214-2031', { prefix: '1.5.1', year: 2031, number: 214 }],
    ['2031.05.12', null],
  ])('%s', (text, parsed) => expect(parseDiarienummer(text)).toEqual(parsed));
});
