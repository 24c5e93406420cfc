import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipientName, type SourcedHandling, wayOf } from '../../../diarium/way/index.ts';
import { made } from './way-builder.ts';

const EKSTAD = { huvudman: 'Ekstads kommun' };
const way = (list: SourcedHandling[]) => wayOf(list, EKSTAD);
const rows = (list: SourcedHandling[]) =>
  way(list).poster.map((p) => `${p.mottagare} ${p.typ} ${p.status} ${p.kallor.length}`);

/** nämnd → arbetsutskott → styrelse (återremiss) → nämnd, and the letters in between. */
const there = [
  made({
    kind: 'tjansteskrivelse',
    till: ['Tekniska nämnden'],
    datum: '2030-04-23',
    next: 'Tekniska nämnden',
    forslag: [{ text: 'Att köpa tio cykelställ.', kedja: ['Tekniska nämnden', 'Kommunstyrelsen'] }],
  }),
  made({
    organ: 'Tekniska nämnden',
    datum: '2030-04-29',
    paragraf: '112/30',
    utfall: 'bifall',
    next: 'kommunstyrelsen',
    beslut: [
      { text: 'Att delegera inköpet.', kedja: ['Tekniska nämnden'], next: null },
      { text: 'Att köpa tio cykelställ.', kedja: ['Tekniska nämnden', 'kommunstyrelsen'] },
    ],
    expediering: ['Kommunstyrelsen', 'Tekniska förvaltningen', 'Diariet'],
  }),
  made({
    kind: 'tjansteskrivelse',
    till: ['kommunfullmäktige'],
    datum: '2030-05-16',
    next: 'Kommunstyrelsen',
    forslag: [{ text: 'Att inte köpa cykelställ.', kedja: ['Kommunstyrelsen', 'kommunfullmäktige'] }],
  }),
  made({
    organ: 'Arbetsutskottet',
    datum: '2030-05-29',
    paragraf: '158/30',
    next: 'kommunstyrelsen',
    beslut: [{ text: 'Att köpa fem cykelställ.', kedja: ['Arbetsutskottet', 'kommunstyrelsen'] }],
    expediering: ['Kommunstyrelsen'],
  }),
  made({
    organ: 'Kommunstyrelsen',
    datum: '2030-06-05',
    paragraf: '215/30',
    utfall: 'aterremiss',
    next: 'tekniska nämnden',
    reason: 'aterremiss',
    beslut: [{ text: 'Att återremittera ärendet till tekniska nämnden.', kedja: ['Kommunstyrelsen'] }],
    expediering: ['Tekniska nämnden', 'Ekonomienheten'],
  }),
];
const answer = made({
  kind: 'tjansteskrivelse',
  till: ['Tekniska nämnden'],
  datum: '2030-09-18',
  next: 'Tekniska nämnden',
  forslag: [
    { text: 'Tekniska nämnden föreslås lägga ärendet till handlingarna.', kedja: ['Tekniska nämnden'] },
  ],
});
const decision = made({
  organ: 'Tekniska nämnden',
  datum: '2030-09-26',
  paragraf: '201/30',
  utfall: 'bifall',
  beslut: [{ text: 'Att lägga ärendet till handlingarna.', kedja: ['Tekniska nämnden'] }],
});

