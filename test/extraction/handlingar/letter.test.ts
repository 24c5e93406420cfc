import { describe, expect, it } from 'vitest';
import type { Handling } from '../../../extraction/record.ts';
import { handlingarOf } from './read-text.ts';

const BODY = `

  Förslag till beslut
  Kommunstyrelsen beslutar att anta taxan.

  Sammanfattning
  Taxan för återbruket har inte ändrats sedan 2021. Kostnaderna för personal och för
  transporter har ökat sedan dess.

  Greta Malm
  Förvaltningschef`;

const letter = (head: string): Handling => {
  const [only, ...more] = handlingarOf(`${head}${BODY}`);
  expect(more).toEqual([]);
  return only as Handling;
};

describe('the head of a tjänsteskrivelse', () => {
  const plain = letter(`
  Strömviks kommun
  Tekniska förvaltningen
  Tjänsteskrivelse
  2024-02-20
  Diarienummer KS 2024/118
  Dokumentnummer 2024-00312
  Till Kommunstyrelsen

  Ny taxa för återbruket`);

  it('is read', () => {
    expect(plain).toMatchObject({
      kind: 'tjansteskrivelse',
      huvudman: 'Strömviks kommun',
      organ: null,
      avsandare: 'Tekniska förvaltningen',
      datum: '2024-02-20',
      diarienummer: 'KS 2024/118',
      dokumentnummer: '2024-00312',
      till: ['Kommunstyrelsen'],
      rubrik: 'Ny taxa för återbruket',
      undertecknare: [{ namn: 'Greta Malm', parti: null, roll: 'Förvaltningschef' }],
    });
  });

  it('gives its ärende title and number', () => {
    expect(plain.arenden).toMatchObject([
      { rubrik: 'Ny taxa för återbruket', diarienummer: 'KS 2024/118', paragraf: null, punkt: null },
    ]);
  });

  it('says where number and day stand', () => {
    expect(plain.evidence).toMatchObject({
      datum: [{ page: 1, lines: [4, 4] }],
      diarienummer: [{ page: 1, lines: [5, 5] }],
    });
  });

  it.each<[string, string, Partial<Handling>]>([
    [
      'written out date and a short label',
      `
  Tekniska förvaltningen
  Tjänsteskrivelse
  den 20 februari 2024          Dnr: KS/2024:118
  Till Kommunstyrelsen

  Ny taxa för återbruket`,
      { datum: '2024-02-20', diarienummer: 'KS/2024:118', rubrik: 'Ny taxa för återbruket' },
    ],
    [
      'two addressees',
      `
  Tekniska förvaltningen
  Tjänsteskrivelse
  2024-02-20
  Till Kommunstyrelsen
  Till Tekniska nämnden

  Ny taxa för återbruket`,
      { till: ['Kommunstyrelsen', 'Tekniska nämnden'] },
    ],
    [
      'an addressee with its mandate period',
      `
  Tekniska förvaltningen
  Tjänsteskrivelse
  2024-02-20
  Till Kommunstyrelsen (2023-01-01 – 2026-12-31)

  Ny taxa för återbruket`,
      { till: ['Kommunstyrelsen'], datum: '2024-02-20' },
    ],
    [
      'a title over two lines',
      `
  Tekniska förvaltningen
  Tjänsteskrivelse
  2024-02-20
  Diarienummer KS 2024/118
  Till Kommunstyrelsen

  Ny taxa för återbruket i Strömvik och Norra Strömvik samt upphävande
  av den taxa som gäller sedan 2021`,
      {
        rubrik:
          'Ny taxa för återbruket i Strömvik och Norra Strömvik samt upphävande av den taxa som gäller sedan 2021',
      },
    ],
  ])('with %s', (_, head, expected) => expect(letter(head)).toMatchObject(expected));

  it('has no number where none is printed', () => {
    expect(
      letter(
        '\n  Tekniska förvaltningen\n  Tjänsteskrivelse\n  2024-02-20\n  Till Kommunstyrelsen\n\n  Ny taxa för återbruket',
      ).diarienummer,
    ).toBeNull();
  });
});

describe('an answer to a remiss', () => {
  const [answer] = handlingarOf(`
    Strömviks kommun
    Kommunstyrelsen
    2024-03-12
    Till Miljödepartementet

    Yttrande över betänkandet Mer återbruk

    Strömviks kommun har getts tillfälle att yttra sig över betänkandet. Kommunen föreslår
    att staten betalar kostnaden,
    att kommunerna får bestämma själva.`);

  it('is a remissvar without ärenden', () => {
    expect(answer).toMatchObject({ kind: 'remissvar', datum: '2024-03-12', till: [], arenden: [] });
  });

  it('has its own title', () => {
    expect(answer?.rubrik).toBe('Yttrande över betänkandet Mer återbruk');
  });
});
