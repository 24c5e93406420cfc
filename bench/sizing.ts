/**
 * What an archive takes, for sizing machines: `node bench/sizing.ts [--minutes 200] [--scans 8] [--growth 100,1000,10000]`.
 * Made-up records are taken in on a real server, everything on this machine; each part can be left out by 0.
 *
 * - minutes: meetings of some fifteen pages as PDF with text: pace, CPU time, bytes kept, the engine's histories
 * - scans: the same kind of pages off a scanner, read by OCR
 * - growth: archives of one-page records, each in a home of its own: the pace must not fall with their number
 */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPorts } from '../engine/home/ports.ts';
import { bytesUnder } from '../engine/watch/figures.ts';
import { buildOther, buildScans } from '../test/bed/build.ts';
import { MALLAR } from '../test/bed/templates/index.ts';
import { protokoll } from '../test/engine/made-up.ts';
import { type Testbed, testbed } from '../test/engine/testbed.ts';
import { fileWorkflowId } from '../workflows/names.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '200' },
    scans: { type: 'string', default: '8' },
    growth: { type: 'string', default: '100,1000,10000' },
  },
});
const cores = availableParallelism();
const scratch = await mkdtemp(join(tmpdir(), 'expediera-sizing-'));

/** One intake as it was measured; bytes are what was added on the disk. */
interface Measured {
  files: number;
  pages: number;
  seconds: number;
  /** CPU seconds of the program with its workers, and of the Temporal server. */
  cpu: { program: number; server: number };
  bytes: { originals: number; derived: number; database: number; temporal: number };
  /** Of one file's workflow and of the whole archive's, at the end. */
  history: { file: History; archive: History };
  rssMb: number;
}

interface History {
  events: number;
  bytes: number;
}

/** Bytes of a SQLite file with what is not yet merged into it. */
const databaseBytes = (path: string): number =>
  ['', '-wal'].reduce((sum, end) => sum + (statSync(path + end, { throwIfNoEntry: false })?.size ?? 0), 0);

/** What is on the disk of a home. */
const bytesKept = async (home: string): Promise<Measured['bytes']> => ({
  originals: (await bytesUnder(join(home, 'blobs', 'sha256'))) ?? 0,
  derived: (await bytesUnder(join(home, 'blobs', 'derived'))) ?? 0,
  database: databaseBytes(join(home, 'expediera.db')),
  temporal: databaseBytes(join(home, 'temporal.db')),
});

const grownBy = (before: Measured['bytes'], after: Measured['bytes']): Measured['bytes'] => ({
  originals: after.originals - before.originals,
  derived: after.derived - before.derived,
  database: after.database - before.database,
  temporal: after.temporal - before.temporal,
});

/** CPU seconds of another process (proc_pid_stat(5): 14 utime, 15 stime, in hundredths). */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

async function historyOf(bed: Testbed, workflowId: string): Promise<History> {
  const { raw, historyLength } = await bed.client.workflow.getHandle(workflowId).describe();
  return {
    events: historyLength,
    bytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0),
  };
}

/** One file, so that all is loaded when the clock starts. */
const takeInFirst = async (bed: Testbed): Promise<unknown> =>
  bed.ingest([await folderOf('first', 1, async () => [['first.txt', protokoll(99_999)]])]);

/** What a home with that one file takes when it is closed: databases are merged with what is beside them then. */
async function bytesOfFirst(): Promise<Measured['bytes']> {
  const bed = await testbed();
  try {
    await takeInFirst(bed);
    await bed.stop();
    return await bytesKept(bed.home);
  } finally {
    await bed.destroy();
  }
}
let base: Measured['bytes'] | undefined;

