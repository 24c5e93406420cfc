/** Who says something: as given, else the name of the account that runs the command. */
import type { Command } from 'commander';
import { accountName } from '../engine/home/account.ts';
import { toText } from './usage.ts';

/** Adds `--av`. */
export const addWho = (command: Command): Command =>
  command.option('--av <namn>', 'vem som säger det (annars kontots namn)', toText);

export function whoSays({ av }: { av?: string | undefined }): string {
  return av ?? accountName();
}
