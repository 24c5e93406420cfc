import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { makeUtdrag, utdragInfoOf } from '../../../expediering/utdrag/index.ts';
import { extract } from '../../../extraction/index.ts';
import { DOCX } from '../../../extraction/pages/media-types.ts';
import { renderPage } from '../../../extraction/pages/render.ts';
import { makeDocx, p } from '../../extraction/pages/make-docx.ts';
import { makePdf, pdfOf } from '../../extraction/pages/make-pdf.ts';
import { drawText } from '../../extraction/pages/ocr/draw-text.ts';
import { coversOf, info, pagesOf, textOf } from './made-up.ts';

const PDF = 'application/pdf';
const sample = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../samples', name)));

/** An extract of pages `first`–`last` of a file. */
function cut(bytes: Uint8Array, first: number, last: number, pageCount: number, mediaType = PDF) {
  return makeUtdrag(
    { bytes, mediaType },
    info({ kalla: { fileName: 'kf.pdf', sha256: 'ab', pages: [first, last], pageCount } }),
  );
}

/** The texts of the pages after the cover. */
async function cutTexts(pdf: Uint8Array): Promise<string[]> {
  const pages = await pagesOf(pdf);
  return pages.slice(coversOf(pages)).map((page) => textOf([page]));
}

/** Everything that the file holds, unpacked: what somebody who looks behind the pages can read. */
function insides(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const parts = [text];
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const to = text.indexOf('endstream', from);
    try {
      parts.push(inflateSync(Buffer.from(text.slice(from, to), 'latin1')).toString('latin1'));
    } catch {
      // a picture, or not packed
    }
  }
  const all = parts.join('\n');
  // pdf-lib writes texts as hexadecimal digits too.
  return `${all}\n${[...all.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join('\n')}`;
}

const shown = (text: string) => ({ text: [{ text, x: 60, y: 700 }] });
const SECRET = 'Hemligt om Anna';

