import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../extraction/pages/limits.ts';
import { readPlainText } from '../../../extraction/pages/plain-text.ts';

const read = (text: string | Buffer) => readPlainText(new Uint8Array(Buffer.from(text)), DEFAULT_LIMITS);
const texts = (text: string) => read(text).pages.map((page) => page.lines.map((line) => line.text));

test('a form feed begins a page, wherever it stands', () => {
  expect(texts('ett\n\ftvå\ntre\n\f\nfyra\n')).toEqual([['ett'], ['två', 'tre'], ['fyra', '']]);
});

test('without form feeds it is one page; leading spaces, the trace of its pages, are kept', () => {
  expect(texts(' Avdelning A \r\noch B\r\n\r\n § 1')).toEqual([[' Avdelning A', 'och B', '', ' § 1']]);
});

test('lines are counted through the whole file', () => {
  const { pages } = read('a\nb\n\fc\nd\n');
  expect(pages.map((page) => page.lines.map((line) => [line.lineNo, line.text]))).toEqual([
    [
      [1, 'a'],
      [2, 'b'],
    ],
    [
      [3, 'c'],
      [4, 'd'],
      [5, ''],
    ],
  ]);
});

test('a form feed at the end begins no page', () => {
  expect(texts('a\n\f')).toEqual([['a']]);
});

test('bytes that are not UTF-8 are windows-1252, with a warning', () => {
  const { pages, warnings } = read(Buffer.from('Ärende \x96 § 4', 'latin1'));
  expect(pages[0]?.lines[0]?.text).toBe('Ärende – § 4');
  expect(warnings.map((w) => w.code)).toEqual(['not-utf8']);
});

test('byte order marks, wide spaces, ligatures and invisible characters are undone', () => {
  expect(texts('\uFEFFof\uFB01ciell\u00A0handling\u200B\n\uF0B7 punkt')).toEqual([
    ['officiell handling', '• punkt'],
  ]);
});

test('what a reader sees: hyphens, accents, bullets and ligatures of every kind', () => {
  expect(
    texts('Eva\u2011Lena\u00A0Torp\n\uF0B7 ett\n\uF0A7 två\n\uF02D tre\no\uFB03ciell e\uFB00ekt \uF002ora'),
  ).toEqual([['Eva-Lena Torp', '• ett', '• två', '• tre', 'officiell effekt flora']]);
  expect(texts('forslaget a\u030Ar o\u0308ver \u00A8Arendet och f\u00A8orslag, \u02DAar')).toEqual([
    ['forslaget år över Ärendet och förslag, år'],
  ]);
  expect(texts('be\u00ADslut och verk\u00AD\nsamhet')).toEqual([['beslut och verk-', 'samhet']]);
});

test.each([
  ['UTF-8 read as windows-1252', (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text))],
  ['UTF-8 read as latin-1', (text: string) => Buffer.from(text).toString('latin1')],
])('%s and saved again is put right, with a warning', (_, damage) => {
  const text = 'Ärendet återremitteras – enligt förslaget, § 4';
  const { pages, warnings } = read(damage(text));
  expect(pages[0]?.lines[0]?.text).toBe(text);
  expect(warnings.map((w) => w.code)).toEqual(['wrong-encoding']);
});

test('letters of other languages are left alone', () => {
  expect(texts('São João Â â Ã ã')).toEqual([['São João Â â Ã ã']]);
  expect(read('São João').warnings).toEqual([]);
});

test.each([
  ['P R O T O K O L L', 'PROTOKOLL'],
  ['PRO T OK OL L', 'PROTOKOLL'],
  ['S A M M AN TRÄ DES PRO T OK OL L', 'SAMMANTRÄDESPROTOKOLL'],
  ['B e s l u t', 'Beslut'],
  ['F ö r s l a g   t i l l   b e s l u t', 'Förslag till beslut'],
  ['B e s l u t s u n d e r l a g', 'Beslutsunderlag'],
])('letters apart: %s', (line, word) => expect(texts(line)).toEqual([[word]]));

test.each([
  'S M C L V',
  'a b c d e f',
  'X X X X X',
  'Bo E Ek och Ulf A Alm',
  'A B och C D',
  'Ja Nej 1 2 3 4',
  'M S SD',
])('marks and initials stay: %s', (line) => expect(texts(line)).toEqual([[line]]));

test('no text is lost or invented', () => {
  const line = fc.stringMatching(/^[a-zåäö§0-9 \f]*$/);
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const squeeze = (text: string) => text.replace(/\s+/g, '');
      const out = texts(lines.join('\n')).flat().join('');
      expect(squeeze(out)).toBe(squeeze(lines.join('')));
    }),
  );
});
