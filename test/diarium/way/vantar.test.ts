import { describe, expect, it } from 'vitest';
import { type SourcedHandling, wayOf } from '../../../diarium/way/index.ts';
import { type Made, made } from './way-builder.ts';

const wayIn = (huvudman: string, list: (Made | SourcedHandling)[]) =>
  wayOf(
    list.map((m) => ('handling' in m ? m : made(m))),
    { huvudman },
  );
const way = (...list: (Made | SourcedHandling)[]) => wayIn('Ekstads kommun', list);
/** What, of whom, why, since, until. */
const awaited = (...list: Made[]) =>
  way(...list).vantar.map((v) => [v.vad, v.av, v.skal, v.sedan, v.senast].join(' '));

/** A § of a body that sends it on. */
const up = (organ: string, datum: string, paragraf: string, next: string, kedja: string[] = []): Made => ({
  ...{ organ, datum, paragraf, next },
  beslut: [{ text: 'Att köpa tio cykelställ.', kedja: [organ, next, ...kedja] }],
});
/** A § that ends it. */
const end = (organ: string, datum: string, paragraf: string): Made => ({
  ...{ organ, datum, paragraf, utfall: 'bifall' },
  beslut: ['Att köpa tio cykelställ.'],
});

describe('a decision', () => {
  const letter: Made = {
    ...{ kind: 'tjansteskrivelse', datum: '2030-01-10', next: 'Tekniska nämndens arbetsutskott' },
    forslag: [
      {
        text: 'Att köpa tio cykelställ.',
        kedja: [
          'Tekniska nämndens arbetsutskott',
          'Tekniska nämnden',
          'Kommunstyrelsen',
          'Kommunfullmäktige',
        ],
      },
    ],
  };
  const chain: Made[] = [
    letter,
    up('Tekniska nämndens arbetsutskott', '2030-01-20', '3', 'Tekniska nämnden'),
    up('Tekniska nämnden', '2030-02-01', '12', 'Kommunstyrelsen', ['Kommunfullmäktige']),
    up('Kommunstyrelsens arbetsutskott', '2030-02-20', '30', 'Kommunstyrelsen'),
    up('Kommunstyrelsen', '2030-03-05', '44', 'Kommunfullmäktige'),
    end('Kommunfullmäktige', '2030-03-25', '9'),
  ];

  it('is awaited of each body in turn, in a chain of any length', () => {
    const waits = chain.map((_, n) => way(...chain.slice(0, n + 1)));
    expect(waits.map((w) => w.vantar.map((v) => `${v.vad} ${v.av} ${v.skal} ${v.sedan}`))).toEqual([
      ['beslut Tekniska nämndens arbetsutskott beredning 2030-01-10'],
      ['beslut Tekniska nämnden forslag 2030-01-20'],
      ['beslut Kommunstyrelsen forslag 2030-02-01'],
      // Two bodies propose to it: it is one decision, awaited since the first.
      ['beslut Kommunstyrelsen forslag 2030-02-01'],
      ['beslut Kommunfullmäktige forslag 2030-03-05'],
      [],
    ]);
    expect(waits.map((w) => w.hos)).toEqual([
      ...['Tekniska nämndens arbetsutskott', 'Tekniska nämnden', 'Kommunstyrelsen', 'Kommunstyrelsen'],
      ...['Kommunfullmäktige', null],
    ]);
    expect(waits.map((w) => w.avslutat)).toEqual([false, false, false, false, false, true]);
  });

  it('says what is asked, and where that stands', () => {
    const { vantar, steg } = way(...chain.slice(0, 3));
    expect(vantar).toMatchObject([
      { text: 'Att köpa tio cykelställ.', senast: null, frist: null, steg: steg[2]?.nyckel },
    ]);
    expect(vantar[0]?.kalla).toMatchObject({ handlingId: steg[2]?.kallor[0]?.handlingId });
  });

  it('is awaited once for a letter and the kallelse that puts it again', () => {
    const put = (kind: 'kallelse' | 'tjansteskrivelse', datum: string): Made => ({
      ...{ kind, datum, next: 'Kulturnämnden', organ: kind === 'kallelse' ? 'Kulturnämnden' : null },
      forslag: ['Att måla.'],
    });
    expect(awaited(put('kallelse', '2030-03-08'), put('tjansteskrivelse', '2030-03-01'))).toEqual([
      'beslut Kulturnämnden beredning 2030-03-01 ',
    ]);
  });

  it('is awaited once for a § that stands in several files, and stands where the approved version does', () => {
    const one = up('Kulturnämnden', '2030-02-01', '12', 'Kommunstyrelsen');
    const { vantar, steg } = way(
      { ...one, fil: 'utdrag' },
      { ...one, fil: 'hela', justerad: '2030-02-05' },
      { ...one, fil: 'utkast', organ: 'KULTURNÄMNDEN' },
    );
    expect(steg).toHaveLength(1);
    expect(vantar.map((v) => [v.av, v.kalla.fileName])).toEqual([['Kommunstyrelsen', 'hela.pdf']]);
  });

  it('is awaited of the board whose own utskott proposes to it, under its bare name too', () => {
    const au = (next: string): Made => up('Kommunstyrelsens arbetsutskott', '2030-02-20', '30', next);
    expect(awaited(au('kommunstyrelsen'))).toEqual(['beslut kommunstyrelsen forslag 2030-02-20 ']);
    const met = end('Kommunstyrelsen', '2030-03-05', '44');
    expect(way(au('KS'), met)).toMatchObject({ vantar: [], avslutat: true });
    expect(awaited(up('Kulturnämnden', '2030-01-05', '3', 'nämndens arbetsutskott'))).toEqual([
      'beslut Kulturnämndens arbetsutskott forslag 2030-01-05 ',
    ]);
  });

  it('is awaited of the body that the matter is handed over to, not of whoever keeps a copy', () => {
    const handed = (text: string): Made => ({
      ...{ organ: 'Kulturnämnden', datum: '2030-02-01', paragraf: '3', beslut: [text] },
    });
    expect(awaited(handed('Ärendet överlämnas till kommunstyrelsen.'))).toEqual([
      'beslut kommunstyrelsen beredning 2030-02-01 ',
    ]);
    expect(awaited(handed('Att hänskjuta ärendet till kommunfullmäktige för avgörande.'))).toEqual([
      'beslut kommunfullmäktige beredning 2030-02-01 ',
    ]);
    expect(awaited(handed('Ärendet lämnas till handlingarna.'))).toEqual([]);
    expect(awaited(handed('Rapporten överlämnas till kommunstyrelsen.'))).toEqual([]);
    expect(awaited(handed('Ärendet överlämnas till arkivet.'))).toEqual([]);
    expect(awaited(handed('Ärendet överlämnas till kommunstyrelsen för kännedom.'))).toEqual([]);
  });

  it('is awaited under the name that the register knows the body by', () => {
    const lika = [['Regionstyrelsen', 'Landstingsstyrelsen']];
    const asked = made(up('Kulturnämnden', '2018-11-01', '3', 'Landstingsstyrelsen'));
    const met = made(end('Regionstyrelsen', '2019-01-15', '4'));
    const of = (...list: SourcedHandling[]) => wayOf(list, { huvudman: null }, lika);
    expect(of(asked).vantar.map((v) => v.av)).toEqual(['Regionstyrelsen']);
    expect(of(asked, met)).toMatchObject({ vantar: [], avslutat: true });
    expect(way(asked, met).vantar.map((v) => v.av)).toEqual(['Landstingsstyrelsen']);
  });

  it('takes no day from what is proposed', () => {
    const dated: Made = {
      ...{ organ: 'Kulturnämnden', datum: '2030-02-01', paragraf: '3', next: 'KS' },
      beslut: ['Att ge förvaltningen i uppdrag att redovisa senast den 1 maj 2030.'],
    };
    expect(way(dated).vantar).toMatchObject([{ vad: 'beslut', senast: null, frist: null }]);
  });

  it('is awaited of no body once fullmäktige has said the last word', () => {
    const left = up('Kulturnämnden', '2030-01-05', '2', 'Fritidsnämnden');
    expect(awaited(left)).toEqual(['beslut Fritidsnämnden forslag 2030-01-05 ']);
    expect(way(left, end('Kommunfullmäktige', '2030-03-25', '9'))).toMatchObject({
      ...{ vantar: [], avslutat: true, hos: null },
    });
  });
});

