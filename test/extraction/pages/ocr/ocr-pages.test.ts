import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OcrBroken, type OcrLine, OcrTimeout } from '../../../../extraction/pages/ocr/engine.ts';
import {
  createRenderer,
  nullEngine,
  type OcrEngine,
  type OcrReading,
  ocrPages,
  recordedEngine,
  tesseractEngine,
} from '../../../../extraction/pages/ocr/index.ts';
import { makePdf } from '../make-pdf.ts';
import { makeTiff } from '../make-tiff.ts';
import { drawText } from './draw-text.ts';

const renderer = createRenderer();
const tesseract = tesseractEngine({ workers: 1 });
afterAll(() => Promise.all([renderer.close(), tesseract.terminate()]));

const PDF = 'application/pdf';

async function readAll(
  bytes: Uint8Array,
  type: string,
  pages: number[],
  engine: OcrEngine,
  signal?: AbortSignal,
) {
  const readings: OcrReading[] = [];
  const options = { renderer, ...(signal && { signal }) };
  await ocrPages(bytes, type, pages, engine, (reading) => void readings.push(reading), options);
  return readings.sort((a, b) => a.page.page - b.page.page);
}

const word = (text: string): OcrLine => ({
  words: [{ text, box: [100, 100, 300, 130], confidence: 90 }],
  baseline: [100, 130, 300, 130],
  height: 40,
});

describe('pages read by OCR', () => {
  const bytes = makePdf({ pages: [{}, {}, { width: 300, height: 200 }] });

  it('come as soon as each is read, and only those asked for', async () => {
    const read = await readAll(
      bytes,
      PDF,
      [1, 3],
      recordedEngine(() => [word('Hej')], 2),
    );
    expect(read.map(({ page }) => [page.page, page.width, page.lines[0]?.text])).toEqual([
      [1, 595, 'Hej'],
      [3, 300, 'Hej'],
    ]);
  });

  it('come with a warning when they take too long, and the others all the same', async () => {
    const engine = recordedEngine(({ width }) => {
      if (width < 1500) throw new OcrTimeout('late');
      return [word('Hej')];
    });
    const read = await readAll(bytes, PDF, [2, 3], engine);
    expect(read.map(({ page }) => page.textSource)).toEqual(['ocr', 'none']);
    expect(read[1]?.warnings[0]).toMatchObject({ code: 'ocr-time-limit', page: 3 });
  });

  it('are read once more when the engine breaks, and come with a warning when it breaks again', async () => {
    let broken = 0;
    const engine = recordedEngine(({ width }) => {
      if (width < 1500) {
        broken++;
        throw new OcrBroken('aborted');
      }
      if (broken === 2) broken++;
      else if (broken < 2) throw new OcrBroken('the thread is gone');
      return [word('Hej')];
    });
    const read = await readAll(bytes, PDF, [3, 1], engine);
    expect(read.map(({ page }) => page.textSource)).toEqual(['ocr', 'none']);
    expect(read[1]?.warnings[0]).toMatchObject({ code: 'ocr-failed', page: 3 });
  });

  it('are given up when all that is read again takes too long, whatever the engine does', async () => {
    const readings: OcrReading[] = [];
    const engine = recordedEngine(({ width }) =>
      width < 1500 ? new Promise<OcrLine[]>(() => {}) : [word('Hej')],
    );
    const stuck: OcrEngine = {
      ...engine,
      recognise: (image, mode, signal) =>
        Promise.race([
          engine.recognise(image, mode, signal),
          new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
        ]),
    };
    const options = { renderer, maxPageMs: 4_000 };
    await ocrPages(bytes, PDF, [3, 1], stuck, (reading) => void readings.push(reading), options);
    expect(readings.map(({ page, warnings }) => [page.page, warnings[0]?.code])).toEqual([
      [3, 'ocr-time-limit'],
      [1, undefined],
    ]);
  });

  it('come with a warning when a picture is broken', async () => {
    const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    const header = [
      0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 3, 0xe8, 0, 0, 3, 0xe8, 8, 2, 0, 0, 0, 0, 0, 0, 0,
    ];
    const broken = new Uint8Array([...signature, ...header]);
    const read = await readAll(broken, 'image/png', [1], nullEngine());
    expect(read[0]?.warnings[0]).toMatchObject({ code: 'page-undrawable', page: 1 });
  });

  it('come with a warning when they cannot be drawn', async () => {
    const read = await readAll(bytes, PDF, [9], nullEngine());
    expect(read[0]?.warnings[0]).toMatchObject({ code: 'page-undrawable', page: 9 });
  });

  it('come from a TIFF as from a PDF, one by one', async () => {
    const page = (width: number) => ({ width, height: 300, dpi: 200 });
    const file = makeTiff([page(400), page(500), { ...page(600), tags: { 259: 50_000 } }]);
    const read = await readAll(
      file,
      'image/tiff',
      [3, 2],
      recordedEngine(() => [word('Hej')], 2),
    );
    expect(read.map(({ page }) => [page.page, page.width, page.lines[0]?.text])).toEqual([
      [2, 180, 'Hej'],
      [3, null, undefined],
    ]);
    expect(read[1]?.warnings[0]).toMatchObject({ code: 'page-undrawable', page: 3 });
  });

  it('stop when asked to', async () => {
    const stop = new AbortController();
    const engine = recordedEngine(() => {
      stop.abort(new Error('stopped'));
      return [];
    });
    await expect(readAll(bytes, PDF, [1, 2, 3], engine, stop.signal)).rejects.toThrow('stopped');
  });

  it('pass on what the engine and the caller throw', async () => {
    const broken = recordedEngine(() => {
      throw new Error('no model');
    });
    await expect(readAll(bytes, PDF, [1], broken)).rejects.toThrow('no model');
    const full = () => Promise.reject(new Error('disk full'));
    await expect(ocrPages(bytes, PDF, [1], nullEngine(), full, { renderer })).rejects.toThrow('disk full');
  });
});

