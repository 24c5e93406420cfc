/**
 * OCR against native tesseract 5 on the same pages, models and cores, by turns: `node bench/ocr.ts [PDF…]` (default: the
 * scanned samples). Ours is everything from the file to pages with confirmed numbers; native is only the reading of pages
 * already drawn and turned level, one process a core with one thread each: at 300 dpi, as is usual, and at ours. Needs `tesseract` in PATH (Debian: tesseract-ocr).
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { openDocument } from '../extraction/pages/index.ts';
import { drawPage } from '../extraction/pages/ocr/draw.ts';
import { ocrPages, tesseractEngine } from '../extraction/pages/ocr/index.ts';
import { languageFolder } from '../extraction/pages/ocr/languages.ts';

const run = promisify(execFile);
const samples = join(import.meta.dirname, '../samples');
const SCANS = ['fjallsunda-socialnamnden', 'lovstrand-stadsdelsnamnden', 'mellana-direktionen'];
const given = process.argv.slice(2);
const paths = given.length > 0 ? given : SCANS.map((name) => join(samples, `${name}.pdf`));
const cores = availableParallelism();

const version = await run('tesseract', ['--version']).catch(() => null);
if (!version) {
  console.error(
    'tesseract saknas i PATH; installera det för jämförelsen (Debian: apt-get install tesseract-ocr).\n' +
      'tesseract is not in PATH; install it for the comparison (Debian: apt-get install tesseract-ocr).',
  );
  process.exit(1);
}

const files = await Promise.all(
  paths.map(async (path) => {
    const bytes = readFileSync(path);
    const { ocr } = await openDocument(bytes);
    return { bytes, pages: ocr.map(({ page }) => page) };
  }),
);
const ROUNDS = 5;
const pageCount = files.reduce((sum, { pages }) => sum + pages.length, 0);

let rss = 0;
const watch = setInterval(() => {
  rss = Math.max(rss, process.memoryUsage.rss());
}, 100);
const folder = mkdtempSync(join(tmpdir(), 'expediera-bench-'));
try {
  const model = join(await languageFolder(), 'swe.traineddata.gz');
  writeFileSync(join(folder, 'swe.traineddata'), gunzipSync(readFileSync(model)));
  console.log(`${version.stdout.split('\n')[0]}, ${pageCount} pages, ${cores} cores, ${ROUNDS} rounds`);
  const [usual, own] = [await drawAll(300), await drawAll(undefined)];
  const rounds: Round[] = [];
  for (let i = 1; i <= ROUNDS; i++) {
    const round = {
      ours: await spent(readAll),
      native: await spent(() => readAllNatively(usual)),
      nativeOwn: await spent(() => readAllNatively(own)),
    };
    rounds.push(round);
    const ratio = (round.ours.clock / round.native.clock).toFixed(2);
    console.log(`${i}: ours ${told(round.ours)}; native, 300 dpi ${told(round.native)}; ratio ${ratio}`);
  }
  console.log(`ours to native at 300 dpi: ${ratios(rounds, 'native')}`);
  console.log(`ours to native with our images: ${ratios(rounds, 'nativeOwn')}`);
  console.log(`ours: ${Math.round(rss / 2 ** 20)} MiB at most`);
} finally {
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
}

/** Everything, threads and models started anew. */
async function readAll(): Promise<void> {
  const engine = tesseractEngine({ workers: cores });
  for (const { bytes, pages } of files) await ocrPages(bytes, 'application/pdf', pages, engine, () => {});
  await engine.terminate();
}

function told({ clock, cpu }: Spent): string {
  return `${clock.toFixed(1)} s, ${(clock / pageCount).toFixed(2)} a page, processors ${cpu.toFixed(1)} s`;
}

function ratios(rounds: readonly Round[], to: 'native' | 'nativeOwn'): string {
  const median = (measure: keyof Spent) => {
    const sorted = rounds.map((round) => round.ours[measure] / round[to][measure]).sort((a, b) => a - b);
    return (sorted[Math.floor(sorted.length / 2)] as number).toFixed(2);
  };
  return `median ${median('clock')}, of processor time ${median('cpu')}`;
}

/** The paths of all pages as images. */
async function drawAll(dpi: number | undefined): Promise<string[]> {
  const paths: string[] = [];
  for (const { bytes, pages } of files) {
    for (const no of pages) {
      const image = await drawPage(bytes, 'application/pdf', no, dpi);
      if (!image) continue;
      const path = join(folder, `${dpi ?? 'ours'}-${paths.length}.pgm`);
      const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`);
      writeFileSync(path, Buffer.concat([header, image.grey]));
      paths.push(path);
    }
  }
  return paths;
}

async function readAllNatively(paths: readonly string[]): Promise<void> {
  const images = [...paths];
  const readOneByOne = async (): Promise<void> => {
    for (let path = images.pop(); path !== undefined; path = images.pop()) await readNatively(path);
  };
  await Promise.all(Array.from({ length: cores }, readOneByOne));
}

async function readNatively(path: string): Promise<void> {
  const env = { ...process.env, OMP_THREAD_LIMIT: '1', TESSDATA_PREFIX: folder };
  await run('tesseract', [path, '-', '-l', 'swe', '--oem', '1', '--psm', '3'], { env });
}

type Round = Record<'ours' | 'native' | 'nativeOwn', Spent>;

interface Spent {
  /** Seconds. */
  clock: number;
  cpu: number;
}

async function spent(work: () => Promise<void>): Promise<Spent> {
  const [start, cpu] = [performance.now(), processorSeconds()];
  await work();
  return { clock: (performance.now() - start) / 1000, cpu: processorSeconds() - cpu };
}

/**
 * Of this process and of those it started that have ended; on a machine in use the steadier measure. proc_pid_stat(5): utime,
 * stime, cutime and cstime in hundredths of a second. NaN where there is no /proc.
 */
function processorSeconds(): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}
