/** A scanned sample kept as a TIFF is read as it is: by the reader of the command line, with its OCR. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openReader } from '../../cli/read-files.ts';
import { loadSettings } from '../../config/load.ts';
import { renderPage } from '../../extraction/pages/render.ts';
import { makeTiff, type TiffPageSpec } from '../extraction/pages/make-tiff.ts';
import { differences, factsOf, type HandlingLike, nearly } from './facts.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');
const home = mkdtempSync(join(tmpdir(), 'expediera-tiff-'));
const reader = openReader(loadSettings({ home }, {}));
afterAll(async () => {
  await reader.close();
  rmSync(home, { recursive: true, force: true });
});

/** The picture as a scanner for text keeps it: black on white, eight dots a byte, ones are black. */
async function scanOf(sample: string, dpi: number): Promise<TiffPageSpec> {
  const bytes = new Uint8Array(readFileSync(join(SAMPLES, sample)));
  const drawn = await renderPage(bytes, 'image/png', 1, dpi);
  if (!drawn) throw new Error('not drawn');
  const { width, height, grey } = drawn;
  const rowBytes = Math.ceil(width / 8);
  const data = new Uint8Array(rowBytes * height);
  grey.forEach((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (value < 150)
      data[y * rowBytes + (x >> 3)] = (data[y * rowBytes + (x >> 3)] as number) | (0x80 >> (x & 7));
  });
  return { width, height, data, deflate: true, dpi, tags: { 258: 1, 262: 0 } };
}

it('a page after its small copy', { timeout: 120_000 }, async () => {
  const page = await scanOf('lovstrand-tjansteutlatande.png', 200);
  const copy = { width: 60, height: 84, tags: { 254: 1 } };
  const path = join(home, 'skannad.tif');
  writeFileSync(path, makeTiff([copy, page]));
  const record = await reader.read(path);
  expect(record.source).toMatchObject({ mediaType: 'image/tiff', pageCount: 1 });
  expect(record.pages[0]).toMatchObject({ textSource: 'ocr' });
  expect(record.warnings).toEqual([]);
  const expected = JSON.parse(
    readFileSync(join(SAMPLES, 'lovstrand-tjansteutlatande.expected.json'), 'utf8'),
  );
  const facts = factsOf(expected.handlingar as HandlingLike[]);
  expect(facts.size).toBeGreaterThan(10);
  const misses = differences(facts, factsOf(record.handlingar), nearly);
  expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(facts.size * 0.1);
});
