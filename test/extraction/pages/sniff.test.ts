import { expect, test } from 'vitest';
import { sniff } from '../../../extraction/pages/sniff.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

test.each([
  ['%PDF-1.4 …', 'pdf'],
  ['skräp före\n%PDF-1.7', 'pdf'],
  ['Kallelse till nämnden', 'text'],
  ['<!DOCTYPE html><title>En sida</title>', 'text'],
  ['\uFEFFmed byte order mark', 'text'],
  ['BM är inte alltid en bild', 'text'],
  ['', 'empty'],
  [' \r\n\t ', 'empty'],
  ['[Bilaga 1] Protokoll', 'text'],
  ['{ "rubrik": "avbruten', 'text'],
  ['[1] Tjänsteskrivelse\n{"a": 1}', 'text'],
  ['"2031/17"', 'text'],
])('%j is %s', (text, type) => {
  expect(sniff(bytes(text)).type).toBe(type);
});

test('text in one byte a letter is text', () => {
  expect(sniff(bytes('Ärendet överlämnas åt nämnden', 'latin1')).type).toBe('text');
});

test.each([
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], 'png', 'PNG'],
  [[0xff, 0xd8, 0xff, 0xe0, 0, 16], 'jpeg', 'JPEG'],
  [[0x49, 0x49, 0x2a, 0, 8, 0], 'unknown', 'TIFF'],
  [[0x1f, 0x8b, 8, 0, 0, 0], 'unknown', 'gzip'],
  [[0x42, 0x4d, 0, 0, 1, 2], 'unknown', 'BMP'],
  [[1, 2, 3, 0, 255, 254], 'unknown', null],
])('%j is %s', (signature, type, name) => {
  expect(sniff(Uint8Array.from(signature))).toEqual({ type, name });
});

test('a Word file is named as such', () => {
  expect(sniff(bytes('PK\x03\x04\x14\x00[Content_Types].xml…word/document.xml', 'latin1'))).toEqual({
    type: 'unknown',
    name: 'Word (DOCX)',
  });
});

test.each([
  '{"handlingar": []}',
  '\uFEFF [\n  {"text": "att anta taxan"}\n]\n',
  '{"sida": 1}\n{"sida": 2}\r\n\n{"sida": 3}\n',
])('%j is data and no record', (text) => {
  expect(sniff(bytes(text))).toEqual({ type: 'unknown', name: 'JSON' });
});
