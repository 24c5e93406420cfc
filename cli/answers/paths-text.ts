import { isAbsolute, relative, sep } from 'node:path';

/** A path as a person who stands in `from` would type it: relative when it lies under there, else whole. */
export function shownPath(path: string, from: string = process.cwd()): string {
  const short = relative(from, path);
  const outside = short === '' || short === '..' || short.startsWith(`..${sep}`) || isAbsolute(short);
  return outside ? path : short;
}
