import { expect, it } from 'vitest';
import { repairListNumbers } from '../../../../extraction/pages/ocr/list-numbers.ts';
import { pageOf } from './page-of.ts';

const repaired = (...lines: string[]) => repairListNumbers(pageOf(lines)).lines.map((line) => line.text);

it('has the numbers of a list as those above and below them', () => {
  expect(repaired('1) att anta taxan', '23 att upphäva den gamla', '3, att följa upp')).toEqual([
    '1) att anta taxan',
    '2) att upphäva den gamla',
    '3) att följa upp',
  ]);
  expect(repaired('1; Taxan antas.', 'som den är', '2. Chefen följer upp.')[0]).toBe('1. Taxan antas.');
  expect(repaired('1. Taxan antas.', '2.20 000 kronor avsätts.')[1]).toBe('2. 20 000 kronor avsätts.');
});

it('leaves other numbers alone', () => {
  const lines = ['1. Taxan antas.', '23 skolor berörs.', '3 maj 2031'];
  expect(repaired(...lines)).toEqual(lines);
});
