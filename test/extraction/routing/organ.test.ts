import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  huvudmanKey,
  isGenericOrgan,
  organIndex,
  organKey,
  resolveGeneric,
  sameOrgan,
} from '../../../extraction/routing/organ.ts';

describe('sameOrgan', () => {
  it.each([
    ['Regionstyrelsen', 'regionstyrelsens'],
    ['regionstyrelse', 'Regionstyrelsen'],
    ['REGIONSTYRELSEN', 'Regionsstyrelsen'],
    ['Hälso-och sjukvårdsnämnden', 'hälso- och sjukvårdsnämndens'],
    ['HÄLSO – OCH SJUKVÅRDSNÄMNDEN', 'Hälso- & sjukvårdsnämnden'],
    ['HSN', 'Hälso- och sjukvårdsnämnden'],
    ['KS', 'Kommunstyrelsen'],
    ['KF', 'kommunfullmäktige'],
    ['RF', 'Regionfullmäktiges'],
    ['KSAU', 'kommunstyrelsens arbetsutskott'],
    ['RS serviceutskott', 'Regionstyrelsens serviceutskott'],
    ['KS AU', 'Kommunstyrelsens arbetsutskott'],
    ['BUN', 'Barn- och utbildningsnämnden'],
    ['SBN', 'Samhällsbyggnadsnämnden'],
    ['Sbn', 'Stadsbyggnadsnämnden'],
    ['VON', 'Vård- och omsorgsnämnden'],
    ['ÖFN', 'Överförmyndarnämnden'],
    ['MBN', 'Miljö- och byggnadsnämnden'],
    ['TN', 'Tekniska nämnden'],
    ['AVN', 'Arbetsmarknads- och vuxenutbildningsnämnden'],
    ['regionstyrelsens seerviceutskott', 'Regionstyrelsens serviceutskott'],
    ['Regionala utvecldingsnämnden', 'Regionala utvecklingsnämnden'],
    ['Halso- och sjukvardsnamnden', 'Hälso- och sjukvårdsnämnden'],
    ['Regiondirektören', 'regiondirektör'],
    ['Ekonomienheten', 'ekonomienhet'],
    ['Kommunledningskontorets', 'Kommunledningskontoret'],
    ['Kommun styrelsen', 'Kommunstyrelsen'],
    ['nämnden för Teknikservice', 'Nämnden för teknikservice'],
    ['Socialnämnd Centrum', 'Socialnämnden Centrum'],
  ])('%s is %s', (a, b) => {
    expect(sameOrgan(a, b)).toBe(true);
    expect(sameOrgan(b, a)).toBe(true);
  });

  it.each([
    ['Norra stadsdelsnämnden', 'Södra stadsdelsnämnden'],
    ['Östra hälso- och sjukvårdsnämnden', 'Västra hälso- och sjukvårdsnämnden'],
    ['Socialnämnd Centrum', 'Socialnämnd Nordost'],
    ['Socialnämnd Centrum', 'Socialnämnden'],
    ['Utbildningsnämnden', 'Utvecklingsnämnden'],
    ['Förskolenämnden', 'Grundskolenämnden'],
    ['Kulturnämnden', 'Kultur- och fritidsnämnden'],
    ['Kommunstyrelsen', 'Kommunfullmäktige'],
    ['Kommunstyrelsen', 'Kommundirektören'],
    ['Ekonomienheten', 'Ekonomidirektören'],
    ['Regionstyrelsen', 'Regionstyrelsens arbetsutskott'],
    ['Trafiknämnden', 'Tekniknämnden'],
    ['KS', 'Kulturstyrelsen'],
    ['BUN', 'Byggnadsnämnden'],
    ['Lokalnämnd 1', 'Lokalnämnd 2'],
    ['Äldrenämnden', 'Skolnämnden'],
    ['', 'Kommunstyrelsen'],
  ])('%s is not %s', (a, b) => {
    expect(sameOrgan(a, b)).toBe(false);
    expect(sameOrgan(b, a)).toBe(false);
  });

  it('leaves the huvudman out of the name', () => {
    expect(sameOrgan('Ekstads kommunfullmäktige', 'Kommunfullmäktige', { huvudman: 'Ekstads kommun' })).toBe(
      true,
    );
    expect(organKey('Regionstyrelsen Region Norrmark', { huvudman: 'Region Norrmark' })).toBe(
      organKey('regionstyrelsen'),
    );
    expect(huvudmanKey('Ekstads kommun')).toBe(huvudmanKey('EKSTAD KOMMUN'));
    expect(huvudmanKey('Ekstads kommun')).toBe(huvudmanKey('Ekstad'));
    expect(huvudmanKey('Kommun')).not.toBe('');
    expect(huvudmanKey('Region Norrmark')).not.toBe(huvudmanKey('Region Söderslätt'));
  });
});

describe('resolveGeneric', () => {
  it('reads "nämnden" as the body whose handling it is', () => {
    expect(resolveGeneric('nämnden', 'Kulturnämnden')).toBe('Kulturnämnden');
    expect(resolveGeneric('Nämndens arbetsutskott', 'Kulturnämnden')).toBe('Kulturnämndens arbetsutskott');
    expect(resolveGeneric('styrelsen', 'Kulturnämnden')).toBe('styrelsen');
    expect(resolveGeneric('nämnden', 'Nämnden för arkivfrågor')).toBe('Nämnden för arkivfrågor');
    expect(isGenericOrgan('utskottet')).toBe(true);
    expect(isGenericOrgan('fullmäktige')).toBe(false);
    expect(isGenericOrgan('arbetsutskottet')).toBe(false);
  });
});

