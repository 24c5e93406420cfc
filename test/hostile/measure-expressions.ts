/**
 * A thread that feeds expressions with hostile texts and tells how each went about it. Time is this thread's own CPU
 * time, which a busy machine does not change. It can be ended in the middle of an expression.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { attacksOn } from './attacks.ts';
import type { Expression } from './expressions.ts';

export interface Measured {
  index: number;
  /** Milliseconds for the worst text, and how many times as long one of twice the length took. */
  ms: number;
  ratio: number;
  /** How the worst text begins. */
  text: string;
}

/** Characters of a hostile text. What backs up takes tens of millions of steps on it, what does not some thousand. */
const LENGTH = 8_000;
/** Quicker than this, milliseconds, is no trouble whatever its form. */
const FLOOR_MS = 6;
/** Slower than this is, whatever its form. */
const CEILING_MS = 150;

const { expressions, from } = workerData as { expressions: Expression[]; from: number };

function used(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function take(re: RegExp, text: string): number {
  const start = used();
  if (re.global) text.replace(re, '');
  else re.exec(text);
  re.lastIndex = 0;
  return used() - start;
}

/** The best of some, or of two where it is long: what runs beside it costs time too, where a processor's memory is shared. */
function best(re: RegExp, text: string): number {
  let ms = take(re, text);
  for (let again = 0; again < (ms < CEILING_MS ? 3 : 1) && ms > FLOOR_MS; again++)
    ms = Math.min(ms, take(re, text));
  return ms;
}

for (let index = from; index < expressions.length; index++) {
  const { source, flags } = expressions[index] as Expression;
  parentPort?.postMessage({ index });
  const re = new RegExp(source, flags);
  let worst: Measured = { index, ms: 0, ratio: 1, text: '' };
  for (const attack of attacksOn(source, flags)) {
    const text = attack(LENGTH);
    const ms = best(re, text);
    if (ms <= FLOOR_MS) continue;
    const twice = attack(2 * LENGTH);
    let ratio = ms >= CEILING_MS ? Number.POSITIVE_INFINITY : best(re, twice) / ms;
    if (ratio > 3 && ms < CEILING_MS) ratio = Math.min(ratio, best(re, twice) / best(re, text));
    if (ratio > worst.ratio) worst = { index, ms, ratio, text: text.slice(0, 60) };
    if (ratio > 3) break;
  }
  parentPort?.postMessage(worst);
}
