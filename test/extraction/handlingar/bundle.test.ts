import { describe, expect, it } from 'vitest';
import type { Handling } from '../../../extraction/record.ts';
import { handlingarOf } from './read-text.ts';

const BREV = `
  Strömviks kommun
  Tekniska förvaltningen
  Tjänsteskrivelse
  2024-02-20
  Diarienummer KS 2024/118
  Dokumentnummer 2024-00312
  Till Kommunstyrelsen

  Ny taxa för återbruket

  Förslag till beslut
  Kommunstyrelsen föreslår kommunfullmäktige besluta
  1. att anta ny taxa för återbruket.

  Sammanfattning
  Taxan för återbruket har inte ändrats sedan 2021. Kostnaderna för personal och för
  transporter har ökat sedan dess, och tekniska förvaltningen bedömer att en höjning med
  åtta procent behövs.

  Greta Malm
  Förvaltningschef`;

const MOTION = `
  Bilaga 1

  Motion om gratis återbruk

  Vi i Hembygdspartiet föreslår
  att kommunfullmäktige beslutar att återbruket ska vara avgiftsfritt,
  att kostnaden tas ur ersättningen till partierna.

  Strömvik den 4 maj 2023
  Nils Ask (HP)`;

/** A page of minutes with a running head, one §, and signing lines. */
const protokollssida = (head: string, paragraf: string, beslut: string) => `${head}

  § ${paragraf}
  Ny taxa för återbruket

  Beslut
  ${beslut}

  Justerandes sign                              Utdragsbestyrkande`;

const KS = `
  Strömviks kommun
  Kommunstyrelsen                 Protokoll                 2024-03-12`;
const KF = `
  Strömviks kommun
  Kommunfullmäktige
  Sammanträdesprotokoll
  Sammanträdesdatum 2024-04-22`;

const brief = (h: Handling) => [h.kind, h.pages, h.organ, h.datum, h.arenden.map((a) => a.paragraf)];

describe('a bundle', () => {
  const bundle = handlingarOf(
    BREV,
    MOTION,
    protokollssida(KS, '31', 'Kommunstyrelsen föreslår kommunfullmäktige att anta taxan.'),
    protokollssida(KS, '32', 'Rapporten godkänns.'),
    protokollssida(KF, '50', 'Taxan antas.'),
  );

  it('is divided into its documents', () => {
    expect(bundle.map(brief)).toEqual([
      ['tjansteskrivelse', [1, 1], null, '2024-02-20', [null]],
      ['annat', [2, 2], null, '2023-05-04', []],
      ['protokoll', [3, 4], 'Kommunstyrelsen', '2024-03-12', ['31', '32']],
      ['protokoll', [5, 5], 'Kommunfullmäktige', '2024-04-22', ['50']],
    ]);
  });

  it('is of one huvudman', () => {
    expect(new Set(bundle.map((h) => h.huvudman))).toEqual(new Set(['Strömviks kommun']));
  });

  it('leaves running heads and signing lines out of the clauses', () => {
    expect(bundle.flatMap((h) => h.arenden.flatMap((a) => a.beslut.map((b) => b.text)))).toEqual([
      'att anta taxan.',
      'Rapporten godkänns.',
      'Taxan antas.',
    ]);
  });
});