describe('clauses that go different ways', () => {
  const split: Made = {
    ...{ organ: 'Tekniska nämnden', datum: '2030-04-29', paragraf: '112/30', next: 'Kommunstyrelsen' },
    beslut: [
      { text: 'Att delegera beslut om inköp av cykelställ till tekniska chefen.', next: null },
      { text: 'Att begära tio cykelställ.', next: 'Kommunstyrelsen' },
      { text: 'Att begära yttrande om läget.', next: 'Kulturnämnden', reason: 'remiss' },
    ],
  };

  it('are told apart on the step: the next body first, whom a decision is left to last', () => {
    expect(way(split).steg[0]?.vidare.map((v) => [v.organ, v.reason, v.nr])).toEqual([
      ['Kommunstyrelsen', 'forslag', [2]],
      ['Kulturnämnden', 'remiss', [3]],
      ['tekniska chefen', 'delegation', [1]],
    ]);
  });

  it('are awaited each of its own; a standing delegation awaits nothing', () => {
    expect(awaited(split)).toEqual([
      'beslut Kommunstyrelsen forslag 2030-04-29 ',
      'yttrande Kulturnämnden remiss 2030-04-29 ',
    ]);
    expect(way(split).hos).toBe('Kommunstyrelsen');
  });

  it('end one by one', () => {
    const answered = end('Kulturnämnden', '2030-05-20', '7');
    expect(awaited(split, answered)).toEqual(['beslut Kommunstyrelsen forslag 2030-04-29 ']);
    const all = [split, answered, end('Kommunstyrelsen', '2030-06-10', '80')];
    expect(way(...all)).toMatchObject({ vantar: [], hos: null, avslutat: true });
  });
});

