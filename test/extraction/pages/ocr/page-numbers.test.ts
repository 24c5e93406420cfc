import { expect, it } from 'vitest';
import { repairPageNumbers } from '../../../../extraction/pages/ocr/page-numbers.ts';
import { lineOf, pageOf } from './page-of.ts';

/** Pages with this at the right end of their head. */
const pages = (...numbers: string[]) =>
  numbers.map((number, i) => {
    const page = pageOf(['Smaviks kommun', 'Nämnden beslutar att anta taxan 24)'], i + 1);
    return { ...page, lines: [lineOf(number, 0, 500), ...page.lines] };
  });
const repaired = (...numbers: string[]) =>
  repairPageNumbers(pages(...numbers)).map((page) => page.lines[0]?.text);

it('puts page numbers right by those of the pages before and after', () => {
  expect(repaired('1(4)', '214)', '3i(4)', '4(4)')).toEqual(['1(4)', '2(4)', '3(4)', '4(4)']);
  expect(repaired('11(2)', '2(2)')).toEqual(['1(2)', '2(2)']);
  expect(repaired('1 (2)', '22)')).toEqual(['1 (2)', '2(2)']);
});

it('leaves other numbers alone', () => {
  expect(repaired('1(4)', '314)')).toEqual(['1(4)', '314)']);
  expect(repaired('4(4)', '22)')).toEqual(['4(4)', '22)']);
  expect(repairPageNumbers(pages('1(4)', '2(4)'))[0]?.lines.at(-1)?.text).toContain('24)');
});
