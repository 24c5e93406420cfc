import { describe, expect, it } from 'vitest';
import { recordOf, texts } from '../handlingar/read-text.ts';

/** The letters in a text: to whom, about what, with which proposal. */
const letters = (text: string) =>
  recordOf(text)
    .handlingar.filter((h) => h.kind === 'tjansteskrivelse')
    .map(({ till, rubrik, arenden }) => ({
      till,
      rubrik,
      forslag: arenden.flatMap((a) => texts(a.forslag)),
      next: arenden[0]?.next?.organ ?? null,
    }));

const STORY =
  `Ekbo kommun har under flera år arbetat med frågan, och förvaltningen har hört alla som berörs av den.
  Av de svar som kom in ville de flesta att arbetet går vidare, och kostnaderna ryms i årets budget.`.replace(
    /\s+/g,
    ' ',
  );

describe('the head of a letter that lost its line breaks', () => {
  it('ends at the body it is written to, and the title stands behind', () => {
    const text = `1 Tjänsteutlåtande Utredare Eva Lind Dnr: TN/2031: Tekniska nämnden Upphandling av vinterväghållning i norra delen Förslag till beslut Tekniska nämnden godkänner underlaget för upphandlingen. Sammanfattning ${STORY}`;
    expect(letters(text)).toEqual([
      {
        till: ['Tekniska nämnden'],
        rubrik: 'Upphandling av vinterväghållning i norra delen',
        forslag: ['Tekniska nämnden godkänner underlaget för upphandlingen.'],
        next: 'Tekniska nämnden',
      },
    ]);
  });

  it('ends at the body before a heading of any kind, though a title word could be a place', () => {
    const text = `1 1 (3) Tjänsteskrivelse Handläggare: Bo Ek Kultur- och fritidsnämnden Lokalbehov för musikskolan Sammanfattning ${STORY} Förslag till beslut Nämnden noterar informationen.`;
    expect(letters(text)[0]).toMatchObject({
      till: ['Kultur- och fritidsnämnden'],
      rubrik: 'Lokalbehov för musikskolan',
    });
  });

  it('is known by a number above a proposal, where it does not say what it is', () => {
    const text = `1 Kommunstyrelsen Kommunledningskontoret Miljö och plan KS 2031:88 Ida Sund (2) Kommunstyrelsen Nya priser för återbruket i Ekbo Förslag till beslut Prislistan antas. Ärendebeskrivning ${STORY}`;
    expect(letters(text)[0]).toMatchObject({
      till: ['Kommunstyrelsen'],
      rubrik: 'Nya priser för återbruket i Ekbo',
    });
  });

  it('leaves a body alone that a word of the title leads to', () => {
    const text = `1 Tjänsteskrivelse Handläggare: Bo Ek Socialnämnden Svar på remiss från Kommunstyrelsen om Ekbo 2040 Förslag till beslut Yttrandet antas. Bakgrund ${STORY}`;
    expect(letters(text)[0]?.rubrik).toBe('Svar på remiss från Kommunstyrelsen om Ekbo 2040');
  });

  it('belongs to a letter though nothing is proposed', () => {
    const text = `1 TJÄNSTESKRIVELSE Ekbo kommun Ekonomienheten 1 (2) Ali Rahimi Ekonomichef Diarienummer 2031/KS Arbetsutskottet Ekonomin i mars Ekonomichefen redogör för läget. ${STORY}\n\n2 Bilaga med siffror för mars månad`;
    expect(letters(text)).toEqual([
      { till: ['Arbetsutskottet'], rubrik: 'Ekonomin i mars', forslag: [], next: 'Arbetsutskottet' },
    ]);
  });
});

describe('a bundle of letters without dates or numbers', () => {
  const letter = (title: string, clause: string) =>
    `ORDFÖRANDEFÖRSLAG 1 [1] Omsorgsnämnden ${title} Förslag till beslut ${clause} Sammanfattning ${STORY}`;

  it('is parted behind the agenda it comes with', () => {
    const text = [
      '1 KALLELSE/FÖREDRAGNINGSLISTA 1 [2] Omsorgsförvaltningen Tid tisdag 4 februari 2031 kl 18 Plats Ekbo torg 1 Ärenden 1 Information från verksamheten 2 Ny avgift för trygghetslarm',
      `2 ${letter('Information från verksamheten', 'Omsorgsnämnden noterar informationen.')}`,
      `3 ${letter('Ny avgift för trygghetslarm', 'Avgiften fastställs till 210 kronor.')}`,
    ].join('\n\n');
    expect(letters(text).map((l) => [l.rubrik, ...l.forslag])).toEqual([
      ['Information från verksamheten', 'Omsorgsnämnden noterar informationen.'],
      ['Ny avgift för trygghetslarm', 'Avgiften fastställs till 210 kronor.'],
    ]);
  });

  it('begins behind a cover', () => {
    const text = [
      '1 Handlingar till Socialnämndens sammanträde den 18 september 2031',
      '2 Sidan 3 av 90 Ärende 1',
      `3 Socialkontoret TJÄNSTESKRIVELSE Handläggare, telefon Datum Eva Lind, Dnr Socialnämnden Bokslut med prognos Förslag till beslut Socialnämnden godkänner bokslutet. Sammanfattning ${STORY}`,
    ].join('\n\n');
    expect(letters(text)[0]).toMatchObject({ till: ['Socialnämnden'], rubrik: 'Bokslut med prognos' });
  });
});