describe('organIndex', () => {
  const names = [
    'Regionstyrelsen',
    'regionstyrelsens arbetsutskott',
    'Arbetsutskottet',
    'arbetsutskottet',
    'RS',
    'Hälso-och sjukvårdsnämnden',
    'Hälso- och sjukvårdsnämnden',
    'Hälso- och sjukvårdsnämnden',
    'HSN',
    'regionstyrelsens seerviceutskott',
    'regionstyrelsens serviceutskott',
    'Regionfullmäktige',
    'Fullmäktige',
    'Kultur- och fritidsnämnden',
    'KFN',
    'Norra lokalnämnden',
    'Södra lokalnämnden',
  ];

  it('files every form under one body', () => {
    const index = organIndex(names);
    expect(
      index
        .organer()
        .map((o) => o.name)
        .sort(),
    ).toEqual([
      'Hälso- och sjukvårdsnämnden',
      'Kultur- och fritidsnämnden',
      'Norra lokalnämnden',
      'Regionfullmäktige',
      'Regionstyrelsen',
      'Södra lokalnämnden',
      'regionstyrelsens arbetsutskott',
      'regionstyrelsens serviceutskott',
    ]);
    expect(index.keyOf('Regionstyrelsens Arbetsutskott')).toBe(index.keyOf('Arbetsutskottet'));
    expect(index.nameOf('Kfn')).toBe('Kultur- och fritidsnämnden');
  });

  it('keeps a bare name apart where two bodies could be meant', () => {
    const index = organIndex([
      'Arbetsutskottet',
      'Kommunstyrelsens arbetsutskott',
      'Kulturnämndens arbetsutskott',
    ]);
    expect(index.organer()).toHaveLength(3);
  });

  it('keeps people and offices apart that differ in a letter, and finds many names fast', () => {
    const index = organIndex([
      'Anna Karlsson',
      'Anna Carlsson',
      'Ekonomienheten',
      'Ekonomlenheten',
      'Enhet 1',
      'Enhet 2',
    ]);
    expect(index.organer()).toHaveLength(5);
    const start = performance.now();
    const many = Array.from(
      { length: 3000 },
      (_, i) => `Nämnden för ${String.fromCharCode(97 + (i % 26))}frågor ${i}`,
    );
    const large = organIndex(many);
    for (const name of many) large.keyOf(name);
    expect(large.organer()).toHaveLength(3000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('does not depend on the order of the names', () => {
    const show = (list: string[]) =>
      organIndex(list)
        .organer()
        .map((o) => [o.key, o.name, [...o.names].sort()])
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(show(shuffled)).toEqual(show(names));
      }),
    );
  });

  describe('with names that a person has said are one', () => {
    const lika = [
      ['Regionstyrelsen', 'Landstingsstyrelsen', 'LTS'],
      ['Barn- och utbildningsnämnden', 'Skolnämnden'],
    ];

    it('files them under one key and the first of the names', () => {
      const index = organIndex(['Landstingsstyrelsen', 'Skolnämnden', 'Kulturnämnden'], { lika });
      for (const name of [
        'landstingsstyrelsens',
        'LS',
        'LTS',
        'RS',
        'Regionstyrelse',
        'Landstigsstyrelsen',
      ]) {
        expect(index.keyOf(name)).toBe(index.keyOf('Regionstyrelsen'));
        expect(index.nameOf(name)).toBe('Regionstyrelsen');
      }
      expect(index.nameOf('BUN')).toBe('Barn- och utbildningsnämnden');
      expect(index.keyOf('Kulturnämnden')).not.toBe(index.keyOf('Skolnämnden'));
    });

    it('puts what was said before what is usual', () => {
      const names = ['Kultyrnämnden', 'Kultyrnämnden', 'Kulturnämnden'];
      expect(organIndex(names, { lika: [['Kulturnämnden']] }).nameOf('Kultyrnämnden')).toBe('Kulturnämnden');
      const two = organIndex(['Stadsnämnden', 'Stabsnämnden'], {
        lika: [['Stadsnämnden'], ['Stabsnämnden']],
      });
      expect(two.keyOf('Stadsnämnden')).not.toBe(two.keyOf('Stabsnämnden'));
    });

    it('does not take a bare name for a body that is not met', () => {
      const said = { lika: [['Kommunstyrelsens arbetsutskott']] };
      const apart = organIndex(['arbetsutskottet', 'Kulturnämnden'], said);
      expect(apart.keyOf('arbetsutskottet')).not.toBe(apart.keyOf('Kommunstyrelsens arbetsutskott'));
      const met = organIndex(['arbetsutskottet', 'KSAU'], said);
      expect(met.nameOf('arbetsutskottet')).toBe('Kommunstyrelsens arbetsutskott');
    });

    it('tells a key that does not change with what people say', () => {
      const names = ['Landstingsstyrelsen', 'RS', 'BUN', 'Barn- och utbildningsnämnden'];
      const [bare, index] = [organIndex(names), organIndex(names, { lika })];
      for (const name of [...names, 'Skolnämnden', 'LTS'])
        expect(index.ownKeyOf(name)).toBe(bare.keyOf(name));
    });

    it('changes nothing else', () => {
      const show = (index: ReturnType<typeof organIndex>) => names.map((name) => index.nameOf(name));
      expect(show(organIndex(names, { lika: [['Vattennämnden', 'Badnämnden']] }))).toEqual(
        show(organIndex(names)),
      );
    });
  });
});
