import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compoundKeys, isPartOfCompound, stem, stems, words } from '../../../extraction/language/stem.ts';

const sought = (word: string) => ({ word, stem: stem(word) });

describe('stem: every form of a word has one', () => {
  test.each([
    'patientavgift patientavgiften patientavgiftens patientavgifter patientavgifterna patientavgifternas',
    'ärende ärendet ärendets ärenden ärendens ärendena ärendenas',
    'beslut beslutet beslutets besluten beslutens besluts beslutade beslutar besluta beslutat beslutats',
    'förslag förslaget förslagen förslagets',
    'nämnd nämnden nämndens nämnder nämnderna nämndernas',
    'yrkande yrkandet yrkanden yrkandena yrkandenas yrkandes',
    'yrkar yrkade yrka yrkas',
    'styrelse styrelsen styrelsens styrelser styrelserna',
    'skola skolan skolans skolor skolorna skolornas',
    'handlingsplan handlingsplanen handlingsplaner handlingsplanerna',
    'verksamhet verksamheten verksamhetens verksamheter verksamheterna',
    'enhet enheten enhetens enheter enheterna',
    'program programmet programmen programmets',
    'regel regeln regler reglerna reglernas',
    'kapitel kapitlet kapitlen',
    'register registret registren',
    'vinter vintern vintrar',
    'ordförande ordföranden ordförandens',
    'ledamot ledamoten ledamots ledamöter ledamöterna',
    'tjänsteman tjänstemannen tjänstemän tjänstemännen tjänstemännens',
    'stad staden stadens städer städerna',
    'innerstad innerstaden',
    'möte mötet möten mötena',
    'kostnad kostnaden kostnader kostnaderna',
    'budget budgeten budgetar budgetens',
    'plats platsen platser platserna',
    'konferens konferensen konferenser',
    'gymnasium gymnasiet gymnasier',
    'kommitté kommittén kommittéer kommittéerna kommitte',
    'kommunal kommunalt kommunala',
    'särskild särskilt särskilda',
    'föreslå föreslår föreslås',
    'dricksvatten dricksvattnet dricksvattnets',
    'kvalitet kvaliteten kvaliteter',
    'kontor kontoret kontorets',
    'PATIENTAVGIFT Patientavgiften',
  ])('%s', (forms) => {
    expect(new Set(stems(forms)).size).toBe(1);
  });

  test.each([
    ['avgift', 'avslag'],
    ['inte', 'internet'],
    ['yttrande', 'ytterligare'],
    ['planet', 'platsen'],
    ['kommun', 'kommunikation'],
    ['råd', 'rad'],
    ['motion', 'motor'],
  ])('%s is not %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  test('numbers and short words are their own stems', () => {
    expect(stems('§ 12 av 2031/00417, 5b')).toEqual(['12', 'av', '2031', '00417', '5b']);
  });
});

test('letters and digits make words, nothing else', () => {
  expect(words('och/eller «Kultur- och fritids» NEAR("a*") kommitte\u0301n')).toEqual([
    ...['och', 'eller', 'kultur', 'och', 'fritids', 'near', 'a', 'kommittén'],
  ]);
});

describe('parts of compounds', () => {
  test.each([
    ['avgift', 'patientavgifterna'],
    ['avgifter', 'patientavgift'],
    ['patient', 'patientavgift'],
    ['handling', 'handlingsplanen'],
    ['plan', 'handlingsplaner'],
    ['nämnd', 'socialnämnden'],
    ['vård', 'sjukvården'],
    ['skola', 'grundskolans'],
    ['äldre', 'äldreomsorgen'],
    ['omsorg', 'äldreomsorgen'],
    ['avgift', 'patientavgiftsnivån'],
    ['svar', 'remissvaret'],
    ['vatten', 'dricksvattnet'],
    ['styrelse', 'kommunstyrelsen'],
    ['stad', 'innerstaden'],
    ['rätt', 'bygglovsrätten'],
    ['yrkande', 'avslagsyrkandet'],
  ])('%s is in %s', (part, compound) => {
    expect(isPartOfCompound(sought(part), stem(compound))).toBe(true);
  });

  test.each([
    ['drag', 'uppdrag'],
    ['lagen', 'förslag'],
    ['kommun', 'kommunikation'],
    ['plan', 'planering'],
    ['avgift', 'avgifterna'],
    ['av', 'avgift'],
  ])('%s is not in %s', (part, compound) => {
    expect(isPartOfCompound(sought(part), stem(compound))).toBe(false);
  });
});

const letters = fc.string({
  unit: fc.constantFrom(...'aeioåäöbdfgklmnprstv'),
  minLength: 1,
  maxLength: 24,
});

test('a stem is never empty, and stays what it is', () => {
  fc.assert(
    fc.property(letters, (word) => {
      expect(stem(word).length).toBeGreaterThan(0);
      expect(words(stem(word))).toEqual([stem(word)]);
    }),
  );
});

test('whatever holds a part can be looked up by one of its keys', () => {
  fc.assert(
    fc.property(letters, letters, (part, head) => {
      const compound = stem(head + part);
      if (!isPartOfCompound(sought(part), compound)) return;
      expect(compoundKeys(sought(part)).some((key) => compound.includes(key))).toBe(true);
    }),
  );
});
