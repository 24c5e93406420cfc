/**
 * Memory over the pages of a long scan: `node bench/scan-memory.ts [PAGES] [--ocr]` (default: 1,000 pages, OCR answered from
 * a record; with --ocr it is tesseract's). The pages go through the step that reads them in an installation, in tasks of eight, their results kept in blobs. Prints the memory of the process as pages are read; it is to stay flat.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanMemory } from '../test/hostile/scan-memory.ts';

const args = process.argv.slice(2);
const pages = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1000);
const home = mkdtempSync(join(tmpdir(), 'expediera-scan-'));
try {
  const { bytes, samples, growth } = await scanMemory({ pages, home, ocr: args.includes('--ocr') });
  console.log(`${pages} pages, ${(bytes / 2 ** 20).toFixed(1)} MiB`);
  for (const { page, mib } of samples)
    console.log(`${String(page).padStart(6)} pages ${Math.round(mib)} MiB`);
  console.log(`${(growth * 1024).toFixed(1)} KiB a page, over the second half`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
