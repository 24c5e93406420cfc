/**
 * The Temporal server of one installation: `temporal server start-dev` on loopback, its state in
 * EXPEDIERA_HOME/temporal.db. It never outlives the program that started it, however that ends.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { freePorts, isFree, type Ports, readPorts } from '../home/ports.ts';
import { waitUntilGone } from '../home/process.ts';
import { Problem } from '../problem.ts';
import { untilDamaged } from './damaged-database.ts';
import { waitForEarlierServers } from './earlier-server.ts';
import { type FailedTry, mayPass, startProblem } from './start-fault.ts';
import { startWatched, type WatchedProcess } from './watched-process.ts';

export interface TemporalServer {
  /** host:port for clients and workers. */
  address: string;
  uiUrl: string;
  pid: number;
  /**
   * Rejects with a Problem "temporal-lost" if the server ends without having been asked to, "temporal-start" if it cannot work
   * with its database; otherwise never settles.
   */
  lost: Promise<never>;
  /** Ends it gracefully; resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  home: string;
  /** Path of the Temporal CLI. */
  cli: string;
  /** 0: a free one. */
  port?: number;
  uiPort?: number;
  /** How long it may take until it answers, milliseconds. */
  timeout?: number;
  /** It has ended by itself: what its log says of that is kept. */
  again?: boolean;
}

export const NAMESPACE = 'default';

/** A crash while it starts is tried again with fresh ports; more than that is no accident. */
const TRIES = 3;
/** For it to end in good order; its database outlives a kill. */
const STOP_MS = 5_000;
/** Before the next try, milliseconds: what made it crash is mostly a machine that has too much to do. */
const PAUSE_MS = 500;

/**
 * Starts the server and resolves when it answers. Throws Problem "temporal-start", with what the log says of every
 * try, when it states why it cannot start, crashes three times or gives no answer in time.
 */
