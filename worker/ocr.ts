/** OCR for the steps of one worker: one engine and one thread that draws, shared by all of them. */
import type { OcrReader } from '../activities/deps.ts';
import type { Settings } from '../config/settings.ts';
import { createRenderer, ocrPages, tesseractEngine } from '../extraction/pages/ocr/index.ts';
import type { Metrics } from './metrics/index.ts';

/** The reader. Its threads start when the first page comes; `close` ends them. */
export function createOcr(
  { ocrWorkers }: Settings,
  metrics?: Pick<Metrics, 'ocrSeconds'>,
): OcrReader & { close(): Promise<void> } {
  const engine = tesseractEngine({
    workers: ocrWorkers,
    ...(metrics && { around: (reading, read) => read().finally(metrics.ocrSeconds.startTimer({ reading })) }),
  });
  const renderer = createRenderer();
  return {
    read: (bytes, mediaType, pages, onPage, signal) =>
      ocrPages(bytes, mediaType, pages, engine, onPage, { signal, renderer }),
    async close() {
      await Promise.all([engine.terminate(), renderer.close()]);
    },
  };
}
