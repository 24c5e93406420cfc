/** Work that needs the engine: done by the installation that runs on this home, or by one started for the time it takes. */
import type { Command } from 'commander';
import type { GivenSettings } from '../config/settings.ts';
import type { Connected } from '../engine/installation.ts';
import { type Session, settingsOf } from './session.ts';

/**
 * Runs `work` and closes what was opened for it. Rejects when the engine is lost meanwhile.
 *
 * @param flags settings that the command takes as flags of its own
 */
export async function withEngine<T>(
  command: Command,
  session: Session,
  work: (connected: Connected) => Promise<T>,
  flags: GivenSettings = {},
): Promise<T> {
  const settings = await settingsOf(command, flags);
  const [{ connectInstallation, startInstallation }, { logOf }] = await Promise.all([
    import('../engine/installation.ts'),
    import('./log-of.ts'),
  ]);
  const running = await connectInstallation(settings);
  if (running) {
    try {
      return await work(running);
    } finally {
      await running.stop();
    }
  }
  const say = (line: string): void => session.terminal.tell(line);
  const own = await startInstallation({ settings, say, log: logOf(session.terminal, settings, 'warn') });
  try {
    return await Promise.race([work(own), own.lost]);
  } finally {
    await own.stop();
  }
}
