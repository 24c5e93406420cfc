/** Taking files in by the installation that runs on this home, or by one started for the time it takes. */
import type { Command } from 'commander';
import type { Connected } from '../engine/installation.ts';
import type { FollowOptions, IntakeReport } from '../engine/intake/index.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { amount } from './terminal/layout.ts';
import { whoSays } from './who.ts';

export interface TakingIn {
  wait?: boolean;
  lopande?: boolean;
  huvudman?: string;
  json?: boolean;
  av?: string;
}

function reportText({ offered, archive, workflowId }: IntakeReport): string {
  const { paths, contents, already, unpacked, refused, unreadable, skipped } = offered;
  const parts = [`${amount(paths, 'fil', 'filer')}, ${contents} olika innehåll`];
  if (already > 0) parts.push(`${already} var redan ${already === 1 ? 'klar' : 'klara'}`);
  if (unpacked > 0) parts.push(amount(unpacked, 'ZIP-fil uppackad', 'ZIP-filer uppackade'));
  if (refused > 0) parts.push(amount(refused, 'nekad vid inläsningen', 'nekade vid inläsningen'));
  if (unreadable > 0) parts.push(`${unreadable} gick inte att läsa`);
  if (skipped > 0) parts.push(`${skipped} länkar eller annat som inte är filer togs inte med`);
  if (archive)
    parts.push(
      [
        amount(archive.done, 'inläst', 'inlästa'),
        amount(archive.refused, 'nekad', 'nekade'),
        amount(archive.failed, 'misslyckad', 'misslyckade'),
      ].join(', '),
    );
  else if (workflowId) parts.push(`${offered.toDo.length} läses in nu`);
  return `${parts.join('; ')}.`;
}

/** How an intake can be seen and steered, by its id. */
const steerText = (id: number): string =>
  `Arkiv ${id}. Följ det: expediera arkiv visa ${id}. Pausa det: expediera arkiv pausa ${id}.`;

/** As the text says it, for programs. */
function reportJson({ arkiv, offered, archive, workflowId }: IntakeReport): string {
  const { toDo, ...counts } = offered;
  const ended = archive && { done: archive.done, refused: archive.refused, failed: archive.failed };
  return asJson({ arkiv, ...counts, submitted: toDo.length, workflowId, ended });
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
      import('../worker/log.ts'),
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
    : await startInstallation({ settings, say: (line) => terminal.tell(line), log: log.createLog('warn') });
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
    if (!outcome) {
      terminal.answer(options.json ? asJson(null) : nothing);
      return;
    }
    if ('code' in outcome) {
      session.exitCode = outcome.code;
      return;
    }
    if (outcome.workflowId !== null && !told) terminal.tell(steerText(outcome.arkiv));
    terminal.answer(options.json ? reportJson(outcome) : reportText(outcome));
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
