import { describe, expect, test } from 'vitest';
import type { Page } from '../../../extraction/pages/page.ts';
import { type TextQuality, textQuality } from '../../../extraction/pages/text-quality.ts';
import { betterReading, isBadText, needsPictures, triage } from '../../../extraction/pages/triage.ts';

function page(text: string, textSource: Page['textSource'] = 'embedded'): Page {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ text: line, bbox: null, words: [], size: null, bold: false, lineNo: null }));
  return { page: 1, width: 595, height: 842, textSource, ocrConfidence: null, lines };
}
const quality = (text: string) => textQuality(page(text));

const prose = `Nämnden har tagit del av förvaltningens tjänsteskrivelse i ärendet. Enligt förslaget ska
avgifterna höjas från och med årsskiftet, och förvaltningen får i uppdrag att återkomma med en uppföljning.
Beslutet innebär att den som har rätt till färdtjänst inte längre behöver ansöka varje år.`;
const names = `Anna Bergqvist (S)  Ja\nKarl-Erik Strömblad (M)  Nej\nMaja Åkerlind (V)  Avstår\nOskar Hjelmqvist (C)  Ja
Britt-Marie Öhrn (KD)  Nej\nSven Tjärnblom (L)  Ja\nIngrid Skarpsvärd (MP)  Ja\nPetter Krantzow (SD)  Nej`;
const table =
  'Intäkter  373,6  375,7  -2,1\nKostnader  -360,5  -382,1  21,6\nResultat  22,5  3,0  19,5\n'.repeat(5);
/** What a font without a character table gives: every letter three places on in the alphabet of the font. */
const shifted = [...prose].map((c) => (c > ' ' ? String.fromCharCode(c.charCodeAt(0) - 29) : c)).join('');
const failedOcr =
  'N4mnd3n h@r t@g!t d3l 4v f0rv|t sk1vls! 1 ar8nd~t. Brhvt fjklm gtrw pqzx XvBn tRwQ kLmN '.repeat(4);

describe('text that is language', () => {
  test.each([
    ['prose', prose],
    ['a list of names', names],
    ['a table', table],
    ['a heading alone', 'Bilaga 4'],
  ])('%s', (_, text) => {
    expect(isBadText(quality(text))).toBe(false);
    expect(triage(quality(text), { cover: 0, shapes: 40, dpi: 0 })).toBeNull();
  });
});

describe('text that is none', () => {
  test.each([
    ['letters of a wrong table', shifted],
    ['failed OCR', failedOcr],
    ['unmapped glyphs', '\uFFFD\uFFFD\uFFFD \uF041\uF042\uF043 \uFFFD\uFFFD och'],
  ])('%s', (_, text) => {
    expect(isBadText(quality(text))).toBe(true);
    expect(triage(quality(text), null)).toBe('bad-text');
  });
});

test('prose has small words and plausible ones', () => {
  const { plausible, functionWords, garbage } = quality(prose);
  expect(plausible).toBeGreaterThan(0.95);
  expect(functionWords).toBeGreaterThan(0.25);
  expect(garbage).toBe(0);
});

test('a page without text: what is drawn on it decides', () => {
  const none = quality('');
  expect(triage(none, { cover: 1, shapes: 0, dpi: 0 })).toBe('no-text');
  expect(triage(none, { cover: 0.02, shapes: 3, dpi: 0 })).toBeNull();
  expect(triage(none, { cover: 0, shapes: 900, dpi: 0 })).toBe('no-text');
  expect(triage(none, null)).toBe('no-text');
});

test('a stamp over a scan is not the page; a full text over one is', () => {
  const stamp: TextQuality = { ...quality('Inkom 2024-03-01'), bodyChars: 0 };
  expect(needsPictures(stamp)).toBe(true);
  expect(triage(stamp, { cover: 0.97, shapes: 0, dpi: 0 })).toBe('bad-text');
  const layer = quality(prose);
  expect(needsPictures({ ...layer, chars: 2000, bodyChars: 1900 })).toBe(false);
  expect(triage({ ...layer, chars: 2000, bodyChars: 1900 }, { cover: 1, shapes: 0, dpi: 0 })).toBeNull();
});

describe('two readings of a page', () => {
  const ocr = (text: string) => page(text, 'ocr');
  const chosen = (own: string, read: string) => betterReading(page(own), ocr(read)).textSource;

  test('good text of its own is kept', () =>
    expect(chosen(prose, prose.replace('Nämnden', 'Nämnaen'))).toBe('embedded'));
  test('bad text gives way', () => expect(chosen(shifted, prose)).toBe('ocr'));
  test('a stamp gives way to the page under it', () => expect(chosen('Inkom 2024-03-01', prose)).toBe('ocr'));
  test('a cover whose picture holds nothing keeps its title', () =>
    expect(chosen('Årsredovisning 2024', 'rsredovisning 2024')).toBe('embedded'));
  test('nothing gives way to something', () => {
    expect(chosen('', prose)).toBe('ocr');
    expect(chosen(prose, '')).toBe('embedded');
  });
});