describe('tesseract', () => {
  const lines = [
    'Fiskviks kommun, kommunstyrelsen',
    '§ 47 Ändrad taxa för båtplatser',
    'Kommunstyrelsen beslutar att höja taxan från och med 2024-05-01.',
    'Ärendenummer 2024/00317',
  ];

  it('reads Swedish, finds § and confirms numbers, also on a page that leans', async () => {
    const [reading] = await readAll(drawText(lines, 1.2), 'image/png', [1], tesseract);
    const page = reading?.page;
    expect(page?.lines.map((line) => line.text)).toEqual(lines);
    const numbers = page?.lines.flatMap((line) => line.words).filter((each) => /\d/.test(each.text));
    expect(numbers?.map((each) => [each.text, each.confirmed])).toEqual([
      ['47', true],
      ['2024-05-01.', true],
      ['2024/00317', true],
    ]);
    expect(page?.ocrConfidence).toBeGreaterThan(80);
    // 160 pixels from the left at 200 dpi, and what the turning adds.
    expect(page?.lines[0]?.bbox?.[0]).toBeCloseTo(57.6 + 3, -1);
  });

  it('reads a page that lies upside down, and says where its words lie', async () => {
    const [reading] = await readAll(drawText(lines, 180), 'image/png', [1], tesseract);
    const page = reading?.page;
    expect(page?.lines.map((line) => line.text)).toEqual(lines);
    // 160 pixels from the right and 70 to 100 from the bottom of 600, at 200 dpi.
    const [, y0, x1] = page?.lines[0]?.words[0]?.bbox ?? [];
    expect(x1).toBeCloseTo((1654 - 160) * 0.36, -1);
    expect(y0).toBeGreaterThan(0.8 * 216);
  });

  it('gives up an image after its time and goes on with the next', async () => {
    const hasty = tesseractEngine({ workers: 1, maxPageMs: 1 });
    try {
      const [late] = await readAll(drawText(lines), 'image/png', [1], hasty);
      expect(late?.warnings[0]?.code).toBe('ocr-time-limit');
    } finally {
      await hasty.terminate();
    }
  });

  it.each(['mellana-direktionen', 'lovstrand-stadsdelsnamnden', 'fjallsunda-socialnamnden'])(
    'can see the scan %s',
    async (name) => {
      const bytes = readFileSync(join(import.meta.dirname, `../../../../samples/${name}.pdf`));
      let ink = 0;
      const engine = recordedEngine(({ grey }) => {
        ink = grey.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0) / grey.length;
        return [];
      });
      const [reading] = await readAll(bytes, PDF, [1], engine);
      expect(ink).toBeGreaterThan(0.01);
      expect(reading?.warnings).toEqual([]);
    },
  );
});
