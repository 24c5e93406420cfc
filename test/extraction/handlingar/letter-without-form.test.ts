import { describe, expect, it } from 'vitest';
import { handlingarOf, texts } from './read-text.ts';

const only = (text: string) => {
  const handlingar = handlingarOf(text);
  expect(handlingar).toHaveLength(1);
  return handlingar[0];
};

describe('a letter that proposes without a heading', () => {
  it('of the 1990s: addressee, title in capitals, proposal in its last sentence', () => {
    const letter = only(`
  STRÖMVIKS KOMMUN
  Socialförvaltningen                        1996-09-18            Dnr Sn 96/0144
  Ulf Ros


                                             Till
                                             Socialnämnden



  ANSÖKAN OM BIDRAG FRÅN STRÖMVIKS VÄNNER

  Föreningen har ansökt om bidrag för 1997 med 85.000 kronor. För 1996 fick
  den 60.000 kronor.

  Med hänvisning till ovanstående föreslår socialförvaltningen socialnämnden
  besluta

  att bevilja föreningen 60.000 kronor för 1997, samt

  att i övrigt avslå ansökan.

  SOCIALFÖRVALTNINGEN

  Ulf Ros
  socialsekreterare`);
    expect(letter).toMatchObject({
      kind: 'tjansteskrivelse',
      till: ['Socialnämnden'],
      datum: '1996-09-18',
      rubrik: 'ANSÖKAN OM BIDRAG FRÅN STRÖMVIKS VÄNNER',
    });
    const clauses = texts(letter?.arenden[0]?.forslag ?? []);
    expect(clauses).toHaveLength(2);
    expect(clauses[1]).toBe('att i övrigt avslå ansökan.');
  });

  it('named only "Skrivelse", its head in two columns', () => {
    const letter = only(`
  Strömviks kommun                                            SKRIVELSE
  Kommunledningskontoret                                      2011-03-21
                                                              Dnr 2011/93-106


                                                              Till kommunstyrelsen


  Medlemskap i Kustens turistförening

  Bakgrund

  Föreningen har bjudit in kommunen att bli medlem.

  Kommunledningskontoret föreslår kommunstyrelsen besluta
  att ansöka om medlemskap från och med den 1 juli 2011, samt
  att avgiften belastar kontot för näringslivsfrågor.`);
    expect(letter).toMatchObject({ kind: 'tjansteskrivelse', till: ['kommunstyrelsen'] });
    expect(letter?.arenden[0]?.forslag).toHaveLength(2);
  });
});

describe('to whom a letter goes', () => {
  const BODY = `
  Taxa för hemtjänst 2025

  Förslag till beslut
  Socialnämnden antar taxan.`;
  it.each<[string, string, string[]]>([
    [
      'under "Till", one a line',
      'Till\n  Socialnämnden\n  Kommunstyrelsen',
      ['Socialnämnden', 'Kommunstyrelsen'],
    ],
    ['after a label', 'Handläggare: Siri Ek\n  Mottagare: Socialnämnden', ['Socialnämnden']],
    [
      'in the column beside the official',
      'Handläggare:                 Socialnämnden\n  Siri Ek',
      ['Socialnämnden'],
    ],
    [
      'in the column beside the day',
      'Datum:            2024-10-03        Socialnämnden\n  Handläggare:      Siri Ek',
      ['Socialnämnden'],
    ],
    [
      'under "Till" in that column',
      'Handläggare                  Till\n  Siri Ek                      Socialnämnden',
      ['Socialnämnden'],
    ],
  ])('%s', (_, lines, till) => {
    expect(
      only(
        `\n  Strömviks kommun             Tjänsteskrivelse\n  Socialförvaltningen          2024-10-03       Dnr SN 2024/771\n\n  ${lines}\n\n${BODY}`,
      ),
    ).toMatchObject({
      kind: 'tjansteskrivelse',
      till,
      datum: '2024-10-03',
      rubrik: 'Taxa för hemtjänst 2025',
    });
  });
});

it.each(['Anmälan av delegationsbeslut till socialnämnden 2024-10-14', 'Tjänsteskrivelse - Ramar 2025-2027'])(
  'a title told from the letterhead by a blank line only: %s',
  (title) => {
    expect(
      only(`
  Datum:            2024-10-03        Socialnämnden
  Handläggare:      Siri Ek
  Diarienr:         2024.771 SN

  ${title}

  Förslag till beslut
  Socialnämnden tar del av redovisningen.`),
    ).toMatchObject({
      kind: 'tjansteskrivelse',
      rubrik: title,
      till: ['Socialnämnden'],
      datum: '2024-10-03',
    });
  },
);

describe('what is no document of its own', () => {
  it('a letter named in the list under Beslutsunderlag', () => {
    const minutes = only(`
  Strömviks kommun             Sammanträdesprotokoll
  Socialnämnden                2024-03-12

  § 12  Taxa för hemtjänst

  Beslut
  Socialnämnden antar taxan.

  Beslutsunderlag
  Tjänsteskrivelse 2024-02-10
  Förslag till taxa

  Beslutet skickas till
  Kommunstyrelsen`);
    expect(minutes?.arenden[0]?.underlag).toHaveLength(2);
    expect(minutes?.arenden[0]?.expediering).toHaveLength(1);
  });

  it('an agenda that is a matter of the minutes', () => {
    expect(
      only(`
  Strömviks kommun
  Socialnämnden                Protokoll 2024-03-12

  INNEHÅLL

  § 12  Dagordning
  § 13  Taxa för hemtjänst

  § 12
  Dagordning

  Dagordningen fastställs.

  § 13
  Taxa för hemtjänst

  Beslut
  Socialnämnden antar taxan.`),
    ).toMatchObject({ kind: 'protokoll', organ: 'Socialnämnden' });
  });
});
