import { describe, expect, it } from 'vitest';
import { alike } from '../../../expediering/utdrag/alike.ts';
import { type PageImage, renderPage } from '../../../extraction/pages/render.ts';
import { makePdf, type Shown } from '../../extraction/pages/make-pdf.ts';

const LINES = [
  'Kommunstyrelsen beslutar att anta taxan för återbruket',
  'från och med den 1 juli 2031.',
  'Beslutet skickas till diariet.',
];
const text = (lines = LINES, x = 60): Shown[] => lines.map((line, i) => ({ text: line, x, y: 700 - i * 20 }));
const drawn = async (shown: Shown[], width = 595) =>
  (await renderPage(makePdf({ pages: [{ text: shown, width }] }), 'application/pdf', 1, 60)) as PageImage;

describe('two drawings of a page', () => {
  it('are alike when they are the same', async () => {
    expect(alike(await drawn(text()), await drawn(text()))).toBe(true);
  });

  it.each<[string, Shown[]]>([
    ['is blank', []],
    ['lacks a line', text(LINES.slice(0, 2))],
    ['has another line', [...text(), { text: 'Hemligt.', x: 60, y: 400 }]],
    ['lacks a word', text(['Kommunstyrelsen beslutar att anta taxan för', ...LINES.slice(1)])],
    ['stands elsewhere', text(LINES, 70)],
    ['has another figure', text([LINES[0] as string, 'från och med den 1 juli 2032.', LINES[2] as string])],
  ])('are not when one %s', async (_, other) => {
    expect(alike(await drawn(text()), await drawn(other))).toBe(false);
    expect(alike(await drawn(other), await drawn(text()))).toBe(false);
  });

  it('are not when their pages differ in size', async () => {
    expect(alike(await drawn([]), await drawn([], 700))).toBe(false);
  });
});
