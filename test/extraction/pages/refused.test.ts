import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createPool, openBounded } from '../../../extraction/bounded/index.ts';
import { openDocument } from '../../../extraction/pages/index.ts';
import { deflatedZeros, makePdf, PIXEL, pdfOf } from './make-pdf.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const pages = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ text: [{ text: `Sida ${i + 1} i handlingen`, x: 70, y: 700 }] }));
const refusal = (file: Uint8Array, limits = {}) =>
  openDocument(file, limits).then(
    () => 'read',
    (error) => error.code,
  );

const pool = createPool({ threads: 1, maxMemoryMb: 400 });
afterAll(() => pool.close());

test('nothing, blanks, and files of other kinds', async () => {
  expect(await refusal(new Uint8Array())).toBe('empty');
  expect(await refusal(bytes('\n \n'))).toBe('empty');
  await expect(openDocument(bytes('{\\rtf1 Protokoll}'))).rejects.toMatchObject({
    code: 'not-supported',
    exitCode: 11,
    sv: expect.stringContaining('Den här är RTF. Spara den som DOCX eller PDF'),
  });
  await expect(openDocument(bytes('PK\x03\x04', 'latin1'))).rejects.toMatchObject({
    code: 'not-supported',
    sv: expect.stringContaining('ingest'),
  });
});

test('too many bytes, too many pages', async () => {
  const file = makePdf({ pages: pages(3) });
  expect(await refusal(file, { maxBytes: 100 })).toBe('too-large');
  expect(await refusal(file, { maxPages: 2 })).toBe('too-many-pages');
  expect(await refusal(file, { maxPages: 3 })).toBe('read');
  expect(await refusal(bytes('a\fb\fc'), { maxPages: 2 })).toBe('too-many-pages');
});

test('a page larger than any sheet', async () => {
  expect(await refusal(makePdf({ pages: [{ width: 20_000 }] }))).toBe('page-too-large');
  expect(await refusal(makePdf({ pages: [{ width: 3000, entries: { UserUnit: '10' } }] }))).toBe(
    'page-too-large',
  );
});

describe('encrypted', () => {
  test('with a password to open it: refused', async () => {
    expect(await refusal(makePdf({ pages: pages(1), encrypt: 'user' }))).toBe('encrypted');
  });
  test('with a password to change it only: read', async () => {
    const opened = await openDocument(makePdf({ pages: pages(1), encrypt: 'owner' }));
    expect(opened.pages[0]?.lines[0]?.text).toBe('Sida 1 i handlingen');
  });
});

describe('cut off', () => {
  const whole = makePdf({ pages: pages(4) });
  const text = Buffer.from(whole).toString('latin1');

  test('in the middle: refused', async () => {
    for (const share of [0.1, 0.3, 0.5, 0.7]) {
      expect(await refusal(whole.slice(0, Math.floor(whole.length * share)))).toBe('truncated');
    }
  });
  test('after the last object: read, with a warning', async () => {
    const opened = await openDocument(whole.slice(0, text.indexOf('xref')));
    expect(opened.pageCount).toBe(4);
    expect(opened.pages.map((p) => p.lines[0]?.text)).toContain('Sida 4 i handlingen');
    expect(opened.warnings.map((w) => w.code)).toEqual(['end-missing']);
  });
  test('with a part added later that has lost its end: refused', async () => {
    const added = Buffer.concat([whole, Buffer.from('99 0 obj\n<< /Type /Page /Parent 500 0 R')]);
    expect(await refusal(new Uint8Array(added))).toBe('truncated');
  });
  test('bytes after the end do no harm', async () => {
    expect(await refusal(new Uint8Array(Buffer.concat([whole, Buffer.from('\r\n--mime-boundary--')])))).toBe(
      'read',
    );
  });
});

test('damaged: a PDF in name only', async () => {
  expect(await refusal(bytes('%PDF-1.7\nnothing more\n%%EOF\n'))).toBe('damaged');
  const noPages = pdfOf({ catalog: '<< /Type /Catalog >>' });
  expect(['damaged', 'read']).toContain(await refusal(noPages));
});

