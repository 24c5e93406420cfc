/** The flag for a row a file, which is asked for in both languages wherever files are. */
import { type Command, Option } from 'commander';

/** Adds the flag as its help has it, and its other spelling, which does the same. */
export function addEachFile(command: Command, flag: 'files' | 'filer', description: string): Command {
  const other = new Option(flag === 'files' ? '--filer' : '--files').hideHelp().implies({ [flag]: true });
  return command.option(`--${flag}`, description).addOption(other);
}
