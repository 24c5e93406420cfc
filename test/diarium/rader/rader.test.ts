/** The lines that a registrator would write for a handling, and what is missing in them. */
import { describe, expect, it } from 'vitest';
import { type Diarierad, diariet } from '../../../diarium/rader/index.ts';
import type { SourcedHandling } from '../../../diarium/way/types.ts';
import { arende } from '../../store/made-up.ts';
import { motion, protokoll, remissvar, skrivelse, source } from './exempel.ts';

const rader = (...handlingar: SourcedHandling[]): Diarierad[] => diariet(handlingar).rader;
const only = (...handlingar: SourcedHandling[]): Diarierad => {
  const [first, ...others] = rader(...handlingar);
  expect(others).toEqual([]);
  return first as Diarierad;
};

describe('a memorandum of the own office', () => {
  it('was drawn up on its day, under its number, by the office for the body', () => {
    expect(only(source('a', skrivelse()))).toMatchObject({
      ...{ typ: 'handling', kind: 'tjansteskrivelse', status: 'foreslagen', riktning: 'upprattad' },
      ...{ datum: '2031-02-10', datumEnligt: 'handlingen', nummer: 'KS 2031/62' },
      ...{ avsandare: 'Kommunledningskontoret', mottagare: 'Kommunstyrelsen' },
      ...{ om: 'Taxa för uthyrning av lokaler', organ: 'Kommunstyrelsen', huvudman: 'Ekbacka kommun' },
      ...{ saknas: [], obekraftade: [], sekretess: null, maskeras: false, paragraf: null },
    });
  });

  it('takes number and title of its only ärende where it has none of its own', () => {
    const rad = only(source('a', skrivelse({ diarienummer: null, rubrik: null })));
    expect(rad).toMatchObject({ nummer: 'KS 2031/62', om: 'Taxa för uthyrning av lokaler', saknas: [] });
  });

  it('has no number where its ärenden have several', () => {
    const arenden = [arende({ diarienummer: 'KS 2031/62' }), arende({ diarienummer: 'KS 2031/63' })];
    expect(only(source('a', skrivelse({ diarienummer: null, arenden }))).saknas).toEqual(['nummer']);
  });

  it.each([
    ['datum', { datum: null }],
    ['nummer', { diarienummer: null, arenden: [arende({ rubrik: 'Taxa' })] }],
    ['innehall', { rubrik: null, arenden: [arende({ diarienummer: 'KS 2031/62' })] }],
  ])('says that %s is missing', (falt, over) => {
    expect(only(source('a', skrivelse(over))).saknas).toEqual([falt]);
  });

  it('says in short what it is about: no line holds a whole page', () => {
    const rad = only(source('a', skrivelse({ rubrik: `Taxa ${'för lokaler '.repeat(60)}800101-2387` })));
    expect(rad.om).toMatch(/^Taxa för lokaler .* …$/u);
    expect(rad.om?.length).toBeLessThan(260);
    expect(rad.obekraftade).toEqual(['innehall']);
  });

  it('needs no other party: it may have gone to nobody', () => {
    expect(only(source('a', skrivelse({ avsandare: null, till: [] }))).saknas).toEqual([]);
  });

  it('tells what only OCR has read', () => {
    const obekraftade = ['datum', 'diarienummer', 'rubrik'];
    const rad = only(source('a', skrivelse({ obekraftade })));
    expect(rad.obekraftade).toEqual(['datum', 'nummer', 'innehall']);
  });
});

describe('a letter', () => {
  it('that the state or another municipality wrote came in, and its own day is not that on which it came', () => {
    for (const avsandare of [
      'Länsstyrelsen i Ekbacka län',
      'Trafikverket',
      'Lundviks kommun',
      'Ekbacka Bygg AB',
    ]) {
      const rad = only(source('a', skrivelse({ avsandare })));
      expect([avsandare, rad.riktning]).toEqual([avsandare, 'inkommen']);
      expect(rad.obekraftade).toContain('datum');
    }
  });

  it('that goes to others only was sent out', () => {
    const rad = only(source('a', skrivelse({ till: ['Länsstyrelsen i Ekbacka län', 'Trafikverket'] })));
    expect(rad).toMatchObject({
      ...{ riktning: 'expedierad', mottagare: 'Länsstyrelsen i Ekbacka län; Trafikverket' },
      ...{ saknas: [], obekraftade: [] },
    });
  });

  it('to a body of the own was not, whoever else has it', () => {
    const rad = only(source('a', skrivelse({ till: ['Trafikverket', 'Kommunstyrelsen'] })));
    expect(rad.riktning).toBe('upprattad');
  });

  it('of a body named with its own municipality is of the own', () => {
    const avsandare = 'Byggnadsnämnden i Ekbacka kommun';
    expect(only(source('a', skrivelse({ avsandare }))).riktning).toBe('upprattad');
  });
});

