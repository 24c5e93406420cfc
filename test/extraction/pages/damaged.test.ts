/** Text layers as they come out of bad programs: what a reader sees is what is read. */
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../../extraction/pages/index.ts';
import type { Page } from '../../../extraction/pages/page.ts';
import { type MadePage, makePdf, type Shown } from './make-pdf.ts';

const SIZE = 11;
const measured = new PDFDocument();
measured.font('Helvetica').fontSize(SIZE);
// letter by letter: the file is drawn without kerning
const widthOf = (text: string) => [...text].reduce((sum, c) => sum + measured.widthOfString(c), 0);

const PROSE = [
  'Kommunstyrelsen har tagit del av förvaltningens tjänsteskrivelse i ärendet och',
  'konstaterar att taxan för återbruket inte har ändrats på flera år. Enligt förslaget',
  'ska avgifterna höjas från och med den 1 juli, och förvaltningen får i uppdrag att',
  'återkomma med en uppföljning när ett år har gått. Beslutet innebär att den som',
  'har rätt till färdtjänst inte längre behöver ansöka varje år om samma sak.',
];
const at = (row: number, x = 60) => ({ x, y: 760 - row * 15 });

async function open(made: MadePage) {
  return openDocument(makePdf({ pages: [made] }));
}
const read = async (made: MadePage): Promise<Page> => (await open(made)).pages[0] as Page;
const texts = (page: Page) => page.lines.map((line) => line.text);

/** Words drawn one by one, so many ems apart, without any space. */
function apart(line: string, row: number, ems: number): Shown[] {
  let { x, y } = at(row);
  return line.split(' ').map((text) => {
    const shown = { text, x, y, size: SIZE };
    x += widthOf(text) + ems * SIZE;
    return shown;
  });
}

describe('words without spaces between them', () => {
  test.each([0.28, 0.2, 0.12, 0.09])('are parted by gaps of %f em', async (ems) => {
    const page = await read({ text: PROSE.flatMap((line, row) => apart(line, row, ems)) });
    expect(texts(page)).toEqual(PROSE);
    expect(page.lines[0]?.words.map((word) => word.text)).toEqual(PROSE[0]?.split(' '));
  });

  test('and without gaps are left to OCR', async () => {
    const glued = PROSE.map((line, row) => ({ text: line.replaceAll(' ', ''), ...at(row) }));
    expect((await open({ text: glued })).ocr).toEqual([{ page: 1, reason: 'bad-text' }]);
    const sound = PROSE.map((line, row) => ({ text: line, ...at(row) }));
    expect((await open({ text: sound })).ocr).toEqual([]);
  });
});

describe('letters apart', () => {
  test.each([1.4, 1.8, 3])('by %f points on the whole page are words', async (spacing) => {
    const short = PROSE.flatMap((line) => line.match(/.{1,40}(?= |$)/g) ?? []).map((line) => line.trim());
    const page = await read({ text: short.map((text, row) => ({ text, ...at(row), size: 10, spacing })) });
    expect(texts(page)).toEqual(short);
  });

  test('rows of figures and marks stay apart', async () => {
    const rows = ['1 2 3 4 5 6', 'x x - x x -', 'S M C L V'];
    const page = await read({ text: rows.map((text, row) => ({ text, ...at(row) })) });
    expect(texts(page)).toEqual(rows);
  });
});

describe('the same text twice', () => {
  const first = PROSE.map((text, row) => ({ text, ...at(row), size: SIZE }));
  test.each([
    ['shifted by a fraction of a point', 0.3, 0.2, (line: string) => line],
    [
      'a layer of OCR a little beside it',
      1.4,
      -1.8,
      (line: string) => line.replaceAll('rn', 'm').replaceAll('l', '1'),
    ],
  ])('%s', async (_, dx, dy, misread) => {
    const second = first.map((shown) => ({
      ...shown,
      text: misread(shown.text),
      x: shown.x + dx,
      y: shown.y + dy,
      size: SIZE * 1.02,
    }));
    expect(texts(await read({ text: [...first, ...second] }))).toEqual(PROSE);
  });

  test('in a row of words over a line', async () => {
    const second = PROSE.flatMap((line, row) => apart(line, row, 0.278)).map((s) => ({ ...s, y: s.y - 0.4 }));
    expect(texts(await read({ text: [...first, ...second] }))).toEqual(PROSE);
  });

  test('other text on the same spot is kept', async () => {
    const stamp = { text: 'INKOM 2031-03-04', x: 62, y: 759, size: SIZE };
    const all = texts(await read({ text: [...first, stamp] })).join(' ');
    expect(all).toContain('INKOM 2031-03-04');
    expect(all).toContain('uppföljning när ett år');
  });
});

