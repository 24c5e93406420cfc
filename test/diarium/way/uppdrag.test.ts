import { describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { recipientsIn } from '../../../diarium/way/mottagarlista.ts';
import { type Made, made } from './way-builder.ts';

const way = (...list: Made[]) => wayOf(list.map(made), { huvudman: 'Ekstads kommun' });
const decision = (...beslut: Made['beslut'] & object): Made => ({
  ...{ organ: 'Kulturnämnden', datum: '2030-05-20', paragraf: '40', utfall: 'bifall' },
  beslut,
});

describe('what a final decision orders', () => {
  it.each([
    [
      'Förvaltningen får i uppdrag att senast den 1 oktober 2030 redovisa kostnaden.',
      'Förvaltningen',
      '2030-10-01',
    ],
    ['Att ge kulturchefen i uppdrag att återkomma i september.', 'kulturchefen', '2030-09-30'],
    ['Att uppdra åt kultur- och fritidschefen att se över taxan.', 'kultur- och fritidschefen', null],
    ['att uppdra till förvaltningen att återrapportera inom tre månader', 'förvaltningen', '2030-08-20'],
    ['Kulturchefen ska återrapportera uppdraget senast i maj 2031.', 'Kulturchefen', '2031-05-31'],
    ['Nämndens arbetsutskott ges i uppdrag att följa frågan.', 'Nämndens arbetsutskott', null],
  ])('%s', (text, av, senast) => {
    expect(way(decision('Att anta taxan.', text))).toMatchObject({
      ...{ avslutat: true, hos: null },
      vantar: [
        { vad: 'utforande', skal: 'uppdrag', av: av.replace('Nämndens', 'Kulturnämndens'), senast, text },
      ],
    });
  });

  it.each([
    ['Med anledning av rapporten får förvaltningen i uppdrag att se över taxan.', ['förvaltningen']],
    ['Kulturnämnden beslutar att förvaltningen får i uppdrag att se över taxan.', ['förvaltningen']],
    ['Förvaltningen får i samverkan med socialnämnden i uppdrag att se över taxan.', ['Förvaltningen']],
    ['Att uppdra åt förvaltningen i samråd med socialnämnden att se över taxan.', ['förvaltningen']],
    ['Att ge kulturchefen och ekonomichefen i uppdrag att se över taxan.', ['ekonomichefen', 'kulturchefen']],
    ['Att godkänna redovisningen av uppdraget om taxan.', []],
    ['Uppdraget förklaras fullgjort.', []],
    ['Att uppdra åt Eva Alm (M) att justera protokollet.', []],
  ])('%s', (text, av) => expect(way(decision(text)).vantar.map((v) => v.av)).toEqual(av));

  it('names the clause by its number, where one is printed', () => {
    const one = made(decision('Att anta taxan.', 'Förvaltningen får i uppdrag att redovisa kostnaden.'));
    expect(wayOf([one], { huvudman: null }).vantar).toMatchObject([{ skal: 'uppdrag', nr: 2 }]);
    for (const clause of one.handling.arenden[0]?.beslut ?? []) clause.nr = null;
    expect(wayOf([one], { huvudman: null }).vantar[0]).not.toHaveProperty('nr');
  });

  it('has no last day where only OCR has read its number', () => {
    const one = made(decision('Förvaltningen får i uppdrag att redovisa senast den 1 oktober 2030.'));
    for (const clause of one.handling.arenden[0]?.beslut ?? []) clause.obekraftade = ['text'];
    expect(wayOf([one], { huvudman: null }).vantar).toMatchObject([{ senast: null, frist: null }]);
  });

  it('is awaited of each that is named', () => {
    const both = 'Socialnämnd Norr, Söder och kulturförvaltningen får i uppdrag att samverka.';
    expect(way(decision(both)).vantar.map((v) => v.av)).toEqual([
      'Socialnämnd Norr',
      'Socialnämnd Söder',
      'kulturförvaltningen',
    ]);
  });

  it('is over when the one who has it writes, or the matter comes again', () => {
    const order = decision('Förvaltningen får i uppdrag att redovisa kostnaden.');
    const report: Made = {
      ...{ kind: 'tjansteskrivelse', avsandare: 'Förvaltningen', datum: '2030-09-01' },
      ...{ next: 'Kulturnämnden', forslag: ['Att lägga rapporten till handlingarna.'] },
    };
    expect(way(order, report).vantar.map((v) => v.vad)).toEqual(['beslut']);
    const other: Made = { ...report, avsandare: 'Ekonomikontoret' };
    expect(
      way(order, other)
        .vantar.map((v) => v.vad)
        .sort(),
    ).toEqual(['beslut', 'utforande']);
    const again = { ...decision('Rapporten läggs till handlingarna.'), datum: '2030-10-01', paragraf: '80' };
    expect(way(order, again).vantar).toEqual([]);
  });

  it('is nothing yet while another body is only asked to order it', () => {
    const proposal: Made = {
      ...decision({ text: 'Att ge kommunchefen i uppdrag att utreda.', next: 'Kommunstyrelsen' }),
      next: 'Kommunstyrelsen',
    };
    expect(way(proposal).vantar.map((v) => v.vad)).toEqual(['beslut']);
  });
});

describe('a decision that is left to somebody', () => {
  it('is awaited when it is one in this matter', () => {
    const left = decision(
      'Att delegera till ordföranden att avge nämndens yttrande i ärendet senast den 1 juni 2030.',
    );
    expect(way(left)).toMatchObject({
      ...{ hos: 'ordföranden', avslutat: false },
      vantar: [{ vad: 'beslut', skal: 'delegation', av: 'ordföranden', senast: '2030-06-01' }],
      steg: [{ next: null, vidare: [{ organ: 'ordföranden', reason: 'delegation' }] }],
    });
  });

  it('leaves the matter over when only signing is left', () => {
    const sign = decision('Att anta avtalet.', 'Att bemyndiga kulturchefen att underteckna avtalet.');
    expect(way(sign)).toMatchObject({
      ...{ hos: null, avslutat: true },
      vantar: [{ vad: 'utforande', skal: 'delegation', av: 'kulturchefen' }],
    });
  });

  it('is not awaited when it is a standing one', () => {
    expect(way(decision('Att delegera beslut om inköp till kulturchefen.'))).toMatchObject({
      ...{ vantar: [], avslutat: true },
      steg: [{ vidare: [{ organ: 'kulturchefen', reason: 'delegation' }] }],
    });
  });
});

describe('a list of recipients', () => {
  it.each([
    [
      'kulturnämnden, socialnämnden och tekniska nämnden',
      ['kulturnämnden', 'socialnämnden', 'tekniska nämnden'],
    ],
    ['kultur- och fritidsförvaltningen samt diariet', ['kultur- och fritidsförvaltningen', 'diariet']],
    ['vård och omsorgsförvaltningen', ['vård och omsorgsförvaltningen']],
    [
      'hälso- och sjukvårdsnämnden respektive patientnämnden',
      ['hälso- och sjukvårdsnämnden', 'patientnämnden'],
    ],
    ['stadens nämnder och styrelser', ['stadens nämnder och styrelser']],
    ['Socialnämnd Norr, Söder och Väster', ['Socialnämnd Norr', 'Socialnämnd Söder', 'Socialnämnd Väster']],
    ['', []],
  ])('%s', (list, names) => expect(recipientsIn(list)).toEqual(names));
});
