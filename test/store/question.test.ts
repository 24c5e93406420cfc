import { describe, expect, test } from 'vitest';
import { beyondBounds, readQuestion } from '../../store/question.ts';
import { compareVersions } from '../../store/version-order.ts';

describe('a question', () => {
  test('is numbers, phrases and words', () => {
    expect(readQuestion('avgifterna "förslag till beslut" KS/2018:14')).toEqual({
      numbers: ['KS/2018:14'],
      phrases: [['förslag', 'till', 'beslut']],
      terms: [{ word: 'avgifterna', stem: 'avgift' }],
    });
  });

  test('leaves out words that say nothing, unless there is nothing else', () => {
    expect(readQuestion('avgift för och i skolan').terms.map((term) => term.word)).toEqual([
      'avgift',
      'skolan',
    ]);
    expect(readQuestion('och').terms.map((term) => term.word)).toEqual(['och']);
  });

  test('beyond its bounds says so, and the beginning of it counts', () => {
    const words = (count: number) => Array.from({ length: count }, (_, n) => `ord${n}`).join(' ');
    expect(beyondBounds(words(24))).toBeNull();
    expect(beyondBounds(words(25))).toBe('words');
    expect(beyondBounds(`"${words(24)}" taxa`)).toBeNull();
    expect(beyondBounds(`"${words(25)}"`)).toBe('words');
    expect(beyondBounds('"ett ord" '.repeat(25))).toBe('words');
    expect(beyondBounds('KS 2024/1, '.repeat(25))).toBe('words');
    expect(beyondBounds('taxan '.repeat(100))).toBeNull();
    expect(beyondBounds('a'.repeat(2000))).toBeNull();
    expect(beyondBounds('a'.repeat(2001))).toBe('letters');
    expect(readQuestion(words(30)).terms.map(({ word }) => word)).toEqual(words(24).split(' '));
  });

  test('quotes of all kinds, and one left open', () => {
    expect(readQuestion('”avslå motionen”').phrases).toEqual([['avslå', 'motion']]);
    expect(readQuestion('"avslå motionen').phrases).toEqual([]);
    expect(readQuestion('"avslå motionen').terms).toHaveLength(2);
  });
});

test.each([
  ['1.9', '1.10'],
  ['1', '1.1'],
  ['2026-01-02', '2026-01-10'],
  ['1.0-alpha', '1.0-beta'],
])('version %s is before %s', (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
  expect(compareVersions(newer, newer)).toBe(0);
});
