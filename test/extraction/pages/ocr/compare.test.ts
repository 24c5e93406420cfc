import { describe, expect, it } from 'vitest';
import { settle } from '../../../../extraction/pages/ocr/compare.ts';
import { plausibility } from '../../../../extraction/pages/ocr/numbers.ts';
import { lineOf } from './page-of.ts';

function settled(first: string, second: string): string {
  return settle(lineOf(first).words, second)
    .map((word) => word.text + (word.confirmed ? '+' : ''))
    .join(' ');
}

describe('two readings of a number', () => {
  it('confirm it when they agree', () => {
    expect(settled('2024-03-05', '2024-03-05')).toBe('2024-03-05+');
    expect(settled('KS 2024/00123.', '‘KS 2024/00123')).toBe('KS 2024/00123.+');
  });

  it('leave it unconfirmed when they do not', () => {
    expect(settled('2024/00128', '2024/00123')).toBe('2024/00128');
    expect(settled('24', '')).toBe('24');
  });

  it('give way to the one that has the form of a number', () => {
    expect(settled('2O24-03-05', '2024-03-05')).toBe('2024-03-05');
    expect(settled('2024-13-05,', '2024-12-05')).toBe('2024-12-05,');
  });

  it('find § where only the second can know it', () => {
    expect(settled('8 12', '§ 12')).toBe('§+ 12+');
    expect(settled('2024-03-05 8 12', '2024-03-05 §12')).toBe('2024-03-05+ §+ 12+');
    expect(settled('85', '§5')).toBe('§5+');
    expect(settled('9 8', '9 §')).toBe('9+ §+');
    expect(settled('81 12 Budget', '§ 112 Budget')).toBe('§+ 112+ Budget');
    expect(settled('8 12', '8 12')).toBe('8+ 12+');
  });
});

describe('plausibility', () => {
  it.each([
    ['2024-02-29', 2],
    ['2024-19-01', 0],
    ['2024/00123-4', 2],
    ['142/19', 2],
    ['17', 1],
    ['l7', 0],
  ])('of %s is %i', (text, expected) => {
    expect(plausibility(text)).toBe(expected);
  });
});
