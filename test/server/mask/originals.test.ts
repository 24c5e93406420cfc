/** The file itself as a läsare asks for it: given where nothing is in it but what its pages show. */
import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besidesPdf } from '../../../extraction/pages/pdf-besides.ts';
import { makeDocx } from '../../extraction/pages/make-docx.ts';
import { type MadeFile, makePdf, PIXEL } from '../../extraction/pages/make-pdf.ts';
import { minutes } from '../access/minutes.ts';
import { type Offered, type ReaderOf, readerOf } from './reader-of.ts';

/** Minutes in which nothing is to be masked. */
const OPEN = minutes('sökanden', 'x')
  .replace(/^Sekretess.*$/mu, 'Sammanträdet är öppet')
  .split('\n');
const text = OPEN.map((line, i) => ({ text: line, x: 50, y: 800 - i * 12, size: 9 }));

/** The minutes with something besides. */
const withMore = (more: Partial<MadeFile>, page: MadeFile['pages'][0] = {}): Uint8Array =>
  makePdf({ pages: [{ text, ...page }], ...more });
const info = (entries: string): Uint8Array =>
  withMore({ objects: { info: `<< ${entries} >>` }, trailer: '/Info @info' });
const catalog = (entries: string, objects: Record<string, string> = {}): Uint8Array =>
  withMore({ objects: { catalog: `<< /Type /Catalog /Pages @tree ${entries} >>`, ...objects } });
const stream = (entries: string, body: string): string =>
  `<< ${entries} /Length ${body.length} >>\nstream\n${body}\nendstream`;
const note = (kind: string): Uint8Array =>
  withMore(
    {},
    {
      entries: { Annots: `[<< /Type /Annot /Subtype /${kind} /Rect [10 10 20 20] /Contents (Ring Vera) >>]` },
    },
  );
