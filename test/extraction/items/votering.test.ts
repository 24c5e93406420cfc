import { describe, expect, it } from 'vitest';
import { paragrafOf, who } from '../handlingar/read-text.ts';

const voteringar = (text: string, heading = 'Omröstning') => paragrafOf(`${heading}\n${text}`).voteringar;
const counts = (text: string, heading?: string) =>
  voteringar(text, heading).map((v) => [v.ja, v.nej, v.avstar, v.utslag]);

describe('counts', () => {
  it.each<[string, number, number, number | null]>([
    ['Med 7 ja-röster mot 6 nej-röster beslutar kommunstyrelsen bifalla förslaget.', 7, 6, null],
    ['Omröstningen utfaller med 20 ja mot 31 nej.', 20, 31, null],
    ['43 Ja mot 38 Nej.', 43, 38, null],
    ['Ja: 7 Nej: 6 Avstår: 2', 7, 6, 2],
    ['Kommunstyrelsen beslutar med sju ja-röster mot sex nej-röster. Två ledamöter avstår.', 7, 6, 2],
    ['26 ledamöter röstar ja, 15 ledamöter röstar nej och ingen avstår.', 26, 15, 0],
    ['7 ledamöter röstade ja. 6 ledamöter röstade nej. Två ledamöter avstod.', 7, 6, 2],
    ['"Ja"      7 ledamöter\n"Nej"     6 ledamöter\n"Avstår"  2 ledamöter', 7, 6, 2],
    ['Sju (7) JA-röster mot sex (6) NEJ-röster.', 7, 6, null],
    ['Ja       7\nNej      6\nAvstår   2\nFrånvarande 4', 7, 6, 2],
    ['Ja: 7 (S, V)\nNej: 6 (M, L)\nAvstår: 2 (SD)', 7, 6, 2],
    ['Det avges 7 ja-röster, 6 nej-röster och 1 avstår från att rösta.', 7, 6, 1],
  ])('%s', (text, ja, nej, avstar) =>
    expect(counts(text)).toEqual([[ja, nej, avstar, ja > nej ? 'ja' : 'nej']]),
  );

  it('even when they are equal: then the chair decides', () => {
    expect(
      counts('Med 6 ja-röster mot 6 nej-röster och ordförandens utslagsröst bifalls förslaget.'),
    ).toEqual([[6, 6, null, null]]);
  });

  it('of two votes in one §', () => {
    expect(
      counts(`Ja-röst för att ärendet avgörs idag och nej-röst för återremiss.
Omröstningen utfaller med 8 ja mot 5 nej.
Ja-röst för bifall till förslaget och nej-röst för avslag.
Omröstningen utfaller med 7 ja mot 6 nej.`),
    ).toEqual([
      [8, 5, null, 'ja'],
      [7, 6, null, 'ja'],
    ]);
  });

  it('in the beslutsgång too, where the vote has no heading of its own', () => {
    expect(counts('Omröstning begärs. Omröstningen utfaller med 20 ja mot 31 nej.', 'Beslutsgång')).toEqual([
      [20, 31, null, 'nej'],
    ]);
  });
});

describe('what was voted on', () => {
  it.each<[string, string, string]>([
    ['Ja-röst för bifall till förslaget och nej-röst för avslag.', 'bifall till förslaget', 'avslag'],
    [
      'Den som röstar Ja bifaller förslaget och den som röstar Nej avslår det.',
      'bifaller förslaget',
      'avslår det',
    ],
  ])('%s', (text, ja, nej) =>
    expect(voteringar(`${text}\nOmröstningen utfaller med 8 ja mot 5 nej.`)).toMatchObject([
      { ja: 8, nej: 5, proposition: { ja, nej } },
    ]),
  );
});

describe('named votes', () => {
  const roster = (text: string, heading?: string) =>
    voteringar(text, heading)[0]?.roster.map((r) => `${who([r.person])[0]} ${r.rost}`);

  it('are counted and listed', () => {
    const text = `Ali Rahimi (S), Siri Lund (V) och Tor Ek (S) röstar Ja (3).
Karin Alm (M) och Bo Sjödin (C) röstar Nej (2).
Eva-Lena Torp (KD) avstår från att rösta (1).`;
    expect(counts(text)).toEqual([[3, 2, 1, 'ja']]);
    expect(roster(text)).toEqual([
      'Ali Rahimi (S) ja',
      'Siri Lund (V) ja',
      'Tor Ek (S) ja',
      'Karin Alm (M) nej',
      'Bo Sjödin (C) nej',
      'Eva-Lena Torp (KD) avstar',
    ]);
  });

  it('are counted without numbers, the noes first', () => {
    const text = `Karin Alm (M) och Bo Sjödin (C) röstar Nej.
Ali Rahimi (S), Siri Lund (V) och Tor Ek (S) röstar Ja.`;
    expect(counts(text)).toEqual([[3, 2, null, 'ja']]);
    expect(roster(text)).toHaveLength(5);
  });

  it('are listed the other way round', () => {
    const text = `Ja röstar Ali Rahimi (S) och Siri Lund (V).
Nej röstar Karin Alm (M).
Avstår gör Bo Sjödin (C).`;
    expect(counts(text)).toEqual([[2, 1, 1, 'ja']]);
  });

  it('are read from a table by the column of the mark', () => {
    const text = `Ledamot                      Ja      Nej     Avstår
Karin Alm (M)                        X
Bo Sjödin (C)                                X
Ali Rahimi (S)               X
Siri Lund (V)                X
Summa                        2       1       1`;
    expect(counts(text, 'Votering')).toEqual([[2, 1, 1, 'ja']]);
    expect(roster(text, 'Votering')).toEqual([
      'Karin Alm (M) nej',
      'Bo Sjödin (C) avstar',
      'Ali Rahimi (S) ja',
      'Siri Lund (V) ja',
    ]);
  });
});

