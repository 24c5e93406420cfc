/**
 * A thread that loads the whole program, reads the samples and answers a matter's way, and tells every expression that was built meanwhile.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type Expression, productFiles, root } from './expressions.ts';

const built: Expression[] = [];
const own = RegExp;

/** The place in the program that built it; null: another's code. */
function placeOf(stack: string | undefined): string | null {
  const line = (stack ?? '')
    .split('\n')
    .find((l) => l.includes('file://') && !l.includes('built-expressions'));
  const place = line?.slice(line.indexOf('file://') + 'file://'.length).replace(/:\d+\)?$/, '');
  if (!place?.startsWith(`${root}/`) || place.includes('node_modules')) return null;
  return place.slice(root.length + 1);
}

function note(made: RegExp): RegExp {
  const at = placeOf(new Error().stack);
  if (at) built.push({ source: made.source, flags: made.flags, at });
  return made;
}

globalThis.RegExp = new Proxy(own, {
  construct: (target, args, as) => note(Reflect.construct(target, args, as) as RegExp),
  apply: (target, self, args) => note(Reflect.apply(target, self, args) as RegExp),
});

/** These do something when they are loaded. */
const STARTS = ['cli/main.ts', 'extraction/bounded/thread.ts', 'extraction/pages/ocr/tesseract-thread.ts'];
/** These run in a browser. */
const CLIENT = 'server/desk/client/';
for (const path of productFiles()) {
  if (!STARTS.includes(path) && !path.startsWith(CLIENT)) await import(`${root}/${path}`);
}

const { assembleRecord } = await import('../../extraction/index.ts');
const { openDocument } = await import('../../extraction/pages/index.ts');
for (const path of workerData as string[]) {
  const { mediaType, pageCount, pages } = await openDocument(new Uint8Array(readFileSync(path)));
  assembleRecord({ fileName: 'f', sha256: 'a'.repeat(64), bytes: 1, mediaType, pageCount }, pages);
}
parentPort?.postMessage(built);
