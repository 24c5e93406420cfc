import { describe, expect, it } from 'vitest';
import { handlingarOf } from './read-text.ts';

const BODY = `
  § 12  Taxa för hemtjänst
  Dnr SN 2024/118

  Beslut
  Nämnden beslutar att anta taxan från och med den 1 januari 2025.`;

describe('body and day of minutes, from the head of the page', () => {
  it.each<[string, string, string]>([
    [
      'the day beside the page number',
      'Socialnämnden        Protokoll\n  Strömviks kommun     2024-03-12        Sida 5 av 9',
      'Socialnämnden',
    ],
    [
      'the kind and the day in one column',
      'Strömviks kommun\n  Socialnämnden        Sammanträdesprotokoll 2024-03-12            5 (12)',
      'Socialnämnden',
    ],
    [
      'the day beside the §§',
      'Socialnämnden                         Protokoll\n  Strömviks kommun                      2024-03-12        § 12–19',
      'Socialnämnden',
    ],
    [
      'the body behind its label',
      'Protokollet är justerat\n  Organ Socialnämnden\n  Protokoll 2024-03-12',
      'Socialnämnden',
    ],
    [
      'the day right behind the body',
      'Strömviks kommun      Protokoll 5 (12)\n  Socialnämnden 2024-03-12',
      'Socialnämnden',
    ],
    [
      'the body over two lines, broken at "och"',
      'Bygg- och\n  miljönämnden\n  Protokoll\n  2024-03-12',
      'Bygg- och miljönämnden',
    ],
    [
      'the body over two lines, broken at a genitive',
      'Kommunstyrelsens\n  arbetsutskott\n  Protokoll\n  2024-03-12',
      'Kommunstyrelsens arbetsutskott',
    ],
    [
      'the body over two lines of its column',
      'Gymnasie- och vuxenutbildnings-          SAMMANTRÄDESPROTOKOLL\n  nämnden                                  2024-03-12          Sida 4 av 9',
      'Gymnasie- och vuxenutbildningsnämnden',
    ],
  ])('%s', (_, head, organ) => {
    const [handling, ...others] = handlingarOf(`\n  ${head}\n${BODY}`);
    expect(others).toEqual([]);
    expect(handling).toMatchObject({ kind: 'protokoll', organ, datum: '2024-03-12' });
  });
});

it('a head that only says the committee: its full name stands in the text', () => {
  const [handling] = handlingarOf(`
  Protokoll
  Nämnden
  2024-03-12

  § 12  Taxa för hemtjänst
  Dnr SN 2024/118

  Sammanfattning
  Vård- och omsorgsnämnden fick i uppdrag av kommunstyrelsen att se över taxan. Kulturnämnden har
  yttrat sig. Förvaltningen bedömer att vård- och omsorgsnämnden bör anta taxan.

  Beslut
  Nämnden beslutar att anta taxan från och med den 1 januari 2025.`);
  expect(handling).toMatchObject({ kind: 'protokoll', organ: 'Vård- och omsorgsnämnden' });
});

describe('a running head whose columns are lost', () => {
  const page = (n: number, recipient: string) => `
    Socialnämnden Protokoll nr 5
    12 mars 2024 Sid. ${n} (4)
    § ${n}
    Ärende ${n}
    Beslut
    Taxan antas.
    Skickas till
    ${recipient}`;

  it('names the body that comes again on most pages, not a recipient', () => {
    const pages = [1, 2, 3, 4].map((n) => page(n, 'Kommunfullmäktige'));
    expect(handlingarOf(...pages)).toMatchObject([{ organ: 'Socialnämnden', datum: '2024-03-12' }]);
  });

  it('names the body in small letters behind the kind of paper', () => {
    const [first, ...others] = ['Region Strömvik Protokoll regionstyrelsen\n2024-03-12', page(2, 'Akten')];
    expect(
      handlingarOf(`${first}\n\n§ 1\nVal\n\nBeslut\nTill justerare utses Karin Alm (M).`, ...others)[0]
        ?.organ,
    ).toBe('Regionstyrelsen');
  });
});

describe('a column of facts in the left margin of every page', () => {
  const page = (n: number, ...text: string[]) =>
    [
      '  Strömviks kommun',
      '',
      `  Protokoll              ${text[0]}`,
      `  Arbetsutskottet        ${text[1]}`,
      `  2024-03-12             ${text[2] ?? ''}`,
      `  Sida ${n} (4)             ${text[3] ?? ''}`,
      ...text.slice(4).map((line) => (line ? `                         ${line}` : '')),
    ].join('\n');
  const [handling, ...others] = handlingarOf(
    page(
      1,
      'Kommunstyrelsens arbetsutskott',
      'Tid och plats: kl. 13.00, Strömvik',
      'Beslutande',
      'Karin Alm (M)',
    ),
    page(
      2,
      '§ 12',
      'Taxa för återbruket',
      '',
      'Beslut',
      'Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen',
      'besluta',
      '1. att taxan höjs med åtta',
    ),
    page(
      3,
      'procent,',
      '2. att höjningen gäller genast.',
      '',
      'Ärendet',
      'Taxan är från 2021.',
      '',
      '§ 13',
      'Avgift för båtplats',
      '',
      'Beslut',
      'att ärendet bordläggs till',
    ),
    page(4, 'sammanträdet i april.', '', 'Ärendet', 'Avgiften är från 2019.', 'Den räcker inte.'),
  );

  it('is no part of the text beside it', () => {
    expect(others).toEqual([]);
    expect(handling?.arenden.map((a) => [a.paragraf, a.rubrik, a.beslut.map((b) => b.text)])).toEqual([
      ['12', 'Taxa för återbruket', ['att taxan höjs med åtta procent,', 'att höjningen gäller genast.']],
      ['13', 'Avgift för båtplats', ['att ärendet bordläggs till sammanträdet i april.']],
    ]);
  });

  it('calls the body by less than its full name, which the front page has', () => {
    expect(handling).toMatchObject({ organ: 'Kommunstyrelsens arbetsutskott', datum: '2024-03-12' });
  });
});

describe('the head of a letter’s next page', () => {
  it('is no part of its proposal', () => {
    const [letter] = handlingarOf(
      `
      Strömviks kommun                          TJÄNSTESKRIVELSE                                 1 (2)
      Tekniska förvaltningen                    Datum              Diarienummer
                                                2024-02-20         KS 2024/118
      Till kommunstyrelsen

      Taxa för återbruket

      Förslag till beslut
      Kommunstyrelsen beslutar

      1. Taxan höjs.
      2. Höjningen gäller genast.`,
      `
      Strömviks kommun                                                                           2 (2)
                                                Datum              Diarienummer
                                                2024-02-20         KS 2024/118

      3. Taxan ses över om ett år.

      Sammanfattning
      Taxan är från 2021.`,
    );
    expect(letter?.arenden[0]?.forslag.map((f) => f.text)).toEqual([
      'Taxan höjs.',
      'Höjningen gäller genast.',
      'Taxan ses över om ett år.',
    ]);
  });
});
