/** What a läsare sees of pages: read back from the pixels that are served, for scans, for text over scans, turned and in other sizes. */
import { createCanvas } from '@napi-rs/canvas';
import { afterEach, describe, expect, it } from 'vitest';
import { type OcrReading, ocrPages, tesseractEngine } from '../../../extraction/pages/ocr/index.ts';
import type { Box, PageLine } from '../../../extraction/pages/page.ts';
import { makePdf } from '../../extraction/pages/make-pdf.ts';
import { drawText } from '../../extraction/pages/ocr/draw-text.ts';
import { minutes } from '../access/minutes.ts';
import { type Ink, type Offered, type ReaderOf, readerOf, seen } from './reader-of.ts';

const A4: Box = [0, 0, 595.44, 842.04];
/** Points a pixel of what drawText draws. */
const POINTS = 72 / 200;
const ALL_BLACK: Partial<Ink> = { black: 1 };
const ALL_WHITE: Partial<Ink> = { white: 1 };

let reader: ReaderOf | undefined;
afterEach(async () => {
  await reader?.close();
  reader = undefined;
});

/** Opens the desk with one file, and gives its pictures. */
async function shown(file: Offered) {
  const opened = await readerOf([file]);
  reader = opened;
  const path = `/handling/${opened.sha256.get(file.name)}`;
  return {
    page: (query = '', roll?: 'registrator') => opened.get(`${path}/sida/1.png${query}`, roll),
    text: async () => (await opened.get(path)).text(),
    original: () => opened.get(`${path}/original`),
  };
}

/** Where a word of a drawn line stands: [x0, y0, x1, y1] in points, within its letters. */
function placeOf(lines: readonly string[], word: string): Box {
  const at = lines.findIndex((line) => line.includes(word));
  const context = createCanvas(10, 10).getContext('2d');
  context.font = '31px Drawn';
  const before = context.measureText((lines[at] as string).split(word)[0] as string).width;
  const [x, y] = [160 + before, 100 + at * 46];
  const box = [x + 2, y - 18, x + context.measureText(word).width - 2, y - 2] as const;
  return box.map((n) => n * POINTS) as Box;
}

/** A note by hand, which no machine reads: strokes across the foot of the page, in points. */
const NOTE: Box = [360, 740, 540, 800];
const lines = minutes('800101-2387', 'Vera Fiskholm').split('\n');
const scan = drawText(lines, 0, 2339, (context) => {
  context.font = 'bold 60px Drawn';
  context.translate(1030, 2170);
  context.rotate(-0.35);
  context.transform(1, 0, 0.9, 1, 0, 0);
  context.strokeText('V. Fiskholm', 0, 0);
});

async function readByMachine(bytes: Uint8Array): Promise<OcrReading[]> {
  const engine = tesseractEngine({ workers: 1 });
  const readings: OcrReading[] = [];
  await ocrPages(bytes, 'image/png', [1], engine, (reading) => void readings.push(reading));
  await engine.terminate();
  return readings;
}

/** A reading that has these lines at the places where drawText draws them. */
function readAs(all: readonly string[], confidence = 93): OcrReading {
  const drawn = all.map((text, i): PageLine => {
    const words = text
      .split(/\s+/u)
      .filter(Boolean)
      .map((word) => {
        const context = createCanvas(10, 10).getContext('2d');
        context.font = '31px Drawn';
        const x = 160 + context.measureText(text.slice(0, text.indexOf(word))).width;
        const px = [x, 76 + i * 46, x + context.measureText(word).width, 108 + i * 46];
        return { text: word, bbox: px.map((n) => n * POINTS) as Box, confidence };
      });
    const bbox: Box = [57, (76 + i * 46) * POINTS, 540, (108 + i * 46) * POINTS];
    return {
      text: words.map((word) => word.text).join(' '),
      bbox,
      words,
      size: 11,
      bold: false,
      lineNo: null,
    };
  });
  const page = {
    page: 1,
    width: A4[2],
    height: A4[3],
    textSource: 'ocr',
    ocrConfidence: confidence,
  } as const;
  return { page: { ...page, lines: drawn.filter(({ words }) => words.length > 0) }, warnings: [] };
}

