/** Which files of ours end up in a bundle, wherever they are: the pure code that workflows share with the rest is in it too. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Vanish when the code runs. A pattern that meets no `=` cannot mistake `export type A = …` for one. */
const TYPE_ONLY = /^[ \t]*(?:import|export)\s+type\s[\w$*{}\s,]{1,5000}?\sfrom\s*['"][^'"\n]+['"]/gm;
/** Import lines, re-exports and imports at run time of files, rather too many than one too few. */
const FILES = /\b(?:import|export)\b[^'";]{0,5000}?['"](\.{1,2}\/[^'"\n]+)['"]/g;

/** The paths of `entry` and of all files that it reaches by imports, in order. */
export function bundledFiles(entry: string): string[] {
  const reached = new Set<string>();
  const queue = [entry];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path) || !existsSync(path)) continue;
    reached.add(path);
    const code = readFileSync(path, 'utf8').replace(TYPE_ONLY, '');
    for (const [, specifier] of code.matchAll(FILES)) queue.push(join(dirname(path), specifier as string));
  }
  return [...reached].sort();
}
