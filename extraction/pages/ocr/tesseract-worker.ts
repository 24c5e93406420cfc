/** One tesseract worker: a thread that reads one image at a time and is ended when it takes too long. */
import { createWorker, OEM, type PSM, type Page as Recognised, type Worker } from 'tesseract.js';
import { refersTo } from '../../bounded/module.ts';
import { OcrBroken, type OcrImage, type OcrLine, OcrTimeout } from './engine.ts';
import { type Language, languageFolder } from './languages.ts';

/** Loading the wasm and a model takes a second; a machine under load many. */
const START_MS = 120_000;
/** What reading one image may take, MiB. */
const MAX_MEMORY_MB = 1024;
/** How often that is looked at, milliseconds. */
const WATCH_MS = 250;

export interface TesseractWorker {
  recognise(image: OcrImage, psm: PSM, maxMs: number, signal?: AbortSignal): Promise<OcrLine[]>;
  end(): Promise<void>;
  /** False once it was ended, also by itself. */
  isAlive(): boolean;
  /** Images read. */
  pages(): number;
}

/** Starts a worker for one language. Throws when its files are missing or broken. */
export async function startTesseract(language: Language): Promise<TesseractWorker> {
  let fail: (reason: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {}); // nobody has to listen
  const starting = createWorker(language, OEM.LSTM_ONLY, {
    workerPath: new URL(refersTo('./tesseract-thread', import.meta.url)).pathname,
    langPath: await languageFolder(),
    cacheMethod: 'none',
    gzip: true,
    logger: () => {},
    errorHandler: (reason: unknown) => fail(asError(reason)),
  });
  const worker = await within(Promise.race([starting, failed]), START_MS);
  // The types call it a worker of the browser; here it is a thread of Node.
  const thread = (worker as unknown as { worker: import('node:worker_threads').Worker }).worker;
  let alive = true;
  let pages = 0;
  let broken: (reason: unknown) => void = () => {};
  const lose = (reason: unknown) => {
    alive = false;
    broken(reason);
  };
  thread.on('error', lose);
  thread.on('exit', (code) => lose(new Error(`the tesseract thread ended with code ${code}`)));

  async function end(): Promise<void> {
    alive = false;
    await thread.terminate();
  }

  async function recognise(image: OcrImage, psm: PSM, maxMs: number, signal?: AbortSignal) {
    signal?.throwIfAborted();
    const lost = new Promise<never>((_, reject) => {
      broken = reject;
    });
    const stop = () => lose(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    const watching = watchMemory(thread, lose);
    try {
      const { data } = await within(Promise.race([read(worker, image, psm), lost]), maxMs);
      pages++;
      return linesOf(data);
    } catch (error) {
      // A worker that failed may be left in any state, and one that is late is still at work.
      await end();
      signal?.throwIfAborted();
      if (error instanceof OcrTimeout || error instanceof OcrBroken) throw error;
      throw new OcrBroken(`not read: ${asError(error).message}`, { cause: error });
    } finally {
      clearInterval(watching);
      broken = () => {};
      signal?.removeEventListener('abort', stop);
    }
  }

  return { recognise, end, isAlive: () => alive, pages: () => pages };
}

/** The wasm's memory is outside the heap that a thread's own limits bound, so it is counted from here. */
function watchMemory(
  thread: import('node:worker_threads').Worker,
  lose: (reason: unknown) => void,
): NodeJS.Timeout {
  const look = async (): Promise<void> => {
    const { used_heap_size, external_memory } = await thread.getHeapStatistics();
    if (used_heap_size + external_memory > MAX_MEMORY_MB * 2 ** 20) {
      lose(new OcrBroken(`more than ${MAX_MEMORY_MB} MiB`));
    }
  };
  return setInterval(() => look().catch(() => {}), WATCH_MS);
}

async function read(worker: Worker, image: OcrImage, psm: PSM) {
  await worker.setParameters({
    tessedit_pageseg_mode: psm,
    user_defined_dpi: String(Math.round(image.dpi)),
  });
  return worker.recognize(asPgm(image), {}, { text: false, blocks: true });
}

/** The simplest file format for a grey image: a line of text and the pixels (netpbm, "P5"). */
function asPgm({ width, height, grey }: OcrImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey]);
}

function linesOf(data: Recognised): OcrLine[] {
  const lines = (data.blocks ?? []).flatMap((b) => b.paragraphs.flatMap((p) => p.lines));
  return lines.map(({ words, baseline, rowAttributes }) => ({
    words: words.map(({ text, bbox, confidence }) => ({
      text,
      box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1],
      confidence,
    })),
    baseline: [baseline.x0, baseline.y0, baseline.x1, baseline.y1],
    height: rowAttributes.rowHeight,
  }));
}

async function within<T>(work: Promise<T>, maxMs: number): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new OcrTimeout(`not read within ${maxMs} ms`)), maxMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(clock);
    work.catch(() => {}); // it may still fail after the time was out
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
