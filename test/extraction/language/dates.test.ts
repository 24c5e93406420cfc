import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, isoDate, parseDate } from '../../../extraction/language/dates.ts';

describe('parseDate', () => {
  it.each([
    ['2019-09-19', '2019-09-19'],
    ['Sammanträdesdatum 2019 – 09 – 19', '2019-09-19'],
    ['2019 09 19', '2019-09-19'],
    ['2019.09.19', '2019-09-19'],
    ['20190919', '2019-09-19'],
    ['190919', '2019-09-19'],
    ['980101', '1998-01-01'],
    ['den 19 februari 2021', '2021-02-19'],
    ['fredagen den 19:e februari år 2021', '2021-02-19'],
    ['19 feb 2021', '2021-02-19'],
    ['19 sept. 2021', '2021-09-19'],
    ['DEN 1 DECEMBER 2020 KL. 13.00', '2020-12-01'],
    ['3 maj\n2022', '2022-05-03'],
    ['19.2.2021', '2021-02-19'],
    ['19/2 2021', '2021-02-19'],
    ['19/2-2021', '2021-02-19'],
    ['19februari2021', '2021-02-19'],
    ['29 februari 2020', '2020-02-29'],
  ])('%s', (text, iso) => expect(parseDate(text)).toBe(iso));

  it.each([
    '29 februari 2021',
    '2019-13-01',
    'dnr 2031/02350-12',
    '190919-1234',
    '20190919-1234',
    'KS 2019/12/2020',
    '§ 128',
    '19 februari',
    '991301',
    '0-2019-09-19',
  ])('none in %s', (text) => expect(parseDate(text)).toBeNull());
});

describe('findDates', () => {
  it('gives all with their places, and the last day of a span', () => {
    const text = 'Möte den 5–6 maj 2021, anslaget 2021-05-20 till 11 juni 2021.';
    const found = findDates(text);
    expect(found.map((d) => [d.iso, d.to, text.slice(d.start, d.end)])).toEqual([
      ['2021-05-05', '2021-05-06', '5–6 maj 2021'],
      ['2021-05-20', undefined, '2021-05-20'],
      ['2021-06-11', undefined, '11 juni 2021'],
    ]);
  });

  it('reads back every day in every form', () => {
    const month = 'januari februari mars april maj juni juli augusti september oktober november december';
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (y, m, d) => {
          const iso = isoDate(y, m, d);
          if (!iso) return;
          expect(parseDate(`den ${d} ${month.split(' ')[m - 1]} ${y}`)).toBe(iso);
          expect(parseDate(iso)).toBe(iso);
          expect(parseDate(`${d}/${m} ${y}`)).toBe(iso);
          expect(parseDate(iso.replaceAll('-', ' '))).toBe(iso);
        },
      ),
    );
  });
});
