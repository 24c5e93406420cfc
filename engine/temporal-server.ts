/**
 * The Temporal server of one installation: `temporal server start-dev` on loopback, its state in
 * EXPEDIERA_HOME/temporal.db. It never outlives the program that started it, however that ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { freePorts, isFree, readPorts } from './ports.ts';
import { Problem } from './problem.ts';
import { isAlive, waitUntilGone } from './process.ts';

export interface TemporalServer {
  /** host:port for clients and workers. */
  address: string;
  uiUrl: string;
  pid: number;
  /** Rejects with a Problem if the server ends without having been asked to; otherwise never settles. */
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
}

export const NAMESPACE = 'default';

/**
 * Runs the command given as arguments, and ends it when standard input ends: that is when whoever started us
 * is gone, `kill -9` included. A shell does it, since every POSIX system has one and it costs a megabyte.
 */
const WATCH = `exec 3<&0
"$@" </dev/null &
server=$!
echo "$server"
exec >/dev/null
{ cat <&3 >/dev/null; kill -TERM "$server" 2>/dev/null; } &
watch=$!
wait "$server"
code=$?
kill "$watch" 2>/dev/null
exit "$code"`;

/** Starts the server and resolves when it answers. Throws Problem "temporal-start" with the end of its log. */
export async function startTemporalServer(options: ServerOptions): Promise<TemporalServer> {
  const { home, timeout = 60_000 } = options;
  mkdirSync(home, { recursive: true });
  await waitForEarlierServer(home);
  for (const port of [options.port, options.uiPort]) {
    if (port && !(await isFree(port))) {
      throw new Problem('temporal-start', `Port ${port} på 127.0.0.1 är upptagen. / is already in use.`);
    }
  }
  for (let tries = 1; ; tries++) {
    const [port, uiPort, httpPort, metricsPort] = (await freePorts(4)) as [number, number, number, number];
    const ports = { port: options.port || port, uiPort: options.uiPort || uiPort, httpPort, metricsPort };
    try {
      return await tryStart(options, ports, timeout);
    } catch (error) {
      // A free port may be taken between asking and binding; a port that was asked for may not be free at all.
      const taken =
        error instanceof Problem && /address already in use|can't set up|bind/i.test(error.message);
      if (!taken || options.port || options.uiPort || tries >= 3) throw error;
    }
  }
}

/** Two servers on one database file is what must never be: one that is still going down is waited for. */
async function waitForEarlierServer(home: string): Promise<void> {
  const pid = readPorts(home)?.serverPid;
  if (!pid || !isServerOf(pid, home)) return;
  if (await waitUntilGone(pid, 5_000)) return;
  process.kill(pid, 'SIGTERM');
  if (await waitUntilGone(pid, 5_000)) return;
  process.kill(pid, 'SIGKILL');
  if (await waitUntilGone(pid, 5_000)) return;
  throw new Problem(
    'temporal-start',
    `Temporal-servern från förra gången (process ${pid}) går inte att stoppa. / cannot be stopped.`,
  );
}

/** Whether that process is a server on this home's database: the number may be another process's by now. */
function isServerOf(pid: number, home: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(databaseOf(home));
  } catch {
    return process.platform !== 'linux';
  }
}

const databaseOf = (home: string): string => join(home, 'temporal.db');

interface AllPorts {
  port: number;
  uiPort: number;
  httpPort: number;
  metricsPort: number;
}

async function tryStart(options: ServerOptions, ports: AllPorts, timeout: number): Promise<TemporalServer> {
  const logPath = join(options.home, 'temporal.log');
  const log = openSync(logPath, 'w');
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
  const command =
    process.platform === 'win32'
      ? [options.cli, ...args]
      : ['/bin/sh', '-c', WATCH, 'sh', options.cli, ...args];
  const child = spawn(command[0] as string, command.slice(1), {
    stdio: ['pipe', 'pipe', log],
    // Ctrl-C in a terminal reaches the whole group: the workers need the server until they have finished.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(log);
  child.stdin?.on('error', () => {}); // the pipe breaks when the server ends first
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const address = `127.0.0.1:${ports.port}`;
  try {
    const pid = await serverPid(child, ended);
    // An answer may be another server's whose port ours could not bind: ours ends within that moment then.
    const answered = healthy(address, timeout).then(() => new Promise((resolve) => setTimeout(resolve, 200)));
    await Promise.race([answered, ended.then((how) => Promise.reject(new Error(how)))]);
    return { address, uiUrl: `http://127.0.0.1:${ports.uiPort}`, pid, ...lifeOf(child, pid, ended, logPath) };
  } catch (error) {
    child.stdin?.end();
    child.kill('SIGKILL');
    const tail = logTail(logPath);
    throw new Problem(
      'temporal-start',
      `Temporal-servern kunde inte startas (${(error as Error).message}). Loggen finns i ${logPath}.${tail}\n` +
        'The Temporal server could not be started.',
    );
  }
}

/** The number of the server itself: the shell's first line, or the child where there is no shell between. */
async function serverPid(child: ChildProcess, ended: Promise<string>): Promise<number> {
  if (process.platform === 'win32') return child.pid as number;
  const line = new Promise<number>((resolve) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(Number.parseInt(chunk.toString(), 10)));
  });
  return Promise.race([line, ended.then((how) => Promise.reject(new Error(how)))]);
}

async function healthy(address: string, timeout: number): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
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

function lifeOf(child: ChildProcess, pid: number, ended: Promise<string>, logPath: string) {
  let stopping = false;
  const lost = ended.then((how) => {
    if (stopping) return new Promise<never>(() => {});
    throw new Problem(
      'temporal-lost',
      `Temporal-servern slutade oväntat (${how}). Loggen finns i ${logPath}. / ended unexpectedly.`,
    );
  });
  lost.catch(() => {}); // heard by whoever waits for it; nobody has to
  return {
    lost,
    async stop() {
      stopping = true;
      child.stdin?.end();
      if (process.platform === 'win32') child.kill();
      if (!(await waitUntilGone(pid, 15_000))) process.kill(pid, 'SIGKILL');
      await ended;
    },
  };
}

function logTail(path: string): string {
  try {
    const lines = readFileSync(path, 'utf8').trim().split('\n').slice(-5);
    return lines[0] ? `\n${lines.join('\n')}` : '';
  } catch {
    return '';
  }
}
