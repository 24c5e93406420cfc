/** Word for word: what a record says stands in the pages where it says, and under its boxes stand its words alone. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { assembleRecord } from '../../extraction/index.ts';
import { openDocument, withReadings } from '../../extraction/pages/index.ts';
import {
  type OcrReading,
  ocrPages,
  repairReadings,
  tesseractEngine,
} from '../../extraction/pages/ocr/index.ts';
import type { Page } from '../../extraction/pages/page.ts';
import type { Record } from '../../extraction/record.ts';
import { pagesOf } from './handlingar/read-text.ts';
import { madeUpMinutes } from './made-up-minutes.ts';
import { asSet } from './set-pages.ts';
import { type Fit, fitOf, namedIn, printedIn, runsThrough, saidIn, standsThere } from './word-for-word.ts';

const runs = { numRuns: 100, seed: Number(process.env.FC_SEED ?? 20_240_312) };

const recordOf = (pages: Page[]): Record =>
  assembleRecord(
    { fileName: 'x', sha256: 'made-up', bytes: 1, mediaType: 'x', pageCount: pages.length },
    pages,
  );

/** What a record says that does not stand where it says; empty is as it should be. */
function astray(record: Record, pages: Page[]): string[] {
  const printed = printedIn(pages);
  const missing = saidIn(record)
    .filter((said) => !standsThere(said, printed))
    .map(({ what, text, evidence }) => `${what}: ${text} @ ${JSON.stringify(evidence)}`);
  const unnamed = record.handlingar.flatMap((handling) => {
    const [from, to] = handling.pages;
    const own = printed.filter(({ page }) => page >= from && page <= to);
    return namedIn(handling)
      .filter(({ text }) => !runsThrough(text, own))
      .map(({ what, text }) => `${what}: ${text}`);
  });
  return [...missing, ...unnamed];
}

/** Precision and recall of the words under the boxes. A day and a § are printed in other words than they are said. */
function fitOfAll(record: Record, pages: Page[]): Fit {
  const sum: Fit = { under: 0, right: 0, sought: 0, outside: 0 };
  for (const said of saidIn(record)) {
    const fit = fitOf(said, pages);
    sum.outside += fit.outside;
    if (['datum', 'paragraf', 'organ'].includes(said.what)) continue;
    sum.under += fit.under;
    sum.right += fit.right;
    sum.sought += fit.sought;
  }
  return sum;
}

function expectFit(fit: Fit, near: number): void {
  expect(fit.outside).toBe(0);
  expect(fit.right).toBeGreaterThanOrEqual(fit.under * near);
  expect(fit.right).toBeGreaterThanOrEqual(fit.sought * near);
}

describe('made-up minutes', () => {
  it('say as text what stands on the lines they name', () => {
    fc.assert(
      fc.property(madeUpMinutes, ({ text }) => {
        const pages = pagesOf(text);
        expect(astray(recordOf(pages), pages)).toEqual([]);
      }),
      runs,
    );
  });

  it('say as set pages what stands under their boxes, and nothing else does', () => {
    fc.assert(
      fc.property(madeUpMinutes, ({ text }) => {
        const pages = asSet(pagesOf(text));
        const record = recordOf(pages);
        expect(astray(record, pages)).toEqual([]);
        expectFit(fitOfAll(record, pages), 1);
      }),
      runs,
    );
  });
});

describe('what begins or ends inside a line', () => {
  const minutes = `
Strömviks kommun
Kommunstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum 2024-03-12

§ 31
Ny taxa för återbruket 2.

Yrkanden
Karin Alm (M) yrkar bifall till förslaget. Bo Sjödin (C) yrkar avslag på
förslaget. Siri Lund (V) yrkar att ärendet återremitteras.

Beslut
Kommunstyrelsen beslutar
1. att anta taxan,
2. att taxan gäller från den 2. januari.
`;
  const pages = asSet(pagesOf(minutes));
  const arende = recordOf(pages).handlingar[0]?.arenden[0];

  it('has a box for each part, and none over the words beside', () => {
    const boxes = arende?.yrkanden.map((y) => y.evidence.map((e) => e.bbox));
    // 60 + 5.5 a letter; the lines stand 14 points apart
    expect(boxes?.map((b) => b.length)).toEqual([1, 2, 1]);
    expect(boxes?.[0]).toEqual([[60, 186 + 14, 291, 196 + 14]]);
    expectFit(fitOfAll(recordOf(pages), pages), 1);
  });

  it('is told from the same letters elsewhere in its line', () => {
    expect(arende?.beslut.map((b) => b.text)).toEqual([
      'att anta taxan,',
      'att taxan gäller från den 2. januari.',
    ]);
    const [x0 = 0, , x1 = 0] = arende?.beslut[1]?.evidence[0]?.bbox ?? [];
    expect([x0, x1]).toEqual([60 + 3 * 5.5, 60 + 40 * 5.5]);
  });
});

const SAMPLES = join(import.meta.dirname, '../../samples');
const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

async function opened(path: string) {
  const bytes = new Uint8Array(readFileSync(path));
  return { bytes, document: await openDocument(bytes) };
}

/** With text: every word must be under its box; a word may be torn where two pieces of a line overlap. */
const NEAR = 0.999;
/** Read by OCR, pages are a little crooked: a word of the next line may reach into a box. */
const NEAR_AFTER_OCR = 0.99;

describe('samples', () => {
  const files = globSync('*.{pdf,png,txt}', { cwd: SAMPLES }).sort();
  const engine = tesseractEngine({ workers: 2 });
  afterAll(() => engine.terminate());

  it.each(files)('%s', { timeout: 60_000 }, async (name) => {
    const { bytes, document } = await opened(join(SAMPLES, name));
    const read: OcrReading[] = [];
    const wanted = document.ocr.map(({ page }) => page);
    if (wanted.length > 0) {
      await ocrPages(bytes, document.mediaType, wanted, engine, (reading) => void read.push(reading));
    }
    const { pages } = withReadings(document, read);
    const record = recordOf(pages);
    const shown = repairReadings(pages);
    expect(astray(record, shown)).toEqual([]);
    if (document.mediaType !== 'text/plain') {
      expectFit(fitOfAll(record, shown), read.length > 0 ? NEAR_AFTER_OCR : NEAR);
    }
  });
});

describe.skipIf(!existsSync(CORPUS))('real records', () => {
  // Pages that are pictures have no text here: reading them is the business of the scanned samples.
  const files = existsSync(CORPUS)
    ? globSync('{seeds,goteborg,pdf,real}/*.{txt,pdf}', { cwd: CORPUS }).sort()
    : [];

  it.each(files)('%s', { timeout: 60_000 }, async (path) => {
    const { document } = await opened(join(CORPUS, path));
    const record = recordOf(document.pages);
    expect(astray(record, document.pages)).toEqual([]);
    if (document.mediaType !== 'text/plain') expectFit(fitOfAll(record, document.pages), NEAR);
  });
});
