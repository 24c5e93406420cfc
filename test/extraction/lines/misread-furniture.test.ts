/** Heads and feet of pages that OCR has read a little otherwise on each. */
import { expect, it } from 'vitest';
import { sheetsOf } from '../../../extraction/lines/furniture.ts';
import { linesOf } from '../../../extraction/lines/join.ts';
import type { Page } from '../../../extraction/pages/page.ts';
import { lineOf, pageOf } from '../pages/ocr/page-of.ts';

/** A page with a head, some text and a foot that stands apart. */
function page(no: number, head: string, foot: string, text: string[]): Page {
  const made = pageOf([head, ...text], no);
  return { ...made, lines: [...made.lines, { ...lineOf(foot, 45) }] };
}
const BODY = ['Nämnden beslutar', '1. Taxan antas.', '2. Chefen får i uppdrag att upphandla'];
const text = (no: number) => ['Ärende', `Text ${'abcdefgh'.repeat(no)}`, ...BODY];

it('are known again', () => {
  const sheets = sheetsOf(
    linesOf([
      page(1, 'PROTOKOLL Smaviks kommun', 'Smavik - Box 1 - info@smavik', text(1)),
      page(2, 'PROFOKOLL Smaviks kommun', 'Smavik Box 1 info Qsmavik', text(2)),
      page(3, 'PROTOKOLL Smaviks kornmun', 'Smavik - Box 1 - infoQsmavik', text(3)),
    ]),
  );
  for (const { furniture, lines } of sheets) {
    expect(furniture.map((line) => line.text.slice(0, 3))).toEqual(['PRO', 'Sma']);
    expect(lines.map((line) => line.text).slice(-3)).toEqual(BODY);
  }
});

it('are not what differs', () => {
  const sheets = sheetsOf(
    linesOf([
      page(1, 'Anna Berg inleder mötet', 'Anna Berg', text(1)),
      page(2, 'Taxor för vatten och avlopp', 'Ekonomiavdelningen', text(2)),
      page(3, 'Val av nämndeman till tingsrätten', 'Vattenbolaget', text(3)),
    ]),
  );
  expect(sheets.flatMap(({ furniture }) => furniture)).toEqual([]);
});
