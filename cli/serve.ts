/** `expediera serve`: the status page alone, from the store. */
import type { Command } from 'commander';
import { type Session, settingsOf } from './session.ts';
import { toPort, toText } from './usage.ts';

interface Options {
  port?: number;
  host?: string;
}

async function serve(options: Options, command: Command, { terminal }: Session): Promise<void> {
  const settings = await settingsOf(command, { port: options.port, host: options.host });
  await (await import('./desk-access.ts')).refuseOpenDesk(settings);
  const [{ openPages }, { listenForInterruption }, { ownMetrics }] = await Promise.all([
    import('./status-page.ts'),
    import('./interruption.ts'),
    import('./ops-page.ts'),
  ]);
  const [
    { isStoreThere, openStores },
    { running },
    { readPorts },
    { storeCheck },
    { watchFigures },
    { logOf },
  ] = await Promise.all([
    import('../engine/stores/index.ts'),
    import('../engine/running.ts'),
    import('../engine/home/ports.ts'),
    import('../engine/watch/health.ts'),
    import('../engine/watch/figures.ts'),
    import('./log-of.ts'),
  ]);
  if (!isStoreThere(settings)) terminal.tell(`Inget är inläst i ${settings.home} än.`);
  const { store, blobs, close } = await openStores(settings);
  const engine = running(settings);
  const interruption = listenForInterruption(terminal, settings);
  try {
    const metrics = ownMetrics();
    watchFigures(metrics, { store, home: settings.home });
    const page = await openPages({
      ...{
        store,
        blobs,
        engine: engine.now,
        settings,
        metrics,
        checks: [storeCheck(store)],
      },
      log: logOf(terminal, settings),
      temporalPage: () => readPorts(settings.home)?.temporalUi || null,
    });
    terminal.answer(page.url);
    await interruption.came;
    await page.close();
  } finally {
    interruption.end();
    await engine.stop();
    await close();
  }
}

export function addServe(program: Command, session: Session): void {
  program
    .command('serve')
    .summary('visar bara webbplatsen')
    .description(
      'Visar webbplatsen tills den stoppas; inget annat behöver vara igång. Andra än den egna maskinen släpps in först när inloggning och HTTPS är ordnade: docs/security.md.',
    )
    .option('--port <port>', 'porten; 0: en ledig', toPort)
    .option(
      '--host <namn>',
      'namn eller adress att visa den på (annars 127.0.0.1, den egna maskinen)',
      toText,
    )
    .action((options: Options, command: Command) => serve(options, command, session));
}
