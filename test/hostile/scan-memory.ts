/** A long scan read page by page, as an installation reads it, with an eye on the memory of the process. */
import { deflateSync } from 'node:zlib';
import { openBounded } from '../../extraction/bounded/index.ts';
import { sha256Of } from '../../extraction/ids.ts';
import {
  createRenderer,
  type OcrEngine,
  ocrPages,
  recordedEngine,
  tesseractEngine,
} from '../../extraction/pages/ocr/index.ts';
import { getReading, putReading } from '../../store/derived.ts';
import { openFsBlobs } from '../../store/fs/blobs.ts';
import { pdfOf } from '../extraction/pages/make-pdf.ts';

/** An A4 page at 200 dpi. */
const WIDTH = 1654;
const HEIGHT = 2339;
/** Pages to a task, as the installation's default. */
const TASK = 8;

/** A PDF of so many scanned pages, each a picture of its own with bars where lines of text would be. */
export function scanOf(pages: number): Uint8Array {
  const objects: Parameters<typeof pdfOf>[0] = {
    catalog: '<< /Type /Catalog /Pages @tree >>',
    tree: `<< /Type /Pages /Kids [${Array.from({ length: pages }, (_, n) => `@page${n}`).join(' ')}] /Count ${pages} >>`,
    content: { dictionary: '', stream: new Uint8Array(Buffer.from('q 595 0 0 842 0 0 cm /Im Do Q')) },
  };
  for (let n = 0; n < pages; n++) {
    const grey = Buffer.alloc(WIDTH * HEIGHT, 255);
    for (let row = 200 + (n % 40); row < HEIGHT - 200; row += 60) {
      for (let y = row; y < row + 20; y++) grey.fill(0, y * WIDTH + 200, y * WIDTH + 1400);
    }
    objects[`image${n}`] = {
      dictionary: `/Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      stream: deflateSync(grey, { level: 1 }),
    };
    objects[`page${n}`] =
      `<< /Type /Page /Parent @tree /MediaBox [0 0 595 842] /Contents @content /Resources << /XObject << /Im @image${n} >> >> >>`;
  }
  return pdfOf(objects);
}

const recorded = (): OcrEngine =>
  recordedEngine(
    () => [
      {
        words: [{ text: 'Kommunstyrelsen', box: [200, 200, 900, 240], confidence: 91 }],
        baseline: [200, 240, 900, 240],
        height: 40,
      },
    ],
    2,
  );

export interface ScanMemory {
  bytes: number;
  /** MiB of the process after so many pages. */
  samples: { page: number; mib: number }[];
  /** MiB a page, over the second half: the slope of the line through it. */
  growth: number;
}

/** Reads such a scan and keeps what was read in blobs under `home`. */
export async function scanMemory(options: {
  pages: number;
  home: string;
  ocr?: boolean;
}): Promise<ScanMemory> {
  const { pages, home, ocr = false } = options;
  const blobs = openFsBlobs(home);
  const file = scanOf(pages);
  const { sha256, bytes } = await blobs.put(file);
  if (sha256 !== sha256Of(file)) throw new Error('another content was kept');
  const opened = await openBounded(file);
  const engine = ocr ? tesseractEngine({ workers: 2 }) : recorded();
  const renderer = createRenderer();
  const samples: ScanMemory['samples'] = [];
  try {
    const wanted = opened.ocr.map(({ page }) => page);
    for (let from = 0; from < wanted.length; from += TASK) {
      // Each task gets the content for itself, as each may be done on another machine.
      const content = await blobs.get(sha256);
      if (!content) throw new Error('the content is gone');
      await ocrPages(
        content,
        opened.mediaType,
        wanted.slice(from, from + TASK),
        engine,
        (reading) => putReading(blobs, sha256, 'v', reading),
        { renderer },
      );
      samples.push({ page: Math.min(from + TASK, wanted.length), mib: process.memoryUsage.rss() / 2 ** 20 });
    }
    if (!(await getReading(blobs, sha256, 'v', pages))) throw new Error('the last page was not kept');
  } finally {
    await Promise.all([engine.terminate(), renderer.close()]);
  }
  return { bytes, samples, growth: slopeOf(samples.slice(samples.length >> 1)) };
}

/** Least squares. */
function slopeOf(samples: ScanMemory['samples']): number {
  const mean = (of: (one: ScanMemory['samples'][number]) => number): number =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [x, y] = [mean(({ page }) => page), mean(({ mib }) => mib)];
  const along = samples.reduce((sum, { page, mib }) => sum + (page - x) * (mib - y), 0);
  const across = samples.reduce((sum, { page }) => sum + (page - x) ** 2, 0);
  return along / across;
}