describe('order of drawing', () => {
  test('does not matter', async () => {
    const text = PROSE.map((line, row) => ({ text: line, ...at(row) })).reverse();
    expect(texts(await read({ text }))).toEqual(PROSE);
  });

  test('a right column drawn first is read last', async () => {
    const short = PROSE.flatMap((line) => [line.slice(0, 42), line.slice(42)].map((part) => part.trim()));
    const column = (x: number) => short.map((text, row) => ({ text, ...at(row, x), size: 9 }));
    expect(texts(await read({ text: [...column(320), ...column(60)] }))).toEqual([...short, ...short]);
  });

  test('numbers in the margin stand before their text', async () => {
    const text = [
      { text: 'Ny taxa för återbruket', ...at(0, 120) },
      { text: 'Kommunstyrelsen beslutar att anta taxan.', ...at(1, 120) },
      { text: '§ 31', ...at(0) },
    ];
    expect(texts(await read({ text }))).toEqual([
      '§ 31  Ny taxa för återbruket',
      'Kommunstyrelsen beslutar att anta taxan.',
    ]);
  });
});

describe('pages on their head or side', () => {
  test.each([
    [180, (s: Shown) => ({ ...s, x: 595 - s.x, y: 842 - s.y, turn: 180 }), 595, 842],
    [90, (s: Shown) => ({ ...s, x: 842 - s.y, y: s.x, turn: 90 }), 842, 595],
  ])('turned by %i are read in order, with the gaps they have', async (_, turn, width, height) => {
    const text = [...PROSE, '', 'Beslut'].flatMap((line, row) =>
      line ? [turn({ text: line, ...at(row) })] : [],
    );
    const page = await read({ width, height, text });
    expect(texts(page)).toEqual([...PROSE, 'Beslut']);
    const tops = page.lines.map((line) => line.bbox?.[1] ?? 0);
    expect((tops[5] as number) - (tops[4] as number)).toBeCloseTo(30, 0);
    expect((tops[1] as number) - (tops[0] as number)).toBeCloseTo(15, 0);
  });
});

describe('a sheet with two pages', () => {
  const half = (x: number, no: number): Shown[] =>
    ['Kommunstyrelsen 2031-03-12', `Sida ${no} (4)`, ...PROSE].map((text, row) => ({
      text,
      ...at(row, x),
      size: 9,
    }));

  test('is read page by page, and says where the second begins', async () => {
    const page = await read({ width: 1190, height: 842, text: [...half(660, 3), ...half(60, 2)] });
    const one = (no: number) => ['Kommunstyrelsen 2031-03-12', `Sida ${no} (4)`, ...PROSE];
    expect(texts(page)).toEqual([...one(2), ...one(3)]);
    expect(page.lines.flatMap((line, i) => (line.opensPage ? [i] : []))).toEqual([7]);
  });

  test('a table over the whole width is one page', async () => {
    const rows = ['Intäkter', 'Kostnader', 'Resultat', 'Avgifter', 'Bidrag', 'Hyror', 'Personal'];
    const text = rows.flatMap((name, row) => [
      { text: name, ...at(row, 60) },
      { text: '2030', ...at(row, 300) },
      { text: '373,6', ...at(row, 700) },
      { text: '375,7', ...at(row, 900) },
    ]);
    const page = await read({ width: 1190, height: 842, text });
    expect(texts(page)[0]).toBe('Intäkter  2030  373,6  375,7');
  });
});
