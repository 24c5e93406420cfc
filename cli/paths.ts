/** Paths that a person gives, and those taken when none is given. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { CommandError, EXIT } from './exit-codes.ts';

const samples = join(import.meta.dirname, '..', 'samples');

/** The records among the samples, without what is expected of them and what they are made by. */
export function samplePaths(): string[] {
  return readdirSync(samples, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(json|md|ts)$/.test(entry.name))
    .map((entry) => join(samples, entry.name))
    .sort();
}

/** Throws a CommandError that names those of the paths that do not exist: before anything is started for them. */
export function checkPaths(paths: string[]): void {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length === 0) return;
  throw new CommandError(`${missing.join(', ')} finns inte.`, EXIT.wrongUsage);
}

/** Whether a file is one of the paths or lies under one, or in one that is a ZIP. */
export function isUnder(file: string, paths: string[]): boolean {
  return paths.some((path) => {
    const root = resolve(path);
    return (
      file === root || file.startsWith(root.endsWith(sep) ? root : root + sep) || file.startsWith(`${root}!/`)
    );
  });
}

/** Tells whether a path is that of a sample. */
export function samplePath(): (path: string) => boolean {
  const paths = new Set(existsSync(samples) ? samplePaths() : []);
  return (path) => paths.has(path);
}
