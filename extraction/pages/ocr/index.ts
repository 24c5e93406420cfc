/** Pages that have no good text of their own, read by OCR: drawn, read, read again where it matters. */

import { createPool, type Pool } from '../../bounded/index.ts';
import { refersTo } from '../../bounded/module.ts';
import type { Warning } from '../../record.ts';
import { Refusal } from '../../refusal.ts';
import type { Page } from '../page.ts';
import type { Turn } from '../turns.ts';
import { buildPage } from './build-page.ts';
import { turnBack } from './deskew.ts';
import type { DrawnPage } from './draw.ts';
import { OcrBroken, type OcrEngine, OcrTimeout } from './engine.ts';
import { withLoneHeads } from './lone-heads.ts';
import { readNumbersAgain } from './second-reading.ts';
import { layBack, turnOf } from './turned.ts';

export { nullEngine, type OcrEngine, recordedEngine } from './engine.ts';
export { repairReadings } from './repair.ts';
export { type TesseractOptions, tesseractEngine } from './tesseract.ts';

/** What OCR made of one page. */
export interface OcrReading {
  page: Page;
  warnings: Warning[];
}

export interface OcrPagesOptions {
  signal?: AbortSignal;
  /** Where pages are drawn; a thread of its own for this call when none is given. */
  renderer?: Pool;
  /** Wall clock for drawing one page, milliseconds. */
  maxRenderMs?: number;
  /** Wall clock for one page in all, milliseconds. */
  maxPageMs?: number;
}

/** A page that takes longer than this to be drawn is made to. */
const MAX_RENDER_MS = 60_000;
/** So is one that takes longer than this to be drawn and read, however often parts of it are read again. */
const MAX_PAGE_MS = 300_000;

/** A pool for drawing pages: one thread feeds many that read. */
export function createRenderer(maxMemoryMb = 768): Pool {
  return createPool({ threads: 1, maxMemoryMb });
}

/**
 * Reads the pages `pageNos` (1-based) of a file of any kind that can hold scans and hands over each as soon as it is read, in any
 * order. A page that cannot be drawn, takes too long or breaks the engine twice comes without lines and with a warning.
 * Rejects with the signal's reason when aborted, and with what `onPage` or the engine's start throws.
 */
export async function ocrPages(
  bytes: Uint8Array,
  mediaType: string,
  pageNos: readonly number[],
  engine: OcrEngine,
  onPage: (reading: OcrReading) => Promise<void> | void,
  options: OcrPagesOptions = {},
): Promise<void> {
  const { signal, maxRenderMs = MAX_RENDER_MS, maxPageMs = MAX_PAGE_MS } = options;
  const renderer = options.renderer ?? createRenderer();
  const shared = shareable(bytes);
  const waiting = [...pageNos];
  engine.prepare?.(pageNos.length);
  const draw = async (no: number, turn: Turn = 0): Promise<DrawnPage | null> => {
    const task = { module: refersTo('./draw', import.meta.url), name: 'drawPage' };
    const run = { maxMs: maxRenderMs, ...(signal && { signal }) };
    return renderer
      .run<DrawnPage | null>(task, [shared, mediaType, no, undefined, turn], run)
      .catch((error: unknown) => {
        signal?.throwIfAborted();
        if (error instanceof Refusal) return null;
        throw error;
      });
  };
  const readOnByOne = async (): Promise<void> => {
    for (let no = waiting.shift(); no !== undefined; no = waiting.shift()) {
      signal?.throwIfAborted();
      await onPage(await withinTime(maxPageMs, signal, (within) => readPage(no, draw, engine, within)));
    }
  };
  try {
    const readers = Math.min(engine.concurrency, pageNos.length);
    // All are waited for, so that nothing of this call goes on after it; the first fault stops the others.
    const results = await Promise.allSettled(
      Array.from({ length: readers }, () =>
        readOnByOne().catch((error: unknown) => {
          waiting.length = 0;
          throw error;
        }),
      ),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  } finally {
    if (!options.renderer) await renderer.close();
  }
}

/** Calls `work` with a signal that is aborted by OcrTimeout when the time is out, and when `signal` is. */
async function withinTime<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const clock = setTimeout(() => late.abort(new OcrTimeout(`not read within ${ms} ms`)), ms);
  try {
    return await work(signal ? AbortSignal.any([signal, late.signal]) : late.signal);
  } finally {
    clearTimeout(clock);
  }
}

/** A page that breaks the engine is read once more: what broke may have been the thread, which is then another. */
async function readPage(
  no: number,
  draw: (no: number, turn?: Turn) => Promise<DrawnPage | null>,
  engine: OcrEngine,
  signal: AbortSignal,
): Promise<OcrReading> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(no, draw, engine, signal);
    } catch (error) {
      if (error instanceof OcrTimeout) return unread(no, 'ocr-time-limit');
      if (!(error instanceof OcrBroken)) throw error;
      if (attempt === 2) return unread(no, 'ocr-failed');
    }
  }
}

async function readOnce(
  no: number,
  draw: (no: number, turn?: Turn) => Promise<DrawnPage | null>,
  engine: OcrEngine,
  signal: AbortSignal,
): Promise<OcrReading> {
  let image = await draw(no);
  if (!image) return unread(no, 'page-undrawable');
  let lines = await engine.recognise(image, 'page', signal);
  const turn = await turnOf(image, lines, engine, signal);
  if (turn !== 0) {
    image = await draw(no, turn);
    if (!image) return unread(no, 'page-undrawable');
    lines = await engine.recognise(image, 'page', signal);
  }
  const whole = await withLoneHeads(lines, image, engine, signal);
  const page = buildPage(no, image, image.page, whole);
  const checked = await readNumbersAgain(page, image, engine, signal);
  return { page: layBack(turnBack(checked, image.lean), turn), warnings: image.warnings };
}

const WHY_UNREAD = {
  'page-undrawable': {
    sv: 'kunde inte ritas upp och är inte läst',
    en: 'could not be drawn and has not been read',
  },
  'ocr-time-limit': {
    sv: 'tog för lång tid att läsa och är inte läst',
    en: 'took too long to read and has not been read',
  },
  'ocr-failed': {
    sv: 'gick inte att läsa och är inte läst',
    en: 'could not be read by OCR and has not been read',
  },
};

function unread(no: number, code: keyof typeof WHY_UNREAD): OcrReading {
  const { sv, en } = WHY_UNREAD[code];
  return {
    page: { page: no, width: null, height: null, textSource: 'none', ocrConfidence: null, lines: [] },
    warnings: [{ code, message: `Sida ${no} ${sv}. (Page ${no} ${en}.)`, page: no }],
  };
}

/** Threads read the same bytes instead of a copy each for every page. */
function shareable(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