describe('a table with the parties in a column', () => {
  const TABLE = `                      Votering 1           Votering 2
Namn         Parti    Ja   Nej  Avst       Ja   Nej  Avst
Ali Rahimi   S        X                    X
Siri Lund    V        X                         X
Karin Alm    M             X                         X
Summa                 2    1    0          1    1    1`;

  it('may show two votes side by side', () => {
    expect(counts(TABLE, 'Votering')).toEqual([
      [2, 1, 0, 'ja'],
      [1, 1, 1, null],
    ]);
    expect(
      voteringar(TABLE, 'Votering').map((v) => v.roster.map((r) => `${who([r.person])[0]} ${r.rost}`)),
    ).toEqual([
      ['Ali Rahimi (S) ja', 'Siri Lund (V) ja', 'Karin Alm (M) nej'],
      ['Ali Rahimi (S) ja', 'Siri Lund (V) nej', 'Karin Alm (M) avstar'],
    ]);
  });
});

it('is none in a table of sums of money', () => {
  expect(
    counts('Socialnämnden   400 200\nSkolnämnden     261 220\nSumma           661 420', 'Ärendet'),
  ).toEqual([]);
});

it('is none where a vote is only asked for', () => {
  expect(counts('Omröstning begärs men begäran dras tillbaka.')).toEqual([]);
});

describe('a list of who voted what on a page of its own', () => {
  const page = (ja: string, nej: string) => `
    Kommunstyrelsen                                Voteringslista
    Protokoll
    2024-03-12

    Voteringslista: § 31
    Ärende: Ny taxa för återbruket

    Ledamot                                Ja           Nej       Avstår
    Siri Ek (S), ordförande                ${ja}
    Nils Dahl (M), ledamot                 ${ja}
    Eva Rosén (V), ledamot                 ${nej}
    Resultat                               2            1         0`;
  const minutes = (ja: number, nej: number) => `
    Omröstning
    Med ${ja} ja-röster och ${nej} nej-röster bifalls förslaget.

    Beslutsunderlag
    Tjänsteskrivelse 2024-02-20`;
  const cell = (at: number) => `${' '.repeat(at)}X`;

  it('is the vote that the text tells of', () => {
    const arende = paragrafOf(minutes(2, 1), page(cell(0), cell(13)));
    expect(arende.voteringar.map((v) => [v.ja, v.nej, v.roster.map((r) => r.rost)])).toEqual([
      [2, 1, ['ja', 'ja', 'nej']],
    ]);
    expect(arende.underlag.map((u) => u.text)).toEqual(['Tjänsteskrivelse 2024-02-20']);
  });

  it('is so too where its sides are named the other way round: the counts of the text stand', () => {
    const { voteringar } = paragrafOf(minutes(1, 2), page(cell(0), cell(13)));
    expect(voteringar.map((v) => [v.ja, v.nej, v.roster.length])).toEqual([[1, 2, 3]]);
  });
});

it('is about what each side is said to mean, also in sentences and under headings of their own', () => {
  const { voteringar, yrkanden } = paragrafOf(`
    Yrkanden
    Siri Ek (M) yrkar att ärendet lämnas till förvaltningen för beredning.
    Nils Dahl (S) yrkar avslag på initiativet.

    Beslutsgång
    Ordföranden ställer förslagen mot varandra och finner att kommunstyrelsen beslutar att bifalla Siri Eks förslag.

    Omröstning
    Omröstning begärs.
    Ja-röst för bifall till Siri Eks förslag.
    Nej-röst för bifall till Nils Dahls förslag att avslå initiativet.

    Omröstningsresultat
    Med 7 ja-röster och 8 nej-röster finner ordföranden att kommunstyrelsen beslutar enligt Nils Dahls förslag att avslå initiativet.

    Beslut
    Initiativet avslås.`);
  expect(voteringar.map((v) => [v.ja, v.nej, v.proposition])).toEqual([
    [
      7,
      8,
      { ja: 'bifall till Siri Eks förslag', nej: 'bifall till Nils Dahls förslag att avslå initiativet' },
    ],
  ]);
  // the vote takes the place of what the chair had found before it
  expect(yrkanden.map((y) => y.utfall)).toEqual(['avslag', 'bifall']);
});
