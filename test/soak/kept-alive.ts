/** A command of the program that is started again whenever it ends, as a supervisor would. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Ran, type Running, startCli } from '../cli/run-cli.ts';

export interface KeptAlive {
  readonly name: string;
  /** Of the process of now; null between two. */
  pid(): number | null;
  /** kill -9; false when there is none just now. */
  kill(): boolean;
  /** Resolves when it ended as `isOver` says; never for one that is to run until it is stopped. */
  over: Promise<Ran>;
  /** SIGTERM, and not started again. Resolves to how it ended; null when none ran. */
  stop(): Promise<Ran | null>;
  /** How all of them ended that were not killed here. */
  readonly ends: readonly Ran[];
}

export interface KeptAliveOptions {
  name: string;
  args: () => string[];
  env: NodeJS.ProcessEnv;
  /** It is not started for the first time before this. */
  after?: () => boolean;
  /** It has done what it was to do, and is not started again. */
  isOver?: (ran: Ran) => boolean;
  /** Before it is started again, milliseconds. */
  pauseMs: () => number;
  say: (line: string) => void;
}

const GAVE_UP_MS = 3_000;

export function keepAlive(options: KeptAliveOptions): KeptAlive {
  const { name, args, env, after = () => true, isOver = () => false, pauseMs, say } = options;
  const ends: Ran[] = [];
  const over = Promise.withResolvers<Ran>();
  let running: Running | null = null;
  let stopping = false;

  async function keep(): Promise<void> {
    while (!stopping && !after()) await pause(100);
    while (!stopping) {
      const now = startCli(args(), env);
      running = now;
      say(`${name} starts (${now.child.pid})`);
      const ran = await now.ended;
      running = null;
      if (now.child.signalCode !== 'SIGKILL') {
        ends.push(ran);
        say(`${name} ended with ${ran.code}: ${ran.stderr.trim().split('\n').slice(-3).join(' | ')}`);
      }
      if (isOver(ran)) {
        over.resolve(ran);
        return;
      }
      // one that gave up by itself is given time, as supervisors do
      if (!stopping) await pause(now.child.signalCode === null ? GAVE_UP_MS : pauseMs());
    }
  }
  const kept = keep();
  return {
    name,
    pid: () => running?.child.pid ?? null,
    kill: () => running?.child.kill('SIGKILL') ?? false,
    over: over.promise,
    async stop() {
      stopping = true;
      const last = running;
      last?.child.kill('SIGTERM');
      const ran = last ? await last.ended : null;
      await kept;
      return ran;
    },
    ends,
  };
}