describe('minutes over several pages', () => {
  it.each<[string, (page: number) => string]>([
    [
      'body, word and day in one row',
      (n) => `Kommunstyrelsen      Sammanträdesprotokoll      2024-03-12      ${n}(3)`,
    ],
    ['body and day', () => '  Kommunstyrelsen 2024-03-12'],
    [
      'lines',
      (n) =>
        `  Strömviks kommun\n  Kommunstyrelsen\n  Sammanträdesprotokoll\n  Sammanträdesdatum 2024-03-12\n  Sida ${n} av 3`,
    ],
  ])('are one document under a running head of %s', (_, head) => {
    const found = handlingarOf(
      protokollssida(head(1), '31', 'Taxan antas.'),
      protokollssida(head(2), '32', 'Rapporten godkänns.'),
      protokollssida(head(3), '33', 'Motionen avslås.'),
    );
    expect(found.map(brief)).toEqual([
      ['protokoll', [1, 3], 'Kommunstyrelsen', '2024-03-12', ['31', '32', '33']],
    ]);
    expect(found[0]?.arenden.flatMap((a) => a.beslut.map((b) => b.text))).toEqual([
      'Taxan antas.',
      'Rapporten godkänns.',
      'Motionen avslås.',
    ]);
  });

  it('of another day of the same body are another document', () => {
    const day = (datum: string) => `\n  Strömviks kommun\n  Kommunstyrelsen ${datum}`;
    expect(
      handlingarOf(
        protokollssida(day('2024-03-12'), '31', 'Taxan antas.'),
        protokollssida(day('2024-04-09'), '45', 'Rapporten godkänns.'),
      ).map(brief),
    ).toEqual([
      ['protokoll', [1, 1], 'Kommunstyrelsen', '2024-03-12', ['31']],
      ['protokoll', [2, 2], 'Kommunstyrelsen', '2024-04-09', ['45']],
    ]);
  });
});

describe('what is no record', () => {
  const items = (found: Handling[]) => found.flatMap((h) => h.arenden);

  it('a web page', () => {
    const found = handlingarOf(`
      Återbruket i Strömvik

      Återbruket har öppet måndag till fredag. Du lämnar saker som någon annan kan ha nytta av.

      Så här gör du
      1. Sortera hemma.
      2. Kör in på området.
      3. Lämna sakerna till personalen.`);
    expect(found.map((h) => h.kind)).toEqual(['annat']);
    expect(items(found)).toEqual([]);
  });

  it('a report that tells of decisions', () => {
    const found = handlingarOf(`
      Delårsrapport för Strömviks kommun
      januari–april 2024

      Kommunfullmäktige beslutade i november 2023 att anta budgeten för 2024. Nämnderna
      redovisar sammantaget ett överskott om 12 miljoner kronor.

      Verksamheten
      Tekniska nämnden beslutade i mars att öppna ett återbruk.`);
    expect(found.map((h) => h.kind)).toEqual(['annat']);
    expect(items(found)).toEqual([]);
  });

  it('a motion on its own', () => {
    expect(handlingarOf(MOTION).map((h) => [h.kind, h.arenden])).toEqual([['annat', []]]);
  });

  it.each([
    [
      'its head',
      'Initiativ i kommunstyrelsen\n    11 maj 2024\n    av Siri Ek (L)\n\n    Inför en dialog',
      '',
    ],
    ['its end', 'Stärk biblioteket', 'Siri Ek (L), Nils Dahl (M)'],
  ])("members' own proposal, by their names in %s", (_, head, end) => {
    const found = handlingarOf(`
    ${head}

    Biblioteket har blivit mindre för varje år, och många efterfrågar längre öppettider.

    Förslag till beslut i kommunfullmäktige:
    1. Öppettiderna förlängs.

    ${end}`);
    expect(found.map((h) => [h.kind, h.arenden])).toEqual([['annat', []]]);
  });

  it('nothing at all', () => {
    expect(items(handlingarOf(''))).toEqual([]);
  });
});

it('a front page that does not say what it is belongs to the minutes that go on its numbering', () => {
  const found = handlingarOf(
    `
    1 (2)
    Region Strömvik

    Protokoll från regionstyrelsen den 12 mars 2024

    Plats: Regionens hus
    Tid: 09.30`,
    `
    Protokoll
    Regionstyrelsen
    2024-03-12
    2 (2)

    § 31
    Ny taxa

    Beslut
    Regionstyrelsen beslutar att anta taxan.`,
  );
  expect(found.map((h) => [h.kind, h.pages, h.rubrik, h.datum])).toEqual([
    ['protokoll', [1, 2], 'Protokoll från regionstyrelsen den 12 mars 2024', '2024-03-12'],
  ]);
});

