import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines, printedLines, printedWidth } from '../../../diarium/bild/text.ts';

describe('a text in little room', () => {
  it('is broken at spaces', () => {
    expect(lines('ett två tre fyra', 8)).toEqual(['ett två', 'tre fyra']);
    expect(lines('§\u00a014 och mer', 5)).toEqual(['§\u00a014', 'och', 'mer']);
    expect(lines('', 8)).toEqual([]);
  });

  it('has a long word cut behind its hyphen, or behind the s of a compound', () => {
    expect(lines('Barn- och ungdomsnämnden', 12)).toEqual(['Barn- och', 'ungdoms-', 'nämnden']);
    expect(lines('Samhällsbyggnadsdirektören', 20)).toEqual(['Samhällsbyggnads-', 'direktören']);
    expect(lines('miljö-och-hälsovård', 12)).toEqual(['miljö-och-', 'hälsovård']);
    expect(lines('aaaaaaaaaa', 4)).toEqual(['aaa-', 'aaa-', 'aaaa']);
  });

  it('ends with … where lines were left out', () => {
    expect(lines('ett två tre fyra fem', 8, 1)).toEqual(['ett två…']);
    expect(printedLines('ett två tre fyra fem', 60, 12, 1)[0]).toMatch(/…$/);
  });

  it('loses no word, and keeps to its width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const out = lines(text, width);
        for (const line of out) expect([...line].length).toBeLessThanOrEqual(width);
        const bare = (s: string) => s.replace(/[\s-]/gu, '');
        expect(bare(out.join(''))).toBe(bare(text));
      }),
    );
  });
});

it('a capital and an m take more room than an i', () => {
  expect(printedWidth('mmm')).toBeGreaterThan(printedWidth('nnn'));
  expect(printedWidth('NNN')).toBeGreaterThan(printedWidth('nnn'));
  expect(printedWidth('iii')).toBeLessThan(printedWidth('nnn'));
  expect(printedWidth('a\u030a')).toBe(printedWidth('a'));
});
