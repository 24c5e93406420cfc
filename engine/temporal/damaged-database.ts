/**
 * A Temporal server answers on a database that it cannot work with: one that is cut off, damaged, or of a version that knows
 * other tables. It tries again and again then, and only its log says why.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Problem } from '../problem.ts';

/** SQLite's words, with its number for it. */
const DAMAGED =
  /database disk image is malformed|file is not a database|no such (?:table|column)|has no column named/gi;
/** Once may be a question that somebody asked; what is damaged is met again at once. */
const TIMES = 3;
const LOOK_EVERY_MS = 1_000;
const BLOCK = 1 << 20;

/** Rejects with a Problem "temporal-start" when the log says so; never settles otherwise. */
export function untilDamaged(
  { logPath, begins, database }: { logPath: string; begins: number; database: string },
  signal: AbortSignal,
): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  let at = begins;
  let times = 0;
  const timer = setInterval(() => {
    const said = readFrom(logPath, at);
    at += said.length;
    const words = said.toString('utf8').match(DAMAGED) ?? [];
    times += words.length;
    if (times < TIMES) return;
    clearInterval(timer);
    reject(damaged(words.at(-1) ?? '', database, logPath));
  }, LOOK_EVERY_MS);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return promise;
}

/** What a person can do about a database that no server can work with. */
export const damagedAdvice = (database: string): string =>
  `Serverns databas ${database} är skadad eller gjord av en annan version. Är det en nyare: uppgradera Expediera. Annars: lägg ` +
  `tillbaka en säkerhetskopia, eller flytta undan filen (mv ${database} ${database}.gammal) och starta igen, så görs en ny: ` +
  'handlingarna och det som är läst ur dem finns i Expedieras egen databas, och det som var på gång går vidare.';

const damaged = (words: string, database: string, logPath: string): Problem =>
  new Problem(
    'temporal-start',
    `Temporal-servern kan inte arbeta (${words}). Loggen finns i ${logPath}.\n${damagedAdvice(database)}\n` +
      'The Temporal server cannot work with its database: it is damaged, or of another version.',
  );

/** What was added to the log, a megabyte at a time. */
function readFrom(path: string, at: number): Buffer {
  try {
    const block = Buffer.alloc(Math.min(BLOCK, Math.max(0, statSync(path).size - at)));
    const file = openSync(path, 'r');
    try {
      return block.subarray(0, readSync(file, block, 0, block.length, at));
    } finally {
      closeSync(file);
    }
  } catch {
    return Buffer.alloc(0); // gone, or not there yet
  }
}