async function takeIn(folder: string): Promise<Measured> {
  base ??= await bytesOfFirst();
  const bed = await testbed();
  const server = readPorts(bed.home)?.serverPid ?? 0;
  let rss = 0;
  const watch = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss());
  }, 250);
  try {
    await takeInFirst(bed);
    const [program, other, began] = [ownCpu(), cpuOf(server), performance.now()];
    const { archive, workflowId } = await bed.ingest([folder]);
    const seconds = (performance.now() - began) / 1000;
    const cpu = { program: ownCpu() - program, server: cpuOf(server) - other };
    if (archive?.done !== archive?.total) throw new Error(`not all was read: ${JSON.stringify(archive)}`);
    const last = (await bed.store.recordIds()).at(-1) ?? '';
    const history = {
      file: await historyOf(bed, fileWorkflowId(last)),
      archive: await historyOf(bed, workflowId ?? ''),
    };
    // databases are merged with what is still beside them when they are closed
    await bed.stop();
    return {
      ...{ files: archive?.done ?? 0, pages: archive?.pages ?? 0, seconds, cpu },
      bytes: grownBy(base, await bytesKept(bed.home)),
      history,
      rssMb: rss / 2 ** 20,
    };
  } finally {
    clearInterval(watch);
    await bed.destroy();
  }
}

const one = (value: number): string => value.toFixed(1);

function tell(what: string, measured: Measured): void {
  const { files, pages, seconds, cpu, bytes, history, rssMb } = measured;
  const perMinute = (count: number): string => one((count / seconds) * 60);
  const perCore = (count: number): string => one((count / (cpu.program + cpu.server)) * 60);
  const kib = (count: number, over: number): string => one(count / over / 1024);
  console.log(`\n${what}: ${files} files, ${pages} pages in ${one(seconds)} s`);
  console.log(
    `  files/min ${perMinute(files)}, per busy core ${perCore(files)}; pages/min ${perMinute(pages)}, per busy core ${perCore(pages)}`,
  );
  console.log(
    `  CPU s: program ${one(cpu.program)}, Temporal ${one(cpu.server)}; memory at most ${one(rssMb)} MiB`,
  );
  console.log(
    `  KiB a page: original ${kib(bytes.originals, pages)}, derived ${kib(bytes.derived, pages)}, database ${kib(bytes.database, pages)}`,
  );
  console.log(
    `  history: a file ${history.file.events} events, ${kib(history.file.bytes, 1)} KiB; the archive's last run ` +
      `${history.archive.events} events, ${kib(history.archive.bytes, 1)} KiB; Temporal's database ${kib(bytes.temporal, files)} KiB a file`,
  );
}

/** A folder of so many files; `make` gives the name and the bytes of each. */
async function folderOf(
  name: string,
  count: number,
  make: (nth: number) => Promise<[string, Uint8Array | string][]>,
): Promise<string> {
  const folder = await mkdtemp(join(scratch, `${name}-`));
  for (let nth = 0; nth < count; nth++) {
    for (const [file, bytes] of await make(nth)) writeFileSync(join(folder, file), bytes);
  }
  return folder;
}

const mall = (nth: number) => MALLAR[nth % MALLAR.length] as (typeof MALLAR)[number];

try {
  console.log(`${cpus()[0]?.model}, ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`);
  const minutes = Number(values.minutes);
  if (minutes > 0) {
    const folder = await folderOf('minutes', minutes, async (nth) => [
      [`m${nth}.pdf`, (await buildOther(mall(nth), nth)).pdf],
    ]);
    tell('minutes', await takeIn(folder));
  }
  const scans = Number(values.scans);
  if (scans > 0) {
    const folder = await folderOf('scans', scans, async (nth) =>
      (await buildScans(mall(nth))).map(({ fileName, bytes }) => [fileName, bytes]),
    );
    tell('scans', await takeIn(folder));
  }
  const sizes = values.growth.split(',').map(Number).filter(Boolean);
  const grown: Measured[] = [];
  for (const size of sizes) {
    const folder = await folderOf('growth', size, async (nth) => [[`f${nth}.txt`, protokoll(nth + 1)]]);
    const measured = await takeIn(folder);
    tell(`growth to ${size}`, measured);
    grown.push(measured);
    rmSync(folder, { recursive: true });
  }
  const [first, last] = [grown[0], grown.at(-1)];
  if (first && last && first !== last) {
    const rate = ({ files, seconds }: Measured): number => files / seconds;
    console.log(
      `\npace at ${last.files} files is ${(rate(last) / rate(first)).toFixed(2)} × that at ${first.files}`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(0);
