import { expect, it } from 'vitest';
import { repairRunningHeads } from '../../../../extraction/pages/ocr/running-heads.ts';
import { pageOf } from './page-of.ts';

const repaired = (...heads: string[]) =>
  repairRunningHeads(heads.map((head, i) => pageOf([head, 'Nämnden beslutar'], i + 1))).map(
    (page) => page.lines[0]?.text,
  );
const HEAD = 'Tekniska nämnden 2031-08-21 Sidan';

it('has the same words and days as on the pages on both sides', () => {
  expect(repaired(`${HEAD} 1`, 'Tekuiska nämnden 2031-03-21 . Sidan 2', `${HEAD} 3`)).toEqual([
    `${HEAD} 1`,
    `${HEAD} 2`,
    `${HEAD} 3`,
  ]);
});

it('leaves alone what may be another meeting', () => {
  const heads = [`${HEAD} 1`, 'Tekniska nämnden 2031-08-28 Sidan 1', 'Tekniska nämnden 2031-08-28 Sidan 2'];
  expect(repaired(...heads)).toEqual(heads);
  const other = [`${HEAD} 1`, 'Sociala nämnden 2031-10-12 Sidan 1', `${HEAD} 2`];
  expect(repaired(...other)).toEqual(other);
});
