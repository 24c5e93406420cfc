/** `expediera ingest PATH…`: takes files in through the running installation, or starts one for the time it takes. */
import type { Command } from 'commander';
import type { IntakeReport } from '../engine/intake/index.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { amount } from './terminal/layout.ts';
import { toText } from './usage.ts';

interface Options {
  wait?: boolean;
  rerun?: boolean;
  lopande?: boolean;
  huvudman?: string;
  json?: boolean;
}

function reportText({ offered, archive, workflowId }: IntakeReport): string {
  const { paths, contents, already, unpacked, refused, unreadable, skipped } = offered;
  const parts = [`${amount(paths, 'fil', 'filer')}, ${contents} olika innehåll`];
  if (already > 0) parts.push(`${already} var redan ${already === 1 ? 'klar' : 'klara'}`);
  if (unpacked > 0) parts.push(amount(unpacked, 'ZIP-fil uppackad', 'ZIP-filer uppackade'));
  if (refused > 0) parts.push(amount(refused, 'nekad vid intaget', 'nekade vid intaget'));
  if (unreadable > 0) parts.push(`${unreadable} gick inte att läsa`);
  if (skipped > 0)
    parts.push(`${amount(skipped, 'länk eller annat', 'länkar och annat')} som inte är filer togs inte med`);
  if (archive)
    parts.push(
      [
        amount(archive.done, 'inläst', 'inlästa'),
        amount(archive.refused, 'nekad', 'nekade'),
        amount(archive.failed, 'misslyckad', 'misslyckade'),
      ].join(', '),
    );
  else if (workflowId) parts.push(`${offered.toDo.length} läses in nu (${workflowId})`);
  return `${parts.join('; ')}.`;
}

/** As the text says it, for programs. */
function reportJson({ offered, archive, workflowId }: IntakeReport): string {
  const { toDo, ...counts } = offered;
  const ended = archive && { done: archive.done, refused: archive.refused, failed: archive.failed };
  return asJson({ ...counts, submitted: toDo.length, workflowId, ended });
}

async function ingest(paths: string[], options: Options, command: Command, session: Session): Promise<void> {
  const { terminal } = session;
  const settings = await settingsOf(command, { huvudman: options.huvudman });
  const { checkPaths } = await import('./paths.ts');
  checkPaths(paths);
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
  try {
    const taking = connected?.ingest(paths, {
      // Work that only this process does has to be waited for.
      wait: own !== null || options.wait === true,
      rerun: options.rerun === true,
      lopande: options.lopande === true,
      onProgress: (at) => progress.update(positionOf(at)),
    });
    taking?.catch(() => {}); // what breaks because we stop is no news
    const stopped = interruption.came.then((code) => ({ code }));
    const outcome = await Promise.race([taking, stopped, ...(own ? [own.lost] : [])]);
    progress.stop();
    if (!outcome) return;
    if ('code' in outcome) {
      session.exitCode = outcome.code;
      return;
    }
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

export function addIngest(program: Command, session: Session): void {
  program
    .command('ingest')
    .summary('läser in filer och mappar')
    .description(
      'Läser in filer och mappar med den Expediera som är igång på samma mapp. Är ingen igång startas en för den tid det tar. Samma fil en gång till läses inte om. Slutkod 1 om någon fil inte kunde läsas av fel hos oss; nekade filer visas av status --files.',
    )
    .argument('<SÖKVÄG...>', 'filer och mappar')
    .option('--wait', 'vänta tills allt är inläst')
    .option('--rerun', 'läs om även det som redan är klart eller nekat')
    .option(
      '--lopande',
      'löpande ärenden: beslut expedieras till dem som ska ha dem (annars arkiv, som inte skickar något)',
    )
    .option('--huvudman <namn>', 'kommunen eller regionen, för filer som inte själva säger det', toText)
    .option('--json', 'svar för program')
    .action((paths: string[], options: Options, command: Command) =>
      ingest(paths, options, command, session),
    );
}
