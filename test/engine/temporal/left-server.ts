/** A Temporal server that nobody watches over any more: what a kill of all that started it leaves alive. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePorts, isFree } from '../../../engine/home/ports.ts';
import { isAlive } from '../../../engine/home/process.ts';
import { findTemporalCli } from '../../../engine/temporal/cli/find.ts';
import { until } from '../until.ts';

/** Starts it on the home's database; resolves to its number when it answers. Whoever comes next is to end it. */
export async function leaveServer(home: string): Promise<number> {
  const ports = (await freePorts(3)).map(String) as [string, string, string];
  const [port, httpPort, metricsPort] = ports;
  const child = spawn(
    await findTemporalCli(),
    [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--log-level', 'never'],
      ...['--port', port, '--http-port', httpPort, '--metrics-port', metricsPort],
      ...['--db-filename', join(home, 'temporal.db')],
    ],
    { stdio: 'ignore' },
  );
  await until(async () => {
    if (!isAlive(child.pid as number)) throw new Error('it has ended');
    return !(await isFree(Number(port)));
  });
  return child.pid as number;
}
