/** Every regular file under the paths that were given. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { asText, type FsPath, joined } from './fs-path.ts';

export interface Found {
  /** Absolute, as it is kept and shown. */
  path: string;
  /** As it is opened. */
  at: FsPath;
  /** Set when it cannot be read at all. */
  unreadable?: Error;
  /** A symbolic link in a folder, a pipe, a socket or a device: never opened, and no file of its own. */
  skipped?: true;
}

/**
 * Yields each regular file under `paths`, folders in the order of their names and none left out by name. A path
 * that is given is followed if it is a symbolic link; links inside a folder are not, so that nothing outside
 * it is taken in, and what is inside is met by itself. `skip` is a folder never entered (the installation's
 * own home). Throws Problem before anything is yielded: "no-such-path" when a given path does not exist, "not-a-file"
 * when it is neither a file nor a folder.
 */
export async function* walk(paths: string[], skip: string): AsyncGenerator<Found> {
  const starts = await checkStarts(paths);
  const home = await realpath(skip).catch(() => resolve(skip));
  // One start meets no path twice.
  const seen = starts.length > 1 ? new Set<string>() : null;
  for (const path of starts) {
    for await (const found of under(path, home, true)) {
      if (!seen?.has(found.path)) yield found;
      seen?.add(found.path);
    }
  }
}

/** The paths as absolute ones. Throws Problem as `walk` does. */
export async function checkStarts(paths: string[]): Promise<string[]> {
  const starts = paths.map((path) => resolve(path));
  for (const path of starts) {
    try {
      const entry = await stat(path);
      if (entry.isFile() || entry.isDirectory()) continue;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') continue;
      throw new Problem('no-such-path', `${path} finns inte. / does not exist.`);
    }
    throw new Problem(
      'not-a-file',
      `${path} är varken en fil eller en mapp. / is neither a file nor a folder.`,
    );
  }
  return starts;
}

async function* under(at: FsPath, home: string, follow: boolean): AsyncGenerator<Found> {
  const path = asText(at);
  let names: Buffer[];
  try {
    const entry = follow ? await stat(at) : await lstat(at);
    if (entry.isFile()) {
      yield { path, at };
      return;
    }
    if (!entry.isDirectory()) {
      yield { path, at, skipped: true };
      return;
    }
    if ((await realpath(at)) === home) return;
    names = await readdir(at, 'buffer');
  } catch (error) {
    yield { path, at, unreadable: error as Error };
    return;
  }
  for (const name of names.sort(Buffer.compare)) yield* under(joined(at, name), home, false);
}
