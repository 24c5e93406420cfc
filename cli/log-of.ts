/** Where a command's log goes: its lines must not stand between what a person reads in a terminal. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { createLog, type Logger } from '../worker/log.ts';
import { logLevelFor } from './log-level.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The file of a home; it is there from the first line on. */
export const logPath = (home: string): string => join(home, 'expediera.log');

/**
 * The log of a command: on standard error, which a supervisor keeps; where a person watches that, in a file of the home.
 *
 * @param level left out: that of the settings
 */
export function logOf(
  { interactive }: Pick<Terminal, 'interactive'>,
  settings: Pick<Settings, 'home' | 'logLevel'>,
  level: Settings['logLevel'] = logLevelFor({ interactive }, settings),
): Logger {
  return createLog(level, interactive ? { write: (line) => keep(logPath(settings.home), line) } : undefined);
}

/** In the file; where that cannot be written, as on a full disk, nothing is kept back. */
function keep(path: string, line: string): void {
  try {
    appendFileSync(path, line);
  } catch {
    process.stderr.write(line);
  }
}