describe('the pages of the §', () => {
  it('follow the cover as they are, and no others', async () => {
    const bytes = sample('ekerud-kommunstyrelsen.pdf');
    const record = await extract(bytes, 'ekerud.pdf');
    const source = await pagesOf(bytes);
    const handling = record.handlingar[0] as (typeof record.handlingar)[number];
    expect(handling.arenden.length).toBeGreaterThan(5);
    for (const arende of handling.arenden) {
      const made = await makeUtdrag(
        { bytes, mediaType: PDF },
        utdragInfoOf({ ...record.source }, handling, arende),
      );
      const pages = await pagesOf(made);
      const covers = coversOf(pages);
      const [first, last] = arende.pages;
      expect(pages.length - covers).toBe(last - first + 1);
      expect(pages.slice(covers).map((page) => textOf([page]))).toEqual(
        source.slice(first - 1, last).map((page) => textOf([page])),
      );
      const said = textOf(pages.slice(0, covers));
      for (const { text } of arende.beslut) expect(said).toContain(text);
      for (const { mottagare } of arende.expediering) expect(said).toContain(mottagare);
    }
  });

  it('of a scan are the scan', async () => {
    const bytes = sample('fjallsunda-socialnamnden.pdf');
    const made = await cut(bytes, 1, 1, (await pagesOf(bytes)).length);
    const [a, b] = [await renderPage(bytes, PDF, 1, 50), await renderPage(made, PDF, 2, 50)];
    expect(b?.page).toEqual(a?.page);
    expect(Buffer.compare(a?.grey as Uint8Array, b?.grey as Uint8Array)).toBe(0);
  });

  it('of a TIFF are its pictures', async () => {
    const strips = join(import.meta.dirname, '../../extraction/pages/tiff/bw-g4-strips.tif');
    const bytes = new Uint8Array(readFileSync(strips));
    const made = await cut(bytes, 1, 1, 1, 'image/tiff');
    const [a, b] = [await renderPage(bytes, 'image/tiff', 1, 100), await renderPage(made, PDF, 2, 100)];
    expect(b?.page).toEqual(a?.page);
    const ink = (grey: Uint8Array = new Uint8Array()) => grey.reduce((sum, value) => sum + 255 - value, 0);
    expect(ink(a?.grey)).toBeGreaterThan(100_000);
    // Its dots lie between those of the page, and its strips meet in them.
    expect(Math.abs(ink(b?.grey) / ink(a?.grey) - 1)).toBeLessThan(0.05);
  });

  it('keep size, rotation and what is written over them', async () => {
    const stamp =
      '<< /Type /Annot /Subtype /Stamp /Rect [100 100 200 140] /F 4 /AP << /N @look >> /Popup @popup >>';
    const bytes = makePdf({
      pages: [
        shown('ett'),
        { ...shown('två'), width: 842, height: 595, rotate: 90, entries: { Annots: '[@stamp]' } },
      ],
      objects: {
        stamp,
        popup: `<< /Type /Annot /Subtype /Popup /Rect [0 0 9 9] /Contents (${SECRET}) >>`,
        look: '<< /Type /XObject /Subtype /Form /BBox [0 0 100 40] /Length 17 >>\nstream\n0 0 100 40 re f  \nendstream',
      },
    });
    const made = await cut(bytes, 2, 2, 2);
    const [a, b] = [await renderPage(bytes, PDF, 2, 50), await renderPage(made, PDF, 2, 50)];
    expect(a?.grey.filter((value) => value === 0).length).toBeGreaterThan(500);
    expect(Buffer.compare(a?.grey as Uint8Array, b?.grey as Uint8Array)).toBe(0);
    expect(b?.page).toEqual({ width: 595, height: 842 });
    expect(insides(made)).not.toContain(SECRET);
  });

  it('are not taken from a file that has other pages than those that were read', async () => {
    const made = await cut(makePdf({ pages: [shown('ett'), shown('två')] }), 1, 1, 3);
    expect(await cutTexts(made)).toEqual([]);
    expect(textOf(await pagesOf(made))).toContain('kunde inte tas ut ur filen');
    expect(await cutTexts(await cut(makePdf({ pages: [shown('ett')] }), 1, 2, 1))).toEqual([]);
  });

  it('give the same bytes each time', async () => {
    const bytes = sample('granvik-3-fullmaktige.pdf');
    const count = (await pagesOf(bytes)).length;
    expect(Buffer.compare(await cut(bytes, 1, 1, count), await cut(bytes, 1, 1, count))).toBe(0);
  });
});

