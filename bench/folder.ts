/**
 * A folder of any files through reading, as the installation does it, with its limits: `node bench/folder.ts FOLDER
 * [--ocr] [--seconds N] [--only TEXT]`. One line a file: time, the memory of the process, and what became of it. A record
 * and a refusal are both right; anything else is a fault of ours, and the exit code is then 1. For the public test files
 * of PDF readers, and for what people send in.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OcrReading } from '../activities/deps.ts';
import { settingsSchema } from '../config/settings.ts';
import { sha256Of } from '../extraction/ids.ts';
import { withReadings } from '../extraction/pages/index.ts';
import { recordSchema } from '../extraction/record.ts';
import { Refusal } from '../extraction/refusal.ts';
import { createOcr } from '../worker/ocr.ts';
import { createReader } from '../worker/reader.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ocr: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    only: { type: 'string', default: '' },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error('Ange en mapp: node bench/folder.ts MAPP. / Name a folder: node bench/folder.ts FOLDER.');
  process.exit(2);
}

const settings = { ...settingsSchema.parse({ fileSeconds: values.seconds }), ownWords: null };
const reader = createReader(settings);
const ocr = values.ocr ? createOcr(settings) : null;
const { signal } = new AbortController();

async function outcomeOf(bytes: Uint8Array, fileName: string): Promise<string> {
  const opened = await reader.open(bytes, signal);
  const { mediaType, pageCount } = opened;
  const readings: OcrReading[] = [];
  const wanted = opened.ocr.map(({ page }) => page);
  if (ocr && wanted.length > 0) {
    const keep = async (reading: OcrReading): Promise<void> => void readings.push(reading);
    await ocr.read(bytes, mediaType, wanted, keep, signal);
  }
  const { pages, warnings } = withReadings(opened, readings);
  const source = { fileName, sha256: sha256Of(bytes), bytes: bytes.length, mediaType, pageCount };
  const record = recordSchema.parse(await reader.assemble(source, pages, warnings, signal));
  const chars = pages.reduce((sum, { lines }) => sum + lines.reduce((n, l) => n + l.text.length, 0), 0);
  const codes = [...new Set(record.warnings.map(({ code }) => code))].join(',');
  return `${pageCount} pages, ${wanted.length} for OCR, ${chars} characters, ${record.handlingar.length} handlingar ${codes}`;
}

const paths = globSync('**/*', { cwd: folder })
  .filter((path) => path.includes(values.only) && statSync(join(folder, path)).isFile())
  .sort();
const counts = { records: 0, refused: 0, faults: 0 };
let longest = { ms: 0, path: '' };
for (const path of paths) {
  const bytes = new Uint8Array(readFileSync(join(folder, path)));
  const start = performance.now();
  let told: string;
  try {
    told = await outcomeOf(bytes, path);
    counts.records++;
  } catch (error) {
    if (error instanceof Refusal) {
      told = `refused: ${error.code} ${error.detail?.en ?? ''}`;
      counts.refused++;
    } else {
      told = `FAULT: ${error instanceof Error ? error.stack : error}`;
      counts.faults++;
    }
  }
  const ms = Math.round(performance.now() - start);
  if (ms > longest.ms) longest = { ms, path };
  const mib = Math.round(process.memoryUsage.rss() / 2 ** 20);
  console.log(`${String(ms).padStart(6)} ms ${String(mib).padStart(5)} MiB  ${path}: ${told}`);
}
await Promise.all([reader.close(), ocr?.close()]);
const most = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${paths.length} files: ${counts.records} records, ${counts.refused} refused, ${counts.faults} faults; ` +
    `the longest ${longest.ms} ms (${longest.path}), ${most} MiB at most`,
);
process.exitCode = counts.faults > 0 ? 1 : 0;
