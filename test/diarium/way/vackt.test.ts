import { describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { type Made, made } from './way-builder.ts';

const way = (...list: Made[]) => wayOf(list.map(made), { huvudman: 'Ekstads kommun' });
const awaited = (...list: Made[]) =>
  way(...list).vantar.map((v) => [v.vad, v.av, v.skal, v.sedan, v.senast, v.frist].join(' | '));

describe('a motion', () => {
  const rubrik = 'Motion från Bo Ek (S) om cykelställ';
  const put: Made = {
    ...{ organ: 'Kommunfullmäktige', datum: '2030-02-28', paragraf: '14', rubrik },
    beslut: ['Motionen lämnas till kommunstyrelsen för beredning.'],
  };
  const prepared: Made = {
    ...{ organ: 'Kommunstyrelsen', datum: '2030-11-05', paragraf: '201', rubrik, next: 'Kommunfullmäktige' },
    beslut: ['Att avslå motionen.'],
  };
  const answered: Made = {
    ...{ organ: 'Kommunfullmäktige', datum: '2031-03-31', paragraf: '40', rubrik, utfall: 'avslag' },
    beslut: ['Motionen avslås.'],
  };

  it('is to be answered by fullmäktige within a year, and prepared before', () => {
    expect(awaited(put)).toEqual([
      'svar | Kommunfullmäktige | vackt | 2030-02-28 | 2031-02-28 | kommunallagen 5 kap. 35 §',
      'beslut | kommunstyrelsen | beredning | 2030-02-28 |  | ',
    ]);
    expect(way(put)).toMatchObject({ typ: 'motion', hos: 'kommunstyrelsen', avslutat: false });
  });

  it('keeps its day on its way back', () => {
    expect(awaited(put, prepared)).toEqual([
      'svar | Kommunfullmäktige | vackt | 2030-02-28 | 2031-02-28 | kommunallagen 5 kap. 35 §',
      'beslut | Kommunfullmäktige | forslag | 2030-11-05 |  | ',
    ]);
    const tabled: Made = {
      ...{ organ: 'Kommunfullmäktige', datum: '2031-01-30', paragraf: '4', rubrik, utfall: 'bordlagt' },
      ...{ next: 'Kommunfullmäktige', reason: 'bordlaggning', beslut: ['Motionen bordläggs.'] },
    };
    expect(way(put, prepared, tabled).vantar.map((v) => v.senast)).toEqual(['2031-02-28', null]);
  });

  it('is over with the answer, late or not', () => {
    expect(way(put, prepared, answered)).toMatchObject({ vantar: [], hos: null, avslutat: true });
    expect(way(put, answered).vantar).toEqual([]);
  });

  it('has no last day when the day it was put is not known', () => {
    expect(awaited(prepared)).toEqual([
      'beslut | Kommunfullmäktige | forslag | 2030-11-05 |  | ',
      'svar | Kommunfullmäktige | vackt |  |  | ',
    ]);
    const tabled: Made = { ...answered, utfall: 'bordlagt', beslut: ['Motionen bordläggs.'] };
    expect(way(tabled).vantar.map((v) => v.senast)).toEqual([null, null]);
  });

  it('put under the act of 1991 cites that act', () => {
    expect(way({ ...put, datum: '2016-02-29' }).vantar[0]).toMatchObject({
      ...{ senast: '2017-02-28', frist: 'kommunallagen (1991:900) 5 kap. 33 §' },
    });
  });

  it('put under an act that is not known here has no last day', () => {
    expect(way({ ...put, datum: '1991-12-31' }).vantar[0]).toMatchObject({ senast: null, frist: null });
    expect(way({ ...put, datum: '1992-01-01' }).vantar[0]).toMatchObject({ senast: '1993-01-01' });
  });

  it.each([
    'Kommunfullmäktige noterar att motionen är återtagen.',
    'Det anmäls att motionären har återtagit motionen.',
    'Motionen avskrivs från vidare handläggning.',
  ])('is over: %s', (clause) => {
    expect(way(put, { ...answered, utfall: null, beslut: [clause] })).toMatchObject({
      ...{ vantar: [], avslutat: true },
    });
  });

  it.each([
    'Att anteckna att beredningen av motionen inte är avslutad.',
    'Anmälan om att beredningen inte har avslutats läggs till handlingarna.',
    'Att anteckna att motionen ännu inte är besvarad.',
  ])('told not to be ready is awaited still: %s', (clause) => {
    const told: Made = { ...answered, utfall: null, beslut: [clause] };
    expect(way(put, told)).toMatchObject({
      avslutat: false,
      vantar: [{ vad: 'svar', senast: '2031-02-28' }],
    });
  });

  it('asked of a nämnd under a number of its own is ended by the nämnd’s answer', () => {
    const reply: Made = {
      ...{ organ: 'Kulturnämnden', datum: '2030-05-05', paragraf: '7' },
      ...{ rubrik: 'Yttrande över motion om cykelställ', beslut: ['Nämnden tillstyrker motionen.'] },
    };
    expect(way(reply)).toMatchObject({ vantar: [], avslutat: true });
  });

  it('is answered by fullmäktige under any of its names', () => {
    expect(way({ ...put, organ: 'KF' }, prepared, { ...answered, organ: 'KF' })).toMatchObject({
      ...{ vantar: [], avslutat: true },
    });
  });

  it('is answered where the clause names who put it', () => {
    const one = 'Motionen, väckt av Bo Ek (S) den 28 februari 2030, anses besvarad.';
    expect(way(put, { ...answered, utfall: null, beslut: [one] }).vantar).toEqual([]);
  });

  it('of which the § says nothing is left alone', () => {
    expect(way({ ...answered, beslut: [], utfall: null })).toMatchObject({ vantar: [], avslutat: true });
  });

  it('of the public that is left to a nämnd is answered by it', () => {
    const left: Made = {
      ...{ ...put, rubrik: 'Medborgarförslag om cykelställ' },
      beslut: ['Medborgarförslaget överlämnas till tekniska nämnden för beslut.'],
    };
    expect(awaited(left)).toEqual([
      // the rule for a nämnd is another than that for fullmäktige
      'svar | tekniska nämnden | vackt | 2030-02-28 | 2031-02-28 | kommunallagen',
      'beslut | tekniska nämnden | beredning | 2030-02-28 |  | ',
    ]);
    const answer: Made = {
      ...{ organ: 'Tekniska nämnden', datum: '2030-06-10', paragraf: '55', rubrik: left.rubrik ?? '' },
      beslut: ['Medborgarförslaget bifalls.'],
    };
    expect(way(left, answer)).toMatchObject({ vantar: [], hos: null, avslutat: true });
  });

  it.each([
    'Att överlåta till tekniska nämnden att besluta i ärendet.',
    'Medborgarförslaget överlåts till tekniska nämnden för avgörande.',
    'Kommunfullmäktige överlåter beslutanderätten till tekniska nämnden.',
    'Medborgarförslaget överlämnas till tekniska nämnden för handläggning och beslut.',
  ])('of the public is left to a nämnd by: %s', (clause) => {
    const left: Made = { ...put, rubrik: 'Medborgarförslag om cykelställ', beslut: [clause] };
    const [svar] = way(left).vantar;
    expect(svar).toMatchObject({ vad: 'svar', av: 'tekniska nämnden', senast: '2031-02-28' });
    expect(way(left)).toMatchObject({ hos: 'tekniska nämnden', avslutat: false });
    const answer: Made = {
      ...{ organ: 'Tekniska nämnden', datum: '2030-06-10', paragraf: '55', rubrik: left.rubrik ?? '' },
      beslut: ['Medborgarförslaget avslås.'],
    };
    expect(way(left, answer)).toMatchObject({ vantar: [], hos: null, avslutat: true });
  });

  it('of the public that fullmäktige grants, leaving the details to a nämnd, is answered', () => {
    const granted: Made = {
      ...{ ...put, rubrik: 'Medborgarförslag om cykelställ' },
      beslut: ['Medborgarförslaget bifalls.', 'Tekniska nämnden får delegation att besluta om platsen.'],
    };
    expect(way(granted).vantar.filter((v) => v.vad === 'svar')).toEqual([]);
  });

  it('of the public is the same', () => {
    const proposal = { ...put, rubrik: 'Medborgarförslag om cykelställ', beslut: ['Förslaget anmäls.'] };
    expect(awaited(proposal)).toEqual([
      'svar | Kommunfullmäktige | vackt | 2030-02-28 | 2031-02-28 | kommunallagen 5 kap. 35 §',
    ]);
    expect(way(proposal)).toMatchObject({ hos: 'Kommunfullmäktige', avslutat: false });
  });
});

describe('an interpellation or question', () => {
  const put: Made = {
    ...{ organ: 'Kommunfullmäktige', datum: '2030-02-28', paragraf: '15' },
    rubrik: 'Interpellation till kulturnämndens ordförande Eva Alm (M) om biblioteket',
    beslut: ['Interpellationen får ställas och besvaras vid nästa sammanträde.'],
  };

  it('awaits an answer of whom it is put to; no act sets a day', () => {
    expect(awaited(put)).toEqual(['svar | kulturnämndens ordförande Eva Alm (M) | vackt | 2030-02-28 |  | ']);
  });

  it('lies with whom it is put to, or else with the meeting that is to hear the answer', () => {
    expect(way(put)).toMatchObject({ hos: 'kulturnämndens ordförande Eva Alm (M)', avslutat: false });
    const toNobody: Made = { ...put, rubrik: 'Interpellation från Bo Ek (S) om biblioteket' };
    expect(way(toNobody).vantar).toMatchObject([{ vad: 'svar', av: null }]);
    expect(way(toNobody)).toMatchObject({ hos: 'Kommunfullmäktige', avslutat: false });
  });

  it('has the day that is printed', () => {
    const on = 'Interpellationen får ställas och besvaras vid sammanträdet den 25 mars 2030.';
    expect(way({ ...put, beslut: [on] }).vantar).toMatchObject([{ senast: '2030-03-25', frist: 'beslutet' }]);
  });

  it('is over when it is answered, at once or later', () => {
    const answer: Made = {
      ...put,
      datum: '2030-03-25',
      paragraf: '30',
      beslut: ['Interpellationen anses besvarad.'],
    };
    expect(way(put, answer)).toMatchObject({ vantar: [], avslutat: true });
    expect(
      way({ ...put, beslut: ['Interpellationen får ställas.', 'Interpellationen anses besvarad.'] }).vantar,
    ).toEqual([]);
    expect(way({ ...put, rubrik: 'Fråga om biblioteket', beslut: ['Frågan är besvarad.'] }).vantar).toEqual(
      [],
    );
  });

  it('is awaited when the answer is put off', () => {
    const off = 'Svaret på interpellationen skjuts upp till nästa sammanträde.';
    expect(way({ ...put, beslut: [off] }).vantar).toMatchObject([{ vad: 'svar', senast: null }]);
  });

  it('of which the § says nothing awaits nothing', () => {
    expect(way({ ...put, beslut: [] })).toMatchObject({ typ: 'interpellation', vantar: [] });
  });
});

describe('an initiative in a nämnd', () => {
  const put: Made = {
    ...{ organ: 'Kulturnämnden', datum: '2030-02-28', paragraf: '15' },
    rubrik: 'Initiativärende från Bo Ek (S) om bokbussen',
    beslut: ['Initiativet överlämnas till kulturförvaltningen för beredning.'],
  };

  it('is prepared by the office and answered by the nämnd', () => {
    expect(awaited(put)).toEqual([
      'aterkomst | kulturförvaltningen | beredning | 2030-02-28 |  | ',
      'svar | Kulturnämnden | vackt | 2030-02-28 |  | ',
    ]);
    expect(way(put)).toMatchObject({ typ: 'initiativ', hos: 'kulturförvaltningen', avslutat: false });
  });

  it('is not answered by an order to prepare it', () => {
    const order = 'Förvaltningen får i uppdrag att bereda initiativet till nästa sammanträde.';
    expect(way({ ...put, beslut: [order] })).toMatchObject({ avslutat: false });
    expect(way({ ...put, beslut: [order] }).vantar.map((v) => v.vad)).toEqual(['svar', 'utforande']);
    const both = ['Initiativet bifalls.', 'Förvaltningen får i uppdrag att bereda ett förslag.'];
    expect(way({ ...put, beslut: both }).vantar.map((v) => v.vad)).toEqual(['utforande']);
  });

  it('is over when the nämnd has decided', () => {
    const answer: Made = {
      ...put,
      datum: '2030-05-02',
      paragraf: '31',
      beslut: ['Initiativet anses besvarat.'],
    };
    expect(way(put, answer)).toMatchObject({ vantar: [], avslutat: true });
    expect(way(answer).vantar).toEqual([]);
  });
});

describe('ansvarsfrihet', () => {
  const asked: Made = {
    ...{ kind: 'tjansteskrivelse', datum: '2030-04-10', next: 'Kommunfullmäktige' },
    rubrik: 'Revisionsberättelse för år 2029',
    forslag: [{ text: 'Att bevilja ansvarsfrihet.', kedja: ['Kommunfullmäktige'] }],
  };

  it('is to be decided before the end of June the year after', () => {
    expect(awaited(asked)).toEqual([
      'beslut | Kommunfullmäktige | vackt | 2030-04-10 | 2030-06-30 | kommunallagen 5 kap. 24 §',
      'beslut | Kommunfullmäktige | beredning | 2030-04-10 |  | ',
    ]);
  });

  it('is over when fullmäktige has decided', () => {
    const decided: Made = {
      ...{ organ: 'Kommunfullmäktige', datum: '2030-05-27', paragraf: '60', utfall: 'bifall' },
      ...{ rubrik: 'Revisionsberättelse för år 2029', beslut: ['Ansvarsfrihet beviljas.'] },
    };
    expect(way(asked, decided)).toMatchObject({ typ: 'revision', vantar: [], avslutat: true });
  });

  it('of years before the rule is known has no last day', () => {
    const old: Made = { ...asked, datum: '2005-04-10', rubrik: 'Revisionsberättelse för år 2004' };
    expect(way(old).vantar.map((v) => v.senast)).toEqual([null, null]);
    const later: Made = { ...asked, datum: '2015-04-10', rubrik: 'Revisionsberättelse för år 2014' };
    expect(way(later).vantar[0]).toMatchObject({ senast: '2015-06-30', frist: 'kommunallagen (1991:900)' });
  });

  it('has no such day for a company or a federation, for several years, or for another report', () => {
    const days = (rubrik: string) => way({ ...asked, rubrik }).vantar.map((v) => v.senast);
    expect(days('Revisionsberättelse 2029 för Ekstads Bostads AB')).toEqual([null, null]);
    expect(days('Ansvarsfrihet 2029 för räddningstjänstförbundet')).toEqual([null, null]);
    expect(days('Revisionsberättelser 2028 och 2029')).toEqual([null, null]);
    expect(days('Revisionsrapport 2029 om bokbussen')).toEqual([null]);
  });
});

describe('an election', () => {
  it('is over with the vote, and awaited when it is put off', () => {
    const rubrik = 'Val av ledamot i kulturnämnden';
    const done: Made = {
      ...{ organ: 'Kommunfullmäktige', datum: '2030-02-28', paragraf: '20', rubrik },
      beslut: ['Till ledamot väljs Eva Alm (M).'],
    };
    const off: Made = {
      ...{ ...done, utfall: 'bordlagt', next: 'Kommunfullmäktige', reason: 'bordlaggning' },
      beslut: ['Valet bordläggs.'],
    };
    expect(way(done)).toMatchObject({ typ: 'val', vantar: [], avslutat: true });
    expect(awaited(off)).toEqual(['beslut | Kommunfullmäktige | bordlaggning | 2030-02-28 |  | ']);
    expect(way(off, { ...done, datum: '2030-03-25', paragraf: '31' }).vantar).toEqual([]);
  });
});
