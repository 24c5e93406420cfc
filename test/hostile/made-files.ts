/** Files made to harm their reader, each in some lines: what it is called, its bytes, and how it must end. */
import { deflateSync } from 'node:zlib';
import { deflatedZeros, pdfOf } from '../extraction/pages/make-pdf.ts';

export interface HostileFile {
  name: string;
  bytes: () => Uint8Array;
  /** How long it may take, milliseconds, where being stopped by the clock is the right end. */
  maxMs?: number;
  /** How it may end: `record`, or the codes of refusals. Without it: either. */
  ends?: readonly string[];
}

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const page = (rest: string): string =>
  `<< /Type /Page /Parent @tree /MediaBox [0 0 595 842] /Resources << /Font << /F1 @font >> ${rest} >> /Contents @content >>`;
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const TREE = '<< /Type /Pages /Kids [@page] /Count 1 >>';
type Objects = Parameters<typeof pdfOf>[0];

/** A PDF of one page with this content, resources and objects. */
function onePage(content: string | Objects[string], resources = '', more: Objects = {}): Uint8Array {
  const stream = typeof content === 'string' ? { dictionary: '', stream: latin1(content) } : content;
  const catalog = '<< /Type /Catalog /Pages @tree >>';
  return pdfOf({
    catalog,
    tree: TREE,
    page: page(resources),
    content: stream,
    font: FONT,
    ...more,
  } as Objects);
}

const text = (words: string): string => `BT /F1 11 Tf 70 700 Td (${words}) Tj ET`;

/** A PNG that says it is so large; its pixels are missing. */
function png(width: number, height: number, chunks: [string, Uint8Array][] = []): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rest = chunks.map(([type, data]) => chunk(type, data));
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), ...rest, chunk('IEND', new Uint8Array())]),
  );
}

function jpeg(width: number, height: number): Uint8Array {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), frame, Buffer.from([0xff, 0xd9])]));
}

/** A picture of a page that says it is so large, under this filter. */
const image = (width: number, height: number, filter: string, stream: Uint8Array): Objects =>
  ({
    im: {
      dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter ${filter}`,
      stream,
    },
  }) as Objects;
const DRAWN = 'q 595 0 0 842 0 0 cm /Im Do Q';
const IM = '/XObject << /Im @im >>';

/** A chain of forms, or of the like: each draws the next, `wide` times; the last draws the first. */
function forms(length: number, wide: number): Objects {
  const all: Objects = {};
  for (let n = 0; n < length; n++) {
    const next = `f${(n + 1) % length}`;
    all[`f${n}`] = {
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Fm @${next} >> /Font << /F1 @font >> >>`,
      stream: latin1(`${text('djup')} ${'/Fm Do '.repeat(wide)}`),
    };
  }
  return all;
}

