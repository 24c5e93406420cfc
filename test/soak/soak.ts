/**
 * One soak: a hundred files are taken in by real processes while a schedule kills them, and started again as a supervisor
 * would. Afterwards all has to be as if nothing had happened.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { readPorts } from '../../engine/home/ports.ts';
import { openStores } from '../../engine/stores/index.ts';
import { connectClient, localTarget } from '../../engine/temporal/connection.ts';
import { ALLA } from '../../store/expediering.ts';
import { writeFolder } from '../engine/testbed.ts';
import { kanal, switchedOn } from '../expediering/sjovik.ts';
import { faultsOf } from './check.ts';
import { hundredFiles } from './contents.ts';
import type { Known } from './expected.ts';
import { type KeptAlive, keepAlive } from './kept-alive.ts';
import { processesOf, serversOf } from './processes.ts';
import { untilQuiet } from './quiet.ts';
import { type Random, randomOf } from './random.ts';
import { type Blow, scheduleOf } from './schedule.ts';

export interface SoakOptions {
  /** An empty folder of its own. */
  folder: string;
  seed: number;
  /** How often something is killed. */
  blows: number;
  /** How long it may take after the last one until nothing is left to do, milliseconds. */
  patienceMs: number;
  expected: Known | Promise<Known>;
  say?: (line: string) => void;
}

export interface SoakReport {
  /** What was killed. */
  blows: { target: string; hit: boolean }[];
  /** What does not hold afterwards. */
  faults: string[];
  seconds: number;
}

/** The files of a soak in two folders, by lot. */
function writeFiles(folder: string, random: Random) {
  const files = random.shuffled(hundredFiles()).map((file, n) => ({
    ...{ file, sha256: createHash('sha256').update(file.bytes).digest('hex') },
    path: join(folder, n % 2 === 0 ? 'första' : 'andra', file.path),
  }));
  for (const { path, file } of files)
    writeFolder(dirname(path), { [path.split('/').at(-1) ?? '']: file.bytes });
  return files;
}

export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { folder, seed, patienceMs } = options;
  const began = Date.now();
  const say = (line: string) =>
    options.say?.(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} ${line}`);
  const random = randomOf(seed);
  const home = join(folder, 'home');
  const brevlada = join(folder, 'brevlåda');
  mkdirSync(brevlada);
  const files = writeFiles(join(folder, 'in'), random);
  const schedule = scheduleOf(random, options.blows);
  const stores = await openStores({ home });
  const at = startAll({ folder, home, random, say });
  const clients = clientsOf(home);
  const faults: string[] = [];
  const blows: SoakReport['blows'] = [];
  try {
    await switchedOn(stores.store, kanal('Alla', brevlada, { slag: 'mapp', mottagare: ALLA }));
    for (const blow of schedule) {
      await pause(blow.afterMs);
      const hit = await strike(at, { blow, home, random });
      say(`** ${blow.target}${hit ? '' : ': nothing there'}`);
      blows.push({ target: blow.target, hit });
    }
    say('no more blows');
    await withinTime(at.ingest.over, patienceMs, 'ingest did not end');
    await untilQuiet(stores.store, clients.current, { milliseconds: patienceMs, say });
    say('at rest');
    faults.push(...(await stopAll(at)));
    say('stopped');
    const expected = await options.expected;
    faults.push(...(await faultsOf({ store: stores.store, home, brevlada, files, expected })));
    faults.push(...left(home));
  } catch (error) {
    faults.push((error as Error).message);
  } finally {
    await clients.close();
    await stopAll(at);
    await stores.close();
  }
  for (const fault of faults) say(`!! ${fault}`);
  return { blows, faults, seconds: Math.round((Date.now() - began) / 1000) };
}

type Processes = { main: KeptAlive; worker: KeptAlive; ingest: KeptAlive };

function startAll(of: {
  folder: string;
  home: string;
  random: Random;
  say: (line: string) => void;
}): Processes {
  const { folder, home, random, say } = of;
  const env = { EXPEDIERA_HOME: home, EXPEDIERA_LOG_LEVEL: 'warn', EXPEDIERA_SHUTDOWN_SECONDS: '5' };
  const pauseMs = () => random.between(0, 800);
  const shared = { env, pauseMs, say };
  const main = keepAlive({
    ...{ ...shared, name: 'main' },
    args: () => ['start', '--lopande', join(folder, 'in', 'första')],
  });
  const worker = keepAlive({ ...shared, name: 'worker', args: () => ['worker'] });
  const ingest = keepAlive({
    ...{ ...shared, name: 'ingest', isOver: ({ code }) => code === 0 },
    // else it would start an installation of its own
    after: () => readPorts(home) !== null,
    args: () => ['ingest', '--lopande', join(folder, 'in', 'andra')],
  });
  return { main, worker, ingest };
}

/** Whether there was anything to hit. */
async function strike(
  { main, worker, ingest }: Processes,
  { blow: { target }, home, random }: { blow: Blow; home: string; random: Random },
): Promise<boolean> {
  const killServers = (): boolean => serversOf(home).filter((pid) => signal(pid, 'SIGKILL')).length > 0;
  switch (target) {
    case 'main':
      return main.kill();
    case 'worker':
      return worker.kill();
    case 'ingest':
      return ingest.kill();
    case 'server':
      return killServers();
    case 'main+server':
      return [killServers(), main.kill()].includes(true);
    case 'everything':
      return [main.kill(), killServers(), worker.kill(), ingest.kill()].includes(true);
    case 'stall': {
      const stalled = serversOf(home).filter((pid) => signal(pid, 'SIGSTOP'));
      await pause(random.between(1_000, 4_000));
      for (const pid of stalled) signal(pid, 'SIGCONT');
      return stalled.length > 0;
    }
  }
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Stops in good order, and tells which did not. */
async function stopAll({ main, worker, ingest }: Processes): Promise<string[]> {
  const ended = await Promise.all([ingest.stop(), worker.stop(), main.stop()]);
  const slips = ['ingest', 'worker', 'main'].flatMap((name, n) => {
    const code = ended[n]?.code ?? 0;
    return code === 0
      ? []
      : [`${name} was asked to stop and ended with ${code}: ${ended[n]?.stderr.slice(-600)}`];
  });
  const surprises = [main, worker, ingest].flatMap(({ name, ends }) =>
    ends.flatMap(({ stderr }) =>
      stderr.includes('Något gick fel hos oss') ? [`${name} ended by a fault: ${stderr.slice(-1_500)}`] : [],
    ),
  );
  return [...slips, ...surprises];
}

/** Processes and notes that nobody has taken away. */
function left(home: string): string[] {
  const processes = processesOf(home).map(({ pid, command }) => `process ${pid} is left: ${command}`);
  return readPorts(home) ? [...processes, 'ports.json is left'] : processes;
}

async function withinTime<T>(work: Promise<T>, milliseconds: number, otherwise: string): Promise<T> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      work,
      pause(milliseconds, null, { signal: timer.signal }).then(() => Promise.reject(new Error(otherwise))),
    ]);
  } finally {
    timer.abort();
  }
}

/** A client of the server that the home says runs now. */
function clientsOf(home: string) {
  let known: { address: string; client: Client } | null = null;
  const close = async (): Promise<void> => {
    await known?.client.connection.close();
    known = null;
  };
  return {
    close,
    async current(): Promise<Client | null> {
      const address = readPorts(home)?.temporal;
      if (!address) return null;
      if (known?.address !== address) {
        await close();
        known = { address, client: await connectClient(localTarget(address)) };
      }
      return known.client;
    },
  };
}
