import { describe, expect, it } from 'vitest';
import { handlingarOf, texts } from './read-text.ts';

const HEAD = `
  Strömviks kommun
  Kommunstyrelsen
  Kallelse
  Sammanträdesdatum 2024-03-12

  Kommunstyrelsen kallas till sammanträde tisdagen den 12 mars 2024 kl. 09.00 i Stadshuset.`;

const kallelse = (items: string) => handlingarOf(`${HEAD}\n\n${items}`);

describe('a kallelse', () => {
  const [only, ...more] = kallelse(`
  1. Val av justerare

  2. Information från kommundirektören

  3. Ny taxa för återbruket
  Diarienummer KS 2024/118

  Förslag till beslut
  Kommunstyrelsen föreslår kommunfullmäktige besluta
  1. Taxan för återbruket antas.
  2. Taxan gäller från den 1 januari 2025.

  4. Avfallsplan
  Diarienummer KS 2024/97

  Förslag till beslut
  Kommunstyrelsen beslutar att sända avfallsplanen på samråd.

  5. Övriga frågor`);

  it('is of the body that is called, for the day of the meeting', () => {
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'kallelse', organ: 'Kommunstyrelsen', datum: '2024-03-12' });
  });

  it('has an ärende for each item with a proposal, and none for the others', () => {
    expect(only?.arenden.map((a) => [a.punkt, a.rubrik, a.diarienummer, texts(a.forslag)])).toEqual([
      [
        '3',
        'Ny taxa för återbruket',
        'KS 2024/118',
        ['Taxan för återbruket antas.', 'Taxan gäller från den 1 januari 2025.'],
      ],
      ['4', 'Avfallsplan', 'KS 2024/97', ['att sända avfallsplanen på samråd.']],
    ]);
  });

  it('goes to the body that is called', () => {
    expect(only?.arenden.map((a) => a.next)).toEqual(
      Array(2).fill({ organ: 'Kommunstyrelsen', reason: 'beredning' }),
    );
  });
});

it('an item whose number would go on the clauses above it is an item all the same', () => {
  const [only] = kallelse(`
  1. Val av justerare

  2. Ny taxa för återbruket

  Förslag till beslut
  Kommunstyrelsen föreslår kommunfullmäktige besluta
  1. Taxan för återbruket antas.
  2. Taxan gäller från den 1 januari 2025.

  3. Information från kommundirektören

  4. Avfallsplan

  Förslag till beslut
  Kommunstyrelsen beslutar att sända avfallsplanen på samråd.`);
  expect(only?.arenden.map((a) => [a.punkt, texts(a.forslag)])).toEqual([
    ['2', ['Taxan för återbruket antas.', 'Taxan gäller från den 1 januari 2025.']],
    ['4', ['att sända avfallsplanen på samråd.']],
  ]);
});

it('a kallelse with nothing but titles has no ärenden', () => {
  const [only] = kallelse('  1. Val av justerare\n\n  2. Information\n\n  3. Övriga frågor');
  expect(only).toMatchObject({ kind: 'kallelse', arenden: [] });
});

it('items are headed by their name where they are, and the list before them is their contents', () => {
  const [only] = kallelse(`
  1   Val av justerare                 Muntligt
  2   Ny taxa för återbruket           2024/118
  3   Avfallsplan                      2024/120

  Ärende 2
  Ny taxa för återbruket
  Dnr KS 2024/118

  Förslag till beslut
  Kommunstyrelsen föreslår kommunfullmäktige besluta att anta taxan.

  Ärende 3
  Avfallsplan
  Dnr KS 2024/120

  Förslag till beslut
  Kommunstyrelsen beslutar att sända avfallsplanen på samråd.`);
  expect(only?.arenden.map((a) => [a.punkt, a.rubrik, a.diarienummer, texts(a.forslag)])).toEqual([
    ['2', 'Ny taxa för återbruket', 'KS 2024/118', ['att anta taxan.']],
    ['3', 'Avfallsplan', 'KS 2024/120', ['att sända avfallsplanen på samråd.']],
  ]);
});

it('the last clause above the next heading is no item, though its number would fit', () => {
  const [only] = kallelse(`
  1 Detaljplan för Fågelvägen

  Dnr KS 2024/31

  Arbetsutskottets förslag till kommunstyrelsen
  1. Granskningshandlingarna godkänns.
  2. Planchefen ges i uppdrag att ställa ut förslaget för granskning.

  Beskrivning av ärendet
  Planen ger utökade byggrätter i området.

  2 Information från kommundirektören

  Dnr KS 2024/32

  Kommunstyrelsens förslag till beslut
  - Informationen noteras.`);
  expect(only?.arenden.map((a) => [a.punkt, texts(a.forslag)])).toEqual([
    [
      '1',
      [
        'Granskningshandlingarna godkänns.',
        'Planchefen ges i uppdrag att ställa ut förslaget för granskning.',
      ],
    ],
    ['2', ['Informationen noteras.']],
  ]);
});

it('whose proposal it is may be told without a genitive, to a body of a long name', () => {
  const [only] = kallelse(`
  1 Budget för Ekskolans kök

  Dnr KS 2024/31

  Barn- och skolförvaltningen förslag till beslut till arbetsmarknads- och vuxenutbildningsnämnden
  - Informationen noteras.`);
  expect(only?.arenden.map((a) => texts(a.forslag))).toEqual([['Informationen noteras.']]);
});
