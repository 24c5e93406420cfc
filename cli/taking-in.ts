/** Taking files in by the installation that runs on this home, or by one started for the time it takes. */
import type { Command } from 'commander';
import type { Connected } from '../engine/installation.ts';
import type { FollowOptions, IntakeReport } from '../engine/intake/index.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { whoSays } from './who.ts';

export interface TakingIn {
  wait?: boolean;
  lopande?: boolean;
  huvudman?: string;
  json?: boolean;
  av?: string;
}

/** The figures are the store's, as `arkiv` and `status` tell them: what was known before is among them. */
async function reportText(store: Store, { arkiv, offered }: IntakeReport, columns: number): Promise<string> {
  const [{ intakeText }, { takenIn }] = await Promise.all([
    import('./answers/intake-text.ts'),
    import('./taken-in.ts'),
  ]);
  return intakeText(await takenIn(store, { arkiv, offered }), columns);
}

/** How an intake can be seen and steered, by its id. */
const steerText = (id: number): string =>
  `Inläsning ${id}. Följ den: expediera arkiv visa ${id}. Pausa den: expediera arkiv pausa ${id}.`;

/** What was offered and what ended of it, and with `files` all contents of the intake as they stand, for programs. */
async function reportJson(
  store: Store,
  { arkiv, offered, archive, workflowId }: IntakeReport,
): Promise<string> {
  const { toDo, ...counts } = offered;
  const ended = archive && { done: archive.done, refused: archive.refused, failed: archive.failed };
  const { files } = (await store.ettArkiv(arkiv)) ?? {};
  return asJson({ arkiv, ...counts, submitted: toDo.length, workflowId, ended, files });
}

/**
 * Has `begin` take files in, shows how it goes and answers how it went.
 *
 * @param begin null: there is nothing to take in, and `nothing` is said
 */
export async function takeIn(
  command: Command,
  session: Session,
  options: TakingIn,
  begin: (connected: Connected, following: FollowOptions) => Promise<IntakeReport | null>,
  nothing = 'Det finns inget att läsa in.',
): Promise<void> {
  const { terminal } = session;
  const settings = await settingsOf(command, { huvudman: options.huvudman });
  const [{ connectInstallation, startInstallation }, { showProgress }, { followIntake }, log, interrupt] =
    await Promise.all([
      import('../engine/installation.ts'),
      import('./terminal/progress.ts'),
      import('./intake-progress.ts'),
      import('./log-of.ts'),
      import('./interruption.ts'),
    ]);
  const interruption = interrupt.listenForInterruption(terminal, settings);
  const running = await connectInstallation(settings);
  if (running && options.huvudman !== undefined) {
    await running.stop();
    throw new CommandError(
      'Den Expediera som är igång läser med sin egen huvudman: ange --huvudman när den startas.',
      EXIT.wrongUsage,
    );
  }
  if (!running) terminal.tell('Ingen Expediera är igång: en startas för den tid det tar.');
  const own = running
    ? null
    : await startInstallation({
        settings,
        say: (line) => terminal.tell(line),
        log: log.logOf(terminal, settings, 'warn'),
      });
  const connected = own ?? running;
  const progress = showProgress(terminal, 'Läser in');
  const positionOf = followIntake();
  let told = false;
  try {
    const taking =
      connected &&
      begin(connected, {
        // Work that only this process does has to be waited for.
        wait: own !== null || options.wait === true,
        av: whoSays(options),
        onProgress(at) {
          if (at.phase === 'working' && !told) {
            progress.clear();
            terminal.tell(steerText(at.arkiv));
            told = true;
          }
          progress.update(positionOf(at));
        },
      });
    taking?.catch(() => {}); // what breaks because we stop is no news
    const stopped = interruption.came.then((code) => ({ code }));
    const outcome = await Promise.race([taking, stopped, ...(own ? [own.lost] : [])]);
    progress.stop();
    if (!outcome || !connected) {
      terminal.answer(options.json ? asJson(null) : nothing);
      return;
    }
    if ('code' in outcome) {
      session.exitCode = outcome.code;
      return;
    }
    if (outcome.workflowId !== null && !told) terminal.tell(steerText(outcome.arkiv));
    terminal.answer(
      options.json
        ? await reportJson(connected.store, outcome)
        : await reportText(connected.store, outcome, terminal.columns),
    );
    if (own && options.lopande) {
      const { sendAndTell } = await import('./until-sent.ts');
      // programs read one answer: how it went is told beside it
      const beside = options.json ? { ...terminal, answer: terminal.tell } : terminal;
      await sendAndTell(own.store, beside, { signal: interruption.signal, last: true });
    }
    if (outcome.offered.unreadable > 0 || (outcome.archive?.failed ?? 0) > 0) session.exitCode = EXIT.failed;
  } finally {
    progress.clear();
    await connected?.stop();
    interruption.end();
  }
}
