/** `expediera serve`: the status page alone, from the store. */
import { type Command, Option } from 'commander';
import { CommandError, EXIT } from './exit-codes.ts';
import { type Session, settingsOf } from './session.ts';
import { toPort } from './usage.ts';

interface Options {
  port?: number;
  host: string;
}

async function serve(options: Options, command: Command, { terminal }: Session): Promise<void> {
  const settings = await settingsOf(command, { port: options.port });
  const [{ isLoopbackName }, { openPages }, { listenForInterruption }, { ownMetrics }] = await Promise.all([
    import('../server/loopback.ts'),
    import('./status-page.ts'),
    import('./interruption.ts'),
    import('./ops-page.ts'),
  ]);
  if (!isLoopbackName(options.host)) {
    throw new CommandError(
      `Sidan visas bara på den egna maskinen (127.0.0.1), inte på ${options.host}.`,
      EXIT.wrongUsage,
    );
  }
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
  if (!isStoreThere(settings)) terminal.tell(`Inget är inlagt i ${settings.home} än.`);
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
        host: options.host,
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
    .summary('visar bara statussidan')
    .description('Visar statussidan på den egna maskinen tills den stoppas; inget annat behöver vara igång.')
    .option('--port <port>', 'porten; 0: en ledig', toPort)
    .addOption(new Option('--host <namn>', 'namn eller adress på den egna maskinen').default('127.0.0.1'))
    .action((options: Options, command: Command) => serve(options, command, session));
}