describe('wayOf', () => {
  it('goes through the bodies in order of date and back by återremiss', () => {
    const { steg, hos, avslutat } = way([...there, answer]);
    expect(steg.map((s) => [s.datum, s.kind, s.organ, s.utfall, s.next])).toEqual([
      ['2030-04-23', 'tjansteskrivelse', null, null, 'Tekniska nämnden'],
      ['2030-04-29', 'protokoll', 'Tekniska nämnden', 'bifall', 'Kommunstyrelsen'],
      ['2030-05-16', 'tjansteskrivelse', null, null, 'Kommunstyrelsen'],
      ['2030-05-29', 'protokoll', 'Arbetsutskottet', null, 'Kommunstyrelsen'],
      ['2030-06-05', 'protokoll', 'Kommunstyrelsen', 'aterremiss', 'Tekniska nämnden'],
      ['2030-09-18', 'tjansteskrivelse', null, null, 'Tekniska nämnden'],
    ]);
    expect({ hos, avslutat }).toEqual({ hos: 'Tekniska nämnden', avslutat: false });
  });

  it('says what waits where and what has been dealt with', () => {
    expect(rows([...there, answer])).toEqual([
      'Tekniska nämnden forslag behandlad 1',
      'Kommunstyrelsen beslut behandlad 1',
      'Tekniska förvaltningen expediering vantar 1',
      'Diariet expediering vantar 1',
      'Kommunstyrelsen forslag behandlad 1',
      'Kommunstyrelsen beslut behandlad 1',
      'Tekniska nämnden beslut vantar 1',
      'Ekonomienheten expediering vantar 1',
      'Tekniska nämnden forslag vantar 1',
    ]);
  });

  it('ends with a decision that goes nowhere further', () => {
    const { hos, avslutat, poster } = way([...there, answer, decision]);
    expect({ hos, avslutat }).toEqual({ hos: null, avslutat: true });
    expect(poster.filter((p) => p.organ && p.status === 'vantar')).toEqual([]);
  });

  it('does not let a meeting deal with what came after it', () => {
    const late = made({
      kind: 'tjansteskrivelse',
      datum: '2030-10-01',
      next: 'Tekniska nämnden',
      forslag: ['Att riva.'],
    });
    const { hos, avslutat, poster } = way([...there, decision, late]);
    expect({ hos, avslutat }).toEqual({ hos: 'Tekniska nämnden', avslutat: false });
    expect(poster.at(-1)).toMatchObject({ text: 'Att riva.', status: 'vantar' });
  });

  it('takes one § from several files as one step; the approved version counts', () => {
    const meeting = { organ: 'Tekniska nämnden', datum: '2030-04-29', next: 'Kommunstyrelsen' };
    const versions = [
      made({ ...meeting, fil: 'utdrag', paragraf: '112', beslut: ['Att köpa.', 'Att betala.'] }),
      made({
        ...meeting,
        fil: 'hela',
        organ: 'tekniska nämndens',
        paragraf: '112/30',
        justerad: '2030-05-02',
        beslut: ['Att köpa!'],
      }),
      made({ ...meeting, fil: 'forsta', paragraf: '§ 112', justerad: '2030-05-01', beslut: ['Att hyra.'] }),
      made({ ...meeting, fil: 'annan', paragraf: '113', beslut: ['Att sälja.'] }),
    ];
    const { steg, poster } = way(versions);
    expect(steg.map((s) => [s.fileName, s.kallor.map((k) => k.fileName)])).toEqual([
      ['hela.pdf', ['hela.pdf', 'forsta.pdf', 'utdrag.pdf']],
      ['annan.pdf', ['annan.pdf']],
    ]);
    expect(poster.map((p) => [p.text, p.kallor.length])).toEqual([
      ['Att köpa!', 3],
      ['Att sälja.', 1],
    ]);
  });

  it('puts the förslag of a kallelse and of its tjänsteskrivelse once', () => {
    const letter = made({
      kind: 'tjansteskrivelse',
      datum: '2030-03-01',
      next: 'Kulturnämnden',
      forslag: ['Att måla.'],
    });
    const call = made({
      kind: 'kallelse',
      organ: 'Kulturnämnden',
      datum: '2030-03-08',
      next: 'Kulturnämnden',
      forslag: ['måla'],
    });
    const met = made({ organ: 'Kulturnämnden', datum: '2030-03-08', paragraf: '9', beslut: ['Att vänta.'] });
    const [row, ...others] = way([call, letter]).poster;
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      id: letter.handling.arenden[0]?.forslag[0]?.id,
      alias: [call.handling.arenden[0]?.forslag[0]?.id],
      status: 'vantar',
    });
    expect(way([met, call, letter]).poster.map((p) => p.status)).toEqual(['behandlad']);
    // Put again after the meeting it is another row.
    const again = made({
      kind: 'kallelse',
      organ: 'Kulturnämnden',
      datum: '2030-05-08',
      next: 'Kulturnämnden',
      forslag: ['Att måla.'],
    });
    expect(way([met, call, letter, again]).poster.map((p) => p.status)).toEqual(['behandlad', 'vantar']);
  });

  it('takes a misread clause of a kallelse for the same, but never another number or a "not"', () => {
    const clause =
      'Att höja avgiften för den som hyr ett cykelställ till 300 kronor om året från och med januari';
    const base = { organ: 'Kulturnämnden', datum: '2030-03-08', next: 'Kulturnämnden' };
    const letter = made({
      kind: 'tjansteskrivelse',
      datum: '2030-03-01',
      next: 'Kulturnämnden',
      forslag: [clause],
    });
    const call = (text: string) =>
      way([made({ ...base, kind: 'kallelse', forslag: [text] }), letter]).poster.length;
    expect(call(clause.replace('avgiften', 'avgiflen'))).toBe(1);
    expect(call(clause.replace('300', '400'))).toBe(2);
    expect(call(clause.replace('höja', 'inte höja'))).toBe(2);
    expect(
      way([made({ ...base, kind: 'kallelse', forslag: [clause, clause.replace('hyr', 'lånar')] }), letter])
        .poster,
    ).toHaveLength(2);
  });

  it('does not call a matter ended that is sent back to nobody in particular, or that waits elsewhere', () => {
    const back = made({
      organ: 'Kulturnämnden',
      paragraf: '9',
      utfall: 'aterremiss',
      beslut: ['Ärendet återremitteras.'],
    });
    expect(way([back])).toMatchObject({ hos: null, avslutat: false });
    const up = made({
      organ: 'Kulturnämnden',
      datum: '2030-01-01',
      paragraf: '9',
      next: 'KS',
      beslut: ['Att måla.'],
    });
    const note = made({
      organ: 'Kulturnämnden',
      datum: '2030-02-01',
      paragraf: '20',
      beslut: ['Att anteckna.'],
    });
    expect(way([up, note])).toMatchObject({ hos: 'KS', avslutat: false });
    const kf = made({
      organ: 'Kommunfullmäktige',
      datum: '2030-03-01',
      paragraf: '3',
      beslut: ['Att måla.'],
    });
    expect(way([up, note, kf])).toMatchObject({ hos: null, avslutat: true });
  });

  it('keeps a bordlagt matter waiting at the same body until it meets again', () => {
    const tabled = made({
      organ: 'Kulturnämnden',
      datum: '2030-03-08',
      paragraf: '9',
      utfall: 'bordlagt',
      next: 'Kulturnämnden',
      reason: 'bordlaggning',
      beslut: ['Ärendet bordläggs.'],
    });
    expect(rows([tabled])).toEqual(['Kulturnämnden beslut vantar 1']);
    expect(way([tabled]).hos).toBe('Kulturnämnden');
    const next = made({ organ: 'Kulturnämnden', datum: '2030-04-08', paragraf: '15', beslut: ['Att måla.'] });
    expect(way([tabled, next]).poster.map((p) => p.status)).toEqual(['behandlad']);
  });

  it('orders the meetings of one day by who sent the matter to whom', () => {
    const au = made({
      organ: 'Kommunstyrelsens arbetsutskott',
      datum: '2030-03-08',
      paragraf: '50',
      next: 'KS',
      beslut: ['Att måla.'],
    });
    const ks = made({
      organ: 'Kommunstyrelsen',
      datum: '2030-03-08',
      paragraf: '9',
      next: 'KF',
      beslut: ['Att måla.'],
    });
    const kf = made({
      organ: 'Kommunfullmäktige',
      datum: '2030-03-08',
      paragraf: '3',
      beslut: ['Att måla.'],
    });
    const { steg, poster, hos } = way([kf, ks, au]);
    expect(steg.map((s) => s.paragraf)).toEqual(['50', '9', '3']);
    expect(poster.map((p) => p.status)).toEqual(['behandlad', 'behandlad']);
    expect(hos).toBeNull();
  });

  it('counts a body as having dealt with it when one further on in the chain has decided', () => {
    const letter = made({
      kind: 'tjansteskrivelse',
      datum: '2030-01-01',
      next: 'KS',
      forslag: [{ text: 'Att måla.', kedja: ['Kommunstyrelsen', 'Kommunfullmäktige'] }],
    });
    const kf = made({
      organ: 'Kommunfullmäktige',
      datum: '2030-03-08',
      paragraf: '3',
      beslut: ['Att måla.'],
    });
    expect(way([letter, kf]).poster.map((p) => p.status)).toEqual(['behandlad']);
  });

  it('lets a document without a date wait, last, unless the meeting decided its very words', () => {
    const letter = made({
      kind: 'tjansteskrivelse',
      datum: null,
      next: 'Kulturnämnden',
      forslag: ['Att måla.'],
    });
    const other = made({ organ: 'Kulturnämnden', datum: '2030-03-08', paragraf: '9', beslut: ['Att hyra.'] });
    const same = made({ organ: 'Kulturnämnden', datum: '2030-04-08', paragraf: '10', beslut: ['att måla'] });
    expect(way([letter, other])).toMatchObject({ hos: 'Kulturnämnden', avslutat: false });
    expect(way([letter, other]).steg.map((s) => s.datum)).toEqual(['2030-03-08', null]);
    expect(way([letter, other, same])).toMatchObject({ hos: null, avslutat: true });
  });

  it('reads "nämnden" as the body that met', () => {
    const au = made({
      organ: 'Kulturnämnden',
      datum: '2030-03-08',
      paragraf: '9',
      next: 'nämndens arbetsutskott',
      beslut: ['Att bereda.'],
    });
    expect(way([au]).hos).toBe('Kulturnämndens arbetsutskott');
  });

  describe('a remissvar met in two files', () => {
    const reply = (over: Partial<SourcedHandling['handling']> = {}) => {
      const one = made({ kind: 'remissvar', avsandare: 'Tekniska nämnden', datum: '2030-02-01' });
      const said = { diarienummer: 'TN 2030/7', rubrik: 'Remissvar om cykelställ', arenden: [] };
      return { ...one, handling: { ...one.handling, ...said, ...over } };
    };

    it('is one step, however its name and number are written', () => {
      const other = reply({ avsandare: 'tekniska nämnden', diarienummer: 'TN 2030/0007' });
      const { steg } = way([reply(), other]);
      expect(steg.map((s) => [s.kind, s.avsandare?.toLowerCase(), s.kallor.length])).toEqual([
        ['remissvar', 'tekniska nämnden', 2],
      ]);
    });

    it.each<[string, Partial<SourcedHandling['handling']>]>([
      ['sender', { avsandare: 'Kulturnämnden' }],
      ['day', { datum: '2030-02-02' }],
      ['number', { diarienummer: 'KN 2030/8' }],
      ['title', { rubrik: 'Remissvar om bokbussen' }],
    ])('is two where it has another %s', (_, over) =>
      expect(way([reply(), reply(over)]).steg).toHaveLength(2),
    );

    it.each<[string, Partial<SourcedHandling['handling']>]>([
      ['no sender', { avsandare: null }],
      ['no day', { datum: null }],
      ['a day from OCR only', { obekraftade: ['datum'] }],
    ])('is two where nothing tells that it is the same: %s', (_, over) =>
      expect(way([reply(over), reply(over)]).steg).toHaveLength(2),
    );
  });

  it('gives a remissvar a step and no row', () => {
    const reply = made({ kind: 'remissvar', datum: '2030-02-01' });
    reply.handling.arenden = [];
    expect(way([reply])).toMatchObject({
      steg: [{ kind: 'remissvar' }],
      poster: [],
      hos: null,
      avslutat: false,
    });
  });

  it('does not depend on the order of the files, and loses and doubles nothing', () => {
    const copy = made({
      organ: 'TEKNISKA NÄMNDEN',
      datum: '2030-04-29',
      paragraf: '112',
      next: 'KS',
      beslut: ['Att köpa tio cykelställ.'],
    });
    const undated = made({
      kind: 'tjansteskrivelse',
      datum: null,
      next: 'Tekniska nämnden',
      forslag: ['Att riva.'],
    });
    const all = [...there, answer, decision, copy, undated];
    const expected = way(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(way(shuffled)).toEqual(expected);
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (some) => {
        const { poster, steg } = way(some);
        expect(new Set(poster.map((p) => p.id)).size).toBe(poster.length);
        expect(steg.flatMap((s) => s.kallor)).toHaveLength(some.length);
      }),
    );
  });
});