test('a wrong table of objects is repaired, with a warning', async () => {
  const text = Buffer.from(makePdf({ pages: pages(2) })).toString('latin1');
  const opened = await openDocument(bytes(text.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'));
  expect(opened.pages.map((p) => p.lines[0]?.text)).toEqual(['Sida 1 i handlingen', 'Sida 2 i handlingen']);
  expect(opened.warnings.map((w) => w.code)).toEqual(['repaired']);
});

test('a page that breaks off in the middle is read as far as it goes, with a warning', async () => {
  const content = Array.from(
    { length: 40 },
    (_, i) => `BT /F1 11 Tf 70 ${800 - i * 14} Td (rad ${i * 7919}) Tj ET`,
  );
  const stream = deflateSync(content.join('\n'));
  stream.fill(0, stream.length / 2, stream.length / 2 + 40);
  const file = pdfOf({
    catalog: '<< /Type /Catalog /Pages @tree >>',
    tree: '<< /Type /Pages /Kids [@page] /Count 1 >>',
    page: '<< /Type /Page /Parent @tree /MediaBox [0 0 595 842] /Contents @content /Resources << /Font << /F1 @font >> >> >>',
    content: { dictionary: '/Filter /FlateDecode', stream },
    font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  });
  const opened = await openDocument(file);
  expect(opened.pages[0]?.lines[0]?.text).toBe('rad 0');
  expect(opened.warnings.map((w) => w.code)).toEqual(['repaired']);
});

test('bytes before the header change nothing', async () => {
  const mailed = Buffer.concat([
    Buffer.from('Content-Type: application/pdf\r\n\r\n'),
    makePdf({ pages: pages(1) }),
  ]);
  const opened = await openDocument(new Uint8Array(mailed));
  expect(opened.pages[0]?.lines[0]?.text).toBe('Sida 1 i handlingen');
  expect(opened.warnings).toEqual([]);
});

test('a page tree that bites its tail does not hang', async () => {
  const loop = pdfOf({
    catalog: '<< /Type /Catalog /Pages @tree >>',
    tree: '<< /Type /Pages /Kids [@branch] /Count 5 >>',
    branch: '<< /Type /Pages /Parent @tree /Kids [@tree @branch] /Count 5 >>',
  });
  await expect(openBounded(loop, {}, { pool, maxMs: 5000 })).rejects.toMatchObject({ code: 'damaged' });
});

test('a page tree that claims a thousand million pages is counted', async () => {
  const file = pdfOf({
    catalog: '<< /Type /Catalog /Pages @tree >>',
    tree: '<< /Type /Pages /Kids [@page] /Count 1000000000 >>',
    page: '<< /Type /Page /Parent @tree /MediaBox [0 0 595 842] >>',
  });
  expect((await openBounded(file, {}, { pool, maxMs: 5000 })).pageCount).toBe(1);
});

describe('decompression bombs', () => {
  const bomb = (dictionary: string, stream: Uint8Array) =>
    pdfOf({
      catalog: '<< /Type /Catalog /Pages @tree >>',
      tree: '<< /Type /Pages /Kids [@page] /Count 1 >>',
      page: '<< /Type /Page /Parent @tree /MediaBox [0 0 595 842] /Contents @content >>',
      content: { dictionary, stream },
    });

  test('a page that unpacks to 1 GB is refused without unpacking it', async () => {
    const file = bomb('/Filter /FlateDecode', deflatedZeros(1024));
    expect(file.length).toBeLessThan(2e6);
    expect(await refusal(file)).toBe('bomb');
  });
  test('so is one packed twice', async () => {
    const file = bomb('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflatedZeros(512)));
    expect(file.length).toBeLessThan(20_000);
    expect(await refusal(file)).toBe('bomb');
  });
  test('one hidden from the check is stopped by the limit of memory', async () => {
    const file = bomb('/Subtype /Image /Filter /FlateDecode', deflatedZeros(1024));
    await expect(openBounded(file, {}, { pool })).rejects.toMatchObject({
      code: 'memory-limit',
      exitCode: 20,
    });
  });
  test('a page with more text than any page has', async () => {
    expect(await refusal(makePdf({ pages: pages(1) }), { maxPageChars: 5 })).toBe('bomb');
  });
});

describe('which pages need OCR', () => {
  const ocr = async (page: Parameters<typeof makePdf>[0]['pages'][number]) =>
    (await openDocument(makePdf({ pages: [page], objects: { image: PIXEL } }))).ocr[0]?.reason ?? null;
  const scan = 'q 595 0 0 842 0 0 cm /Im Do Q';
  const logo = 'q 60 0 0 40 60 780 cm /Im Do Q';

  test('a scan, a picture in strips, text as outlines', async () => {
    expect(await ocr({ operators: scan })).toBe('no-text');
    expect(await ocr({ operators: 'q 595 0 0 200 0 0 cm /Im Do Q q 595 0 0 200 0 200 cm /Im Do Q' })).toBe(
      'no-text',
    );
    expect(await ocr({ operators: '10 10 m 20 20 l 30 10 l f\n'.repeat(300) })).toBe('no-text');
  });
  test('a scan with a stamp over it', async () => {
    expect(
      await ocr({ operators: scan, text: [{ text: 'Inkom 2024-03-01 Dnr 2024/17', x: 300, y: 800 }] }),
    ).toBe('bad-text');
  });
  test('neither a blank page, nor one with a logo, nor text beside a logo', async () => {
    expect(await ocr({})).toBeNull();
    expect(await ocr({ operators: logo })).toBeNull();
    expect(
      await ocr({ operators: logo, text: [{ text: 'Förvaltningen för teknik', x: 70, y: 400 }] }),
    ).toBeNull();
  });
});