describe('a scan with a secret §, read by a machine', () => {
  it('shows what was read and may be read, in the whole and in any part', async () => {
    const file = { name: 'skannat.png', bytes: scan, readings: await readByMachine(scan) };
    const of = await shown(file);
    const [whole, registrators] = [
      await seen(await of.page(), A4),
      await seen(await of.page('', 'registrator'), A4),
    ];
    for (const word of ['Vera', 'Fiskholm', '800101-2387']) {
      expect([word, whole(placeOf(lines, word))]).toMatchObject([word, ALL_BLACK]);
      expect([word, registrators(placeOf(lines, word)).black < 0.6]).toEqual([word, true]);
    }
    // nobody has read it, or not for what it is: there is paper and paint, and nothing between
    const strokes = ({ black, white }: Ink): number => 1 - black - white;
    expect(strokes(registrators(NOTE))).toBeGreaterThan(0.01);
    expect(strokes(whole(NOTE))).toBe(0);
    for (const word of ['ansöker', 'lekplats', 'tillsyn']) {
      const { black, white } = whole(placeOf(lines, word));
      expect([word, black > 0.05, white > 0.2]).toEqual([word, true, true]);
    }
    const name = placeOf(lines, 'Fiskholm');
    const around: Box = [name[0] - 4, name[1] - 4, name[2] + 4, name[3] + 4].map(Math.round) as Box;
    const [part, note] = [await of.page(`?ruta=${around}`), await of.page(`?ruta=${NOTE}`)];
    const frame = (box: Box): Box => [box[0] - 14, box[1] - 14, box[2] + 14, box[3] + 14];
    expect((await seen(part, frame(around)))(name)).toMatchObject(ALL_BLACK);
    expect(strokes((await seen(note, frame(NOTE)))(NOTE))).toBeLessThan(0.002);
    expect((await of.original()).status).toBe(403);
    expect(await of.text()).not.toMatch(/Fiskholm|Vera|2387/u);
  }, 60_000);
});