describe('återremiss', () => {
  const proposal = up('Tekniska nämnden', '2030-02-01', '12', 'Kommunstyrelsen');
  const back: Made = {
    ...{ organ: 'Kommunstyrelsen', datum: '2030-03-05', paragraf: '44', utfall: 'aterremiss' },
    ...{ next: 'tekniska nämnden', reason: 'aterremiss' },
    beslut: [
      'Ärendet återremitteras till tekniska nämnden för att belysa kostnaden, senast den 1 juni 2030.',
    ],
  };

  it('awaits a coming back, and says what must be done before', () => {
    expect(way(proposal, back).vantar).toMatchObject([
      {
        ...{ vad: 'aterkomst', av: 'Tekniska nämnden', skal: 'aterremiss', sedan: '2030-03-05' },
        ...{ senast: '2030-06-01', frist: 'beslutet' },
        text: 'Ärendet återremitteras till tekniska nämnden för att belysa kostnaden, senast den 1 juni 2030.',
      },
    ]);
  });

  it('takes along the clauses that order the work, and the yrkande where the clause says nothing', () => {
    const orders: Made = {
      ...back,
      beslut: [
        'Att återremittera ärendet till tekniska nämnden.',
        { text: 'Att nämnden ska belysa kostnaden för drift.', next: null },
      ],
    };
    expect(way(proposal, orders).vantar[0]?.text).toBe(
      'Att återremittera ärendet till tekniska nämnden.\nAtt nämnden ska belysa kostnaden för drift.',
    );
    const bare: Made = {
      ...back,
      beslut: ['Att återremittera ärendet till tekniska nämnden.'],
      yrkanden: [
        { typ: 'aterremiss', text: 'Bo Ek (S) yrkar återremiss för en ny kalkyl.', utfall: 'bifall' },
        { typ: 'bifall', text: 'Eva Alm (M) yrkar bifall.', utfall: 'avslag' },
      ],
    };
    expect(way(proposal, bare).vantar[0]?.text).toBe(
      'Att återremittera ärendet till tekniska nämnden.\nBo Ek (S) yrkar återremiss för en ny kalkyl.',
    );
  });

  it('is over when the body has sent it up again; then that is awaited', () => {
    const again = up('Tekniska nämnden', '2030-05-02', '60', 'Kommunstyrelsen');
    expect(awaited(proposal, back, again)).toEqual(['beslut Kommunstyrelsen forslag 2030-05-02 ']);
    expect(way(proposal, back, again, end('Kommunstyrelsen', '2030-06-01', '70'))).toMatchObject({
      ...{ vantar: [], avslutat: true },
    });
  });

  it('is not over when an office has written to the body that has it', () => {
    const letter: Made = {
      ...{ kind: 'tjansteskrivelse', avsandare: 'Tekniska förvaltningen', datum: '2030-04-10' },
      ...{ next: 'Tekniska nämnden', forslag: ['Att välja en billigare modell.'] },
    };
    expect(awaited(proposal, back, letter)).toEqual([
      'aterkomst Tekniska nämnden aterremiss 2030-03-05 2030-06-01',
      'beslut Tekniska nämnden beredning 2030-04-10 ',
    ]);
  });

  it('to an office is over when the office writes, and the body decides next', () => {
    const toOffice: Made = {
      ...{ organ: 'Tekniska nämnden', datum: '2030-02-01', paragraf: '12', utfall: 'aterremiss' },
      ...{ next: 'tekniska förvaltningen', reason: 'aterremiss' },
      beslut: ['Ärendet återremitteras till tekniska förvaltningen.'],
    };
    const letter: Made = {
      ...{ kind: 'tjansteskrivelse', avsandare: 'Tekniska förvaltningen', datum: '2030-04-10' },
      ...{ next: 'Tekniska nämnden', forslag: ['Att välja en billigare modell.'] },
    };
    expect(awaited(toOffice)).toEqual(['aterkomst tekniska förvaltningen aterremiss 2030-02-01 ']);
    expect(awaited(toOffice, letter)).toEqual(['beslut Tekniska nämnden beredning 2030-04-10 ']);
  });

  it('to several is awaited of each, and ends one by one', () => {
    const both: Made = {
      ...{
        ...back,
        beslut: ['Ärendet återremitteras till tekniska nämnden och kulturnämnden för beredning.'],
      },
    };
    expect(awaited(both)).toEqual([
      'aterkomst kulturnämnden aterremiss 2030-03-05 ',
      'aterkomst tekniska nämnden aterremiss 2030-03-05 ',
    ]);
    const again = up('Tekniska nämnden', '2030-05-02', '60', 'Kommunstyrelsen');
    expect(awaited(both, again)).toEqual([
      'aterkomst kulturnämnden aterremiss 2030-03-05 ',
      'beslut Kommunstyrelsen forslag 2030-05-02 ',
    ]);
  });

  it('to nobody in particular is awaited of nobody until the body meets again', () => {
    const nobody: Made = {
      ...{ organ: 'Kulturnämnden', datum: '2030-03-05', paragraf: '4', utfall: 'aterremiss' },
      beslut: ['Ärendet återremitteras.'],
    };
    expect(way(nobody)).toMatchObject({
      ...{ hos: null, avslutat: false },
      vantar: [{ vad: 'aterkomst', av: null, skal: 'aterremiss', text: 'Ärendet återremitteras.' }],
    });
    expect(way(nobody, end('Kulturnämnden', '2030-05-05', '9'))).toMatchObject({
      vantar: [],
      avslutat: true,
    });
  });

  describe('at the request of a minority', () => {
    const kf: Made = { ...back, organ: 'Kommunfullmäktige', next: 'kommunstyrelsen' };
    const vote = { ja: 26, nej: 15, jaMeant: 'Ärendet avgörs i dag', nejMeant: 'Återremiss' };
    const isMinority = (...list: Made[]) => way(...list).steg.map((s) => s.minoritet);

    it('is one that those for deciding at once had won, with a third for sending it back', () => {
      expect(isMinority({ ...kf, voteringar: [vote] })).toEqual([true]);
      expect(isMinority({ ...kf, voteringar: [{ ...vote, ja: 15, nej: 26 }] })).toEqual([false]);
      expect(isMinority({ ...kf, voteringar: [{ ...vote, ja: 35, nej: 8 }] })).toEqual([false]);
      // A third of those present, who abstained among them.
      expect(isMinority({ ...kf, voteringar: [{ ...vote, ja: 28, nej: 14 }] })).toEqual([true]);
      expect(isMinority({ ...kf, voteringar: [{ ...vote, ja: 29, nej: 14 }] })).toEqual([false]);
      expect(isMinority({ ...kf, voteringar: [{ ...vote, ja: 28, nej: 14, avstar: 1 }] })).toEqual([false]);
    });

    it('or one that says so', () => {
      expect(isMinority({ ...kf, beslut: ['Ärendet återremitteras (minoritetsåterremiss).'] })).toEqual([
        true,
      ]);
      expect(isMinority({ ...kf, expediering: ['Kommunstyrelsen – minoritetsåterremiss'] })).toEqual([true]);
      expect(isMinority(kf)).toEqual([false]);
    });

    it('is fullmäktige’s alone', () => {
      expect(isMinority({ ...back, voteringar: [vote] })).toEqual([false]);
    });
  });
});