describe('what stands on other pages stays behind', () => {
  const LINK = '<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /Dest [@page1 /Fit] >>';

  it.each<[string, { [name: string]: string }, { [name: string]: string }]>([
    ['a link', { Annots: '[@link]' }, { link: LINK }],
    ['a thread of articles', { B: '[@bead]' }, { bead: '<< /P @page1 /N @bead /V @bead /R [0 0 1 1] >>' }],
    [
      'a form field',
      { Annots: '[@field]' },
      {
        field: '<< /Type /Annot /Subtype /Widget /Rect [9 9 20 20] /AP << /N @look >> /Parent @form >>',
        form: '<< /FT /Tx /T (namn) /V (x) /Kids [@field @other] >>',
        other: '<< /Type /Annot /Subtype /Widget /Rect [9 9 20 20] /P @page1 /Parent @form >>',
        look: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5 >>\nstream\nq Q  \nendstream',
      },
    ],
    ['an action', { AA: '<< /O << /S /GoTo /D [@page1 /Fit] >> >>' }, {}],
    ['private data of a program', { PieceInfo: '<< /P << /Private @page1 >> >>' }, {}],
  ])('behind %s', async (_, entries, objects) => {
    const bytes = makePdf({ pages: [{ ...shown('Taxan'), entries }, shown(SECRET)], objects });
    expect(insides(bytes)).toContain(SECRET);
    const made = await cut(bytes, 1, 1, 2);
    expect(await cutTexts(made)).toEqual(['Taxan']);
    expect(insides(made)).not.toContain(SECRET);
  });

  it('in lists of pictures that all pages share', async () => {
    const form = (text: string, more = '') => ({
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${more}`,
      stream: Buffer.from(`BT /F1 11 Tf 60 700 Td (${text}) Tj ET`),
    });
    const page = (content: string) =>
      `<< /Type /Page /Parent @tree /MediaBox [0 0 595 842] /Contents @${content} >>`;
    const bytes = pdfOf({
      catalog: '<< /Type /Catalog /Pages @tree >>',
      tree: '<< /Type /Pages /Kids [@one @two] /Count 2 /Resources @shared >>',
      shared: '<< /Font << /F1 @font >> /XObject << /A#31 @first /A2 @second /A3 @outer >> >>',
      font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      one: page('c1'),
      two: page('c2'),
      c1: { dictionary: '', stream: Buffer.from('q /A1 Do Q q /A3 Do Q') },
      c2: { dictionary: '', stream: Buffer.from('q /A2 Do Q') },
      // No resources of its own: it uses those of the page. The last one has the shared ones as its own.
      first: form('Taxan'),
      second: form(SECRET, '/Resources @shared'),
      outer: form('antas', '/Resources @shared'),
    });
    expect(insides(bytes)).toContain(SECRET);
    const made = await cut(bytes, 1, 1, 2);
    expect((await cutTexts(made))[0]?.replaceAll(' ', '')).toMatch(/Taxan|antas/);
    expect(insides(made)).not.toContain(SECRET);
    const [a, b] = [await renderPage(bytes, PDF, 1, 50), await renderPage(made, PDF, 2, 50)];
    expect(Buffer.compare(a?.grey as Uint8Array, b?.grey as Uint8Array)).toBe(0);
  });

  it('in layers that are not shown: such a page becomes a picture', async () => {
    const bytes = pdfOf({
      catalog: '<< /Type /Catalog /Pages @tree /OCProperties << /OCGs [@layer] /D << /OFF [@layer] >> >> >>',
      tree: '<< /Type /Pages /Kids [@one] /Count 1 >>',
      layer: '<< /Type /OCG /Name (utkast) >>',
      one: '<< /Type /Page /Parent @tree /MediaBox [0 0 595 842] /Contents @c /Resources << /Font << /F1 @font >> /Properties << /L @layer >> >> >>',
      font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      c: {
        dictionary: '',
        stream: Buffer.from(
          `BT /F1 11 Tf 60 700 Td (Taxan) Tj ET /OC /L BDC BT /F1 40 Tf 60 600 Td (${SECRET}) Tj ET EMC`,
        ),
      },
    });
    const made = await cut(bytes, 1, 1, 1);
    expect(insides(made)).not.toContain(SECRET);
    const [a, b] = [await renderPage(bytes, PDF, 1, 50), await renderPage(made, PDF, 2, 50)];
    const ink = (image: typeof a) => image?.grey.filter((value) => value < 128).length ?? 0;
    expect(ink(b)).toBeGreaterThan(5);
    expect(Math.abs(ink(b) - ink(a))).toBeLessThan(60);
  });
});

describe('a damaged PDF', () => {
  const whole = makePdf({ pages: [shown('ett'), shown('två'), shown('tre')] });

  it.each<[string, (text: string) => string]>([
    ['without its table', (text) => text.replace(/xref\n[\s\S]*?trailer/, 'trailer')],
    ['with a table that points astray', (text) => text.replace(/^(\d{10}) 00000 n/gm, '0000000013 00000 n')],
    [
      'with broken objects among the others',
      (text) => text.replace('/BaseFont /Helvetica-Bold', '/BaseFont <<<'),
    ],
    ['with wrong lengths', (text) => text.replace(/\/Length \d+/g, '/Length 3')],
    ['with a wrong count of pages', (text) => text.replace('/Count 3', '/Count 99')],
    ['whose pages are not called pages', (text) => text.replaceAll('/Type /Page ', '')],
    ['whose list of pages is not called so', (text) => text.replace('/Type /Pages', '')],
    ['with rubbish before it', (text) => `rad ett\nrad två\n${text}`],
  ])('%s gives its pages all the same', async (_, damage) => {
    const bytes = new Uint8Array(Buffer.from(damage(Buffer.from(whole).toString('latin1')), 'latin1'));
    const count = (await pagesOf(bytes)).length;
    expect(count).toBe(3);
    const made = await cut(bytes, 2, 3, count);
    expect((await PDFDocument.load(made)).getPageCount()).toBe(3);
    for (const no of [2, 3]) {
      const [a, b] = [await renderPage(bytes, PDF, no, 50), await renderPage(made, PDF, no, 50)];
      expect(a?.grey.some((value) => value < 128)).toBe(true);
      expect(Buffer.compare(a?.grey as Uint8Array, b?.grey as Uint8Array)).toBe(0);
    }
  });

  it('that has to be taken apart keeps its text, and brings no other page', async () => {
    const links = { Annots: '[@link]' };
    const link = '<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /Dest [@page1 /Fit] >>';
    const sound = makePdf({ pages: [{ ...shown('ett'), entries: links }, shown(SECRET)], objects: { link } });
    const text = Buffer.from(sound).toString('latin1').replaceAll('/Type /Page ', '');
    const made = await cut(new Uint8Array(Buffer.from(text, 'latin1')), 1, 1, 2);
    expect(await cutTexts(made)).toEqual(['ett']);
    expect(insides(made)).not.toContain(SECRET);
  });

  it('that its owner has locked, but not against reading, gives its pages', async () => {
    const bytes = makePdf({ pages: [shown('ett'), shown('två')], encrypt: 'owner' });
    expect(await cutTexts(await cut(bytes, 2, 2, 2))).toEqual(['två']);
  });

  it('that nobody can open has a cover that says so', async () => {
    const made = await cut(new Uint8Array(Buffer.from('%PDF-1.7\nhej')), 1, 1, 1);
    expect(textOf(await pagesOf(made))).toContain('kunde inte tas ut ur filen');
  });
});

describe('a file that takes too long', () => {
  it('does not hold the decision up', async () => {
    const bytes = sample('ekerud-kommunstyrelsen.pdf');
    const kalla = { fileName: 'ks.pdf', sha256: 'ab', pages: [1, 9] as [number, number], pageCount: 9 };
    const made = await makeUtdrag({ bytes, mediaType: PDF }, info({ kalla }), { maxMs: 1 });
    expect(textOf(await pagesOf(made))).toContain('kunde inte tas ut ur filen');
    expect(await cutTexts(made)).toEqual([]);
  });

  it('is left when it is told to end', async () => {
    const signal = AbortSignal.abort(new Error('det räcker'));
    const made = makeUtdrag({ bytes: sample('ekerud-kommunstyrelsen.pdf'), mediaType: PDF }, info(), {
      signal,
    });
    await expect(made).rejects.toThrow('det räcker');
  });
});

describe('a source that is no PDF', () => {
  it('but a PNG is a page with the picture', async () => {
    const bytes = drawText(['Kommunfullmäktige beslutar']);
    const made = await cut(bytes, 1, 1, 1, 'image/png');
    const [a, b] = [await renderPage(bytes, 'image/png', 1, 50), await renderPage(made, PDF, 2, 50)];
    expect(b?.page).toEqual(a?.page);
    const ink = (image: typeof a) => image?.grey.filter((value) => value < 128).length ?? 0;
    expect(ink(b)).toBeGreaterThan(10);
    expect(Math.abs(ink(b) / ink(a) - 1)).toBeLessThan(0.35);
  });

  it.each([false, true])(
    'but a JPEG is a page with the picture, upright (turned by its EXIF: %s)',
    async (turned) => {
      const canvas = createCanvas(400, 200);
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 400, 200);
      context.fillStyle = '#000';
      context.fillRect(0, 0, 100, 200);
      const jpeg = canvas.toBuffer('image/jpeg');
      const bytes = new Uint8Array(
        turned ? Buffer.concat([jpeg.subarray(0, 2), EXIF_TURNED, jpeg.subarray(2)]) : jpeg,
      );
      const made = await cut(bytes, 1, 1, 1, 'image/jpeg');
      const [a, b] = [await renderPage(bytes, 'image/jpeg', 1, 40), await renderPage(made, PDF, 2, 40)];
      expect((b?.width ?? 0) > (b?.height ?? 0)).toBe(!turned);
      expect(Math.abs((b?.width ?? 0) - (a?.width ?? 0))).toBeLessThan(2);
      const unlike = a?.grey.filter((value, i) => Math.abs(value - (b?.grey[i] ?? 0)) > 60).length ?? 0;
      expect(unlike).toBeLessThan((a?.grey.length ?? 0) / 50);
    },
  );

  it('but a text is its lines, page for page', async () => {
    const bytes = new TextEncoder().encode(
      '§ 57 annat\n\f§ 58 Taxa för återbruket\n\n   att anta taxan ≥ 40 kronor,\n\f§ 59 mer',
    );
    expect(await cutTexts(await cut(bytes, 2, 2, 3, 'text/plain'))).toEqual([
      '§ 58 Taxa för återbruket att anta taxan ≥ 40 kronor,',
    ]);
    expect(insides(await cut(bytes, 2, 2, 3, 'text/plain'))).not.toContain('§ 57');
  });

  it('but a Word document is its text, page for page', async () => {
    const bytes = makeDocx({
      body: ['§ 57 annat', '§ 58 att anta taxan', '§ 59 mer']
        .map((t) => p(t, '<w:pageBreakBefore/>'))
        .join(''),
    });
    expect(await cutTexts(await cut(bytes, 2, 2, 3, DOCX))).toEqual(['§ 58 att anta taxan']);
    expect(insides(await cut(bytes, 2, 2, 3, DOCX))).not.toContain('§ 57');
  });

  it('but a text keeps its columns, and its long lines', async () => {
    const long = 'ord '.repeat(400).trim();
    const bytes = new TextEncoder().encode(
      `Beslutande    Karin Alm (M)\n              Bo Sjödin (C)\n${long}\n`,
    );
    const pages = await pagesOf(await cut(bytes, 1, 1, 1, 'text/plain'));
    const words = pages[1]?.lines.flatMap((line) => line.words) ?? [];
    const leftOf = (text: string) => words.find((word) => word.text === text)?.bbox?.[0] ?? Number.NaN;
    expect(leftOf('Bo')).toBeCloseTo(leftOf('Karin'), 0);
    expect(textOf(pages)).toContain(long);
  });

  it('but a text has as many pages as it had', async () => {
    const page = (rows: number) => Array.from({ length: rows }, (_, i) => `rad ${i}`).join('\n');
    const bytes = new TextEncoder().encode([40, 54, 66, 80].map(page).join('\n\f'));
    const made = await pagesOf(await cut(bytes, 1, 4, 4, 'text/plain'));
    expect(made).toHaveLength(5);
    expect(made[4]?.lines.map(({ text }) => text)).toContain('rad 79');
  });
});

/** EXIF: orientation 6, a quarter turn clockwise. */
const EXIF_TURNED = Buffer.from(
  'ffe100224578696600004d4d002a00000008000101120003000000010006000000000000',
  'hex',
);
