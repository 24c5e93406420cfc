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
    ['2019/00889', '2019/889'],
    ['2019/889', '2019/889'],
    ['00022/2017', '2017/22'],
    ['18/00120', '2018/120'],
    ['KS 2018/14', 'KS 2018/14'],
    ['KS/2018:14', 'KS 2018/14'],
    ['KS2018/14', 'KS 2018/14'],
    ['ks 2018/0014', 'KS 2018/14'],
    ['SÄN/2012:3', 'SÄN 2012/3'],
    ['RS/2019/889', 'RS 2019/889'],
    ['LD13/03336', 'LD 2013/3336'],
    ['SLK-2024-01088', 'SLK 2024/1088'],
    ['SLK-2024-01088:1', 'SLK 2024/1088'],
    ['SLK–2024–01088', 'SLK 2024/1088'],
    ['2019/01810-1', '2019/1810'],
    ['2018/KS 0041 001', 'KS 2018/41'],
    ['2019/0041 NTN - 1', 'NTN 2019/41'],
    ['KSM2017-1023-214', 'KSM 2017/1023'],
    ['1.5.3-219-2012', '1.5.3 2012/219'],
    ['Dnr: KS 2018/14', 'KS 2018/14'],
    ['Ärendenummer 2019/00889', '2019/889'],
    ['REV 35/2018', 'REV 2018/35'],
  ])('%s is %s', (printed, form) => {
    expect(normaliseDiarienummer(printed)).toBe(form);
  });

  test('what is not understood is only folded', () => {
    expect(parseDiarienummer('102-274-04')).toBeNull();
    expect(normaliseDiarienummer('Dnr  abc  x')).toBe('ABC X');
    expect(parseDiarienummer('2019-05-14')).toBeNull();
  });

  test('normalising twice changes nothing', () => {
    const printed = fc.record({
      prefix: fc.option(fc.constantFrom('KS', 'SÄN', 'SLK', 'BUN')),
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
  expect(mayBeSameDiarienummer('2018/14', 'KS/2018:14')).toBe(true);
  expect(mayBeSameDiarienummer('KS 2018/14', 'BUN 2018/14')).toBe(false);
  expect(mayBeSameDiarienummer('2018/14', '2018/15')).toBe(false);
});

describe('takeDiarienummer', () => {
  test.each([
    ['2019/00889', ['2019/00889'], ''],
    ['patientavgifter 2019/00889', ['2019/00889'], 'patientavgifter'],
    ['Ärendenummer: SN 2023/120 höjs', ['SN 2023/120'], 'höjs'],
    ['avgift dnr 2019/00889', ['2019/00889'], 'avgift'],
    ['beslut KS 2018/14 avslag', ['KS 2018/14'], 'beslut avslag'],
    ['ks 2018/14', ['ks 2018/14'], ''],
    ['beslut om 2018/14', ['2018/14'], 'beslut om'],
    ['KS/2018:14', ['KS/2018:14'], ''],
    ['SLK-2024-01088', ['SLK-2024-01088'], ''],
    ['SLK-2024-01088:1 budget', ['SLK-2024-01088:1'], 'budget'],
    ['2018/KS 0041', ['2018/KS 0041'], ''],
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
