/** Pages on which something stands and nothing was read: warned of once each, whatever kind of file they are in. */
import { afterAll, describe, expect, it } from 'vitest';
import { type OpenedDocument, openDocument, withReadings } from '../../../extraction/pages/index.ts';
import {
  createRenderer,
  nullEngine,
  type OcrEngine,
  type OcrReading,
  ocrPages,
  recordedEngine,
} from '../../../extraction/pages/ocr/index.ts';
import { type MadePage, makePdf, PIXEL } from './make-pdf.ts';
import { makeTiff } from './make-tiff.ts';
import { drawText } from './ocr/draw-text.ts';

const renderer = createRenderer();
afterAll(() => renderer.close());

/** The warnings of a file whose scanned pages this engine reads, as code and page. */
async function warningsOf(bytes: Uint8Array, engine: OcrEngine = nullEngine()) {
  const opened = await openDocument(bytes);
  return said(opened, await readBy(engine, bytes, opened));
}

async function readBy(engine: OcrEngine, bytes: Uint8Array, opened: OpenedDocument): Promise<OcrReading[]> {
  const readings: OcrReading[] = [];
  const wanted = opened.ocr.map(({ page }) => page);
  const keep = (reading: OcrReading) => void readings.push(reading);
  await ocrPages(bytes, opened.mediaType, wanted, engine, keep, { renderer });
  return readings;
}

const said = (opened: OpenedDocument, readings: OcrReading[]) =>
  withReadings(opened, readings).warnings.map(({ code, page }) => [code, page]);

/** Text that is a page's own, and a picture that covers the page. */
const printed: MadePage = {
  text: Array.from({ length: 20 }, (_, n) => ({
    text: `Kommunstyrelsen beslutar att anta planen för hamnen, del ${n}.`,
    x: 60,
    y: 780 - 20 * n,
  })),
};
const pictured: MadePage = { operators: 'q 595 0 0 842 0 0 cm /Im Do Q' };
const WHITE = PIXEL.replace('~', '\xff');

const LINE = recordedEngine(() => [
  {
    words: [{ text: 'Kallelse', box: [100, 100, 300, 130], confidence: 90 }],
    baseline: [100, 130, 300, 130],
    height: 40,
  },
]);

describe('a page without text', () => {
  it('is warned of in a picture, a PDF and a TIFF, by its number', async () => {
    expect(await warningsOf(drawText(['~']))).toEqual([['no-text', 1]]);
    const scan = makePdf({ pages: [printed, pictured, pictured], objects: { image: PIXEL } });
    expect(await warningsOf(scan)).toEqual([
      ['no-text', 2],
      ['no-text', 3],
    ]);
    const grey = { width: 400, height: 300, dpi: 200, data: new Uint8Array(400 * 300).fill(90) };
    expect(await warningsOf(makeTiff([grey, grey]))).toEqual([
      ['no-text', 1],
      ['no-text', 2],
    ]);
  });

  it('is said in both languages', async () => {
    const bytes = drawText(['~']);
    const opened = await openDocument(bytes);
    const { warnings } = withReadings(opened, await readBy(nullEngine(), bytes, opened));
    expect(warnings[0]?.message).toBe(
      'Ingen text kunde läsas på sidan 1. (No text could be read on page 1.)',
    );
  });

  it('is not one that is white: a back side in a scan of both sides is told as blank', async () => {
    const back = makePdf({ pages: [printed, pictured], objects: { image: WHITE } });
    expect(await warningsOf(back)).toEqual([['page-blank', 2]]);
    const white = { width: 400, height: 300, dpi: 200, data: new Uint8Array(400 * 300).fill(255) };
    expect(await warningsOf(makeTiff([white]))).toEqual([['page-blank', 1]]);
  });

  it('is not one without a picture, nor one that has text of its own or by OCR', async () => {
    expect(await warningsOf(makePdf({ pages: [printed, {}] }))).toEqual([]);
    expect(await warningsOf(drawText(['~']), LINE)).toEqual([]);
    const stamped = { ...pictured, text: [{ text: 'Inkom 2031-03-10', x: 60, y: 780 }] };
    expect(await warningsOf(makePdf({ pages: [stamped], objects: { image: PIXEL } }))).toEqual([]);
  });

  it('is not told twice where it could not be drawn or read at all', async () => {
    const scan = makePdf({ pages: [pictured], objects: { image: PIXEL } });
    const opened = await openDocument(scan);
    const [reading] = await readBy(nullEngine(), scan, opened);
    const warnings = [{ code: 'ocr-time-limit', message: 'Sida 1 tog för lång tid.', page: 1 }];
    expect(said(opened, [{ ...(reading as OcrReading), warnings }])).toEqual([['ocr-time-limit', 1]]);
    // and not at all while nobody has read it
    expect(said(opened, [])).toEqual([]);
  });
});
