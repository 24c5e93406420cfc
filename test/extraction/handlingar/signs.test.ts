/** What the head of a page tells about the document it belongs to. */
import { expect, it } from 'vitest';
import { signsOf } from '../../../extraction/handlingar/signs.ts';
import { sheetsOf } from '../../../extraction/lines/furniture.ts';
import { linesOf } from '../../../extraction/lines/join.ts';
import { pagesOf } from './read-text.ts';

const signs = (text: string) => sheetsOf(linesOf(pagesOf(text))).map(signsOf)[0];

it.each([
  ['Sida 2 (9)', { n: 2, of: 9 }],
  ['Tekniska nämnden 2/23', { n: 2, of: 23 }],
  ['5 Personuppgifter enligt förordningen (EU) 2016/729', null],
  ['7 Rapport om vattenskydd TN 2031/883', null],
])('%s at the head of a page', (line, pageNumber) => {
  expect(signs(`${line}\n\nFöredragningslista\nKarin Alm redovisar läget.`)?.pageNumber).toEqual(pageNumber);
});
