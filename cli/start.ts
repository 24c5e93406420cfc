/** `expediera start` (`npm start`): everything on this machine, files taken in, and then at service. */
import type { Command } from 'commander';
import type { Installation } from '../engine/installation.ts';
import type { IntakeReport } from '../engine/intake/index.ts';
import type { FileRow, Store } from '../store/store.ts';
import { EXIT } from './exit-codes.ts';
import type { Interruption } from './interruption.ts';
import { type Session, settingsOf } from './session.ts';
import type { Progress } from './terminal/progress.ts';
import type { Terminal } from './terminal/terminal.ts';
import { toPort, toText } from './usage.ts';
import { whoSays } from './who.ts';

interface Options {
  once?: boolean;
  lopande?: boolean;
  port?: number;
  host?: string;
  huvudman?: string;
}

const POLL_MS = 500;
/** How long the store may be away before the program gives up; whoever supervises it starts it again. */
const STORE_AWAY_MS = 12 * 60 * 60_000;

/** Also what an earlier run left unfinished is in when nothing is under way any more; what is paused is not waited for. */
async function untilNothingRuns(store: Store, progress: Progress, signal: AbortSignal): Promise<void> {
  const { patiently } = await import('../engine/patiently.ts');
  const nowhere = { filesDone: 0, filesTotal: null, pagesDone: 0, pagesTotal: null };
  const tell = (why: string | null) => progress.update({ ...nowhere, note: why ?? undefined });
  // the workers outlast it too, for longer than this
  const ask = <T>(question: () => Promise<T>) => patiently(question, { tell, limit: STORE_AWAY_MS });
  while (!signal.aborted && (await ask(() => store.runningUnpaused())) > 0) {
    const { files } = await ask(() => store.status());
    progress.update({
      unit: 'innehåll',
      filesDone: files.total - files.running,
      filesTotal: files.total,
      pagesDone: 0,
      pagesTotal: null,
    });
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Takes the paths in and says what came of it; resolves to the files of this run. */
async function takeIn(
  { ingest, store, settings }: Installation,
  { paths, lopande, once }: { paths: string[]; lopande: boolean; once: boolean },
  { terminal }: Session,
  signal: AbortSignal,
): Promise<FileRow[]> {
  const [{ showProgress }, { followIntake }, { nothingUnder }] = await Promise.all([
    import('./terminal/progress.ts'),
    import('./intake-progress.ts'),
    import('../engine/intake/nothing.ts'),
  ]);
  const nothing = paths.length > 0 ? await nothingUnder(paths, settings.home) : null;
  let report: IntakeReport | null = null;
  const progress = showProgress(terminal, 'Läser in');
  const positionOf = followIntake();
  try {
    if (paths.length > 0 && !nothing)
      report = await ingest(paths, {
        ...{ lopande, av: whoSays({}) },
        onProgress: (at) => progress.update(positionOf(at)),
      });
    await untilNothingRuns(store, progress, signal);
  } finally {
    if (signal.aborted) progress.clear();
    else progress.stop();
  }
  const files = report ? await store.arkivFiler(report.arkiv) : nothing ? [] : await store.files();
  if (signal.aborted) return files;
  if (nothing) {
    const { nothingText } = await import('./answers/intake-text.ts');
    terminal.answer(nothingText(paths, nothing));
  }
  if (report) await tellSummary(store, report, files, terminal);
  if (lopande) {
    const { sendAndTell } = await import('./until-sent.ts');
    await sendAndTell(store, terminal, { signal, last: once });
  }
  return files;
}

/** What was taken in, found in it and routed where. */
async function tellSummary(
  store: Store,
  report: IntakeReport,
  files: FileRow[],
  terminal: Terminal,
): Promise<void> {
  const [{ summaryText }, { takenIn }, { isKnown }] = await Promise.all([
    import('./answers/summary-text.ts'),
    import('./taken-in.ts'),
    import('../engine/intake/tally.ts'),
  ]);
  const [status, inboxes, taken] = await Promise.all([
    store.status(),
    store.mottagare(),
    takenIn(store, report),
  ]);
  // started anew every day on the same folder, it would leave a list of intakes that brought nothing
  if (isKnown(report.offered) && (await store.slappArkiv(report.arkiv)))
    taken.arkiv = { ...taken.arkiv, id: null };
  terminal.answer(summaryText({ status, taken, files, inboxes }, terminal.columns));
}

/** The samples, in a home that holds nothing else: made-up records have no place among a municipality's own. */
async function pathsUngiven(store: Store, samples: string[]): Promise<string[]> {
  const { isUnder } = await import('./paths.ts');
  return (await store.files()).every(({ path }) => isUnder(path, samples)) ? samples : [];
}

/** Runs until all is in (`--once`) or until stopped; resolves to the exit code. */
async function work(
  installation: Installation,
  given: { paths: string[]; lopande: boolean },
  { once, address }: { once: boolean; address: string },
  session: Session,
  interruption: Interruption,
): Promise<number> {
  const { terminal } = session;
  const taking = takeIn(installation, { ...given, once }, session, interruption.signal);
  taking.catch(() => {}); // what breaks because we stop is no news
  const stopped = interruption.came.then((code) => ({ code }));
  const outcome = await Promise.race([taking, stopped, installation.lost]);
  if ('code' in outcome) return once ? outcome.code : EXIT.done;
  const allAccounted = outcome.every(({ status }) => status === 'done' || status === 'refused');
  if (once) return allAccounted ? EXIT.done : EXIT.failed;
  terminal.tell(`\nSök, läs och granska i en webbläsare: ${address}`);
  terminal.tell('Eller här: npm run -s expediera -- inkorg | arende NR | search ORD');
  terminal.tell('Expediera är igång. Stoppa med Ctrl-C.');
  await Promise.race([interruption.came, installation.lost]);
  return EXIT.done;
}

async function start(given: string[], options: Options, command: Command, session: Session): Promise<void> {
  const { terminal } = session;
  const settings = await settingsOf(command, {
    ...{ port: options.port, host: options.host, huvudman: options.huvudman },
  });
  const { checkPaths, samplePaths } = await import('./paths.ts');
  checkPaths(given);
  const [
    { startInstallation },
    { openPages },
    { listenForInterruption },
    { logOf, logPath },
    { ownMetrics },
  ] = await Promise.all([
    import('../engine/installation.ts'),
    import('./status-page.ts'),
    import('./interruption.ts'),
    import('./log-of.ts'),
    import('./ops-page.ts'),
  ]);
  await (await import('./desk-access.ts')).refuseOpenDesk(settings);
  const interruption = listenForInterruption(terminal, settings);
  terminal.tell('Startar Expediera …');
  const say = (line: string) => terminal.tell(line);
  const [log, metrics] = [logOf(terminal, settings), ownMetrics()];
  const installation = await startInstallation({ settings, say, log, metrics });
  try {
    const { store, blobs, temporalUi, resumed, checks } = installation;
    const engine = async () => installation;
    const shown = { store, blobs, engine, settings, checks, metrics, log, temporalPage: () => temporalUi };
    const page = await openPages(shown);
    try {
      installation.noteStatusPage(page.url);
      const where = [
        ...(temporalUi === null ? [] : [`Temporal: ${temporalUi}`]),
        `Sidan:    ${page.url}`,
        ...(page.metrics === null ? [] : [`Mätvärden: ${page.metrics}/metrics`]),
        ...(terminal.interactive
          ? [`Logg:     ${logPath(settings.home)} (varningar, om det blir några)`]
          : []),
      ];
      terminal.tell(where.join('\n'));
      if (resumed.files > 0) {
        const { amount } = await import('./terminal/layout.ts');
        terminal.tell(`Från förra gången: ${amount(resumed.files, 'fil', 'filer')} läses vidare.`);
      }
      for (const { id, namn } of resumed.paused)
        terminal.tell(`Inläsning ${id} (${namn}) är pausad. Gå vidare med: expediera arkiv fortsatt ${id}`);
      if (resumed.cutOff.length > 0) {
        const { cutOffText } = await import('./answers/arkiv-text.ts');
        for (const arkiv of resumed.cutOff)
          terminal.tell(`Inläsning ${arkiv.id} (${arkiv.namn}). ${cutOffText(arkiv)}`);
      }
      const paths = given.length > 0 ? given : await pathsUngiven(store, samplePaths());
      session.exitCode = await work(
        installation,
        { paths, lopande: options.lopande === true },
        { once: options.once === true, address: page.url },
        session,
        interruption,
      );
    } finally {
      await page.close();
    }
  } finally {
    await installation.stop();
    interruption.end();
  }
}

export function addStart(program: Command, session: Session): void {
  program
    .command('start')
    .summary('startar allt på den här maskinen och läser in filer (npm start)')
    .description(
      'Startar allt på den här maskinen: Temporal, databasen, läsprogrammet och webbsidan. Läser sedan in filerna, visar vad som hittades och vart det gick, och är igång tills den stoppas. Det som läses är PDF, Word (DOCX), TIFF, PNG, JPEG och text, också i ZIP-filer. Slutkod 0 med --once bara om varje fil är inläst eller nekad med en orsak; finns det inga filer sägs det, och slutkoden är 0.',
    )
    .argument(
      '[SÖKVÄG...]',
      'filer, mappar och ZIP-filer att läsa in; annars, i en tom mapp, exempelfilerna i samples/',
    )
    .option('--once', 'sluta när allt är inläst')
    .option(
      '--lopande',
      'löpande ärenden: beslut expedieras till dem som ska ha dem (annars arkiv, som inte skickar något)',
    )
    .option('--port <port>', 'webbplatsens port; 0: en ledig', toPort)
    .option(
      '--host <namn>',
      'namn eller adress att visa den på (annars 127.0.0.1, den egna maskinen)',
      toText,
    )
    .option('--huvudman <namn>', 'kommunen eller regionen, för filer som inte själva säger det', toText)
    .action((paths: string[], options: Options, command: Command) => start(paths, options, command, session));
}