const manyPages = (count: number): Uint8Array => {
  const kids = Array.from({ length: count }, () => '@page').join(' ');
  return pdfOf({
    catalog: '<< /Type /Catalog /Pages @tree >>',
    tree: `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    page: '<< /Type /Page /Parent @tree /MediaBox [0 0 595 842] >>',
  });
};

const sized = (width: number, height: number, more = ''): Uint8Array =>
  pdfOf({
    catalog: '<< /Type /Catalog /Pages @tree >>',
    tree: TREE,
    page: `<< /Type /Page /Parent @tree /MediaBox [0 0 ${width} ${height}] ${more} >>`,
  });

const bare = (body: string): Uint8Array => latin1(`%PDF-1.7\n${body}\n%%EOF\n`);
/** A table of objects that names itself as the one before it. */
const xrefLoop = (): Uint8Array => {
  const head = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';
  const table = `xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Root 1 0 R /Size 2 /Prev ${head.length} >>\n`;
  return latin1(`${head}${table}startxref\n${head.length}\n%%EOF\n`);
};
const charProc = { dictionary: '', stream: latin1('500 0 d0 BT /F1 1 Tf (a) Tj ET') };
const type3 =
  '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a @proc >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F1 @font >> >> >>';
const cmap = (body: string) => ({
  dictionary: '/Type /CMap /CMapName /X',
  stream: latin1(`/CIDInit /ProcSet findresource begin begincmap ${body} endcmap end`),
});
const composite = (unicode: string, encoding = '/Identity-H'): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding ${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>] ${unicode} >>`;

const BOMB = ['bomb', 'memory-limit'];
const TOO_LARGE = ['page-too-large'];
const many = (what: string, times: number): string => what.repeat(times);

export const HOSTILE: HostileFile[] = [
  // Packed
  {
    name: 'a page that unpacks to 1 GB',
    bytes: () => onePage({ dictionary: '/Filter /FlateDecode', stream: deflatedZeros(1024) }),
    ends: BOMB,
  },
  {
    name: 'a page packed three times',
    bytes: () =>
      onePage({
        dictionary: '/Filter [/FlateDecode /FlateDecode /FlateDecode]',
        stream: deflateSync(deflateSync(deflatedZeros(512))),
      }),
    ends: BOMB,
  },
  {
    name: 'a bomb behind ASCIIHex',
    bytes: () =>
      onePage({
        dictionary: '/Filter [/ASCIIHexDecode /FlateDecode]',
        stream: latin1(`${Buffer.from(deflatedZeros(512)).toString('hex')}>`),
      }),
  },
  {
    name: 'forty filters',
    bytes: () =>
      onePage({
        dictionary: `/Filter [${many('/ASCII85Decode /RunLengthDecode ', 20)}]`,
        stream: latin1('zzzz~>'),
      }),
  },
  {
    name: 'a run of LZW codes',
    bytes: () => onePage({ dictionary: '/Filter /LZWDecode', stream: new Uint8Array(200_000).fill(0x80) }),
  },
  // The page tree and the table of objects
  {
    name: 'a page tree three thousand deep',
    bytes: () => {
      const objects: Objects = { catalog: '<< /Type /Catalog /Pages @t0 >>' };
      for (let n = 0; n < 3_000; n++)
        objects[`t${n}`] = `<< /Type /Pages /Kids [@t${(n + 1) % 3_000}] /Count 1 >>`;
      return pdfOf(objects);
    },
  },
  { name: 'a file of 100,000 pages', bytes: () => manyPages(100_000), ends: ['too-many-pages'] },
  { name: 'a table that names itself', bytes: xrefLoop },
  {
    name: 'an object stream within itself',
    bytes: () =>
      onePage(text('Beslut'), '', {
        packed: {
          dictionary: '/Type /ObjStm /N 1 /First 4 /Extends @packed',
          stream: latin1('99 0 << /A 99 0 R >>'),
        },
      }),
  },
  {
    name: 'a length that refers to its own stream',
    bytes: () => onePage({ dictionary: '/Length @content', stream: latin1(text('Beslut')) }),
  },
  // Sizes
  { name: 'a page of 200 × 200 metres', bytes: () => sized(566_929, 566_929), ends: TOO_LARGE },
  { name: 'a unit of a kilometre', bytes: () => sized(595, 842, '/UserUnit 2834645'), ends: TOO_LARGE },
  { name: 'a page without a size', bytes: () => sized(0, 0) },
  { name: 'a page of infinite size', bytes: () => sized(1e308, -1e308) },
  // What draws itself
  { name: 'a form that draws itself', bytes: () => onePage('/Fm Do', '/XObject << /Fm @f0 >>', forms(1, 1)) },
  {
    name: 'forms that each draw the next ten times',
    bytes: () => onePage('/Fm Do', '/XObject << /Fm @f0 >>', forms(30, 10)),
    maxMs: 2_000,
    ends: ['time-limit', 'bomb', 'record'],
  },
  {
    name: 'a letter that is drawn with itself',
    bytes: () => onePage(text('aaaa'), '', { font: type3, proc: charProc }),
  },
  {
    name: 'a pattern painted with itself',
    bytes: () =>
      onePage('/Pattern cs /P scn 0 0 595 842 re f', '/Pattern << /P @pat >>', {
        pat: {
          dictionary:
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources << /Pattern << /P @pat >> >>',
          stream: latin1('/Pattern cs /P scn 0 0 1 1 re f'),
        },
      }),
  },
  // Fonts
  {
    name: 'a table of letters that uses itself',
    bytes: () =>
      onePage('BT /F1 11 Tf 70 700 Td <00410042> Tj ET', '', {
        font: composite('/ToUnicode @map'),
        map: {
          ...cmap('1 begincodespacerange <0000> <ffff> endcodespacerange'),
          dictionary: '/Type /CMap /UseCMap @map',
        },
      }),
  },
  {
    name: 'a table with a range of all letters, a thousand times',
    bytes: () =>
      onePage('BT /F1 11 Tf 70 700 Td <00410042> Tj ET', '', {
        font: composite('/ToUnicode @map'),
        map: cmap(many('1 beginbfrange <00000000> <7fffffff> <0041> endbfrange ', 1000)),
      }),
  },
  {
    name: 'a table with a range of codes of four bytes',
    bytes: () =>
      onePage('BT /F1 11 Tf 70 700 Td <00410042> Tj ET', '', {
        font: composite('', '@map'),
        map: cmap('1 begincidrange <00000000> <ffffffff> 0 endcidrange'),
      }),
  },
  {
    name: 'a font file of nothing but ones',
    bytes: () =>
      onePage(text('Beslut'), '', {
        font: '<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /FontFile2 @file >> >>',
        file: { dictionary: '', stream: new Uint8Array(100_000).fill(0xff) },
      }),
  },
  {
    name: 'a font whose widths are no numbers',
    bytes: () =>
      onePage(text('Beslut'), '', {
        font: '<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 32 /LastChar 120 /Widths [null (a) << >> /x] >>',
      }),
    ends: ['record'],
  },
  // Text
  {
    name: 'a page of ten million letters',
    bytes: () =>
      onePage({
        dictionary: '/Filter /FlateDecode',
        stream: deflateSync(latin1(text(many('a', 10_000_000)))),
      }),
    ends: BOMB,
  },
  {
    name: 'ten thousand words on one spot',
    bytes: () => onePage(`BT /F1 11 Tf ${many('1 0 0 1 70 700 Tm (ord) Tj ', 10_000)} ET`),
  },
  { name: 'a name of a megabyte', bytes: () => onePage(`/${many('N', 1_000_000)} gs ${text('Beslut')}`) },
  // Nesting
  {
    name: 'a list in a list, a hundred thousand times',
    bytes: () => onePage(`${many('[', 100_000)} ${text('Beslut')}`),
  },
  {
    name: 'a dictionary in a dictionary',
    bytes: () =>
      pdfOf({
        catalog: `<< /Type /Catalog /Pages @tree /A ${many('<< /A ', 50_000)} ${many('>> ', 50_000)} >>`,
        tree: TREE,
        page: page(''),
        content: { dictionary: '', stream: latin1(text('Beslut')) },
        font: FONT,
      }),
  },
  { name: 'nothing but opened brackets', bytes: () => bare(many('<<[', 300_000)) },
  { name: 'words that speak of objects, without end', bytes: () => bare(many('1 0 R ', 300_000)) },
  { name: 'digits without end', bytes: () => latin1(`%PDF-1.7\n${many('1', 2_000_000)}`) },
  {
    name: 'catalogs without end',
    bytes: () => latin1(`%PDF-1.7\n${many('1 0 obj<</Type /Catalog ', 50_000)}`),
  },
  // Pictures
  { name: 'a PNG of 50,000 × 50,000', bytes: () => png(50_000, 50_000), ends: TOO_LARGE },
  { name: 'a PNG of four thousand million', bytes: () => png(0xffffffff, 0xffffffff), ends: TOO_LARGE },
  { name: 'a PNG without pixels', bytes: () => png(1000, 1000) },
  { name: 'a PNG of nothing', bytes: () => png(0, 7), ends: ['damaged'] },
  { name: 'a PNG whose comment is a bomb', bytes: () => png(100, 100, [['zTXt', deflatedZeros(512)]]) },
  { name: 'a JPEG of 65,535 × 65,535', bytes: () => jpeg(65_535, 65_535), ends: TOO_LARGE },
  { name: 'a JPEG without pixels', bytes: () => jpeg(1000, 1000) },
  ...['/FlateDecode', '/DCTDecode', '/JBIG2Decode', '/JPXDecode', '/CCITTFaxDecode'].map((filter) => ({
    name: `a page with a picture of a thousand million pixels, ${filter}`,
    bytes: () => onePage(DRAWN, IM, image(100_000, 10_000, filter, latin1('\x00\x01\x02\x03'))),
    ends: ['record'],
  })),
  // Text files
  { name: 'a text of one line', bytes: () => latin1(many('a', 500_000)), ends: ['record'] },
  { name: 'a text of one endless line', bytes: () => latin1(many('a', 30_000_000)), ends: ['too-large'] },
  { name: 'a text of a hundred thousand lines', bytes: () => latin1(many('a\n', 100_000)), ends: ['record'] },
  { name: 'a text of endless lines', bytes: () => latin1(many('a\n', 5_000_000)), ends: ['too-large'] },
  { name: 'a text of one line of words', bytes: () => latin1(many('beslutar att ', 50_000)) },
  {
    name: 'a text of many form feeds',
    bytes: () => latin1(many('a\f', 100_000)),
    ends: ['too-many-pages'],
  },
  {
    name: 'a text of many empty lines and paragraphs',
    bytes: () => latin1(many('\n', 200_000) + many('§ 1\n', 20_000)),
  },
];
