import { describe, expect, it } from 'vitest';
import { recordOf } from './read-text.ts';

describe('an answer to a department', () => {
  it('is told by its title, which it has for its own', () => {
    const text = [
      'Finansdepartementet Ref: Fi2031/00647/K',
      '',
      'Ekbo kommuns yttrande över utredningen Närmare vården (SOU 2031:8)',
      '',
      'Ekbo kommun vill framhålla att små kommuner behöver egna lösningar, och att kostnaderna',
      'för de nya kraven måste bäras av staten. Det gäller framför allt de första åren.',
    ].join('\n');
    const [answer] = recordOf(text).handlingar;
    expect(answer?.kind).toBe('remissvar');
    expect(answer?.rubrik).toBe('Ekbo kommuns yttrande över utredningen Närmare vården (SOU 2031:8)');
    expect(answer?.arenden).toEqual([]);
  });

  it.each([
    'Ekbo kommun har erbjudits möjlighet att yttra sig över utredningen Närmare vården.',
    'Departementet har inbjudit Ekbo kommun att, som en av trettio kommuner, lämna synpunkter på betänkandet.',
    'Ekbo kommun har ombetts att svara på frågor om avfall, och gör det här.',
  ])('is told by how it begins: %s', (said) => {
    const text = `Miljödepartementet\n\nNärmare vården (SOU 2031:8)\n\n${said}\n\nVi anser att förslaget är bra.`;
    expect(recordOf(text).handlingar.map((h) => h.kind)).toEqual(['remissvar']);
  });
});

describe('whoever answers a remiss', () => {
  const answer = (...head: string[]) => {
    const text = `
Nämnden har getts tillfälle att yttra sig över förslaget till hastighetsplan.

Vi tillstyrker förslaget men vill framhålla att kostnaderna för skyltning behöver täckas,
och att vägarna vid skolorna är smala.`;
    return recordOf([...head, text].join('\n')).handlingar.map((h) => [h.kind, h.avsandare]);
  };

  it.each([
    ['Ekbo kommun', 'Tekniska nämnden', 'REMISSVAR', '2031-04-10', '', 'Till kommunstyrelsen'],
    ['Ekbo kommun', 'Tekniska nämnden', '2031-04-10', 'Remissvar över förslag till hastighetsplan'],
    ['Ekbo kommun           REMISSVAR', 'Tekniska nämnden      2031-04-10', 'Till: Kommunstyrelsen'],
    ['Ekbo kommun           Tekniska nämnden', 'Remissvar             2031-04-10'],
    ['Tekniska nämnden', 'Remissvar', '2031-04-10', '', 'Till kommunstyrelsen'],
  ])('is the body in its head: %s, %s', (...head) =>
    expect(answer(...head)).toEqual([['remissvar', 'Tekniska nämnden']]),
  );

  it.each([
    ['Ekbo kommun', 'Kommunstyrelsen', '123 45 Ekbo', '', 'Remissvar över förslag till hastighetsplan'],
    ['REMISSVAR', '2031-04-10', '', 'Till', 'Kommunstyrelsen', 'Förslag till hastighetsplan'],
  ])('is not the body it is sent to: %s, %s', (...head) =>
    expect(answer(...head)).toEqual([['remissvar', null]]),
  );

  it('is the office under the body, where there is one', () => {
    const head = ['Ekbo kommun', 'Tekniska nämnden', 'Tekniska förvaltningen', 'Remissvar', '2031-04-10'];
    expect(answer(...head)).toEqual([['remissvar', 'Tekniska förvaltningen']]);
  });
});

