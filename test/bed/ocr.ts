/** The OCR that the command line and the workers use, for the bed's scanned files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OcrReading } from '../../activities/deps.ts';
import { loadSettings } from '../../config/load.ts';
import type { ReadScanned } from '../../extraction/index.ts';
import { createOcr } from '../../worker/ocr.ts';

/** Runs something with an OCR, and ends its threads after. */
export async function withOcr<T>(use: (readScanned: ReadScanned) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'expediera-bed-'));
  const ocr = createOcr(loadSettings({ home }, {}));
  const { signal } = new AbortController();
  try {
    return await use(async (bytes, mediaType, pages) => {
      const readings: OcrReading[] = [];
      await ocr.read(bytes, mediaType, pages, async (reading) => void readings.push(reading), signal);
      return readings;
    });
  } finally {
    await ocr.close();
    rmSync(home, { recursive: true, force: true });
  }
}
