import { describe, expect, it } from 'vitest';
import { paragrafOf, texts, tjansteskrivelseOf } from '../handlingar/read-text.ts';

describe('expediering', () => {
  const sentTo = (text: string) =>
    paragrafOf(`Beslut\nTaxan för återbruket antas.\n\n${text}`).expediering.map((m) => m.mottagare);

  it.each([
    'Beslutet skickas till',
    'Beslutet ska skickas till:',
    'Beslutet skickas för kännedom till',
    'Delges för kännedom',
    'Beslutet har skickats till',
    'Utdrag ur protokollet till',
    'Kopia av beslutet sänds till',
    'Expedieringslista',
    'Expedieras till',
    'Expediering',
    'Protokollsutdrag skickas till',
    'Delges',
    'Utdrag till',
    'Kopia till',
    'Sändlista',
  ])('under %s', (heading) => {
    expect(sentTo(`${heading}\nTekniska nämnden\nStrömviks Hamn AB`)).toEqual([
      'Tekniska nämnden',
      'Strömviks Hamn AB',
    ]);
  });

  it.each<[string, string[]]>([
    ['Tekniska nämnden, Återbruket, Akten', ['Tekniska nämnden', 'Återbruket', 'Akten']],
    ['Tekniska nämnden\nÅterbruket, Akten', ['Tekniska nämnden', 'Återbruket', 'Akten']],
    ['- Tekniska nämnden\n- Återbruket', ['Tekniska nämnden', 'Återbruket']],
    ['Karin Alm, ekonomichef', ['Karin Alm, ekonomichef']],
    ['Karin Alm, ekonomichef, Tekniska nämnden', ['Karin Alm, ekonomichef', 'Tekniska nämnden']],
    ['Socialnämnderna – Centrum, Norra, Södra\nAkten', ['Socialnämnderna – Centrum, Norra, Södra', 'Akten']],
    [
      'Kommunrevisionen och revisorerna i Strömviks Hamn AB',
      ['Kommunrevisionen och revisorerna i Strömviks Hamn AB'],
    ],
    ['Strömviks Hamn AB (för kännedom)', ['Strömviks Hamn AB (för kännedom)']],
    ['Samtliga nämnder, bolag och förbund', ['Samtliga nämnder', 'bolag och förbund']],
    ['Akten\nför kännedom:\nTekniska nämnden', ['Akten', 'Tekniska nämnden']],
    ['Akten\nJusterare:            Justerare:', ['Akten']],
    ['Akten\n\nDag för justering\n2024-03-20', ['Akten']],
    ['Akten\n\nDetta dokument är elektroniskt signerat. Transaktion 09222115557', ['Akten']],
  ])('%s', (list, recipients) => expect(sentTo(`Beslutet skickas till\n${list}`)).toEqual(recipients));

  it('may share the line of its heading', () => {
    expect(sentTo('Expedieras till: Tekniska nämnden, Akten')).toEqual(['Tekniska nämnden', 'Akten']);
  });

  it('ends at the signing line and the next heading', () => {
    expect(
      sentTo(
        'Beslutet skickas till\nTekniska nämnden\n\nJusterandes sign              Utdragsbestyrkande\n\nReservation\nKarin Alm (M) reserverar sig mot beslutet.',
      ),
    ).toEqual(['Tekniska nämnden']);
  });

  it.each(['Förvaltningschef', 'Teknisk chef', 'Tillförordnad förvaltningschef'])(
    'ends where a letter is signed by a %s',
    (title) => {
      const { expediering } = tjansteskrivelseOf(`
      Förslag till beslut
      Kommunstyrelsen beslutar att anta taxan.

      Beslutet skickas till
      Tekniska nämnden

      Greta Malm
      ${title}`);
      expect(expediering.map((m) => m.mottagare)).toEqual(['Tekniska nämnden']);
    },
  );
});

