/**
 * Counts extraction/calibration.ts on annotated records.
 *
 *   node bench/calibrate.ts [--write] FOLDER[=GOLD]…
 *
 * FOLDER holds sources, or records that were read before they had been seen, by earlier rules; GOLD their gold when
 * it is elsewhere. Sources count twice: as they are read, and without the vocabulary that only their huvudman uses.
 * The templates of test/bed that are open to development count too. Prints two reliability tables: each
 * huvudman's or template's items judged by what was counted without them, and the templates held out, which are
 * never counted.
 * `--write` writes the numbers that all together give.
 */
import { readFileSync, writeFileSync } from 'node:fs';
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
import { chanceOf } from '../extraction/doubts/chance.ts';
import { readTexts, type TemplateReadings } from '../test/bed/measure.ts';

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

const pairsOf = ({ name, files }: TemplateReadings): EvaluationPair[] =>
  files.map(({ fileName, gold, record }) => ({
    name: fileName,
    template: name,
    gold: gold as LooseDocument,
    found: record as LooseDocument,
  }));
const bed = await readTexts();
const inDevelopment = bed.filter(({ heldOut }) => !heldOut).flatMap(pairsOf);
const observations = observe([...sources.pairs, ...asRead, ...without, ...inDevelopment]);
const calibration = calibrate(observations);

console.log(`${observations.length} items, each huvudman or template judged by the others\n`);
console.log(reliabilityTable(reliability(crossJudged(observations))));
const heldOut = observe(bed.filter((template) => template.heldOut).flatMap(pairsOf));
console.log(`\n${heldOut.length} items of templates held out\n`);
const judged = heldOut.map((o) => ({ ...o, confidence: chanceOf(o.type, o.doubts, calibration) }));
console.log(reliabilityTable(reliability(judged)));

if (args.includes('--write')) {
  const file = join(import.meta.dirname, '../extraction/calibration.ts');
  const [head = ''] = readFileSync(file, 'utf8').split('export const CALIBRATION');
  writeFileSync(
    file,
    `${head}export const CALIBRATION: Calibration = ${JSON.stringify(calibration, null, 2)};\n`,
  );
  console.log('\nwritten: extraction/calibration.ts; now npm run format');
}
