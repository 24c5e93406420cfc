/** `npm run soak -- --seeds 20 --from 1`: soaks until one fails, whose folder is kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFolder } from '../engine/testbed.ts';
import { hundredFiles } from './contents.ts';
import { expectedOf } from './expected.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    from: { type: 'string', default: '1' },
    blows: { type: 'string', default: '16' },
    patience: { type: 'string', default: '240' },
    quiet: { type: 'boolean', default: false },
  },
});
const from = Number(values.from);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const base = mkdtempSync(join(tmpdir(), 'expediera-soak-'));
const files = hundredFiles();
const folder = writeFolder(
  join(base, 'undisturbed'),
  Object.fromEntries(files.map((one) => [one.path, one.bytes])),
);
const expected = await expectedOf(files, folder);
say(`${files.length} files, ${expected.records.size} records, ${expected.matters.length} matters`);

for (let seed = from; seed < from + Number(values.seeds); seed++) {
  const own = join(base, `seed-${seed}`);
  writeFolder(own, {});
  say(`seed ${seed}`);
  const report = await soak({
    ...{
      folder: own,
      seed,
      blows: Number(values.blows),
      patienceMs: Number(values.patience) * 1_000,
      expected,
    },
    ...(values.quiet ? {} : { say }),
  });
  const hits = report.blows.filter(({ hit }) => hit).map(({ target }) => target);
  say(`seed ${seed}: ${report.seconds} s, killed ${hits.join(', ')}: ${report.faults.length} faults`);
  if (report.faults.length > 0) {
    for (const fault of report.faults) say(`  ${fault}`);
    say(`kept: ${own}`);
    process.exit(1);
  }
  rmSync(own, { recursive: true, force: true });
}
rmSync(base, { recursive: true, force: true });
process.exit(0);