describe('an answer to a remiss', () => {
  it('came in; its number is ours only if one of our own handlingar has it', () => {
    const alone = only(source('a', remissvar()));
    expect(alone).toMatchObject({
      ...{ riktning: 'inkommen', avsandare: 'Länsstyrelsen i Ekbacka län', nummer: 'KS 2031/62' },
      ...{ datum: '2031-01-20', saknas: [], obekraftade: ['datum', 'nummer'] },
    });
    const known = rader(source('a', remissvar()), source('b', skrivelse({ diarienummer: 'KS 2031/00062' })));
    expect(known.find(({ kind }) => kind === 'remissvar')?.obekraftade).toEqual(['datum']);
    const unsure = skrivelse({ obekraftade: ['diarienummer'], arenden: [] });
    const misread = rader(source('a', remissvar()), source('b', unsure));
    expect(misread.find(({ kind }) => kind === 'remissvar')?.obekraftade).toEqual(['datum', 'nummer']);
    const others = rader(source('a', remissvar()), source('b', skrivelse({ huvudman: 'Lundviks kommun' })));
    expect(others.find(({ kind }) => kind === 'remissvar')?.obekraftade).toEqual(['datum', 'nummer']);
  });

  it('of the own nämnd was drawn up here', () => {
    const rad = only(source('a', remissvar({ avsandare: 'Miljönämnden' })));
    expect(rad).toMatchObject({ riktning: 'upprattad', obekraftade: [] });
  });

  it('without a sender lacks one', () => {
    expect(only(source('a', remissvar({ avsandare: null, till: [] }))).saknas).toEqual(['motpart']);
  });
});

describe('minutes', () => {
  const [first, ...paragrafer] = rader(source('a', protokoll()));

  it('are known by their meeting and were drawn up when they were approved', () => {
    expect(first).toMatchObject({
      ...{ typ: 'handling', riktning: 'upprattad', datum: '2031-03-11', datumEnligt: 'justeringen' },
      ...{ nummer: 'Kommunstyrelsens protokoll 2031-03-04', sammantrade: '2031-03-04' },
      om: 'Protokoll från Kommunstyrelsens sammanträde 2031-03-04, § 14–16',
      ...{ avsandare: 'Kommunstyrelsen', mottagare: null, saknas: [], obekraftade: [] },
    });
  });

  it('have a line in the diary of each matter, with those it is sent to', () => {
    expect(paragrafer.map(({ paragraf }) => paragraf)).toEqual(['15', '16']);
    expect(paragrafer[0]).toMatchObject({
      ...{ typ: 'paragraf', datum: '2031-03-11', nummer: 'KS 2031/62', riktning: 'upprattad' },
      ...{ om: '§ 15 Taxa för uthyrning av lokaler', avsandare: 'Kommunstyrelsen' },
      ...{ mottagare: 'Kommunfullmäktige; Fastighetsenheten', saknas: [], obekraftade: [] },
      kallor: [{ fileName: 'a.pdf', pages: [3, 4] }],
    });
    expect(paragrafer[1]).toMatchObject({ om: '§ 16 Plan för skolskjuts', nummer: null, saknas: ['nummer'] });
  });

  it('that are not approved, so far as is known, stand under the day of the meeting, marked', () => {
    for (const rad of rader(source('a', protokoll({ anslag: null })))) {
      expect(rad).toMatchObject({ datum: '2031-03-04', datumEnligt: 'sammantradet' });
      expect(rad.obekraftade).toEqual(['datum']);
    }
  });

  it('whose day of approval only OCR has read say so', () => {
    const [line] = rader(source('a', protokoll({ obekraftade: ['anslag.justerad'] })));
    expect(line).toMatchObject({ datum: '2031-03-11', datumEnligt: 'justeringen', obekraftade: ['datum'] });
  });

  it('of which one § was approved at once have that day for it', () => {
    const arenden = [
      arende({ paragraf: '15', rubrik: 'Taxa för lokaler', omedelbartJusterad: true }),
      arende({ paragraf: '16', rubrik: 'Plan för skolskjuts' }),
    ];
    const days = rader(source('a', protokoll({ arenden }))).map(({ paragraf, datum }) => [paragraf, datum]);
    expect(days).toEqual([
      ['15', '2031-03-04'],
      [null, '2031-03-11'],
      ['16', '2031-03-11'],
    ]);
  });

  it('of a body that could not be read have no designation, and what they are about is missing', () => {
    const [line] = rader(source('a', protokoll({ organ: null, arenden: [] })));
    expect(line?.saknas).toEqual(['nummer', 'innehall']);
  });

  it('with a number of their own are entered under it; over the one § of an extract it is the matter', () => {
    const diarienummer = 'KS 2031/1';
    expect(rader(source('a', protokoll({ diarienummer })))[0]?.nummer).toBe('KS 2031/1');
    const arenden = [arende({ paragraf: '15', rubrik: 'Taxa för lokaler' })];
    const extract = rader(source('a', protokoll({ diarienummer, arenden })));
    expect(extract.map(({ nummer }) => nummer)).toEqual([
      'Kommunstyrelsens protokoll 2031-03-04',
      'KS 2031/1',
    ]);
  });
});

