/**
 * How long reading scanned pages takes against native tesseract on the same cores:
 * `node bench/ocr.ts [FILE.pdf …] [--rounds N] [--workers N]`; without files, the scans of samples/.
 *
 * Both read the same pages in turn, so that what else runs on the machine slows both alike. Native tesseract gets
 * each page as a finished image of 300 dpi; ours draws the pages itself and reads its numbers twice. Prints, for each
 * file, seconds by the clock and of the processors, and ours as a multiple of native's. Processor time is the steadier
 * of the two on a machine in use. Needs Linux, and `tesseract` with Swedish, by apt-get install tesseract-ocr-swe.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { openDocument } from '../extraction/pages/index.ts';
import { createRenderer, ocrPages, tesseractEngine } from '../extraction/pages/ocr/index.ts';
import { renderPage } from '../extraction/pages/render.ts';

/** What the house promises. */
const GOAL = 1.4;
/** Kernel ticks a second: USER_HZ, 100 on every Linux. */
const TICKS = 100;

interface Spent {
  wall: number;
  cpu: number;
}

const run = promisify(execFile);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '1' }, workers: { type: 'string' } },
});
const workers = Number(values.workers ?? availableParallelism());
const rounds = Number(values.rounds);

const missing = whatIsMissing();
if (missing) {
  console.log(`skipped: ${missing}`);
  process.exit(0);
}

const engine = tesseractEngine({ workers });
const renderer = createRenderer();
const folder = mkdtempSync(join(tmpdir(), 'expediera-bench-'));
const total = { ours: { wall: 0, cpu: 0 }, native: { wall: 0, cpu: 0 } };
try {
  let warm = false;
  for (const file of positionals.length > 0 ? positionals : samples()) {
    const bytes = new Uint8Array(readFileSync(file));
    const { mediaType, ocr } = await openDocument(bytes);
    const pages = ocr.map(({ page }) => page);
    if (pages.length === 0) continue;
    const images = await drawn(bytes, mediaType, pages);
    const ours = () => ocrPages(bytes, mediaType, pages, engine, () => {}, { renderer });
    // Starting the threads is paid once by a worker that lives for days.
    if (!warm) await ours();
    warm = true;
    const spent = { ours: { wall: 0, cpu: 0 }, native: { wall: 0, cpu: 0 } };
    for (let round = 0; round < rounds; round++) {
      add(spent.ours, await measure(ours));
      add(spent.native, await measure(() => native(images)));
    }
    add(total.ours, spent.ours);
    add(total.native, spent.native);
    tell(`${basename(file)}, ${pages.length} pages`, spent);
  }
  tell(`all, ${workers} at a time`, total);
  console.log(
    `goal ${GOAL}: ${total.ours.cpu / total.native.cpu <= GOAL ? 'met' : 'not met'} (processor time)`,
  );
  console.log(`most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  await Promise.all([engine.terminate(), renderer.close()]);
  rmSync(folder, { recursive: true });
}

function whatIsMissing(): string | null {
  if (!existsSync('/proc/self/stat')) return 'processor time of other programs is only told by Linux';
  try {
    const languages = execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8', stdio: 'pipe' });
    return /^swe$/m.test(languages)
      ? null
      : 'native tesseract has no Swedish (apt-get install tesseract-ocr-swe)';
  } catch {
    return 'native tesseract is not here (apt-get install tesseract-ocr tesseract-ocr-swe)';
  }
}

function samples(): string[] {
  const home = join(import.meta.dirname, '..', 'samples');
  return readdirSync(home)
    .filter((name) => /\.(?:pdf|png|jpe?g)$/.test(name))
    .map((name) => join(home, name));
}

/** The pages as files of grey pixels, for native tesseract. */
async function drawn(bytes: Uint8Array, mediaType: string, pages: readonly number[]): Promise<string[]> {
  const files: string[] = [];
  for (const no of pages) {
    const image = await renderPage(bytes, mediaType, no);
    if (!image) continue;
    const file = join(folder, `${no}.pgm`);
    writeFileSync(file, `P5\n${image.width} ${image.height}\n255\n`);
    writeFileSync(file, image.grey, { flag: 'a' });
    files.push(file);
  }
  return files;
}

/** As many processes at a time as we have workers, each on one core. */
async function native(images: readonly string[]): Promise<void> {
  const waiting = [...images];
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const one = async () => {
    for (let image = waiting.shift(); image; image = waiting.shift()) {
      await run('tesseract', [image, '-', '-l', 'swe', '--dpi', '300', 'tsv'], { env, maxBuffer: 2 ** 26 });
    }
  };
  await Promise.all(Array.from({ length: workers }, one));
}

async function measure(work: () => Promise<unknown>): Promise<Spent> {
  const [wall, cpu] = [performance.now(), processorSeconds()];
  await work();
  return { wall: (performance.now() - wall) / 1000, cpu: processorSeconds() - cpu };
}

/** Of this process and of those it started and that have ended (proc_pid_stat(5): utime, stime, cutime, cstime). */
function processorSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}

function add(to: Spent, more: Spent): void {
  to.wall += more.wall;
  to.cpu += more.cpu;
}

function tell(what: string, { ours, native }: { ours: Spent; native: Spent }): void {
  const figures = (kind: 'wall' | 'cpu') =>
    `${ours[kind].toFixed(1)} s / ${native[kind].toFixed(1)} s = ${(ours[kind] / native[kind]).toFixed(2)}`;
  console.log(`${what}: by the clock ${figures('wall')}; processors ${figures('cpu')}`);
}
