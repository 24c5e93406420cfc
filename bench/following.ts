/**
 * What it costs to follow matters: `node bench/following.ts [--files 200]`. So many made-up minutes are taken in on a real
 * server, by turns of matters that are open (each gets a process of its own) and of closed ones (rows only). Told is the
 * ratio, and what a process leaves in the engine's history.
 */
import { parseArgs } from 'node:util';
import { protokoll, styrelsen } from '../test/engine/made-up.ts';
import { testbed } from '../test/engine/testbed.ts';
import { arendeWorkflowId } from '../workflows/names.ts';

const { values } = parseArgs({ options: { files: { type: 'string', default: '200' } } });
const count = Number(values.files);
const ROUNDS = 2;

interface Taken {
  ms: number;
  processes: number;
  events: number;
}

async function takeIn(make: (number: number) => string): Promise<Taken> {
  const bed = await testbed();
  try {
    const files = Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}.txt`, make(n + 1)]));
    const folder = bed.folder('in', files);
    const began = performance.now();
    await bed.ingest([folder]);
    const ms = performance.now() - began;
    const [matter] = await bed.store.matters();
    const history = await bed.client.workflow
      .getHandle(arendeWorkflowId(matter?.id ?? ''))
      .describe()
      .catch(() => null);
    const processes = (await bed.client.workflow.count('WorkflowType = "arende"')).count;
    return { ms, processes, events: Number(history?.historyLength ?? 0) };
  } finally {
    await bed.destroy();
  }
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const open: Taken[] = [];
const closed: Taken[] = [];
for (let round = 0; round < ROUNDS; round++) {
  closed.push(await takeIn((number) => styrelsen(number, '2024-03-01')));
  open.push(await takeIn(protokoll));
}
const rate = (all: Taken[]) => (count / median(all.map(({ ms }) => ms))) * 1000;
console.log(`closed matters: ${rate(closed).toFixed(1)} files/s, ${closed[0]?.processes} processes`);
console.log(
  `open matters:   ${rate(open).toFixed(1)} files/s, ${open[0]?.processes} processes of ${open[0]?.events} events`,
);
console.log(
  `following costs ${(rate(closed) / rate(open)).toFixed(2)} × the intake of a file with one matter`,
);
process.exit(0);
