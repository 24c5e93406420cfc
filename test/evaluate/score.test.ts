import { describe, expect, it } from 'vitest';
import { evaluate } from '../../evaluate/score.ts';
import { gold, misread, tenfold } from './made-up.ts';

const f1 = (types: { [type: string]: { f1: number } }) =>
  Object.fromEntries(Object.entries(types).map(([type, figures]) => [type, figures.f1]));

describe('the measure', () => {
  it('gives full marks to a record that is the gold', () => {
    const { types, accuracies, macroF1, misses } = evaluate([
      { name: 'a', gold, found: structuredClone(gold) },
    ]);
    expect(macroF1).toBe(1);
    expect(misses).toEqual([]);
    expect(Object.values(types).every((figures) => figures.f1 === 1)).toBe(true);
    expect(Object.values(accuracies).every(({ accuracy }) => accuracy === 1)).toBe(true);
  });

  it('pools types with fewer than ten items', () => {
    const { types, macroF1 } = evaluate([{ name: 'a', gold, found: misread() }]);
    expect(f1(types)).toEqual({
      forslag: 1,
      routed: 0.5,
      beslut: 0.667,
      yrkanden: 1,
      reservationer: 1,
      anteckningar: 0,
      expediering: 0.667,
      underlag: 0.5,
      voteringar: 1,
      arenden: 1,
      handlingar: 1,
      few: 0.759,
    });
    expect(types.few?.gold).toBe(29);
    expect(macroF1).toBe(0.759);
  });

  it('weighs types of ten and more alike, and pairs every item with that of its own matter', () => {
    const { types, accuracies, macroF1 } = evaluate([
      { name: 'a', gold: tenfold(gold), found: tenfold(misread()) },
    ]);
    expect(f1(types)).toMatchObject({ beslut: 0.667, arenden: 0.75, handlingar: 1 });
    expect(types.few).toBeUndefined();
    expect(accuracies).toEqual({
      kedja: { of: 50, accuracy: 0.8 },
      yrkare: { of: 20, accuracy: 0.5 },
      next: { of: 40, accuracy: 0.5 },
      'next, where there is one': { of: 40, accuracy: 0.5 },
      utfall: { of: 10, accuracy: 0 },
      diarienummer: { of: 30, accuracy: 1 },
      rubrik: { of: 30, accuracy: 1 },
      datum: { of: 30, accuracy: 0.667 },
      organ: { of: 20, accuracy: 0.5 },
    });
    expect(macroF1).toBe(0.735);
  });

  it('sums counts over all pairs', () => {
    const both = evaluate([
      { name: 'a', gold, found: structuredClone(gold) },
      { name: 'b', gold, found: misread() },
    ]);
    expect(both.types.beslut).toEqual({ gold: 6, precision: 0.833, recall: 0.833, f1: 0.833 });
  });

  it('says what was missed, what was too much and where the way went wrong', () => {
    const { misses } = evaluate([{ name: 'a', gold, found: misread() }]);
    expect(misses).toContainEqual({
      type: 'beslut',
      sign: '-',
      name: 'a',
      text: 'Att inte höja avgiften för barn under 7 år.',
    });
    expect(misses).toContainEqual({ type: 'expediering', sign: '+', name: 'a', text: 'Arkivet' });
    expect(misses.filter((miss) => miss.type === 'next')).toHaveLength(1);
  });

  it('finds all in nothing where there is nothing to find', () => {
    expect(evaluate([{ name: 'a', gold: { handlingar: [] }, found: { handlingar: [] } }]).macroF1).toBe(1);
  });
});
