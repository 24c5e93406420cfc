/** A person who watches is shown only what needs them; a log file is told all. */
import type { Settings } from '../config/settings.ts';
import type { Terminal } from './terminal/terminal.ts';

export const logLevelFor = (
  { interactive }: Pick<Terminal, 'interactive'>,
  { logLevel }: Pick<Settings, 'logLevel'>,
): Settings['logLevel'] => (interactive && logLevel === 'info' ? 'warn' : logLevel);
