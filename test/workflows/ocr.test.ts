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

/** Every file is a scan of twenty pages, or of as many as it begins with. */
const scans: Reader = {
  async open(bytes) {
    const pageCount = Number.parseInt(new TextDecoder().decode(bytes), 10) || PAGES;
    const numbers = Array.from({ length: pageCount }, (_, n) => n + 1);
    return {
      ...{ mediaType: 'application/pdf', pageCount, warnings: [] },
      pages: numbers.map(blank),
      ocr: numbers.map((page) => ({ page, reason: 'no-text' as const })),
    };
  },
  assemble: async (source, pages, warnings) => assembleRecord(source, pages, { warnings }),
};

let bed: Testbed;
const readPages: number[] = [];
let onRead: (page: number) => void = () => {};
let onTask: (pages: number) => void = () => {};

const engine: OcrReader = {
  async read(_bytes, _mediaType, pages, onPage) {
    onTask(pages.length);
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

  it('has more pages to a task in a file of very many: what the engine keeps of one is bounded', async () => {
    const tasks: number[] = [];
    onTask = (pages) => tasks.push(pages);
    onRead = () => {
      throw new Refusal('page-too-large');
    };
    const large = { 'large.pdf': '12001 pages', 'less.pdf': '12000 pages' };
    const { archive } = await bed.ingest([bed.folder('large', large)]);
    onTask = () => {};
    expect(archive).toMatchObject({ refused: 2 });
    expect([...new Set(tasks)].sort()).toEqual([6, 7]);
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