it('those present and those who sign have pages of their own before the contents and the first §', () => {
  const found = handlingarOf(
    `
    Kommunstyrelsen
    Protokoll

    2024-03-12

    Plats och tid           Rådhuset, kl. 14.00
    Beslutande              Siri Ek (S) (ordförande)
                            Nils Dahl (M)
    Utses att justera       Nils Dahl (M)
                                                           Utdragsbestyrkande`,
    `
    Sekreterare
                            Eva Rosén
    Ordförande
                            Siri Ek (S)
    Protokollet är justerat. Justeringen har tillkännagivits på anslagstavlan.`,
    `
    Kommunstyrelsen
    Protokoll

    2024-03-12

    § 31    Ny taxa

    Beslut
    Taxan antas.
                                                           Utdragsbestyrkande`,
  );
  expect(found.map((h) => [h.kind, h.pages, h.narvaro?.ledamoter.length])).toEqual([
    ['protokoll', [1, 3], 2],
  ]);
});

it('the running head of two pages is no part of the clauses', () => {
  const head = `
    Barn- och
    ungdomsnämndens
    arbetsutskott
    Protokoll

    2024-06-09
`;
  const [handling] = handlingarOf(
    `${head}
    § 27 2024.157 BUN

    Taxa för fritidshem

    Beslut
    Arbetsutskottets förslag till beslut:`,
    `${head}
    Taxan antas.`,
  );
  expect(handling?.organ).toBe('Barn- och ungdomsnämndens arbetsutskott');
  expect(handling?.arenden[0]?.beslut.map((b) => [b.text, b.next?.organ])).toEqual([
    ['Taxan antas.', 'Barn- och ungdomsnämnden'],
  ]);
});

describe('the last page of a letter', () => {
  const letter = `
    Datum:            2024-06-01        Socialnämnden
    Handläggare:      Siri Ek
    Diarienr:         2024.159 SN

    Taxa för hemtjänst

    Sammanfattning
    Kostnaderna för personal och för transporter har ökat sedan taxan antogs.
`;
  const proposal = `
    Förslag till beslut
    Socialnämnden antar taxan.`;
  const recipients = `
    Beslutet ska skickas till
    Ekonomienheten`;
  const signatures = `
    Eva Rosén                              Siri Ek
    Förvaltningschef, tillika socialchef   Verksamhetsutvecklare

    Eva Rosén, Godkännare tjänsteskrivelse, 2024-06-03`;
  it.each<[string, string[]]>([
    ['holds the signatures alone', [letter + proposal + recipients, signatures]],
    [
      'repeats the letterhead above them',
      [letter + proposal + recipients, letter.split('Sammanf')[0] + signatures],
    ],
    [
      'opens with the attachments',
      [letter + proposal, `\n    Bilagor\n    Missiv - Taxa för hemtjänst\n${recipients}\n${signatures}`],
    ],
    [
      'comes to the proposal after a table with officials',
      [
        `${letter}\n    Äldreboende       Avdelningschef äldreboende`,
        `\n    Ekonomisk bedömning\n    Ingen.\n${proposal}\n\n    Kontaktperson till och med 2026-12-31\n${recipients}\n${signatures}`,
      ],
    ],
  ])('%s', (_, pages) => {
    const found = handlingarOf(...pages);
    expect(found.map((h) => [h.kind, h.pages, h.undertecknare.map((p) => p.namn)])).toEqual([
      ['tjansteskrivelse', [1, 2], ['Eva Rosén', 'Siri Ek']],
    ]);
    expect(found[0]?.arenden[0]?.expediering.map((m) => m.mottagare)).toEqual(['Ekonomienheten']);
  });
});

it('the last line of a sentence with a body and a day is no running head', () => {
  const found = handlingarOf(
    `
    Kommunstyrelsens
    arbetsutskott
    Protokoll
    2024-05-20

    § 71 2024.254 KS

    Ledningar till Granby
    Ärendebeskrivning
    Tekniska nämnden har utrett saken.`,
    `
    Kommunstyrelsens
    arbetsutskott
    Protokoll
    2024-05-20

    Förslag till beslut på sammanträdet
    På dagens sammanträde enas arbetsutskottet om att hänskjuta ärendet till
    kommunstyrelsen den 1 juni 2024 för beslut.

    Beslut
    Ärendet hänskjuts till kommunstyrelsen.`,
  );
  expect(found.map((h) => [h.kind, h.pages, h.arenden[0]?.beslut.length])).toEqual([
    ['protokoll', [1, 2], 1],
  ]);
});
