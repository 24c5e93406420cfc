/** Every regular file under the paths that were given. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Problem } from '../problem.ts';

export interface Found {
  /** Absolute. */
  path: string;
  /** Set when it cannot be read at all. */
  unreadable?: Error;
}

/**
 * Yields each regular file under `paths`, folders in the order of their names and none left out by name. A path
 * that is given is followed if it is a symbolic link; links inside a folder are not, so that nothing outside
 * it is taken in, and what is inside is met by itself. `skip` is a folder never entered (the installation's
 * own home). Throws Problem "no-such-path" before anything is yielded when a given path does not exist.
 */
export async function* walk(paths: string[], skip: string): AsyncGenerator<Found> {
  const starts = paths.map((path) => resolve(path));
  for (const path of starts) {
    await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') return;
      throw new Problem('no-such-path', `${path} finns inte. / does not exist.`);
    });
  }
  const home = await realpath(skip).catch(() => resolve(skip));
  const seen = new Set<string>();
  for (const path of starts) {
    for await (const found of under(path, home, true)) {
      if (!seen.has(found.path)) yield found;
      seen.add(found.path);
    }
  }
}

async function* under(path: string, home: string, follow: boolean): AsyncGenerator<Found> {
  try {
    const entry = follow ? await stat(path) : await lstat(path);
    if (entry.isFile()) {
      yield { path };
      return;
    }
    if (!entry.isDirectory() || (await realpath(path)) === home) return;
  } catch (error) {
    yield { path, unreadable: error as Error };
    return;
  }
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    yield { path, unreadable: error as Error };
    return;
  }
  for (const name of names.sort()) yield* under(join(path, name), home, false);
}