it('reads whose decision a letter proposes from the heading under the proposal', () => {
  const text = `1 Tjänsteskrivelse Dnr: KS 2031/42 Kommunstyrelsen Åtgärder i intern kontroll Förslag till beslut Kommunstyrelsens beslut Rapporten godkänns. Ärendebeskrivning ${STORY}`;
  const [arende] = recordOf(text).handlingar.flatMap((h) => h.arenden);
  expect(arende?.beslut).toEqual([]);
  expect(arende?.forslag.map((f) => [f.text, f.kedja])).toEqual([
    ['Rapporten godkänns.', ['Kommunstyrelsen']],
  ]);
});

describe('a letter from a board to the councillors that lost its line breaks', () => {
  const text = `Kommunfullmäktige Handling 2031 nr 38 Översyn av policy för lokaler Till Granviks kommunfullmäktige Kommunstyrelsens förslag Yrkande från A, B och C med förslag till beslut har bifallits. Kommunstyrelsen tillstyrker yrkande från A och B den 23 augusti 2031 och föreslår att kommunfullmäktige beslutar: 1. 9 i Policy för lokaler ändras. 2. En ny lokalplan tas fram. ---- Vid behandlingen av ärendet i kommunstyrelsen antecknade Eva Ek (KD) som yttrande en skrivelse. Bo Al (C) antecknade som yttrande en skrivelse. Granvik den 28 augusti 2031 Granviks kommunstyrelse Siv Lind Per Holm`;
  const [letter] = recordOf(text).handlingar;
  const forslag = letter?.arenden[0]?.forslag ?? [];

  it('has its number, its title before whom it is written to, and the day it was signed', () => {
    expect(letter).toMatchObject({
      kind: 'tjansteskrivelse',
      dokumentnummer: '2031 nr 38',
      rubrik: 'Översyn av policy för lokaler',
      till: ['Granviks kommunfullmäktige'],
      datum: '2031-08-28',
      avsandare: 'Granviks kommunstyrelse',
    });
  });

  it('ends its clauses at the line drawn below them', () => {
    expect(forslag.map((c) => [c.nr, c.text])).toEqual([
      [1, '9 i Policy för lokaler ändras.'],
      [2, 'En ny lokalplan tas fram.'],
    ]);
  });

  it('goes to the councillors: the board that signed has had its turn', () => {
    expect(forslag.map((c) => c.next?.organ)).toEqual(['kommunfullmäktige', 'kommunfullmäktige']);
  });
});

describe('a numbered clause of a flat letter', () => {
  it('keeps its number where a body opens it', () => {
    const text = `1 Tjänsteutlåtande Utvecklingschef Bo Ek Dnr: KS/2031: Kommunstyrelsen Yttrande över förslag om busslinjer Förslag till beslut 1. Kommunstyrelsen beslutar att avstyrka nedläggningen och för egen del godkänna yttrandet. 2. Yttrandet skickas till Granviks landsting. Sammanfattning av ärendet ${'Ekby kommun har beretts tillfälle att yttra sig om förslaget. '.repeat(4)}`;
    const forslag = recordOf(text).handlingar[0]?.arenden[0]?.forslag ?? [];
    expect(forslag.map((c) => [c.nr, c.text])).toEqual([
      [1, 'Kommunstyrelsen beslutar att avstyrka nedläggningen och för egen del godkänna yttrandet.'],
      [2, 'Yttrandet skickas till Granviks landsting.'],
    ]);
  });
});

describe('the title of a flat letter to nobody', () => {
  it('begins behind what the official is called', () => {
    const text = `1 Miljökontoret TJÄNSTEUTLÅTANDE 1(1) Eva Lind Dnr: MK Biträdande verksamhetschef Taxa för tillsyn från och med 2032 Förslag till beslut Södra Granviks miljönämnd beslutar att godkänna taxan. Beskrivning av ärendet ${'Taxan är i stort sett oförändrad och timavgiften är den samma. '.repeat(4)}`;
    const [letter] = recordOf(text).handlingar;
    expect(letter?.rubrik).toBe('Taxa för tillsyn från och med 2032');
    expect(letter?.arenden[0]?.forslag.map((c) => [c.kedja, c.text])).toEqual([
      [['Södra Granviks miljönämnd'], 'att godkänna taxan.'],
    ]);
  });
});