const xmp = (body: string): string =>
  stream(
    '/Type /Metadata /Subtype /XML',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about="" xmp:CreatorTool="Skrivprogram">${Buffer.from(body).toString('latin1')}</rdf:Description></rdf:RDF></x:xmpmeta>`,
  );

/** A later revision that shows the page anew: what was on it before is in the file still. */
function changed(): Uint8Array {
  const first = Buffer.from(makePdf({ pages: [{ text: [{ text: 'Vera Fiskholm', x: 50, y: 700 }] }] }));
  return new Uint8Array(Buffer.concat([first, Buffer.from(withMore({}))]));
}

const picture = (type: 'image/png' | 'image/jpeg'): Buffer => {
  const canvas = createCanvas(600, 800);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 600, 800);
  return type === 'image/png' ? canvas.toBuffer(type) : canvas.toBuffer(type);
};
const png = picture('image/png');
const jpeg = picture('image/jpeg');
/** A chunk before the end of a PNG; its checksum is not looked at. */
function chunk(name: string, body: string): Uint8Array {
  const made = Buffer.alloc(12 + body.length);
  made.writeUInt32BE(body.length, 0);
  made.write(name + body, 4, 'latin1');
  return Buffer.concat([png.subarray(0, -12), made, png.subarray(-12)]);
}
/** A segment after the beginning of a JPEG. */
function segment(mark: number, body: string): Uint8Array {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(body, 'latin1'), jpeg.subarray(2)]);
}
const read: Offered['readings'] = [
  {
    page: {
      ...{ page: 1, width: 450, height: 600, textSource: 'ocr', ocrConfidence: 95 },
      lines: [
        {
          ...{ text: 'Karta', bbox: [10, 10, 60, 20], size: 10, bold: false, lineNo: null },
          words: [{ text: 'Karta', bbox: [10, 10, 60, 20], confidence: 95 }],
        },
      ],
    },
    warnings: [],
  },
];

const given: { readonly [what: string]: Uint8Array } = {
  'as it was printed.pdf': withMore({}),
  'a title that stands on the page.pdf': info(
    '/Title (Microsoft Word - Protokoll 2031-09-15.docx) /Producer (X) /Author (Elsa Nor\\351n)',
  ),
  'a link and headings that stand on the page.pdf': withMore(
    {
      objects: {
        catalog: '<< /Type /Catalog /Pages @tree /Outlines @outlines >>',
        outlines: '<< /First @first /Last @first /Count 1 >>',
        first: '<< /Title (Taxa f\\366r tillsyn) /Parent @outlines >>',
      },
    },
    {
      entries: {
        Annots:
          '[<< /Type /Annot /Subtype /Link /Rect [9 9 20 20] /A << /S /URI /URI (https://fiskvik.example) >> >>]',
      },
    },
  ),
  'properties in XML.pdf': catalog('/Metadata @xmp', {
    xmp: xmp('<dc:title><rdf:Alt><rdf:li>Protokoll Socialnämnden</rdf:li></rdf:Alt></dc:title>'),
  }),
  'a picture.png': png,
  'a picture.jpg': jpeg,
};
const refused: { readonly [what: string]: Uint8Array } = {
  'a title.pdf': info('/Title (Oro f\\366r Vera Fiskholm)'),
  'a title in UTF-16.pdf': info(
    `/Title <FEFF${Buffer.from('Fiskholm').toString('hex').replaceAll(/../gu, '00$&')}>`,
  ),
  'a subject.pdf': info('/Subject (barnet hos fiskholm)'),
  'keywords.pdf': info('/Keywords (fiskholm)'),
  'a property of somebody else.pdf': info('/Handlaggarens#20anteckning (ring fiskholm)'),
  'an author with a number.pdf': info('/Author (800101-2387)'),
  'properties in XML.pdf': catalog('/Metadata @xmp', {
    xmp: xmp('<dc:description><rdf:Alt><rdf:li>Om Fiskholm</rdf:li></rdf:Alt></dc:description>'),
  }),
  'an attribute in XML.pdf': catalog('/Metadata @xmp', {
    xmp: xmp('<rdf:li photoshop:Headline="Om Fiskholm"/>'),
  }),
  'a heading.pdf': catalog('/Outlines @outlines', {
    outlines: '<< /First @first /Last @first /Count 1 >>',
    first: '<< /Title (Fiskholm) /Parent @outlines >>',
  }),
  'a note.pdf': note('Text'),
  'a marking.pdf': note('Highlight'),
  'a stamp.pdf': note('Stamp'),
  'a form field.pdf': withMore(
    {},
    { entries: { Annots: '[<< /Type /Annot /Subtype /Widget /FT /Tx /F 2 /V (Vera) /Rect [9 9 20 20] >>]' } },
  ),
  'an attachment.pdf': catalog('/Names << /EmbeddedFiles << /Names [(a.txt) @spec] >> >>', {
    spec: '<< /Type /Filespec /F (a.txt) /EF << /F @file >> >>',
    file: stream('/Type /EmbeddedFile', 'Vera Fiskholm'),
  }),
  'a script.pdf': catalog('/OpenAction << /S /JavaScript /JS (app.alert\\("hej"\\)) >>'),
  'a script with its name in numbers.pdf': catalog('/OpenAction << /S /Java#53cript >>'),
  'a layer.pdf': catalog('/OCProperties << /OCGs [@layer] /D << /OFF [@layer] >> >>', {
    layer: '<< /Type /OCG /Name (x) >>',
  }),
  'an earlier revision.pdf': changed(),
  'a lock.pdf': withMore({ encrypt: 'owner' }),
  'text to be read in place of what is drawn.pdf': withMore(
    {},
    { operators: '/Span << /ActualText (Fiskholm) >> BDC EMC' },
  ),
  'text that is not drawn.pdf': withMore({}, { operators: 'BT 3 Tr /F1 9 Tf 50 60 Td (800101-2387) Tj ET' }),
  'text beside the page.pdf': withMore({}, { operators: 'BT /F1 9 Tf 700 60 Td (800101-2387) Tj ET' }),
  'a picture beside the page.pdf': withMore(
    { objects: { image: PIXEL } },
    { operators: 'q 90 0 0 90 -200 60 cm /Im Do Q' },
  ),
  'text that stands turned.pdf': withMore(
    {},
    { operators: 'BT /F1 9 Tf 0 1 -1 0 580 300 Tm (800101-2387) Tj ET' },
  ),
  'a page of data of a program.pdf': withMore({}, { entries: { PieceInfo: '<< /X << /Private (x) >> >>' } }),
  'a comment.png': chunk('tEXt', 'Author\0Vera'),
  'a place.png': chunk('eXIf', 'II*\0'),
  'something after its end.png': Buffer.concat([png, Buffer.from('PK')]),
  'a place.jpg': segment(0xe1, 'Exif\0\0II*\0'),
  'a comment.jpg': segment(0xfe, 'Vera'),
  'something after its end.jpg': Buffer.concat([jpeg, Buffer.from('PK')]),
  'what was struck out and said of it.docx': makeDocx({
    body: `${OPEN.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}<w:p><w:del w:author="x"><w:r><w:delText>Fiskholm</w:delText></w:r></w:del></w:p>`,
    members: [
      { name: 'word/comments.xml', content: '<w:comments>Fiskholm</w:comments>' },
      { name: 'docProps/core.xml', content: '<x>Fiskholm</x>' },
    ],
  }),
};

let reader: ReaderOf;
beforeAll(async () => {
  const offered = (names: { readonly [what: string]: Uint8Array }, of: string): Offered[] =>
    Object.entries(names).map(([name, bytes]) => ({
      name: `${of} ${name}`,
      bytes,
      ...(/\.(?:png|jpg)$/u.test(name) && { readings: read }),
    }));
  reader = await readerOf([...offered(given, 'given'), ...offered(refused, 'refused')]);
}, 60_000);
afterAll(() => reader.close());

describe('a läsare', () => {
  it.each(Object.keys(given))('is given the file with %s', async (name) => {
    const path = `/handling/${reader.sha256.get(`given ${name}`)}`;
    const answer = await reader.get(`${path}/original`);
    expect([name, answer.status]).toEqual([name, 200]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(given[name] as Buffer)).toBe(true);
  });

  it.each(Object.keys(refused))('is not given the file with %s, and sees its pages', async (name) => {
    const path = `/handling/${reader.sha256.get(`refused ${name}`)}`;
    for (const range of ['', '?x=1'])
      expect([name, (await reader.get(`${path}/original${range}`)).status]).toEqual([name, 403]);
    expect((await reader.get(`${path}/original`, 'registrator')).status).toBe(200);
    const page = await reader.get(path);
    const shown = await page.text();
    expect([page.status, shown.includes('/original'), shown.includes('data-pdf')]).toEqual([
      200,
      false,
      false,
    ]);
    expect(shown).not.toMatch(/Fiskholm|800101/u);
    if (!name.endsWith('.docx')) expect((await reader.get(`${path}/sida/1.png`)).status).toBe(200);
  });
});

describe('what a PDF holds besides its pages', () => {
  it('is found where objects are packed together', () => {
    const packed = deflateSync(Buffer.from('5 0 << /Title (Fiskholm) /A << /S /JavaScript >> >>'));
    const file = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n'),
      packed,
      Buffer.from('\nendstream endobj\nstartxref\n0\n%%EOF\n'),
    ]);
    expect(besidesPdf(file)).toEqual({ more: 'script', texts: [{ key: 'Title', text: 'Fiskholm' }] });
  });

  it('is not known where it is packed otherwise, or broken', () => {
    const file = (entries: string) =>
      Buffer.from(`%PDF-1.7\n1 0 obj << ${entries} >>\nstream\nabc\nendstream endobj\nstartxref\n0\n%%EOF\n`);
    for (const entries of [
      '/Filter /LZWDecode',
      '/Filter [/FlateDecode /FlateDecode]',
      '/Filter /FlateDecode',
    ])
      expect([entries, besidesPdf(file(entries)).more]).toEqual([entries, 'unknown']);
  });

  it('is looked for in linear time', () => {
    const took = (piece: string, times: number): number => {
      const file = Buffer.from(`%PDF-1.7\n1 0 obj ${piece.repeat(times)}\nendobj\nstartxref\n0\n%%EOF`);
      const began = performance.now();
      besidesPdf(file);
      return performance.now() - began;
    };
    for (const piece of ['(', '<', '<0', '/A', '1 0 obj ', '/A 1 0 R ', '\\', '<< /A (', 'stream >>', '#41'])
      expect([piece, took(piece, 200_000) < 5_000]).toEqual([piece, true]);
  });
});
