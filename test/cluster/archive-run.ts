/** An archive goes through a cluster of two OCR workers, one of which is killed in the middle. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openStore } from '../../engine/stores/index.ts';
import { connectClient } from '../../engine/temporal/connection.ts';
import { testSettings, writeFolder } from '../engine/testbed.ts';
import { filesFaults, knownFaults } from '../soak/check.ts';
import type { SoakFile } from '../soak/contents.ts';
import type { Known } from '../soak/expected.ts';
import { addressOf, type Cluster, type Part, pagesReadBy, type Shared } from './cluster.ts';
import { inHandOf, type Takeover, untilTakenOver } from './takeover.ts';

export interface ArchiveRun {
  /** What is not as it should be, in words; none: all is well. */
  faults: string[];
  /** From the first to the last moment of `ingest --wait`, seconds. */
  seconds: number;
  /** What became of what the killed worker had in hand, from the kill on. */
  takenOver: Takeover;
  /** Pages that each OCR worker has read, by its name; one that was begun twice counts twice. */
  pagesRead: { [worker: string]: number };
}

export interface ArchiveRunOptions {
  shared: Shared;
  cluster: Cluster;
  files: readonly SoakFile[];
  /** The folder that has the files and is taken in. */
  folder: string;
  expected: Known;
  lightWorkers?: number;
  /** For the workers and the intake, e.g. EXPEDIERA_OCR_PAGES. */
  env?: { [variable: string]: string };
  say?: (line: string) => void;
}

/** Starts workers and web servers, takes the folder in, kills the second OCR worker, and checks what came of it. */
export async function runArchive(options: ArchiveRunOptions): Promise<ArchiveRun> {
  const { shared, cluster, files, folder, expected, lightWorkers = 1, env = {}, say = () => {} } = options;
  const offered = files.map((file) => ({
    ...{ file, path: join(folder, file.path) },
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  }));
  const scans = offered.filter(({ path }) => path.endsWith('.pdf')).map(({ sha256 }) => sha256);

  for (let n = 1; n <= lightWorkers; n++) cluster.start(`light-${n}`, ['worker', '--queues', 'light'], env);
  const [stays, falls] = ['ocr-1', 'ocr-2'].map((name) =>
    cluster.start(name, ['worker', '--queues', 'ocr'], env),
  ) as [Part, Part];
  const webs = ['web-1', 'web-2'].map((name) => cluster.start(name, ['serve']));
  const addresses = await Promise.all(webs.map(addressOf));
  const client = await connectClient({ options: { address: shared.temporal }, namespace: 'default' });
  try {
    const began = Date.now();
    const ingest = cluster.start('ingest', ['ingest', '--wait', '--json', folder], env);
    const steps = await untilInTheMiddle();
    process.kill(falls.pid, 'SIGKILL');
    say(`Killed ${falls.name}, which had ${steps.length} steps in hand.`);
    const takenOver = await untilTakenOver(client, steps, falls.pid);
    const { code, stdout, stderr } = await ingest.ended;
    const seconds = (Date.now() - began) / 1000;
    say(stdout.trim());

    const store = await openStore(testSettings(join(folder, '..', 'reader'), { database: shared.database }));
    try {
      const status = await store.status();
      const answers = await Promise.all(addresses.map(async (url) => (await fetch(`${url}/status`)).json()));
      const pagesRead = { [stays.name]: pagesReadBy(stays), [falls.name]: pagesReadBy(falls) };
      return {
        faults: [
          ...(code === 0 ? [] : [`ingest ended with ${code}: ${stderr.slice(-2_000)}`]),
          ...(await filesFaults({ store, files: offered })),
          ...(await knownFaults({ store, expected })),
          ...answers
            .filter((answer) => !isDeepStrictEqual(answer, status))
            .map((answer) => `a web server answers ${JSON.stringify(answer)}, not ${JSON.stringify(status)}`),
          ...Object.entries(pagesRead)
            .filter(([, pages]) => pages === 0)
            .map(([name]) => `${name} has read no page`),
        ],
        ...{ seconds, takenOver, pagesRead },
      };
    } finally {
      await store.close();
    }

    /** Resolves when the worker that is to fall has read pages, and has more in hand: those. */
    async function untilInTheMiddle() {
      for (;;) {
        const inHand = pagesReadBy(falls) > 0 ? await inHandOf(client, scans, falls.pid) : [];
        if (inHand.length > 0) return inHand;
        if (ingest.child.exitCode !== null)
          throw new Error(`ingest ended before a worker could be killed:\n${ingest.written.stderr}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    await client.connection.close();
  }
}

/** Writes the files under a folder and returns it. */
export const writeArchive = (folder: string, files: readonly SoakFile[]): string =>
  writeFolder(folder, Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