describe('underlag', () => {
  const underlag = (list: string, heading = 'Beslutsunderlag') =>
    texts(paragrafOf(`${heading}\n${list}`).underlag);

  it('joins entries that wrap', () => {
    expect(
      underlag(`Tjänsteskrivelse 2024-02-20, Ny taxa för återbruket i Strömviks kommun med förslag till
avgifter för företag
Protokoll från tekniska nämnden 2024-02-28, § 12
Bilaga 1. Taxan`),
    ).toEqual([
      'Tjänsteskrivelse 2024-02-20, Ny taxa för återbruket i Strömviks kommun med förslag till avgifter för företag',
      'Protokoll från tekniska nämnden 2024-02-28, § 12',
      'Bilaga 1. Taxan',
    ]);
  });

  it('drops bullets and numbers', () => {
    expect(
      underlag(`- Tjänsteskrivelse 2024-02-20
- Jämförelse av taxor i åtta kommuner,
  sammanställd av Sveriges Återbruk
- § 12 tekniska nämnden 2024-02-28`),
    ).toEqual([
      'Tjänsteskrivelse 2024-02-20',
      'Jämförelse av taxor i åtta kommuner, sammanställd av Sveriges Återbruk',
      '§ 12 tekniska nämnden 2024-02-28',
    ]);
    expect(underlag('1. Kostnadsberäkning 2024-01-19\n2. Synpunkter från föreningar')).toEqual([
      'Kostnadsberäkning 2024-01-19',
      'Synpunkter från föreningar',
    ]);
  });

  it('may share the line of its heading', () => {
    expect(
      texts(paragrafOf('Beslut\nTaxan antas.\n\nBeslutsunderlag: Tjänsteskrivelse 2024-02-20').underlag),
    ).toEqual(['Tjänsteskrivelse 2024-02-20']);
  });

  it('begins anew after a day, and at a body with its §', () => {
    expect(underlag('Ansökan från Återbruket den 9 januari 2024\nFörslag till avtal')).toEqual([
      'Ansökan från Återbruket den 9 januari 2024',
      'Förslag till avtal',
    ]);
    expect(
      underlag('Tekniska nämnden § 30 föreslår ny taxa\nMiljönämnden § 12 avstår från yttrande'),
    ).toHaveLength(2);
  });

  it('goes on where a bulleted line wraps before a name', () => {
    expect(
      underlag(`- Motion om återbruk i hamnen av
Karin Alm (S) och Ulf Ros (C)
- Karta`),
    ).toEqual(['Motion om återbruk i hamnen av Karin Alm (S) och Ulf Ros (C)', 'Karta']);
  });

  it('goes on after a preposition, whatever follows', () => {
    expect(underlag('- Avtal om partnerskap med\nStrömviks Hamn AB\n- Karta')).toEqual([
      'Avtal om partnerskap med Strömviks Hamn AB',
      'Karta',
    ]);
  });

  it('ends at the signatures, whatever the titles', () => {
    const letter = tjansteskrivelseOf(
      'Förslag till beslut\nTaxan antas.',
      'Beslutsunderlag\nJämförelse av taxor\n\n\nKarin Alm           Ulf Ros\nFörvaltningschef    Utredare',
    );
    expect(texts(letter.underlag)).toEqual(['Jämförelse av taxor']);
  });
});

describe('a document that is called what a section may be called', () => {
  it.each(['Konsekvensanalys', 'Barnkonsekvensanalys', 'Yttrande'])('%s is one of the list', (document) => {
    const { underlag } = paragrafOf(`Beslutsunderlag\nTaxa 2025\n${document}\n\nBeslut\nTaxan antas.`);
    expect(texts(underlag)).toEqual(['Taxa 2025', document]);
  });

  it.each([
    ['apart from the list', 'Taxa 2025\n\nKonsekvensanalys\nHöjningen påverkar få.'],
    [
      'above a text',
      'Taxa 2025\nKonsekvensanalys\nHöjningen påverkar få hushåll, och de som den påverkar mest\nhar råd med den.',
    ],
  ])('a heading is a heading where it stands %s', (_, list) => {
    expect(texts(paragrafOf(`Beslutsunderlag\n${list}\n\nBeslut\nTaxan antas.`).underlag)).toEqual([
      'Taxa 2025',
    ]);
  });
});

describe('papers that a decision rests on', () => {
  it.each([
    'Tillhörande handlingar',
    'Ärendehandlingar',
    'Underlag till beslutet',
    'Handlingar till ärendet',
  ])('under %s', (heading) => {
    const { underlag } = paragrafOf(`${heading}\nTaxa 2025\nKarta\n\nBeslut\nTaxan antas.`);
    expect(texts(underlag)).toEqual(['Taxa 2025', 'Karta']);
  });

  it('with numbers that have no stop', () => {
    const { underlag } = paragrafOf('Handlingar\n1   Taxa 2025\n2   Karta\n\nBeslut\nTaxan antas.');
    expect(texts(underlag)).toEqual(['Taxa 2025', 'Karta']);
  });
});
