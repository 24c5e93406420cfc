/** A made-up agenda that was a table on a web page: the bars of its empty cells stand everywhere. */
import { expect, it } from 'vitest';
import { dedent, recordOf, texts } from './read-text.ts';

it('reads the items of an agenda that a table was made of', () => {
  const [handling] = recordOf(
    dedent(`
      Dagordning | |
      Regionstyrelsen 2031-09-09 | | |
      | | |
      | | |
      | | | |   |
      1 Information |
      |
      Ordförandens förslag: .
      1. Informationen antecknas till protokollet.
      Ledningen informerar:
      A. Regiondirektören
      B. Budgetchefen
      I ärendet redovisas följande handlingar:
      | | |
      | | | |   |
      Anmälningsärenden |
      |
      | | |
      2 Delegeringsbeslut |
      |
      Ordförandens förslag:
      1. Anmälda beslut läggs till handlingarna.
      | | |
      3 Reglemente för färdtjänst |
      Diarienummer: RG31/01857 |
      Ordförandens förslag:
      Regionstyrelsen föreslår Regionfullmäktige
      1. Godkänna reglementet enligt bilaga b).
      Sammanfattning:
      Reglementet har setts över under året.
    `),
  ).handlingar;
  expect(handling?.kind).toBe('kallelse');
  expect(
    handling?.arenden.map((a) => [a.punkt, a.rubrik, texts(a.underlag).join(), ...texts(a.forslag)]),
  ).toEqual([
    ['1', 'Information', '', 'Informationen antecknas till protokollet.'],
    ['2', 'Delegeringsbeslut', '', 'Anmälda beslut läggs till handlingarna.'],
    ['3', 'Reglemente för färdtjänst', '', 'Godkänna reglementet enligt bilaga b).'],
  ]);
});
