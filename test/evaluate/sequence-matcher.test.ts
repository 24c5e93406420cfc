import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequenceRatio } from '../../evaluate/sequence-matcher.ts';

describe('sequenceRatio', () => {
  // figures of Python's difflib, which others measure with
  it.each([
    ['abcd', 'bcde', 0.75],
    ['qabxcd', 'abycdf', 0.6666666666666666],
    ['föredra ärendet', 'ärendet föredras', 0.45161290322580644],
    ['tittar på stjärnorna i natt', 'natten i stjärnorna på tittar', 0.6428571428571429],
    ['aaaaaaaaab'.repeat(30), 'baaaaaaaaa'.repeat(30), 0.9966666666666667],
    ['𝒜b', 'b𝒜', 0.5],
    ['', '', 1],
    ['a', '', 0],
  ])('finds %o and %o to be alike to %f', (a, b, ratio) => {
    expect(sequenceRatio(a, b)).toBeCloseTo(ratio, 12);
  });

  it('is 1 for equal texts and stays within 0 and 1 for all others', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const ratio = sequenceRatio(a, b);
        return sequenceRatio(a, a) === 1 && ratio >= 0 && ratio <= 1;
      }),
    );
  });

  it('never gives up on a pair that reaches the bound', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'å', ' '), maxLength: 20 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const ratio = sequenceRatio(a, b);
        return ratio < 0.6 || sequenceRatio(a, b, 0.6) === ratio;
      }),
    );
  });
});