describe('bordläggning', () => {
  const tabled = (text: string): Made => ({
    ...{ organ: 'Kulturnämnden', datum: '2030-03-05', paragraf: '4', utfall: 'bordlagt' },
    ...{ next: 'Kulturnämnden', reason: 'bordlaggning', beslut: [text] },
  });

  it('awaits the same body’s decision, on the day that is printed', () => {
    expect(awaited(tabled('Ärendet bordläggs till sammanträdet den 9 april 2030.'))).toEqual([
      'beslut Kulturnämnden bordlaggning 2030-03-05 2030-04-09',
    ]);
    expect(awaited(tabled('Ärendet bordläggs till nästa sammanträde.'))).toEqual([
      'beslut Kulturnämnden bordlaggning 2030-03-05 ',
    ]);
  });

  it('leaves the matter with the body although no clause says so', () => {
    const { next: _, reason: __, ...bare } = tabled('Ärendet bordläggs.');
    expect(way(bare)).toMatchObject({ hos: 'Kulturnämnden', avslutat: false });
  });

  it('is over when the body has decided, and goes on when it puts it off again', () => {
    const first = tabled('Ärendet bordläggs.');
    const second = { ...tabled('Ärendet bordläggs igen.'), datum: '2030-04-09', paragraf: '11' };
    expect(awaited(first, second)).toEqual(['beslut Kulturnämnden bordlaggning 2030-04-09 ']);
    expect(awaited(first, second, end('Kulturnämnden', '2030-05-05', '20'))).toEqual([]);
  });
});

