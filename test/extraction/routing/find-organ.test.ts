import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOrganer } from '../../../extraction/routing/organ.ts';

const names = (text: string) => findOrganer(text).map((o) => o.name);

describe('findOrganer', () => {
  it.each<[string, string[]]>([
    [
      'Hälso- och sjukvårdsnämnden beslutar att föreslå regionstyrelsens serviceutskott föreslå regionstyrelsen besluta',
      ['Hälso- och sjukvårdsnämnden', 'regionstyrelsens serviceutskott', 'regionstyrelsen'],
    ],
    ['Hälso-och sjukvårdsnämnden föreslås besluta', ['Hälso-och sjukvårdsnämnden']],
    ['Förslag till nämnden för Teknikservice att besluta', ['nämnden för Teknikservice']],
    [
      'Nämnden för arbetsmarknad och vuxenutbildning beslutar:',
      ['Nämnden för arbetsmarknad och vuxenutbildning'],
    ],
    [
      'Nämnden för funktionsstöd och kommunstyrelsen föreslår kommunfullmäktige besluta',
      ['Nämnden för funktionsstöd', 'kommunstyrelsen', 'kommunfullmäktige'],
    ],
    [
      'nämnden för funktionsstöd och miljö- och klimatnämnden ska yttra sig',
      ['nämnden för funktionsstöd', 'miljö- och klimatnämnden'],
    ],
    ['Ärendet går till nämnden för kännedom.', ['nämnden']],
    ['Fullmäktige beslutar', ['Fullmäktige']],
    ['Socialnämnd Centrum föreslår kommunfullmäktige', ['Socialnämnd Centrum', 'kommunfullmäktige']],
    ['Socialnämnden Eklunda och Socialnämnden Sydväst', ['Socialnämnden Eklunda', 'Socialnämnden Sydväst']],
    ['samverkansnämnden och direktionen', ['samverkansnämnden', 'direktionen']],
    ['Förbundsdirektionen beslutar', ['Förbundsdirektionen']],
    ['stadsdelsnämnden Östermalm', ['stadsdelsnämnden Östermalm']],
    ['Ekby-Strandlunda stadsdelsnämnd', ['Ekby-Strandlunda stadsdelsnämnd']],
    ['Ekby-Ängs stadsdelsnämnd föreslår', ['Ekby-Ängs stadsdelsnämnd']],
    ['Stadsdelsnämnden Björkhöjd-Ekdal beslutade', ['Stadsdelsnämnden Björkhöjd-Ekdal']],
    ['Regionala utvecklingsnämnden föreslår', ['Regionala utvecklingsnämnden']],
    ['personalutskottet, presidiet och valberedningen', ['personalutskottet', 'presidiet', 'valberedningen']],
    ['till revisionen och landstingsstyrelsen', ['revisionen', 'landstingsstyrelsen']],
    ['Enligt kommunstyrelsens förslag:', ['kommunstyrelsen']],
    ['Kommunstyrelsens arbetsutskotts beslut', ['Kommunstyrelsens arbetsutskott']],
    ['Kultur-, fritids- och folkhälsonämnden beslutar', ['Kultur-, fritids- och folkhälsonämnden']],
    ['Äldre samt vård- och omsorgsnämnden', ['Äldre samt vård- och omsorgsnämnden']],
    ['Vård och omsorgsnämnden', ['Vård och omsorgsnämnden']],
    ['Tekniska nämnden godkänner', ['Tekniska nämnden']],
    ['Ekstads kommunfullmäktige', ['Ekstads kommunfullmäktige']],
    [
      'HSN föreslår Regionstyrelsen att föreslå Regionfullmäktige besluta',
      ['HSN', 'Regionstyrelsen', 'Regionfullmäktige'],
    ],
    ['KSAU föreslår KS besluta', ['KSAU', 'KS']],
    ['BUN föreslår kommunstyrelsen', ['BUN', 'kommunstyrelsen']],
    ['Gemensam nämnd för hjälpmedel beslutar', ['Gemensam nämnd för hjälpmedel']],
    ['REGIONSTYRELSEN BESLUTAR', ['REGIONSTYRELSEN']],
    ['HÄLSO- OCH SJUKVÅRDSNÄMNDEN', ['HÄLSO- OCH SJUKVÅRDSNÄMNDEN']],
    ['hälso-\noch sjukvårdsnämnden', ['hälso- och sjukvårdsnämnden']],
    ['Miljö- och byggnads nåmnden, kommunstyrelsen', ['nåmnden', 'kommunstyrelsen']],
    ['Arbetsutskottet beslutar att föreslå regionstyrelsen', ['Arbetsutskottet', 'regionstyrelsen']],
    ['krisledningsnämnden', ['krisledningsnämnden']],
    [
      'Samverkansnämnden Sjukvårdsregion Mellanbygd den 19 februari',
      ['Samverkansnämnden Sjukvårdsregion Mellanbygd'],
    ],
    ['Kommunala pensionärsrådet', ['Kommunala pensionärsrådet']],
    ['beredningen för nära vård kartlägger', ['beredningen för nära vård']],
    ['Utskottet för ekonomi Svar på uppdrag', ['Utskottet för ekonomi']],
    ['nämnden för vård och omsorg revideras', ['nämnden för vård och omsorg']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    'stadsledningskontoret och förvaltningen',
    'regiondirektören får i uppdrag',
    'Regionstyrelsens ordförande och nämndens sekreterare',
    'kommunstyrelseförvaltningen',
    'oppositionsrådet och kommunalrådet',
    'inom området',
    'Socialstyrelsen och Länsstyrelsen',
    'enligt delegation',
    'beredningen av ärendet',
    'Dnr KS 2031/62, KS § 12, KS/2019:3',
    'Regionens nämnder och styrelser',
    'nämndsordförande',
    'en nämnd',
    'KF Handling 2031 nr 7',
    'rådet anser',
  ])('none in: %s', (text) => expect(names(text)).toEqual([]));

  it('gives places in the text and never overlaps', () => {
    const words = fc.constantFrom(
      'nämnden',
      'för',
      'och',
      'Hälso-',
      'sjukvårdsnämndens',
      'arbetsutskott',
      'Region',
      'Centrum',
      ',',
      '.',
      '&',
      'beslutar',
      'socialnämnd',
      'KS',
      'regionstyrelsen',
      'vård',
      '\n',
      'Norra',
      '(S)',
      '-',
      'fullmäktige',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        let at = 0;
        for (const o of findOrganer(text)) {
          expect(o.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(o.start, o.end).replace(/\s+/g, ' ').startsWith(o.name)).toBe(true);
          at = o.end;
        }
      }),
    );
  });

  it('is linear', () => {
    const start = performance.now();
    findOrganer('nämnden för och '.repeat(20_000));
    findOrganer(`${'a'.repeat(300_000)}nämnden`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
