/** OCR for the activities and for `extract`: one pool of threads for all files of this process. */
import type { OcrReader } from '../activities/deps.ts';
import type { Settings } from '../config/settings.ts';
import { createRenderer, ocrPages, tesseractEngine } from '../extraction/pages/ocr/index.ts';

/** The OCR of one worker. Threads start when first needed; `close` ends them. */
export function createOcr(settings: Pick<Settings, 'ocrWorkers'>): OcrReader & { close(): Promise<void> } {
  const engine = tesseractEngine({ workers: settings.ocrWorkers });
  const renderer = createRenderer();
  return {
    read: (bytes, mediaType, pages, onPage, signal) =>
      ocrPages(bytes, mediaType, pages, engine, onPage, { signal, renderer }),
    async close() {
      await Promise.all([engine.terminate(), renderer.close()]);
    },
  };
}
