import { describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { type Made, made } from './way-builder.ts';

const way = (...list: Made[]) => wayOf(list.map(made), { huvudman: 'Ekstads kommun' });

const namnd: Made = {
  ...{ organ: 'Tekniska nämnden', datum: '2030-02-01', paragraf: '12', next: 'Kommunstyrelsen' },
  beslut: ['Att köpa tio cykelställ.'],
  yrkanden: [{ av: 'Bo Ek', typ: 'avslag', text: 'Bo Ek (S) yrkar avslag.', utfall: 'avslag' }],
  reservationer: [{ av: 'Bo Ek', text: 'Bo Ek (S) reserverar sig.' }],
  anteckningar: [
    { typ: 'sarskilt_yttrande', av: 'Eva Alm', text: 'Gärna fler.' },
    { typ: 'protokollsanteckning', av: 'Eva Alm', text: 'Priset är osäkert.' },
    { typ: 'jav', av: 'Kim Å', text: 'Anmäler jäv.' },
  ],
};
const styrelse: Made = {
  ...{ organ: 'Kommunstyrelsen', datum: '2030-03-01', paragraf: '44', next: 'Kommunfullmäktige' },
  beslut: ['Att köpa fem cykelställ.'],
  yrkanden: [{ av: 'Ali Vik', typ: 'andring', text: 'Ali Vik (C) yrkar fem.', utfall: 'bifall' }],
};
const texts = (list: readonly { text: string }[] | undefined) => list?.map((m) => m.text);

describe('secrecy', () => {
  it('of the § is that of all it sends, and of what says the same elsewhere', () => {
    const secret: Made = { ...namnd, sekretess: 'OSL 26 kap. 1 §', expediering: ['Diariet'] };
    const kallelse: Made = {
      ...{ kind: 'kallelse', organ: 'Tekniska nämnden', datum: '2030-02-01', paragraf: null },
      ...{ punkt: '4', next: 'Kommunstyrelsen', forslag: ['Att köpa tio cykelställ.'] },
    };
    for (const list of [[secret], [kallelse, secret]])
      expect(way(...list, styrelse).poster.map((p) => [p.mottagare, p.sekretess])).toEqual([
        ['Kommunstyrelsen', 'OSL 26 kap. 1 §'],
        ['Diariet', 'OSL 26 kap. 1 §'],
        ['Kommunfullmäktige', null],
      ]);
  });
});

describe('what travels along', () => {
  it('is what was moved, reserved and noted, with where it stands', () => {
    const { poster, steg } = way(namnd);
    expect(poster[0]?.medfoljer.map((m) => [m.typ, m.av[0]?.namn, m.utfall])).toEqual([
      ['yrkande', 'Bo Ek', 'avslag'],
      ['reservation', 'Bo Ek', null],
      ['sarskilt_yttrande', 'Eva Alm', null],
      ['protokollsanteckning', 'Eva Alm', null],
    ]);
    expect(steg[0]?.medfoljer).toEqual(poster[0]?.medfoljer);
    expect(poster[0]?.medfoljer[0]?.kalla).toMatchObject({ itemId: poster[0]?.medfoljer[0]?.id, page: 1 });
  });

  it('is passed on by the next body with its own; its § itself shows its own only', () => {
    const { poster, steg } = way(namnd, styrelse);
    const toKf = poster.find((p) => p.mottagare === 'Kommunfullmäktige');
    expect(texts(toKf?.medfoljer)).toEqual([
      ...['Bo Ek (S) yrkar avslag.', 'Bo Ek (S) reserverar sig.', 'Gärna fler.', 'Priset är osäkert.'],
      'Ali Vik (C) yrkar fem.',
    ]);
    expect(texts(steg[1]?.medfoljer)).toEqual(['Ali Vik (C) yrkar fem.']);
  });

  it('does not go back with a matter that is sent back', () => {
    const back: Made = {
      ...{ ...styrelse, utfall: 'aterremiss', next: 'Tekniska nämnden', reason: 'aterremiss' },
      beslut: ['Ärendet återremitteras till tekniska nämnden.'],
    };
    const row = way(namnd, back).poster.find((p) => p.datum === '2030-03-01');
    expect(texts(row?.medfoljer)).toEqual(['Ali Vik (C) yrkar fem.']);
  });

  it('stays while a matter is put off, however often', () => {
    const tabled = (datum: string, paragraf: string): Made => ({
      ...{ organ: 'Kommunstyrelsen', datum, paragraf, utfall: 'bordlagt' },
      ...{ next: 'Kommunstyrelsen', reason: 'bordlaggning', beslut: ['Ärendet bordläggs.'] },
    });
    const often = Array.from({ length: 28 }, (_, n) =>
      tabled(`2030-02-${`${n + 1}`.padStart(2, '0')}`, `${n + 50}`),
    );
    const { poster } = way({ ...namnd, datum: '2030-01-15' }, ...often, styrelse);
    expect(poster.find((p) => p.mottagare === 'Kommunfullmäktige')?.medfoljer).toHaveLength(5);
  });

  it('is what came since the body last took the matter up: a new round takes its own', () => {
    const again: Made = {
      ...{ ...namnd, datum: '2031-02-01', yrkanden: [], anteckningar: [] },
      reservationer: [{ av: 'Kim Å', text: 'Kim Å (V) reserverar sig.' }],
    };
    const kf: Made = {
      organ: 'Kommunfullmäktige',
      datum: '2030-04-01',
      paragraf: '9',
      beslut: ['Att vänta.'],
    };
    const { poster } = way(namnd, styrelse, kf, again, { ...styrelse, datum: '2031-03-01', yrkanden: [] });
    const last = poster.filter((p) => p.mottagare === 'Kommunfullmäktige').at(-1);
    expect(texts(last?.medfoljer)).toEqual(['Kim Å (V) reserverar sig.']);
  });

  it('is there when a letter puts the same words', () => {
    const letter: Made = {
      ...{ kind: 'tjansteskrivelse', datum: '2030-02-10', next: 'Kommunstyrelsen' },
      forslag: ['Att köpa tio cykelställ.'],
    };
    const { poster } = way(namnd, letter);
    expect(poster.map((p) => [p.typ, p.medfoljer.length])).toEqual([['forslag', 4]]);
  });

  it('is there for whoever is told of the decision, too', () => {
    const told = way({ ...namnd, expediering: ['Diariet'] }).poster.find((p) => p.mottagare === 'Diariet');
    expect(told?.medfoljer).toHaveLength(4);
  });
});
