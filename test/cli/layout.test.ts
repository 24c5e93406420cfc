import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, shorten, table, widthOf, wrap } from '../../cli/terminal/layout.ts';

describe('table', () => {
  it('aligns columns with å, ä and ö, however they are written', () => {
    const rows = [
      ['Nämnden för å', 1],
      ['Na\u0308mnden', 23],
    ];
    expect(table([{ title: 'Organ' }, { title: 'Antal', align: 'right' }], rows)).toEqual([
      'Organ          Antal',
      'Nämnden för å      1',
      'Na\u0308mnden           23',
    ]);
  });

  it('shows what is not known as such, and cuts what is too wide', () => {
    expect(table([{ max: 5 }, {}], [['Fritidsnämnden', null]])).toEqual(['Frit…  –']);
  });
});

describe('wrap', () => {
  it('breaks at spaces and indents', () => {
    expect(wrap('ett två tre fyra fem sex sju åtta nio', 22, '  ', '• ')).toEqual([
      '• ett två tre fyra fem',
      '  sex sju åtta nio',
    ]);
  });

  it('keeps words together that a no-break space joins', () => {
    expect(wrap('ett två tre fyra sida\u00a012', 20)).toEqual(['ett två tre fyra', 'sida 12']);
  });

  it('loses no word and keeps within the width where words allow', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'å', 'ö', '-'), minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 30, max: 90 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width, '    ');
          expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(words);
          expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
        },
      ),
    );
  });
});

it('shortens with a mark', () => {
  expect(shorten('Kommunstyrelsen', 8)).toBe('Kommuns…');
  expect(shorten('Kort', 8)).toBe('Kort');
  expect(shorten('/in/2031/namnd.pdf', 10, 'end')).toBe('…namnd.pdf');
});

it('counts in Swedish', () => {
  expect(amount(1, 'fil', 'filer')).toBe('1 fil');
  expect(amount(1234, 'fil', 'filer')).toMatch(/^1.234 filer$/);
});
