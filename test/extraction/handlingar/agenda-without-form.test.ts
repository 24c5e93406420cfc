import { describe, expect, it } from 'vitest';
import { handlingarOf, texts } from './read-text.ts';

describe('an agenda published item by item, with no body in its head', () => {
  const [only, ...more] = handlingarOf(`
    Sammanträde 2031-05-06

    Datum
    Klockan
    18:00
    Plats
    Kommunhuset


    1 Lägesrapport från bygget

    Diarienummer 2031/KS 0061 001

    Kommunstyrelsens förslag till beslut
    - Lägesrapporten noteras.

    Beskrivning av ärendet
    Kommunstyrelsen beslutade den 3 mars 2031 § 14 att bygget ska redovisas varje månad.

    Bilagor
    Lägesrapport maj.pdf
    Kommunstyrelsen protokollsutdrag 2031-03-03 §14.pdf


    2 Ny taxa för återbruket

    Diarienummer 2031/KS 0118

    Kommunstyrelsens förslag till kommunfullmäktige
    - Taxan för återbruket antas.

    Bilagor
    Tekniska nämnden protokollsutdrag 2031-04-12 § 31.pdf
  `);

  it('is a kallelse, whatever papers it lists', () => {
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'kallelse', datum: '2031-05-06' });
    expect(only?.arenden.map((a) => [a.punkt, a.paragraf, texts(a.forslag)])).toEqual([
      ['1', null, ['Lägesrapporten noteras.']],
      ['2', null, ['Taxan för återbruket antas.']],
    ]);
  });

  it('has its chains from the headings that say whose proposal it is, and to whom', () => {
    expect(only?.arenden.map((a) => [a.forslag[0]?.kedja, a.next?.organ])).toEqual([
      [['Kommunstyrelsen'], 'Kommunstyrelsen'],
      [['Kommunstyrelsen', 'kommunfullmäktige'], 'Kommunstyrelsen'],
    ]);
  });
});

it('a page with the summons and then the minutes of the meeting is minutes', () => {
  const handlingar = handlingarOf(`
    Sammanträde 2031-05-06

    K A L L E L S E
    Härmed kallas till sammanträde 4/2031 med parknämnden den 6 maj 2031 kl. 9.00

    Justerat: 12 maj 2031

    Närvarande:
    Karin Alm (M), ordförande
    Bo Ek (C)

    § 1 Justering

    Beslut

    Parknämnden utsåg Bo Ek (C) att justera dagens protokoll.

    § 2 Ny lekplats

    Beslut

    Parknämnden tackade för informationen.
  `);
  expect(handlingar.map((h) => [h.kind, h.organ, h.datum])).toEqual([
    ['protokoll', 'parknämnden', '2031-05-06'],
  ]);
  expect(handlingar[0]?.arenden.map((a) => texts(a.beslut))).toEqual([
    ['Parknämnden utsåg Bo Ek (C) att justera dagens protokoll.'],
    ['Parknämnden tackade för informationen.'],
  ]);
});

it('the list of the matters and then what was decided in each is minutes', () => {
  const handlingar = handlingarOf(`
    Parknämnden 2031-05-06

    Ärenden

    1 Val av justerare
    2 Ny lekplats vid Åvägen
    3 Meddelanden

    § 21 Val av justerare

    Beslut
    Bo Ek (C) utses att justera protokollet.

    § 22 Ny lekplats vid Åvägen

    Beslut
    Parknämnden godkänner förslaget till lekplats.
  `);
  expect(handlingar.map((h) => [h.kind, h.arenden.map((a) => a.paragraf)])).toEqual([
    ['protokoll', ['21', '22']],
  ]);
});