describe('a notice', () => {
  it('is one line, known by its meeting, whose day stands in for that on which it was made', () => {
    const arenden = [arende({ punkt: '5', diarienummer: 'KS 2031/62' })];
    expect(only(source('a', { ...protokoll({ arenden }), kind: 'kallelse', anslag: null }))).toMatchObject({
      ...{ riktning: 'upprattad', datum: '2031-03-04', obekraftade: ['datum'], saknas: [] },
      ...{ nummer: 'Kommunstyrelsens kallelse 2031-03-04' },
      om: 'Kallelse till Kommunstyrelsens sammanträde 2031-03-04',
    });
  });
});

describe('other papers', () => {
  it('a motion came in from those who signed it', () => {
    const rad = only(source('a', motion()));
    expect(rad).toMatchObject({
      riktning: 'inkommen',
      avsandare: 'Alva Strandmark; Nils Torp',
      saknas: ['nummer'],
    });
  });

  it('a sentence that speaks of an office is no sender of the own', () => {
    const avsandare =
      'Arbetet ska bedrivas vidare under året och förvaltningen har tillförts ny kompetens inom området';
    expect(only(source('a', motion({ rubrik: 'Rapport', avsandare }))).riktning).toBeNull();
    const own = motion({ rubrik: 'Rapport', avsandare: 'Miljöförvaltningen', diarienummer: 'KS 2031/62' });
    expect(only(source('a', own)).obekraftade).toEqual(['datum', 'nummer', 'motpart', 'innehall']);
    expect(only(source('a', own)).riktning).toBe('upprattad');
  });

  it('an attachment that names nobody lacks its other party too, and nothing of it is sure', () => {
    const rad = only(source('a', motion({ rubrik: 'Budget i tabeller', undertecknare: [] })));
    expect(rad).toMatchObject({
      riktning: null,
      saknas: ['nummer', 'motpart'],
      obekraftade: ['datum', 'innehall'],
    });
  });
});

describe('the same in several files', () => {
  const full = source('a', protokoll());
  const extract = source('b', {
    ...protokoll({ anslag: null, pages: [1, 1] }),
    arenden: [arende({ paragraf: '16', rubrik: 'Plan för skolskjuts', diarienummer: 'BUN 2031/9' })],
  });

  it('is one line with both sources; the approved version counts, and the other fills its gaps', () => {
    const all = rader(full, extract);
    expect(all).toHaveLength(3);
    const last = all.find(({ paragraf }) => paragraf === '16');
    expect(last).toMatchObject({ nummer: 'BUN 2031/9', saknas: [], datum: '2031-03-11', obekraftade: [] });
    expect(last?.kallor.map(({ fileName }) => fileName)).toEqual(['a.pdf', 'b.pdf']);
    expect(last?.alias).toEqual([extract.handling.arenden[0]?.id]);
    expect(rader(extract, full)).toEqual(all);
  });

  it('is as sure as the surest of them; of two approved versions the later counts', () => {
    const paragraf = (over: object) => [
      arende({ paragraf: '15', rubrik: 'Taxa för lokaler', diarienummer: 'KS 2031/62', ...over }),
    ];
    const unsure = source('a', protokoll({ arenden: paragraf({ obekraftade: ['diarienummer'] }) }));
    const sure = source('b', protokoll({ anslag: null, arenden: paragraf({}) }));
    expect(rader(unsure)[1]?.obekraftade).toEqual(['nummer']);
    expect(rader(unsure, sure)[1]?.obekraftade).toEqual([]);
    const later = { justerad: '2031-03-18', uppsatt: null, nedtas: null };
    expect(rader(full, source('b', protokoll({ anslag: later })))[0]?.datum).toBe('2031-03-18');
  });

  it('is two lines where the day, the body or the huvudman differs, or is not known for sure', () => {
    const one = source('a', protokoll());
    for (const over of [
      { datum: '2031-03-05' },
      { organ: 'Socialnämnden' },
      { huvudman: 'Lundviks kommun' },
      { obekraftade: ['datum'] },
      { organ: null },
    ]) {
      expect(rader(one, source('b', protokoll(over)))).toHaveLength(6);
    }
  });

  it('goes for a letter put in two notices; letters that differ in anything stay apart', () => {
    expect(rader(source('a', skrivelse()), source('b', skrivelse()))).toHaveLength(1);
    for (const over of [
      { datum: '2031-02-11' },
      { rubrik: 'Taxa, komplettering' },
      { avsandare: 'Miljökontoret' },
    ]) {
      expect(rader(source('a', skrivelse()), source('b', skrivelse(over)))).toHaveLength(2);
    }
  });
});