describe('remiss', () => {
  const text =
    'Att remittera förslaget till kulturnämnden, barn- och utbildningsnämnden samt kommunala pensionärsrådet för yttrande senast den 30 september 2030.';
  const sent: Made = {
    ...{ organ: 'Kommunstyrelsen', datum: '2030-05-06', paragraf: '70' },
    ...{ next: 'kulturnämnden', reason: 'remiss', beslut: [text] },
  };
  const answer = (avsandare: string, datum: string): SourcedHandling => {
    const one = made({ kind: 'remissvar', avsandare, datum });
    one.handling.arenden = [];
    return one;
  };

  it('awaits an answer of each that it was sent to, by the printed day', () => {
    expect(way(sent).vantar.map((v) => [v.vad, v.av, v.senast, v.frist, v.text === text])).toEqual([
      ['yttrande', 'barn- och utbildningsnämnden', '2030-09-30', 'beslutet', true],
      ['yttrande', 'kommunala pensionärsrådet', '2030-09-30', 'beslutet', true],
      ['yttrande', 'kulturnämnden', '2030-09-30', 'beslutet', true],
    ]);
    expect(way(sent).hos).toBe('kulturnämnden');
  });

  it('lies in each one’s inbox, each row with an id of its own', () => {
    const { poster } = way(sent);
    expect(poster.map((p) => [p.mottagare, p.typ, p.status])).toEqual([
      ['kulturnämnden', 'beslut', 'vantar'],
      ['barn- och utbildningsnämnden', 'beslut', 'vantar'],
      ['kommunala pensionärsrådet', 'beslut', 'vantar'],
    ]);
    expect(new Set(poster.flatMap((p) => [p.id, ...p.alias])).size).toBe(3);
  });

  it('is answered by a remissvar or by a § of the body; who has not answered is awaited', () => {
    const two = [
      sent,
      answer('Barn- och utbildningsnämnden', '2030-08-20'),
      end('Kulturnämnden', '2030-09-02', '8'),
    ];
    expect(way(...two).vantar.map((v) => v.av?.toLowerCase())).toEqual(['kommunala pensionärsrådet']);
    const all = [...two, answer('Kommunala pensionärsrådet', '2030-09-29')];
    expect(way(...all).vantar).toEqual([]);
  });

  it('is not answered by putting it off, nor before it was sent', () => {
    const tabled: Made = {
      ...{ organ: 'Kulturnämnden', datum: '2030-09-02', paragraf: '8', utfall: 'bordlagt' },
      ...{ next: 'Kulturnämnden', reason: 'bordlaggning', beslut: ['Ärendet bordläggs.'] },
    };
    const kinds = way(sent, tabled, answer('Barn- och utbildningsnämnden', '2030-01-20')).vantar;
    expect(kinds.map((v) => [v.vad, v.av?.toLowerCase()]).sort()).toEqual([
      ['beslut', 'kulturnämnden'],
      ['yttrande', 'barn- och utbildningsnämnden'],
      ['yttrande', 'kommunala pensionärsrådet'],
      ['yttrande', 'kulturnämnden'],
    ]);
  });

  it('is over when the body that asked goes on without the rest', () => {
    const all = [sent, end('Kulturnämnden', '2030-09-02', '8'), end('Kommunstyrelsen', '2030-10-07', '120')];
    expect(way(...all)).toMatchObject({ vantar: [], hos: null, avslutat: true });
  });

  it('is answered under the body’s abbreviation, too', () => {
    const left = way(sent, answer('BUN', '2030-08-20')).vantar.map((v) => v.av?.toLowerCase());
    expect(left).toEqual(['kommunala pensionärsrådet', 'kulturnämnden']);
  });

  it('is not taken back by another § of the same meeting', () => {
    const same = end('Kommunstyrelsen', '2030-05-06', '71');
    expect(way(sent, same).vantar.map((v) => v.vad)).toEqual(['yttrande', 'yttrande', 'yttrande']);
  });

  it('can go to offices', () => {
    const office: Made = {
      ...{ ...sent, next: null },
      beslut: ['Förslaget skickas på remiss till kultur- och fritidsförvaltningen och stadsbiblioteket.'],
    };
    expect(way(office).vantar.map((v) => v.av)).toEqual([
      'kultur- och fritidsförvaltningen',
      'stadsbiblioteket',
    ]);
    const all: Made = { ...office, beslut: ['Förslaget sänds på remiss till samtliga nämnder.'] };
    expect(way(all).vantar.map((v) => v.av)).toEqual(['samtliga nämnder']);
  });

  it('is none when a body gives its own answer', () => {
    const own: Made = {
      ...{ organ: 'Kulturnämnden', datum: '2030-05-06', paragraf: '7' },
      beslut: ['Yttrande över remissen, enligt bilaga 1, översänds till Kulturdepartementet.'],
    };
    expect(way(own)).toMatchObject({ vantar: [], avslutat: true });
    expect(
      way({ ...own, beslut: ['Nämnden överlämnar skrivelsen till revisorerna som sitt yttrande.'] }).vantar,
    ).toEqual([]);
  });
});