describe('a letter to two bodies', () => {
  const text = [
    'Ekbo stad',
    '2031-12-19 TJÄNSTEUTLÅTANDE DNR T2031-050-05828',
    'Till',
    'Park- och trafiknämnden 2032-02-07',
    'Byggnadsnämnden 2032-02-07',
    'Gemensam hantering av ritningar',
    '',
    'Förslag till beslut',
    '1. Park- och trafiknämnden och byggnadsnämnden godkänner rapporten.',
    '2. Park- och trafiknämnden och byggnadsnämnden förklarar beslutet omedelbart justerat.',
    '',
    'Sammanfattning',
    'Kontoren har prövat ett nytt arbetssätt under tre år.',
  ].join('\n');
  const [letter] = recordOf(text).handlingar;

  it('names both, without the days they meet, and has its title below them', () => {
    expect(letter?.till).toEqual(['Park- och trafiknämnden', 'Byggnadsnämnden']);
    expect(letter?.rubrik).toBe('Gemensam hantering av ritningar');
  });

  it('goes to the first, and both decide', () => {
    const forslag = letter?.arenden[0]?.forslag ?? [];
    expect(forslag.map((c) => c.kedja)).toEqual([
      ['Park- och trafiknämnden', 'byggnadsnämnden'],
      ['Park- och trafiknämnden', 'byggnadsnämnden'],
    ]);
    expect(forslag.map((c) => c.next?.organ)).toEqual(['Park- och trafiknämnden', 'Park- och trafiknämnden']);
  });
});

describe('the title of a letter', () => {
  it('is neither the kind of paper nor the official with a telephone number', () => {
    const text = [
      'EKBO KOMMUN',
      'TJÄNSTESKRIVELSE',
      '2031-03-04',
      'DNR KS 2031.109',
      'EVA EK',
      'STABSCHEF',
      '08-12345678',
      'KOMMUNSTYRELSEN',
      '',
      'Förslag till beslut',
      'Kommunstyrelsen antar reglerna.',
    ].join('\n');
    expect(recordOf(text).handlingar.map((h) => h.rubrik)).toEqual([null]);
  });
});

describe('a title over two paragraphs', () => {
  it('goes on in lower case, though the word might be an office', () => {
    const text = [
      'Dnr 2031/0142 MBN-1',
      '',
      'Miljönämnden',
      '',
      'Taxor för prövning och tillsyn inom miljö- och',
      '',
      'hälsoskyddsverksamheten',
      '',
      'Förslag till beslut',
      '',
      '1. Miljönämnden antar taxorna.',
    ].join('\n');
    expect(recordOf(text).handlingar.map((h) => h.rubrik)).toEqual([
      'Taxor för prövning och tillsyn inom miljö- och hälsoskyddsverksamheten',
    ]);
  });
});

describe('a chain of proposals on two lines', () => {
  it('begins with who meets, and the clause keeps who proposes next', () => {
    const text = [
      'Sammanträdesprotokoll',
      'Kommunstyrelsens arbetsutskott',
      '2031-04-28',
      '§ 81',
      'Regler för föreningsstöd (KS 2031.109)',
      'Beslut',
      'Arbetsutskottet beslutar att föreslå att:',
      'Kommunstyrelsen föreslår att fullmäktige reviderar regler för stöd till föreningar.',
      'Ärendebeskrivning',
      'Reglerna är från 2025.',
      '§ 82',
      'Avslutning',
      'Ordföranden avslutar mötet.',
    ].join('\n');
    const beslut = recordOf(text).handlingar[0]?.arenden[0]?.beslut ?? [];
    expect(beslut.map((c) => c.text)).toEqual([
      'Kommunstyrelsen föreslår att fullmäktige reviderar regler för stöd till föreningar.',
    ]);
    expect(beslut.map((c) => c.kedja)).toEqual([['Arbetsutskottet', 'Kommunstyrelsen', 'fullmäktige']]);
  });
});

describe('who is charged without saying by whom', () => {
  it('is charged by the body of the clause before', () => {
    const text = [
      'Tjänsteskrivelse',
      'Utredning om skolskjuts',
      '',
      'Förslag till beslut',
      'Beredningen för skolfrågor beslutar att godkänna utredningen.',
      '',
      'Förvaltningen får i uppdrag att ta fram nya riktlinjer.',
      '',
      'Sammanfattning',
      'Antalet resor ökar.',
    ].join('\n');
    const forslag = recordOf(text).handlingar[0]?.arenden[0]?.forslag ?? [];
    expect(forslag.map((c) => c.kedja)).toEqual([
      ['Beredningen för skolfrågor'],
      ['Beredningen för skolfrågor'],
    ]);
  });
});
