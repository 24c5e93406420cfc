import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyondBounds, type Part, readQuestion } from '../../store/question.ts';
import { compareVersions } from '../../store/version-order.ts';

/** A question as one would write it down: alternatives by |, what must not be there behind a minus. */
function told(query: string): string {
  const { all, none } = readQuestion(query);
  const part = (one: Part): string =>
    one.kind === 'word' ? one.stem : one.kind === 'number' ? `#${one.number}` : `"${one.stems.join(' ')}"`;
  return [...all.map((group) => group.map(part).join('|')), ...none.map((one) => `-${part(one)}`)].join(' ');
}

describe('a question', () => {
  test('is numbers, phrases and words', () => {
    expect(readQuestion('avgifterna "förslag till beslut" KS/2018:14')).toEqual({
      all: [
        [{ kind: 'word', word: 'avgifterna', stem: 'avgift' }],
        [{ kind: 'phrase', stems: ['förslag', 'till', 'beslut'] }],
        [{ kind: 'number', number: 'KS/2018:14' }],
      ],
      none: [],
    });
  });

  test.each([
    ['avgift för och i skolan', 'avgift skol'],
    ['och', 'och'],
    ['taxa taxa taxor', 'tax tax'],
    // OR joins what stands beside it; the word eller and a small or do not
    ['taxa OR avgift', 'tax|avgift'],
    ['badhus taxa OR avgift OR "ny prislista" skolan', 'badhus tax|avgift|"ny prislist" skol'],
    ['KS 2024/1 OR 2024/22 bad', '#KS 2024/1|#2024/22 bad'],
    ['taxa eller avgift', 'tax avgift'],
    ['eller', 'ell'],
    ['"taxa OR avgift"', '"tax or avgift"'],
    ['taxa or avgift', 'tax or avgift'],
    ['hälso-sjukvård OR taxa', '"hälso sjukvård"|tax'],
    ['taxa OR hälso-sjukvård', 'tax|"hälso sjukvård"'],
    ['OR', ''],
    ['OR taxa', 'tax'],
    ['taxa OR', 'tax'],
    ['taxa OR OR avgift', 'tax|avgift'],
    ['taxa OR -avgift', 'tax -avgift'],
    ['-taxa OR avgift', 'avgift -tax'],
    ['taxa OR och', 'tax|och'],
    // a minus before a word takes away; a hyphen or a dash does not
    ['avgift -motion', 'avgift -motion'],
    ['-motion', '-motion'],
    ['avgift −motionen', 'avgift -motion'],
    ['avgift -"avslå motionen" skola', 'avgift skol -"avslå motion"'],
    ['avgift -KS 2024/1', 'avgift -#KS 2024/1'],
    ['avgift -dnr 2024/1', 'avgift -#2024/1'],
    ['avgift -hälso-sjukvård', 'avgift -"hälso sjukvård"'],
    ['avgift - motion', 'avgift motion'],
    ['avgift --motion', 'avgift motion'],
    ['hälso-och sjukvård', 'hälso sjukvård'],
    ['SN-2023-00120', '#SN-2023-00120'],
    ['2018-2019', '2018 2019'],
    ['-', ''],
    ['\ue000taxa \ue0010 \ue0020', 'tax 0'],
  ])('%s', (query, meant) => {
    expect(told(query)).toBe(meant);
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
    expect(told(words(30))).toBe(words(24));
    expect(beyondBounds(`${words(20)} -${words(5).replaceAll(' ', ' -')}`)).toBe('words');
    expect(beyondBounds(words(25).replaceAll(' ', ' OR '))).toBe('words');
  });

  test('quotes of all kinds, and one left open', () => {
    expect(told('”avslå motionen”')).toBe('"avslå motion"');
    expect(told('”avslå motionen”skola')).toBe('"avslå motion" skol');
    expect(told('"avslå motionen')).toBe('avslå motion');
  });

  test('is one whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        const { all, none } = readQuestion(query);
        expect(all.every((group) => group.length > 0)).toBe(true);
        expect(
          [...all.flat(), ...none].every((part) => part.kind !== 'phrase' || part.stems.length > 0),
        ).toBe(true);
      }),
    );
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