describe('a scan', () => {
  it.each(['8OO1O1-23B7', '807101-2387', '19800101–?387'])(
    'whose number was read as %s shows none of it',
    async (misread) => {
      const open = minutes('800101-2387', 'x').split('\n');
      const readings = [readAs(open.map((line) => line.replace('800101-2387', misread)))];
      const of = await shown({ name: 'a.png', bytes: drawText(open, 0, 2339), readings });
      const whole = await seen(await of.page(), A4);
      expect(whole(placeOf(open, '800101-2387'))).toMatchObject(ALL_BLACK);
      expect(await of.text()).not.toContain(misread);
      expect((await of.original()).status).toBe(403);
    },
  );

  it('hides a word of a secret § that the machine was unsure of, in the picture and in the text', async () => {
    const reading = readAs(
      lines.map((line) => line.replace('Vera Fiskholm ansöker', 'vcra fiskhclm ansöker')),
    );
    for (const line of reading.page.lines)
      for (const word of line.words) if (/^(?:vcra|fiskhclm)$/u.test(word.text)) word.confidence = 41;
    const of = await shown({ name: 'a.png', bytes: scan, readings: [reading] });
    const whole = await seen(await of.page(), A4);
    const at = lines.findIndex((line) => line.includes('Vera Fiskholm ansöker'));
    const place = placeOf(lines.slice(at, at + 1), 'Fiskholm').map((n, i) => n + (i % 2) * at * 46 * POINTS);
    expect(whole(place as Box)).toMatchObject(ALL_BLACK);
    const sheet = (await of.text()).match(/<details class="page-text.*?<\/details>/su)?.[0] ?? '';
    expect(sheet).toContain('ansöker');
    expect(sheet).not.toMatch(/fiskhclm|vcra/u);
  });

  it('of a secret § that was read badly is not shown at all', async () => {
    const of = await shown({ name: 'a.png', bytes: scan, readings: [readAs(lines, 62)] });
    for (const query of ['', `?ruta=${NOTE}`]) expect((await of.page(query)).status).toBe(403);
    expect((await of.page('', 'registrator')).status).toBe(200);
  });
});

/** A PDF of one scan (white paper with black strokes where it says), and the text that a scanner wrote beneath it, unseen. */
function scannedPdf(text: readonly string[], picture: readonly string[]): Uint8Array {
  const [width, height] = [595, 842];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  context.font = '9px Drawn';
  picture.forEach((line, i) => {
    context.fillText(line, 50, 42 + i * 12);
  });
  const { data } = context.getImageData(0, 0, width, height);
  const grey = Buffer.from(data.filter((_, i) => i % 4 === 0)).toString('hex');
  const image = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${grey.length + 1} >>\nstream\n${grey}>\nendstream`;
  return makePdf({
    pages: [
      {
        text: text.map((line, i) => ({ text: line, x: 50, y: 800 - i * 12, size: 9 })),
        operators: `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`,
      },
    ],
    objects: { image },
  });
}

describe('a scan in a PDF with text of its own beneath', () => {
  it('is not shown where it holds a secret §: nobody knows how well it was read', async () => {
    const text = minutes('800101-2387', 'Vera Fiskholm').split('\n');
    const misread = text.map((line) => line.replace('Vera Fiskholm ansöker', 'vcra fiskhclm ansöker'));
    const of = await shown({ name: 'a.pdf', bytes: scannedPdf(misread, text) });
    expect((await of.page()).status).toBe(403);
    expect((await of.page(`?ruta=50,300,300,400`)).status).toBe(403);
    expect((await of.page('', 'registrator')).status).toBe(200);
    expect(await of.text()).not.toMatch(/fiskhclm|vcra|Vera/u);
  });

  it('is shown where it holds none, with its numbers painted over', async () => {
    const text = minutes('800101-2387', 'x')
      .replace(/^Sekretess.*$/mu, 'Sammanträdet är öppet')
      .split('\n');
    const of = await shown({ name: 'a.pdf', bytes: scannedPdf(text, text) });
    const whole = await seen(await of.page(), [0, 0, 595, 842]);
    const row = text.findIndex((line) => line.startsWith('Skadestånd'));
    expect(whole([102, 36 + row * 12, 140, 41 + row * 12])).toMatchObject(ALL_BLACK);
    const all = await seen(await of.page('', 'registrator'), [0, 0, 595, 842]);
    expect(all([102, 36 + row * 12, 140, 41 + row * 12]).black).toBeLessThan(0.6);
  });
});

describe('a page of a PDF', () => {
  const text = minutes('800101-2387', 'Vera Fiskholm').split('\n');
  const shownText = text.map((line, i) => ({ text: line, x: 50, y: 800 - i * 12, size: 9 }));
  const row = (start: string): number => text.findIndex((line) => line.startsWith(start));
  const name = (i: number): Box => [104, 36 + i * 12, 146, 41 + i * 12];

  it.each([
    [90, ([x0, y0, x1, y1]: Box): Box => [842 - y1, x0, 842 - y0, x1]],
    [270, ([x0, y0, x1, y1]: Box): Box => [y0, 595 - x1, y1, 595 - x0]],
  ] as const)('turned by %i degrees has the same words painted over', async (rotate, turned) => {
    const bytes = makePdf({ pages: [{ rotate, text: shownText }] });
    const of = await shown({ name: 'a.pdf', bytes });
    const frame: Box = [0, 0, 842, 595];
    const [whole, all] = [
      await seen(await of.page(), frame),
      await seen(await of.page('', 'registrator'), frame),
    ];
    for (const start of ['Skadestånd', 'Bistånd till']) {
      expect([start, whole(turned(name(row(start))))]).toMatchObject([start, ALL_BLACK]);
      expect([start, all(turned(name(row(start)))).black < 0.6]).toEqual([start, true]);
    }
    const around = turned([90, 24 + row('Bistånd till') * 12, 200, 60 + row('Bistånd till') * 12]);
    const part = await of.page(`?ruta=${around}`);
    const cut = await seen(part, [around[0] - 14, around[1] - 14, around[2] + 14, around[3] + 14]);
    expect(cut(turned(name(row('Bistånd till'))))).toMatchObject(ALL_BLACK);
  });

  it('in another unit has the same words painted over', async () => {
    const bytes = makePdf({ pages: [{ text: shownText, entries: { UserUnit: '2' } }] });
    const of = await shown({ name: 'a.pdf', bytes });
    const whole = await seen(await of.page(), [0, 0, 595, 842]);
    expect(whole(name(row('Bistånd till')))).toMatchObject(ALL_BLACK);
  });

  it('of a secret § shows no drawing or picture, which nobody has read', async () => {
    const bytes = makePdf({ pages: [{ text: shownText, operators: '0 0 0 rg 400 60 120 60 re f' }] });
    const of = await shown({ name: 'a.pdf', bytes });
    const [whole, all] = [
      await seen(await of.page(), [0, 0, 595, 842]),
      await seen(await of.page('', 'registrator'), [0, 0, 595, 842]),
    ];
    expect(all([405, 725, 515, 775])).toMatchObject(ALL_BLACK);
    expect(whole([405, 725, 515, 775])).toMatchObject(ALL_WHITE);
  });
});
