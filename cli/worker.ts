/** `expediera worker`: takes work from the queues, beside a running installation or against a cluster. */
import { type Command, Option } from 'commander';
import type { Check } from '../engine/watch/health.ts';
import { type Session, settingsOf } from './session.ts';

interface Options {
  queues?: string;
}

async function worker(options: Options, command: Command, { terminal }: Session): Promise<void> {
  const settings = await settingsOf(command, { queues: options.queues });
  const [{ runWorkerAlone }, { listenForInterruption }, { openOpsPage, opsOf, ownMetrics }, { logOf }] =
    await Promise.all([
      import('../engine/worker-alone.ts'),
      import('./interruption.ts'),
      import('./ops-page.ts'),
      import('./log-of.ts'),
    ]);
  const interruption = listenForInterruption(terminal, settings);
  const log = logOf(terminal, settings);
  // what nobody can ask for is not counted
  const metrics = settings.metricsPort === undefined ? undefined : ownMetrics();
  const onRunning = async (checks: Check[]) => {
    const page = metrics && (await openOpsPage(settings, opsOf(checks, metrics, log)));
    if (page) terminal.tell(`Mätvärden: ${page.url}/metrics`);
    return async () => page?.close();
  };
  try {
    await runWorkerAlone(settings, interruption.signal, {
      log,
      metrics,
      say: (line) => terminal.tell(line),
      onRunning,
    });
  } finally {
    interruption.end();
  }
}

export function addWorker(program: Command, session: Session): void {
  program
    .command('worker')
    .summary('kör läsprogrammet för sig, åt en Expediera som är igång eller ett Temporal-kluster')
    .description(
      'Tar arbete ur köerna tills den stoppas: bredvid en Expediera som är igång på samma mapp, eller åt det Temporal-kluster som TEMPORAL_ADDRESS anger.',
    )
    .addOption(new Option('--queues <köer>', 'light, ocr eller båda med komma emellan'))
    .action((options: Options, command: Command) => worker(options, command, session));
}
