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
