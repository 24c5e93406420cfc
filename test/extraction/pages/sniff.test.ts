import { expect, test } from 'vitest';
import { sniff } from '../../../extraction/pages/sniff.ts';
import { makeZip } from './make-zip.ts';

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
  [[0x49, 0x49, 0x2a, 0, 8, 0], 'tiff', 'TIFF'],
  [[0x4d, 0x4d, 0, 0x2a, 0, 8], 'tiff', 'TIFF'],
  [[0x49, 0x49, 0x2b, 0, 8, 0], 'tiff', 'TIFF'],
  [[0x1f, 0x8b, 8, 0, 0, 0], 'unknown', 'gzip'],
  [[0x42, 0x4d, 0, 0, 1, 2], 'unknown', 'BMP'],
  [[1, 2, 3, 0, 255, 254], 'unknown', null],
])('%j is %s', (signature, type, name) => {
  expect(sniff(Uint8Array.from(signature))).toMatchObject({ type, name });
});

/** A ZIP with these members, whatever they hold. */
const zipOf = (...names: string[]) =>
  makeZip(names.map((name) => ({ name, content: `%PDF-1.7 ${name}`, compress: false })));

test.each([
  [['[Content_Types].xml', '_rels/.rels', 'word/document.xml'], 'docx', 'Word (DOCX)'],
  [['_rels/.rels', 'word/document2.xml', '[Content_Types].xml'], 'docx', 'Word (DOCX)'],
  [['xl/workbook.xml', '[Content_Types].xml'], 'unknown', 'Excel (XLSX)'],
  [['ppt/presentation.xml', '[Content_Types].xml'], 'unknown', 'PowerPoint (PPTX)'],
  [['mimetype', 'content.xml', 'META-INF/manifest.xml'], 'unknown', 'OpenDocument (ODT, ODS, ODP)'],
  [['protokoll.pdf', 'word/brev.docx'], 'zip', 'ZIP'],
  [[], 'zip', 'ZIP'],
])('a ZIP with %j is %s', (names, type, name) => {
  expect(sniff(zipOf(...names))).toMatchObject({ type, name });
});

test('a Word file that has lost its end is one all the same', () => {
  const whole = zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml');
  expect(sniff(whole.subarray(0, whole.length / 2)).type).toBe('docx');
});

test.each([
  ['WordDocument', 'unknown', 'Word 97–2003 (DOC)'],
  ['EncryptedPackage', 'encrypted', 'Office'],
  ['__properties_version1.0', 'unknown', 'Outlook (MSG)'],
  ['Något annat', 'unknown', 'Office 97–2003 (OLE2)'],
])('a file of the older Office programs with the stream %s is %s, %s', (stream, type, name) => {
  const file = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1000),
    Buffer.from(stream, 'utf16le'),
  ]);
  expect(sniff(file)).toMatchObject({ type, name });
});

test.each([
  '{"handlingar": []}',
  '\uFEFF [\n  {"text": "att anta taxan"}\n]\n',
  '{"sida": 1}\n{"sida": 2}\r\n\n{"sida": 3}\n',
])('%j is data and no record', (text) => {
  expect(sniff(bytes(text))).toEqual({ type: 'unknown', name: 'JSON' });
});