export async function startTemporalServer(options: ServerOptions): Promise<TemporalServer> {
  const { home, timeout = 60_000 } = options;
  mkdirSync(home, { recursive: true });
  const last = readPorts(home);
  await waitForEarlierServers(databaseOf(home), last?.serverPid ?? null);
  const asked = [options.port ?? 0, options.uiPort ?? 0].filter((port) => port !== 0);
  for (const port of asked) {
    if (!(await isFree(port))) {
      throw new Problem('temporal-start', `Port ${port} på 127.0.0.1 är upptagen. / is already in use.`);
    }
  }
  const failed: FailedTry[] = [];
  for (;;) {
    beginSetUp(home);
    const ports = await portsFor(options, failed.length === 0 ? last : null);
    const again = failed.length > 0 || options.again === true;
    const started = await tryStart(options, ports, { timeout, again });
    if ('address' in started) {
      rmSync(setUpNote(home), { force: true });
      return started;
    }
    failed.push(started);
    if (failed.length >= TRIES || !mayPass(started, asked)) {
      throw startProblem(failed, databaseOf(home), logOf(home));
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/**
 * A server that is killed while it makes its database leaves one without tables, which no server starts on. Until one has
 * answered for the first time a note says so; nothing can be in the database then, and it is made anew.
 */
function beginSetUp(home: string): void {
  if (existsSync(setUpNote(home))) {
    for (const part of ['', '-wal', '-shm', '-journal'])
      rmSync(`${databaseOf(home)}${part}`, { force: true });
  } else if (!existsSync(databaseOf(home))) {
    writeFileSync(setUpNote(home), '');
  }
}

const setUpNote = (home: string): string => join(home, 'temporal.ny');
const databaseOf = (home: string): string => join(home, 'temporal.db');
const logOf = (home: string): string => join(home, 'temporal.log');

interface AllPorts {
  port: number;
  uiPort: number;
  httpPort: number;
  metricsPort: number;
}

/**
 * Those asked for; else those that a run which was killed had, where they are free, so that whoever talked to it finds the
 * next one; else any.
 */
async function portsFor({ port, uiPort }: ServerOptions, last: Ports | null): Promise<AllPorts> {
  const [any, anyUi, httpPort, metricsPort] = (await freePorts(4)) as [number, number, number, number];
  const [lastPort, lastUi] = [portOf(last?.temporal), portOf(last?.temporalUi)];
  return {
    port: port || (lastPort && (await isFree(lastPort)) ? lastPort : any),
    uiPort: uiPort || (lastUi && (await isFree(lastUi)) ? lastUi : anyUi),
    ...{ httpPort, metricsPort },
  };
}

/** Of a host:port on this machine, or of a page on it; 0: none. */
const portOf = (address = ''): number => Number(/^(?:http:\/\/)?127\.0\.0\.1:(\d+)$/.exec(address)?.[1] ?? 0);

/** @param how `again`: the log has an earlier try or run, which is kept */
async function tryStart(
  options: ServerOptions,
  ports: AllPorts,
  { timeout, again }: { timeout: number; again: boolean },
): Promise<TemporalServer | FailedTry> {
  const logPath = logOf(options.home);
  const log = openSync(logPath, again ? 'a' : 'w');
  const logBegins = fstatSync(log).size;
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--namespace', NAMESPACE, '--log-level', 'warn'],
    ...[
      '--port',
      String(ports.port),
      '--ui-port',
      String(ports.uiPort),
      '--db-filename',
      databaseOf(options.home),
    ],
    ...['--http-port', String(ports.httpPort), '--metrics-port', String(ports.metricsPort)],
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'],
  ];
  const watched = startWatched([options.cli, ...args], log);
  closeSync(log);
  const address = `127.0.0.1:${ports.port}`;
  let itEnded = false;
  const endedFirst = watched.ended.then((how) => {
    itEnded = true;
    throw new Error(how);
  });
  const given = new AbortController();
  try {
    const pid = await Promise.race([watched.pid, endedFirst]);
    // An answer may be another server's whose port ours could not bind: ours ends within that moment then.
    const answered = healthy(address, timeout, given.signal).then(
      () => new Promise((resolve) => setTimeout(resolve, 200)),
    );
    await Promise.race([answered, endedFirst]);
    const life = lifeOf(watched, pid, { logPath, begins: logBegins, database: databaseOf(options.home) });
    return { address, uiUrl: `http://127.0.0.1:${ports.uiPort}`, pid, ...life };
  } catch (error) {
    watched.child.stdin?.end();
    watched.child.kill('SIGKILL');
    return { how: (error as Error).message, ended: itEnded, said: logFrom(logPath, logBegins) };
  } finally {
    given.abort();
  }
}

/** Resolves when the server answers; gives up in silence when `given` is aborted. */
async function healthy(address: string, timeout: number, given: AbortSignal): Promise<void> {
  const end = Date.now() + timeout;
  while (!given.aborted) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1_000 });
      try {
        await connection.workflowService.describeNamespace({ namespace: NAMESPACE });
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (Date.now() > end)
        throw new Error(`no answer within ${timeout / 1000} s: ${(error as Error).message}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function lifeOf(
  { child, ended }: WatchedProcess,
  pid: number,
  of: { logPath: string; begins: number; database: string },
) {
  let stopping = false;
  const over = new AbortController();
  const { logPath } = of;
  const end = ended.then((how) => {
    over.abort();
    if (stopping) return new Promise<never>(() => {});
    throw new Problem(
      'temporal-lost',
      `Temporal-servern slutade oväntat (${how}). Loggen finns i ${logPath}. / ended unexpectedly.`,
    );
  });
  const lost = Promise.race([end, untilDamaged(of, over.signal)]);
  lost.catch(() => {}); // heard by whoever waits for it; nobody has to
  return {
    lost,
    async stop() {
      stopping = true;
      over.abort();
      child.stdin?.end();
      if (process.platform === 'win32') child.kill();
      if (!(await waitUntilGone(pid, STOP_MS))) process.kill(pid, 'SIGKILL');
      await ended;
    },
  };
}

function logFrom(path: string, at: number): string {
  try {
    return readFileSync(path).subarray(at).toString('utf8');
  } catch {
    return '';
  }
}
