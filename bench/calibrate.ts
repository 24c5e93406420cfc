/**
 * Counts extraction/calibration.ts on annotated records.
 *
 *   node bench/calibrate.ts [--write] FOLDER[=GOLD]…
 *
 * FOLDER holds sources or records that were read before (by earlier rules, which had not seen them), GOLD their
 * gold when it is elsewhere. The sources count twice: as they are read, and without the vocabulary that only their
 * huvudman uses. Prints the reliability table, each huvudman's items judged by what was counted without them;
 * `--write` writes the numbers that all of them together give.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSources, type Sources } from '../cli/evaluate-sources.ts';
import { openAll } from '../cli/evaluate-trials.ts';
import { calibrate, crossJudged } from '../evaluate/calibrate.ts';
import type { LooseDocument } from '../evaluate/document.ts';
import { leaveOneOut } from '../evaluate/leave-one-out.ts';
import { observe } from '../evaluate/observe.ts';
import { reliability } from '../evaluate/reliability.ts';
import { reliabilityTable } from '../evaluate/reliability-table.ts';
import type { EvaluationPair } from '../evaluate/score.ts';

const args = process.argv.slice(2);
const sources: Sources = { pairs: [], unread: [], withoutGold: [], withoutSource: [] };
for (const arg of args.filter((a) => !a.startsWith('--'))) {
  const [folder = '', gold] = arg.split('=');
  const own = await findSources(folder, gold ?? folder);
  sources.pairs.push(...own.pairs);
  sources.unread.push(...own.unread);
}
const readable = await openAll(sources.unread, (name) => console.error(`${name}: not read`));
const asRead = readable.map(
  ({ name, gold, assemble }): EvaluationPair => ({ name, gold, found: assemble() as LooseDocument }),
);
const without = leaveOneOut(readable).flatMap(({ entries, pairs }) => (entries.length > 0 ? pairs : []));
const observations = observe([...sources.pairs, ...asRead, ...without]);

console.log(`${observations.length} items\n`);
console.log(reliabilityTable(reliability(crossJudged(observations))));

if (args.includes('--write')) {
  const file = join(import.meta.dirname, '../extraction/calibration.ts');
  const { readFileSync } = await import('node:fs');
  const [head = ''] = readFileSync(file, 'utf8').split('export const CALIBRATION');
  const numbers = JSON.stringify(calibrate(observations), null, 2);
  writeFileSync(file, `${head}export const CALIBRATION: Calibration = ${numbers};\n`);
  console.log('\nwritten: extraction/calibration.ts (npm run format)');
}
