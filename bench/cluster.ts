/**
 * A whole cluster on this machine, without containers: `node bench/cluster.ts [--texts N] [--scans N] [--pages N] [--keep]`.
 * PostgreSQL (the machine's own where `initdb` is in PATH, else the package's), Temporal's own server and VersityGW (built
 * from their Go modules the first time, minutes), two light and two OCR workers, two web servers, each with a home of its
 * own. An archive is taken in, an OCR worker is killed with -9 in the middle, and what came of it is checked and measured.
 * Everything listens on loopback and is ended, by its number, however this ends. Exit code 1 when something is not as it
 * should be. docs/cluster.md tells what it measured.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeArchive } from '../test/cluster/archive.ts';
import { type ArchiveRun, runArchive, writeArchive } from '../test/cluster/archive-run.ts';
import { openCluster } from '../test/cluster/cluster.ts';
import { startTemporalOnPostgres } from '../test/cluster/temporal-on-postgres.ts';
import { startPostgres } from '../test/engine/postgres-server.ts';
import { findInPath } from '../test/programs/go-program.ts';
import { expectedOf } from '../test/soak/expected.ts';
import { startS3Server } from '../test/store/s3-server.ts';

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '60' },
    scans: { type: 'string', default: '10' },
    pages: { type: 'string', default: '4' },
    keep: { type: 'boolean', default: false },
  },
});
const size = { texts: Number(values.texts), scans: Number(values.scans), pages: Number(values.pages) };
const say = (line: string): void => console.log(line);

/** What was started, in order; it is ended the other way round. */
const undo: (() => Promise<unknown> | unknown)[] = [];
let ending: Promise<void> | undefined;
function end(): Promise<void> {
  ending ??= (async () => {
    for (const step of undo.reverse())
      await Promise.resolve(step()).catch((error: unknown) => console.error(error));
  })();
  return ending;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void end().then(() => process.exit(1)));

/** The folder of the machine's own PostgreSQL; undefined: it has none. */
function ownPostgres(): string | undefined {
  const initdb = findInPath('initdb');
  return initdb && findInPath('postgres') ? dirname(realpathSync(initdb)) : undefined;
}

async function main(): Promise<ArchiveRun> {
  const base = mkdtempSync(join(tmpdir(), 'expediera-cluster-'));
  if (values.keep) say(`Homes and logs stay in ${base}`);
  else undo.push(() => rmSync(base, { recursive: true, force: true }));
  say(`Making and reading ${size.texts} texts and ${size.scans} scans of ${size.pages} pages …`);
  const files = await makeArchive(size);
  const folder = writeArchive(join(base, 'arkiv'), files);
  const expected = await expectedOf(files, folder);

  const programs = ownPostgres();
  say(`PostgreSQL: ${programs ?? "the package's"}`);
  const postgres = await startPostgres({ durable: true, ...(programs !== undefined && { programs }) });
  undo.push(() => postgres.stop());
  const s3 = await startS3Server();
  undo.push(() => s3.destroy());
  say(`S3-compatible store: ${s3.endpoint}`);
  const temporal = await startTemporalOnPostgres(postgres, join(base, 'temporal'), say);
  undo.push(() => temporal.stop());
  say(`Temporal: ${temporal.address}`);
  const shared = { temporal: temporal.address, database: postgres.url, s3 };
  const cluster = openCluster(join(base, 'homes'), shared);
  undo.push(() => cluster.stop());
  const env = { EXPEDIERA_OCR_PAGES: '2', EXPEDIERA_OCR_WORKERS: '1' };
  return runArchive({ shared, cluster, files, folder, expected, lightWorkers: 2, env, say });
}

function tell({ faults, seconds, takenOver, pagesRead }: ArchiveRun): void {
  const scanned = size.scans * size.pages;
  const files = size.texts + size.scans;
  const perMinute = (count: number): string => ((count / seconds) * 60).toFixed(1);
  const [processor] = cpus();
  say(`${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores of ${processor?.model}, \
${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}`);
  say(`${files} files with ${size.texts + scanned} pages, ${scanned} of them by OCR, in ${seconds.toFixed(1)} s: \
${perMinute(files)} files/min, ${perMinute(scanned)} OCR pages/min, the kill and its time-out included`);
  const { steps, noticed, taken } = takenOver;
  say(
    `${steps} OCR steps of the killed worker: noticed after ${noticed.toFixed(1)} s, all in the other's hands after ${taken.toFixed(1)} s`,
  );
  for (const [worker, pages] of Object.entries(pagesRead)) say(`${worker} read ${pages} pages`);
  for (const fault of faults) say(`FAULT: ${fault}`);
  if (faults.length === 0)
    say('Every file is there once, every record, matter and inbox is as without a cluster.');
}

try {
  const run = await main();
  tell(run);
  process.exitCode = run.faults.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await end();
}
// The engine's native part keeps the process alive for seconds after all is closed.
process.exit();
