/** A way as tracks, marks and arrows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bildOf } from '../../../diarium/bild/bild.ts';
import type { Steg, Vag } from '../../../diarium/bild/types.ts';
import { anyVag } from './any-vag.ts';
import { badhuset, steg, vag, vantan } from './made-up-vag.ts';

const arrows = (way: Vag, idag: string | null = null) => {
  const { pilar, markeringar, banor, oppna } = bildOf(way, idag);
  return pilar.map(({ fran, bana, till, art, nr }) => {
    const from = markeringar[fran]?.steg;
    const at = 'steg' in till ? (markeringar[till.steg]?.steg.datum ?? '') : (oppna[till.oppen]?.art ?? '');
    return `${from?.datum} ${art} ${nr.join('+')}→ ${banor[bana]?.namn} ${at}`;
  });
};

describe('the tracks', () => {
  it('stand in the order the matter came to them: writers, bodies, what a body sent it to, others awaited', () => {
    expect(bildOf(badhuset(), null).banor).toEqual([
      { namn: 'Fritidsförvaltningen', hos: false },
      { namn: 'Fritidsnämnden', hos: false },
      { namn: 'Kommunstyrelsens arbetsutskott', hos: false },
      { namn: 'Tekniska nämnden', hos: true },
      { namn: 'Kommunstyrelsen', hos: false },
      { namn: 'Kommunfullmäktige', hos: false },
      { namn: 'Fastighetschefen', hos: false },
    ]);
  });

  it('are one for all names of a body', () => {
    const way = vag(
      [
        steg({ organ: 'Kommunstyrelsen', next: 'kommunfullmäktige' }),
        steg({ datum: '2031-02-01', organ: 'Kommunfullmäktige' }),
      ],
      { hos: 'kommunstyrelsen' },
    );
    const { banor, pilar } = bildOf(way, null);
    expect(banor).toEqual([
      { namn: 'Kommunstyrelsen', hos: true },
      { namn: 'Kommunfullmäktige', hos: false },
    ]);
    expect(pilar[0]).toMatchObject({ fran: 0, bana: 1, till: { steg: 1 } });
  });

  it('have one for a step that names nobody', () => {
    const { banor } = bildOf(vag([steg({ kind: 'tjansteskrivelse' })]), null);
    expect(banor.map(({ namn }) => namn)).toEqual(['Okänd avsändare']);
  });
});

describe('the arrows', () => {
  it('go to the next meeting of the body, each clause its own way, and to what is awaited', () => {
    expect(arrows(badhuset())).toEqual([
      '2031-02-03 vidare → Fritidsnämnden 2031-02-24',
      '2031-02-24 vidare → Kommunstyrelsens arbetsutskott 2031-03-11',
      '2031-03-11 vidare 1+2→ Kommunstyrelsen 2031-03-25',
      '2031-03-11 remiss 3→ Tekniska nämnden vantar',
      '2031-03-25 aterremiss → Fritidsnämnden 2031-05-05',
      '2031-05-05 vidare → Kommunstyrelsen 2031-06-02',
      '2031-06-02 vidare → Kommunstyrelsen 2031-06-02',
      '2031-06-02 vidare 1+2+3→ Kommunfullmäktige 2032-01-19',
      '2032-01-19 vidare → Fastighetschefen vantar',
    ]);
  });

  it('say where nothing taken in tells how it went on', () => {
    const way = vag(
      [
        steg({ datum: '2031-01-01', organ: 'Fritidsnämnden', next: 'Kommunstyrelsen' }),
        steg({ datum: '2031-03-01', organ: 'Kommunfullmäktige', utfall: 'bifall' }),
      ],
      { avslutat: true },
    );
    expect(arrows(way)).toEqual(['2031-01-01 vidare → Kommunstyrelsen saknas']);
    expect(bildOf(way, null).banor.map(({ namn }) => namn)).toEqual([
      'Fritidsnämnden',
      'Kommunstyrelsen',
      'Kommunfullmäktige',
    ]);
  });

  it('of a way from an earlier version end where the matter lies', () => {
    const old: Steg = {
      ...{ datum: '2031-01-01', organ: 'Fritidsnämnden', kind: 'protokoll', paragraf: '4' },
      ...{ utfall: 'aterremiss', next: 'Fritidsförvaltningen', fileName: 'a.pdf', page: 1, obekraftade: [] },
    };
    expect(arrows(vag([old], { hos: 'Fritidsförvaltningen' }))).toEqual([
      '2031-01-01 aterremiss → Fritidsförvaltningen vantar',
    ]);
  });

  it('of two ways to a body that has not met come together where it is awaited', () => {
    const first = steg({ datum: '2031-01-01', organ: 'Fritidsnämnden', next: 'Kommunstyrelsen' });
    const second = steg({ datum: '2031-02-01', organ: 'Arbetsutskottet', next: 'Kommunstyrelsen' });
    const asked = vantan({ av: 'Kommunstyrelsen', steg: second.nyckel ?? '' });
    const { pilar, oppna } = bildOf(vag([first, second], { vantar: [asked] }), null);
    expect(oppna).toHaveLength(1);
    expect(pilar.map(({ fran, till }) => [fran, till])).toEqual([
      [0, { oppen: 0 }],
      [1, { oppen: 0 }],
    ]);
  });

  it('of a proposal end at the decision that is awaited, not at an answer that the body owes', () => {
    const moved = steg({ organ: 'Kommunfullmäktige' });
    const [first, second] = ['2031-02-01', '2031-03-01'].map((datum, i) =>
      steg({ datum, organ: i ? 'Kommunstyrelsen' : 'Arbetsutskottet', next: 'Kommunfullmäktige' }),
    );
    const vantar = [
      vantan({ vad: 'svar', av: 'Kommunfullmäktige', skal: 'vackt', steg: moved.nyckel ?? '' }),
      vantan({ vad: 'beslut', av: 'Kommunfullmäktige', steg: first?.nyckel ?? '' }),
    ];
    const steps = [moved, first, second].flatMap((one) => one ?? []);
    const { pilar, oppna } = bildOf(vag(steps, { vantar }), null);
    const ends = pilar.map(({ fran, till }) => [fran, 'oppen' in till && oppna[till.oppen]?.vantan?.vad]);
    expect(ends.toSorted()).toEqual([
      [0, 'svar'],
      [1, 'beslut'],
      [2, 'beslut'],
    ]);
  });

  describe('of a § that sends a clause on and orders somebody to do another', () => {
    const till = (nr: number[]) => [
      { organ: 'Kommunfullmäktige', reason: 'forslag' as const, attsatser: nr.map(String), nr, sedan: [] },
    ];
    const order = (nr: number, av = 'Fastighetschefen') =>
      vantan({ vad: 'utforande', skal: 'uppdrag', av, steg: 's1', nr });
    const decided = (nr: number[], ...vantar: Vag['vantar']) => {
      const one = steg({ nyckel: 's1', organ: 'Kommunstyrelsen', vidare: nr.length > 0 ? till(nr) : [] });
      return arrows(vag([one], { vantar }));
    };

    it('say which clause goes where', () => {
      expect(decided([1], order(2))).toEqual([
        '2031-01-01 vidare 1→ Kommunfullmäktige saknas',
        '2031-01-01 vidare 2→ Fastighetschefen vantar',
      ]);
      expect(decided([], order(1), order(2, 'Ekonomichefen'))).toEqual([
        '2031-01-01 vidare 1→ Fastighetschefen vantar',
        '2031-01-01 vidare 2→ Ekonomichefen vantar',
      ]);
    });

    it('say nothing where there is one clause only', () => {
      expect(decided([1])).toEqual(['2031-01-01 vidare → Kommunfullmäktige saknas']);
      expect(decided([], order(1))).toEqual(['2031-01-01 vidare → Fastighetschefen vantar']);
    });
  });

  it('of an answer that a body waits for itself start at its last meeting', () => {
    const moved = steg({ datum: '2031-01-01', organ: 'Kommunfullmäktige', next: 'Kommunstyrelsen' });
    const put = steg({ datum: '2031-02-01', organ: 'Kommunfullmäktige', utfall: 'bordlagt' });
    const asked = vantan({ vad: 'svar', av: 'Kommunfullmäktige', skal: 'vackt', steg: moved.nyckel ?? '' });
    const { pilar, oppna } = bildOf(vag([moved, put], { vantar: [asked] }), null);
    const waiting = pilar.find(({ till }) => 'oppen' in till && oppna[till.oppen]?.vantan === asked);
    expect(waiting?.fran).toBe(1);
  });
});

it('shows who has it also where no clause says so', () => {
  const way = vag([steg({ organ: 'Fritidsnämnden' })], { hos: 'Kommunstyrelsen' });
  expect(arrows(way)).toEqual(['2031-01-01 vidare → Kommunstyrelsen vantar']);
  expect(arrows(vag([steg({ organ: 'Fritidsnämnden' })], { hos: 'Fritidsnämnden' }))).toEqual([]);
});

describe('what is awaited', () => {
  const asked = vantan({ av: 'Kommunstyrelsen', senast: '2031-04-30' });
  const late = (idag: string | null) =>
    bildOf(vag([steg({ organ: 'Fritidsnämnden' })], { vantar: [asked] }), idag).oppna.map(({ sen }) => sen);

  it('is late from the day after the last day', () => {
    expect([late('2031-04-30'), late('2031-05-01'), late(null)]).toEqual([[false], [true], [false]]);
  });

  it('is nowhere without any step', () => {
    expect(bildOf(vag([], { vantar: [asked] }), null)).toMatchObject({ oppna: [], pilar: [] });
  });
});

it('loses no step and nothing awaited, and every arrow goes forward in time to the track it names', () => {
  fc.assert(
    fc.property(anyVag, (way) => {
      const { markeringar, pilar, oppna, banor } = bildOf(way, null);
      expect(markeringar.map((one) => one.steg)).toEqual(way.steg);
      expect(oppna.flatMap(({ vantan: one }) => one ?? [])).toHaveLength(
        way.steg.length === 0 ? 0 : way.vantar.length,
      );
      expect(new Set(banor.map(({ namn }) => namn)).size).toBe(banor.length);
      for (const { bana } of [...markeringar, ...pilar, ...oppna]) expect(banor[bana]).toBeDefined();
      for (const { fran, till, bana } of pilar) {
        const target = 'steg' in till ? markeringar[till.steg] : oppna[till.oppen];
        expect(target?.bana).toBe(bana);
        if ('steg' in till) {
          expect(till.steg).toBeGreaterThan(fran);
          // Nothing stands on the track before it: the arrow runs along it.
          expect(markeringar.slice(fran + 1, till.steg).some((m) => m.bana === bana)).toBe(false);
        }
      }
      for (const [at] of oppna.entries()) {
        expect(pilar.some(({ till }) => 'oppen' in till && till.oppen === at)).toBe(true);
      }
    }),
  );
});
