/**
 * Records with text, from bytes to record: `node bench/text.ts [FOLDER]` (default: samples/). Every PDF of the folder in
 * which no page needs OCR is opened and assembled, one after another on one thread; beside it poppler's pdftotext,
 * which only takes the text out, on the same files in the same run (Debian: poppler-utils).
 */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { sha256Of } from '../extraction/ids.ts';
import { assembleRecord } from '../extraction/index.ts';
import { openDocument } from '../extraction/pages/index.ts';
import { Refusal } from '../extraction/refusal.ts';

const run = promisify(execFile);
const folder = process.argv[2] ?? join(import.meta.dirname, '../samples');
const paths = globSync('*.pdf', { cwd: folder })
  .sort()
  .map((name) => join(folder, name));

const taken: string[] = [];
let pages = 0;
let opening = 0;
let assembling = 0;
for (const path of paths) {
  const bytes = readFileSync(path);
  const start = performance.now();
  const opened = await openDocument(bytes).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!opened || opened.ocr.length > 0) {
    console.log(`${basename(path)}: ${opened ? 'has pages that need OCR' : 'is refused'}, left out`);
    continue;
  }
  const between = performance.now();
  const { mediaType, pageCount } = opened;
  const source = { fileName: basename(path), sha256: sha256Of(bytes), bytes: bytes.length };
  assembleRecord({ ...source, mediaType, pageCount }, opened.pages);
  assembling += performance.now() - between;
  opening += between - start;
  pages += pageCount;
  taken.push(path);
}
if (taken.length === 0) {
  console.error(`Ingen PDF med text finns i ${folder}. / There is no PDF with text in ${folder}.`);
  process.exit(1);
}

const ours = (opening + assembling) / 1000;
const perSecond = (time: number) => `${time.toFixed(2)} s, ${(pages / time).toFixed(0)} pages/s`;
const inSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
console.log(`${taken.length} files, ${pages} pages`);
console.log(
  `ours       ${perSecond(ours)} (opening ${inSeconds(opening)}, assembling ${inSeconds(assembling)}), ` +
    `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most`,
);

const version = await run('pdftotext', ['-v']).catch(() => null);
if (version) {
  const start = performance.now();
  for (const path of taken) await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 2 ** 30 });
  const theirs = (performance.now() - start) / 1000;
  console.log(`pdftotext  ${perSecond(theirs)}: ratio ${(ours / theirs).toFixed(1)}`);
} else {
  console.log(
    'pdftotext saknas i PATH; installera det för jämförelsen (Debian: apt-get install poppler-utils).\n' +
      'pdftotext is not in PATH; install it for the comparison (Debian: apt-get install poppler-utils).',
  );
}
