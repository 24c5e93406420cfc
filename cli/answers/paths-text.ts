import { isAbsolute, relative, sep } from 'node:path';

/** Between a ZIP and a file in it. */
const IN_ZIP = '!/';

/**
 * A path as a person who stands in `from` would type it: relative when it lies under there, else whole. What would
 * break its line or command the terminal is shown as JSON writes it.
 */
export function shownPath(path: string, from: string = process.cwd()): string {
  const end = path.indexOf(IN_ZIP);
  const [onDisk, inZip] = end < 0 ? [path, ''] : [path.slice(0, end), path.slice(end)];
  const short = relative(from, onDisk);
  const outside = short === '' || short === '..' || short.startsWith(`..${sep}`) || isAbsolute(short);
  return withoutControls((outside ? onDisk : short) + inZip);
}

const withoutControls = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]/gu, (sign) =>
    `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`.replace('\\u000a', '\\n'),
  );
