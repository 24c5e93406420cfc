import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helgdagar, isLedig, nextVardag, paskdagen } from '../../../diarium/way/dagar/helgdagar.ts';
import { lastOfMonth, plusDays, plusMonths, weekday } from '../../../diarium/way/dagar/rakna.ts';
import { sistaDag } from '../../../diarium/way/dagar/sista-dag.ts';

const aDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('counting days', () => {
  it('keeps the number of the day, or takes the last of a shorter month', () => {
    expect(plusMonths('2031-01-31', 1)).toBe('2031-02-28');
    expect(plusMonths('2032-02-29', 12)).toBe('2033-02-28');
    expect(plusMonths('2031-11-15', 3)).toBe('2032-02-15');
    expect(lastOfMonth(2032, 2)).toBe('2032-02-29');
    expect(plusDays('2031-12-31', 1)).toBe('2032-01-01');
    expect(weekday('2031-06-06')).toBe(5);
  });
});

describe('Swedish holidays', () => {
  it.each([
    [1999, '1999-04-04'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i', (year, day) => expect(paskdagen(year)).toBe(day));

  it('lists those of 2024 as the calendar does', () => {
    expect(helgdagar(2024)).toEqual([
      ...['2024-01-01', '2024-01-06', '2024-03-29', '2024-03-31', '2024-04-01', '2024-05-01'],
      ...['2024-05-09', '2024-05-19', '2024-06-06', '2024-06-22', '2024-11-02', '2024-12-25', '2024-12-26'],
    ]);
  });

  it('knows Whit Monday until 2004 and the national day since 2005', () => {
    expect([isLedig('2004-05-31'), isLedig('2005-05-16')]).toEqual([true, false]);
    expect([isLedig('2003-06-06'), isLedig('2005-06-06')]).toEqual([false, true]);
  });

  it('counts the three eves and Saturdays, no other eves', () => {
    expect(['2024-06-21', '2024-12-24', '2024-12-31', '2024-03-30'].map(isLedig)).toEqual([
      ...[true, true, true, true],
    ]);
    expect(['2024-03-28', '2024-04-30', '2024-05-10'].map(isLedig)).toEqual([false, false, false]);
  });

  it('moves to the next weekday, never back and never far', () => {
    expect(nextVardag('2024-12-24')).toBe('2024-12-27');
    expect(nextVardag('2024-03-29')).toBe('2024-04-02');
    expect(nextVardag('2024-03-27')).toBe('2024-03-27');
    fc.assert(
      fc.property(aDay, (day) => {
        const moved = nextVardag(day);
        expect(isLedig(moved)).toBe(false);
        expect(moved >= day && moved <= plusDays(day, 6)).toBe(true);
      }),
    );
  });
});

describe('the last day that a clause sets', () => {
  const from = '2031-05-20';
  it.each([
    ['Yttrande ska lämnas senast den 30 september 2031.', '2031-09-30'],
    ['Förvaltningen får i uppdrag att senast 2031-10-01 redovisa kostnaderna.', '2031-10-01'],
    ['att återkomma senast vid nämndens sammanträde den 3 juni 2031', '2031-06-03'],
    ['Ärendet bordläggs till sammanträdet den 26 augusti 2031.', '2031-08-26'],
    ['Ärendet bordläggs till kommunfullmäktiges sammanträde den 23 september 2031.', '2031-09-23'],
    ['att före den 1 mars 2032 redovisa en plan', '2032-02-29'],
    ['att redovisa en plan före utgången av mars 2032', '2032-03-31'],
    ['att återkomma till nämnden i mars 2032', '2032-03-31'],
    ['att återkomma till nämnden i september med förslag', '2031-09-30'],
    ['att återkomma i mars', '2032-03-31'],
    ['Uppdraget ska återrapporteras under hösten 2031.', '2031-12-31'],
    ['Uppdraget ska redovisas under våren 2032.', '2032-06-30'],
    ['Uppdraget ska redovisas under första kvartalet 2032.', '2032-03-31'],
    ['Uppdraget ska slutredovisas kvartal 3 2031.', '2031-09-30'],
    ['att återrapportera senast under 2032', '2032-12-31'],
    ['att återkomma inom tre månader', '2031-08-20'],
    ['att yttra sig inom 14 dagar', '2031-06-03'],
    ['att återkomma inom ett år', '2032-05-20'],
    ['att redovisa senast den 15 juni', '2031-06-15'],
    ['att redovisa senast den 15 april', '2032-04-15'],
    ['en delrapport senast den 1 oktober 2031 och en slutrapport senast den 1 mars 2032', '2031-10-01'],
  ])('%s', (text, day) => expect(sistaDag(text, from)).toBe(day));

  it.each([
    'att återkomma till nästa sammanträde',
    'Ärendet bordläggs.',
    'Avtalet gäller från och med den 1 januari 2032 till och med den 31 december 2033.',
    'att genomföra marknaden i mars 2032',
    'enligt beslut den 3 juni 2031 § 12',
    'att yttra sig inom tre veckor från det att förslaget har kommit in',
    'att senast i samband med delårsrapporten återkomma',
    'att återkomma under vintern 2031',
    'budget 2032 med plan för 2033–2034',
  ])('none: %s', (text) => expect(sistaDag(text, from)).toBeNull());

  it('is never before the meeting, and is not guessed without its day', () => {
    expect(sistaDag('senast den 1 mars 2013', from)).toBeNull();
    expect(sistaDag('att återkomma i mars', null)).toBeNull();
    expect(sistaDag('att återkomma inom tre månader', null)).toBeNull();
    expect(sistaDag('att återkomma senast den 1 mars 2032', null)).toBe('2032-03-01');
  });

  it('says a real day or nothing, whatever the words', () => {
    const word = fc.constantFrom(
      ...[
        'senast',
        'den',
        'i',
        'under',
        'före',
        'inom',
        '31',
        '30',
        '2',
        'tre',
        'februari',
        'juni',
        'hösten',
      ],
      ...['2031', '2032', 'månader', 'kvartal', 'återkomma', 'sammanträdet', 'till', 'utgången av', ',', '.'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), aDay, (words, day) => {
        const found = sistaDag(words.join(' '), day);
        if (found === null) return;
        expect(new Date(`${found}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found);
        expect(found >= day).toBe(true);
      }),
    );
  });
});
