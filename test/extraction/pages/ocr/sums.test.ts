import { expect, it } from 'vitest';
import { repairSums } from '../../../../extraction/pages/ocr/sums.ts';
import { pageOf, textsOf } from './page-of.ts';

const repaired = (...lines: string[]) => textsOf(repairSums([pageOf(lines)]));

it('gives a sum the space that the others have', () => {
  const lines = ['höjs till 1 000 kronor,', 'ett bidrag på 152 000 kronor'];
  expect(repaired(...lines, 'ska vara 1500 kronor').at(-1)).toBe('ska vara 1 500 kronor');
});

it('leaves sums alone that are printed without', () => {
  expect(repaired('höjs till 1000 kronor', 'ska vara 1500 kr.')).toEqual([
    'höjs till 1000 kronor',
    'ska vara 1500 kr.',
  ]);
  expect(repaired('1 000 kronor', '2 000 kronor', 'budget 2031 antas').at(-1)).toBe('budget 2031 antas');
});