describe('recipientName', () => {
  it.each([
    ['Kulturnämnden (för kännedom)', 'Kulturnämnden'],
    ['Ekonomienheten – Återremiss', 'Ekonomienheten'],
    ['Byggnadsnämnden (minoritetsåterremiss)', 'Byggnadsnämnden'],
    ['Kulturnämnden för verkställighet', 'Kulturnämnden'],
    ['Kulturnämnden, f.k.', 'Kulturnämnden'],
    ['Socialnämnderna – Norr, Söder', 'Socialnämnderna – Norr, Söder'],
    ['Anna Berg (S)', 'Anna Berg (S)'],
    ['Diariet.', 'Diariet'],
  ])('%s', (printed, name) => expect(recipientName(printed)).toBe(name));
});

describe('what nothing confirms', () => {
  const meeting = (obekraftade: string[], fil: string, datum = '2030-06-05') =>
    made({
      ...{ organ: 'Kommunstyrelsen', datum, paragraf: '215/30', utfall: 'bifall' as const, obekraftade, fil },
      beslut: ['Att köpa tio cykelställ.'],
    });
  const sent = made({
    kind: 'tjansteskrivelse',
    datum: '2030-04-23',
    next: 'Kommunstyrelsen',
    forslag: ['Att köpa fem cykelställ.'],
  });

  it('makes no two documents one step', () => {
    const stepsOf = (...lists: string[][]) =>
      way(lists.map((list, i) => meeting(list, `fil${i}`))).steg.map((s) => s.kallor.length);
    expect(stepsOf([], [])).toEqual([2]);
    expect(stepsOf([], ['paragraf'], ['datum'])).toEqual([1, 1, 1]);
    expect(stepsOf([], ['rubrik'])).toEqual([2]);
  });

  it('is named on its step and its rows', () => {
    const { steg } = way([meeting(['datum', 'paragraf'], 'fil')]);
    expect(steg[0]?.obekraftade).toEqual(['datum', 'paragraf']);
  });

  it('settles nothing: a meeting whose day may be another has not dealt with the matter, unless its words say so', () => {
    expect(way([sent, meeting([], 'fil')]).poster.map((p) => p.status)).toEqual(['behandlad']);
    expect(way([sent, meeting(['datum'], 'fil')]).poster.map((p) => p.status)).toEqual(['vantar']);
    const same = made({
      kind: 'tjansteskrivelse',
      datum: '2030-04-23',
      next: 'Kommunstyrelsen',
      forslag: ['Att köpa tio cykelställ.'],
    });
    expect(way([same, meeting(['datum'], 'fil')]).poster.map((p) => p.status)).toEqual(['behandlad']);
  });
});
