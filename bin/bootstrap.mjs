/**
 * What has to happen before any of the program's own code can run. Plain JavaScript without dependencies,
 * for any Node from 18: it installs the packages that are missing, the project's own Node among them, and
 * goes on with that. It talks on stderr only, so that answers on stdout stay clean.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const windows = process.platform === 'win32';
const ownNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const ownBin = join(root, 'node_modules', '.bin');

/** Writes one line for the person who is waiting. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Why packages must be installed, or null when everything the lock file asks for is in place.
 * Compares versions rather than times: a checkout changes times, and a half-done install has none of ours.
 */
export function missing(folder, { dev }) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages;
  if (!wanted) return null; // an installed package brings its dependencies with it
  const present = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages;
  if (!present) return 'no packages yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.optional || entry.peer || entry.devOptional || (entry.dev && !dev)) continue;
    if (present[path]?.version !== entry.version)
      return `${path.replace(/^node_modules\//, '')} ${entry.version}`;
  }
  const node = join(folder, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  return existsSync(node) ? null : "the project's own Node";
}

/** The environment without the project's own Node in front: an install may replace that very file. */
function outsideEnv() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => entry !== ownBin);
  return { ...process.env, PATH: path.join(delimiter) };
}

function npmInstall({ dev }) {
  // `install --no-save` and not `ci`: `ci` demands a lock entry for every other platform's binaries,
  // which a registry that mirrors only some platforms cannot give. Versions and hashes are the lock's all the same.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (dev) args.push('--include=dev');
  const options = { cwd: root, env: outsideEnv(), stdio: ['ignore', 2, 2], shell: windows };
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', args, options);
  if (run.error?.code !== 'ENOENT') return run.status ?? 1;
  const npm = process.env.npm_execpath;
  return npm ? (spawnSync(process.execPath, [npm, ...args], { ...options, shell: false }).status ?? 1) : 127;
}

/** Lets one process install at a time; a lock whose holder is gone is taken over. */
function withInstallLock(work) {
  const folder = join(root, '.cache', 'install.lock');
  mkdirSync(dirname(folder), { recursive: true });
  for (let told = false; ; ) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = Number(readJson(join(folder, 'holder.json'))?.pid ?? 0);
    if (!isAlive(pid) && ageSeconds(folder) > 2) {
      rmSync(folder, { recursive: true, force: true });
      continue;
    }
    if (!told) say(`Expediera: väntar på en annan installation (process ${pid}) …`);
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  try {
    writeFileSync(join(folder, 'holder.json'), JSON.stringify({ pid: process.pid }));
    return work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function ageSeconds(path) {
  try {
    return (Date.now() - statSync(path).mtimeMs) / 1000;
  } catch {
    return 0;
  }
}

/**
 * Installs what the lock file asks for and is not there. Ends the process with code 1 and says what to do
 * when that fails.
 */
export function ensureInstalled({ dev = false } = {}) {
  if (!missing(root, { dev })) return;
  withInstallLock(() => {
    const what = missing(root, { dev });
    if (!what) return;
    say(`Expediera: installerar paket (${what}); det tar ungefär en halv minut …`);
    const started = Date.now();
    const status = npmInstall({ dev });
    const left = status === 0 ? missing(root, { dev }) : null;
    if (status === 0 && !left) {
      say(`Expediera: paketen är på plats efter ${Math.round((Date.now() - started) / 1000)} s.`);
      return;
    }
    say(
      status === 127
        ? 'Expediera: npm hittades inte. Installera Node.js med npm och försök igen. / npm was not found.'
        : `Expediera: paketen kunde inte installeras (npm slutade med ${status}${left ? `, saknas: ${left}` : ''}).\n` +
            `  Kontrollera att ett npm-register nås och kör för hand: (cd ${root} && npm install --no-save)\n` +
            '  The packages could not be installed: check that an npm registry can be reached and run the line above.',
    );
    process.exit(1);
  });
}

/**
 * Runs a file with the project's own Node, passes signals on and resolves to its exit code
 * (128 + number when a signal ended it).
 */
export function runOwnNode(args, options = {}) {
  const node = existsSync(ownNode) ? ownNode : process.execPath;
  const env = {
    // what was compiled is kept: the next command starts in half the time
    NODE_COMPILE_CACHE: join(root, '.cache', 'compile'),
    ...process.env,
    PATH: [ownBin, process.env.PATH ?? ''].join(delimiter),
  };
  return new Promise((resolve) => {
    const child = spawn(node, args, { stdio: 'inherit', env, ...options });
    // A terminal sends Ctrl-C to the whole group, child included: passed on, it would count twice.
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    // Under npm a shell stands between: told to end, it ends without a word to us. Its end is then our signal.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      child.kill('SIGTERM');
    }, 500);
    if (!process.env.npm_lifecycle_event) clearInterval(watch);
    child.on('error', (error) => {
      say(`Expediera: ${node} kunde inte startas: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
    options.onChild?.(child);
  });
}
