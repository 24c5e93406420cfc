/**
 * How far numbers read by OCR can be trusted: `node bench/numbers.ts [--dpi 150] FILE.pdf…` (default: the samples with
 * text, at 150 and 200 dpi). A scan with its text beside it (FILE.txt) is read as it is; a PDF with text of its own is
 * drawn, worn as by an office copier and read, and its own text is what is right. Counted are all words with a figure
 * but web addresses: confirmed or not, right or not, before and after the look at what stands around them.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDocument } from '../extraction/pages/index.ts';
import { confirmNumbers } from '../extraction/pages/ocr/confirm-numbers.ts';
import { ocrPages, repairReadings, tesseractEngine } from '../extraction/pages/ocr/index.ts';
import { bare } from '../extraction/pages/ocr/numbers.ts';
import type { Page } from '../extraction/pages/page.ts';
import { imagePdf, type PageImage } from '../samples/make/scan/image-pdf.ts';
import { toCanvas, wear } from '../samples/make/scan/paper.ts';
import { renderGrey } from '../samples/make/scan/render.ts';

interface Read {
  text: string;
  confirmed: boolean;
}

/** How many numbers are confirmed and right, confirmed and wrong, unconfirmed and right, unconfirmed and wrong. */
type Counts = [number, number, number, number];

const { values, positionals } = parseArgs({ options: { dpi: { type: 'string' } }, allowPositionals: true });
const SAMPLES = join(import.meta.dirname, '../samples');
const withText = () =>
  globSync('{ekerud,granvik,norrvall-h}*.pdf', { cwd: SAMPLES }).map((f) => join(SAMPLES, f));
const paths = positionals.length > 0 ? positionals : withText().sort();
const resolutions = values.dpi ? [Number(values.dpi)] : [150, 200];
const engine = tesseractEngine();

/** The pages as a copier gives them: grey, a little crooked and soft. */
async function scanned(pdf: Uint8Array, dpi: number): Promise<Buffer> {
  const images: PageImage[] = [];
  for (const [n, page] of (await renderGrey(pdf, dpi)).entries()) {
    const worn = wear(page, {
      turn: ((n % 5) - 2) * 0.4,
      blur: 0.9,
      grain: 12,
      paper: 240,
      shade: 18,
      seed: 7 + n,
    });
    const data = await toCanvas(worn).encode('jpeg', 50);
    images.push({ width: page.width, height: page.height, filter: 'DCTDecode', data });
  }
  return imagePdf(images);
}

async function read(pdf: Uint8Array): Promise<Page[]> {
  const { mediaType, ocr } = await openDocument(pdf);
  const pages: Page[] = [];
  await ocrPages(
    pdf,
    mediaType,
    ocr.map(({ page }) => page),
    engine,
    ({ page }) => void pages.push(page),
  );
  return repairReadings(pages.sort((a, b) => a.page - b.page));
}

const isAddress = (text: string): boolean => /https?:|www\.|@/.test(text);
/** § apart from its number, as some print it and some do not. */
const apart = (text: string): string[] =>
  text
    .replace(/§(?=\S)/g, '§ ')
    .split(/\s+/)
    .filter((t) => t && !isAddress(t));

const wordsOf = (pages: Page[]): Read[] =>
  pages.flatMap(({ lines }) =>
    lines.flatMap(({ words }) =>
      words.flatMap(({ text, confirmed }) =>
        apart(text).map((part) => ({ text: part, confirmed: confirmed === true })),
      ),
    ),
  );

/** Counts the numbers of `found` by the longest run of words that both have in order, and what is left over of either. */
function count(found: Read[], truth: string[]): Counts {
  const [a, b] = [found.map(({ text }) => bare(text)), truth.map(bare)];
  const right = new Set<number>();
  const left = new Map<string, number>();
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const leave = (word: string) => left.set(word, (left.get(word) ?? 0) + 1);
  let i = 0;
  let passed = -1;
  for (let j = 0; j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      right.add(i++);
      j++;
    } else if (i < a.length && at(i + 1, j) >= at(i, j + 1)) i++;
    else {
      leave(b[j] as string);
      // "1 (2)" read as "1(2)", "1 100" as "1100": the same figures
      if (passed === j - 1) leave(bare(`${truth[j - 1]}${truth[j]}`));
      passed = j++;
    }
  }
  const counts: Counts = [0, 0, 0, 0];
  found.forEach(({ text, confirmed }, n) => {
    if (!/\d/.test(text)) return;
    const spare = left.get(a[n] as string) ?? 0;
    const isRight = right.has(n) || spare > 0;
    if (!right.has(n) && spare > 0) left.set(a[n] as string, spare - 1);
    const kind = (confirmed ? 0 : 2) + (isRight ? 0 : 1);
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (confirmed && !isRight) console.error(`  confirmed, but not printed so: ${text}`);
  });
  return counts;
}

async function measure(name: string, pdf: Uint8Array, truth: string[]): Promise<void> {
  const pages = await read(pdf);
  const twice = count(wordsOf(pages), truth);
  const around = count(wordsOf(confirmNumbers(pages)), truth);
  console.log(
    [name, truth.filter((t) => /\d/.test(t)).length, twice.join(' / '), around.join(' / ')].join(' | '),
  );
}

console.log(
  'file | numbers | read twice: confirmed right / wrong / unconfirmed right / wrong | with what stands around',
);
for (const path of paths) {
  const bytes = new Uint8Array(readFileSync(path));
  const beside = path.replace(/\.pdf$/, '.txt');
  if (existsSync(beside)) {
    await measure(basename(path), bytes, apart(readFileSync(beside, 'utf8')));
    continue;
  }
  const { pages } = await openDocument(bytes);
  const truth = pages.flatMap(({ lines }) => lines.flatMap(({ text }) => apart(text)));
  for (const dpi of resolutions) {
    await measure(`${basename(path)} at ${dpi} dpi`, new Uint8Array(await scanned(bytes, dpi)), truth);
  }
}
await engine.terminate();
