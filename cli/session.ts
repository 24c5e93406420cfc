/** What every command gets, and where it says how it ended. */
import type { Command } from 'commander';
import type { GivenSettings, Settings } from '../config/settings.ts';
import { CommandError, EXIT, exitCodeOf } from './exit-codes.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface Session {
  readonly terminal: Terminal;
  exitCode: number;
}

/**
 * The settings that hold for a command: its flags over the environment over the home's file.
 * @param flags settings that the command takes as flags of its own; `--home` is added
 */
export async function settingsOf(command: Command, flags: GivenSettings = {}): Promise<Settings> {
  const { loadSettings, SettingsError } = await import('../config/load.ts');
  const { home } = command.optsWithGlobals<{ home?: string }>();
  try {
    return loadSettings(home === undefined ? flags : { ...flags, home });
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandError(error.message, EXIT.wrongUsage);
    throw error;
  }
}

/** Where nothing is found, programs are told `null`; the error goes on, for people and the exit code. */
export async function orNull<T>(
  session: Session,
  json: boolean | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (json && exitCodeOf(error) === EXIT.nothingFound) session.terminal.answer(asJson(null));
    throw error;
  }
}

/** An answer as JSON, for programs. */
export const asJson = (value: unknown): string => JSON.stringify(value, null, 2);
