/** The OCR engine of this house: tesseract in a pool of threads, offline, with the models that npm brought. */
import { availableParallelism } from 'node:os';
import { PSM } from 'tesseract.js';
import type { OcrEngine, OcrImage, OcrLine, ReadingMode } from './engine.ts';
import type { Language } from './languages.ts';
import { startTesseract, type TesseractWorker } from './tesseract-worker.ts';

export interface TesseractOptions {
  /** Images read at a time. Default: the machine's cores. */
  workers?: number;
  /** Wall clock for one page, milliseconds. Default three minutes. */
  maxPageMs?: number;
  /** A thread is replaced after so many images: tesseract's memory only grows. Default 60. */
  pagesPerWorker?: number;
  /** Runs each reading: for who wants to know how long it takes. A reading that waits for a thread has not begun. */
  around?: <T>(mode: ReadingMode, read: () => Promise<T>) => Promise<T>;
}

/** Pages by the Swedish model alone; strips by the English one, which knows § and errs elsewhere. */
const HOW: Record<ReadingMode, { language: Language; psm: PSM }> = {
  page: { language: 'swe', psm: PSM.AUTO },
  strip: { language: 'eng', psm: PSM.SINGLE_BLOCK },
};

/** Makes the engine. Threads start when first needed and live until `terminate`. */
export function tesseractEngine(options: TesseractOptions = {}): OcrEngine {
  const { workers = availableParallelism(), maxPageMs = 180_000, pagesPerWorker = 60 } = options;
  const { around = (_, read) => read() } = options;
  // Strips are small: one thread reads those of all pages.
  const pools = {
    page: createPool('swe', workers, pagesPerWorker),
    strip: createPool('eng', 1, pagesPerWorker * 4),
  };
  return {
    name: 'tesseract swe',
    concurrency: workers,
    prepare(pages: number): void {
      pools.page.prepare(pages);
      pools.strip.prepare(pages);
    },
    recognise(image: OcrImage, mode: ReadingMode, signal?: AbortSignal): Promise<OcrLine[]> {
      const read = (worker: TesseractWorker) =>
        around(mode, () => worker.recognise(image, HOW[mode].psm, maxPageMs, signal));
      return pools[mode].use(read, signal);
    },
    async terminate() {
      await Promise.all(Object.values(pools).map((pool) => pool.close()));
    },
  };
}

function createPool(language: Language, size: number, pagesPerWorker: number) {
  /** Those at rest, and those that are being started. */
  const idle: Promise<TesseractWorker>[] = [];
  const busy = new Set<TesseractWorker>();
  const waiting: (() => void)[] = [];
  let taken = 0;
  let closed = false;

  function start(): Promise<TesseractWorker> {
    const starting = startTesseract(language);
    starting.catch(() => {}); // told to the one who uses it
    return starting;
  }

  function prepare(wanted: number): void {
    if (closed) return;
    while (idle.length + taken < Math.min(wanted, size)) idle.push(start());
  }

  async function use<T>(work: (worker: TesseractWorker) => Promise<T>, signal?: AbortSignal): Promise<T> {
    while (taken >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    taken++;
    let worker: TesseractWorker | undefined;
    try {
      signal?.throwIfAborted();
      if (closed) throw new Error('the OCR engine is closed');
      worker = await idle.shift();
      if (!worker?.isAlive()) worker = await start();
      busy.add(worker);
      return await work(worker);
    } finally {
      if (worker) await giveBack(worker);
      taken--;
      waiting.shift()?.();
    }
  }

  async function giveBack(worker: TesseractWorker): Promise<void> {
    busy.delete(worker);
    if (worker.isAlive() && !closed && worker.pages() < pagesPerWorker) idle.push(Promise.resolve(worker));
    else await worker.end();
  }

  async function close(): Promise<void> {
    closed = true;
    const started = (await Promise.allSettled(idle.splice(0))).flatMap((each) =>
      each.status === 'fulfilled' ? [each.value] : [],
    );
    await Promise.all([...started, ...busy].map((worker) => worker.end()));
  }

  return { prepare, use, close };
}
