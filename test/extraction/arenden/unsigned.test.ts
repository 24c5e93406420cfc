import { describe, expect, it } from 'vitest';
import { handlingarOf } from '../handlingar/read-text.ts';

const matter = (head: string, clause: string) => `${head}

Beslut
${clause}

Beslutet skickas till
Kommunkansliet
`;
const read = (text: string) =>
  handlingarOf(text).map((h) => [h.kind, h.arenden.map((a) => `${a.paragraf} ${a.rubrik}`)]);

describe('minutes that lost their § signs', () => {
  it('have their matters by the numbers that run on', () => {
    const text = [
      matter('31 Mötets öppnande', 'Mötet öppnas.'),
      matter('32 Budget för år 2031', '1 Kommunstyrelsen godkänner budgeten.\n2 Nämnderna får del av den.'),
      matter('33 Taxa för vatten', 'Kommunstyrelsen beslutar att anta taxan.'),
    ].join('\n');
    expect(read(text)).toEqual([
      ['protokoll', ['31 Mötets öppnande', '32 Budget för år 2031', '33 Taxa för vatten']],
    ]);
  });

  it('may begin anywhere in the year when each number has its diarienummer beside it', () => {
    const text = [
      matter('200 Ärendenummer ABC-2031-01212\n\nRedovisning av uppdrag', 'Redovisningen antecknas.'),
      matter('226 Ärendenummer ABC-2031-00075\n\nMedborgarvittnen', 'Ärendet bordläggs.'),
    ].join('\n');
    expect(read(text)).toEqual([['protokoll', ['200 Redovisning av uppdrag', '226 Medborgarvittnen']]]);
  });

  it('keep a matter of which nothing but its head is printed', () => {
    const text = `Socialnämnden
Sammanträdesprotokoll
Paragrafer 41 - 44

${matter('41 Val av justerare', 'Karin Alm (M) utses.')}
42 Information från förvaltningen

Förvaltningschefen berättar om läget.

${matter('43 Taxa', 'Taxan antas.')}
${matter('44 Avgifter', 'Avgifterna antas.')}`;
    expect(read(text)[0]?.[1]).toEqual([
      '41 Val av justerare',
      '42 Information från förvaltningen',
      '43 Taxa',
      '44 Avgifter',
    ]);
  });

  it('are told from the chapters of a report and the rows of a list', () => {
    const report = `Årsrapport
1 Inledning
Rapporten beskriver året.
2 Bakgrund
Bedömning
Verksamheten har vuxit.
3 Slutsatser
Ekonomi
Resultatet är gott.`;
    expect(read(report)).toEqual([['annat', []]]);
    const list = `Närvarolista
1 Anna Berg (S)
2 Bo Ek (M)
3 Ceylan Alm (V)
4 Disa Holm (C)`;
    expect(read(list)[0]?.[1]).toEqual([]);
  });
});
