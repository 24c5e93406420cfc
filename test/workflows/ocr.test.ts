import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OcrReader, OcrReading, Reader } from '../../activities/deps.ts';
import { assembleRecord } from '../../extraction/index.ts';
import type { Page } from '../../extraction/pages/page.ts';
import { Refusal } from '../../extraction/refusal.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';

const PAGES = 20;

const blank = (page: number): Page => ({
  page,
  width: 595,
  height: 842,
  textSource: 'none',
  ocrConfidence: null,
  lines: [],
});

function reading(page: number): OcrReading {
  const text = `Sida ${page} läst maskinellt`;
  const line = { text, bbox: null, words: [], size: null, bold: false, lineNo: null };
  return { page: { ...blank(page), textSource: 'ocr', ocrConfidence: 90, lines: [line] }, warnings: [] };
}

/** Every file is a scan of twenty pages. */
const scans: Reader = {
  open: async () => ({
    mediaType: 'application/pdf',
    pageCount: PAGES,
    pages: Array.from({ length: PAGES }, (_, n) => blank(n + 1)),
    ocr: Array.from({ length: PAGES }, (_, n) => ({ page: n + 1, reason: 'no-text' as const })),
    warnings: [],
  }),
  assemble: async (source, pages, warnings) => assembleRecord(source, pages, { warnings }),
};

let bed: Testbed;
const readPages: number[] = [];
let onRead: (page: number) => void = () => {};

const engine: OcrReader = {
  async read(_bytes, _mediaType, pages, onPage) {
    for (const page of pages) {
      onRead(page);
      readPages.push(page);
      await onPage(reading(page));
    }
  },
};

beforeAll(async () => {
  bed = await testbed({ ocrPages: 6 }, { reader: scans, ocr: engine });
});
afterAll(() => bed?.destroy());

describe('OCR in tasks of some pages', () => {
  it('goes on at the page where it was broken off, and reads none twice', async () => {
    let broken = false;
    onRead = (page) => {
      if (page !== 4 || broken) return;
      broken = true;
      throw new Error('the worker went away');
    };
    const { archive } = await bed.ingest([bed.folder('scan', { 'scan.pdf': 'a scan' })]);
    expect(broken).toBe(true);
    expect(archive).toMatchObject({ done: 1, pages: PAGES });
    expect([...readPages].sort((a, b) => a - b)).toEqual(Array.from({ length: PAGES }, (_, n) => n + 1));
    const [id] = await bed.store.recordIds();
    const { record } = (await bed.store.record(id as string)) ?? {};
    expect(record?.pages.map((page) => page.textSource)).toEqual(Array(PAGES).fill('ocr'));
  });

  it('that refuses the file ends it without another try', async () => {
    let tries = 0;
    onRead = () => {
      tries += 1;
      throw new Refusal('page-too-large');
    };
    const { archive } = await bed.ingest([bed.folder('huge', { 'huge.pdf': 'a huge scan' })]);
    expect(archive).toMatchObject({ refused: 1 });
    expect(tries).toBeLessThanOrEqual(2); // two tasks run at a time, one try each
    const rows = await bed.store.files();
    expect(rows.find((row) => row.path.endsWith('huge.pdf'))).toMatchObject({
      status: 'refused',
      code: 'page-too-large',
    });
  });

  it('that fails by a fault of the program is marked as failed, and can be tried again', async () => {
    onRead = () => {
      throw new TypeError('undefined is not a page');
    };
    const folder = bed.folder('bug', { 'bug.pdf': 'a scan that breaks us' });
    const { archive } = await bed.ingest([folder]);
    expect(archive).toMatchObject({ failed: 1 });
    const row = async () => (await bed.store.files()).find(({ path }) => path.endsWith('bug.pdf'));
    expect(await row()).toMatchObject({ status: 'failed', code: 'internal' });
    expect((await row())?.reason).toMatch(/felet är vårt/);

    onRead = () => {};
    const again = await bed.ingest([folder]);
    expect(again.archive).toMatchObject({ done: 1 });
    expect(await row()).toMatchObject({ status: 'done', code: null, reason: null });
  });
});
