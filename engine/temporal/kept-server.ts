/**
 * The Temporal server of an installation for as long as that runs: one that ends by itself is started again where it was,
 * so that everyone who talks to it only has to wait. What it was doing is in its database.
 */
import { isFree } from '../home/ports.ts';
import type { Problem } from '../problem.ts';
import { type ServerOptions, startTemporalServer, type TemporalServer } from './server.ts';

export interface KeptServer {
  /** host:port for clients and workers; the same for good. */
  address: string;
  uiUrl: string;
  /** Of the process of now. */
  pid(): number;
  /** Rejects when it is given up: it ended too often, would not start again, or cannot work with its database. */
  lost: Promise<never>;
  /** Ends it gracefully; resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface KeepOptions extends ServerOptions {
  /** Told in one line what happened, for people. */
  say: (line: string) => void;
  /** After each start but the first. */
  onRestart: (pid: number) => void;
}

/** So many ends within so many milliseconds are no accident: going on would only hide what is wrong. */
const MOST = 5;
const WITHIN_MS = 10 * 60_000;
/** A port may be held for a moment by who tries to reach the server on it. */
const PORT_TRIES = 10;
const PAUSE_MS = 1_000;

/** Starts the server as startTemporalServer does, and keeps it. */
export async function keepTemporalServer(options: KeepOptions): Promise<KeptServer> {
  const { say, onRestart } = options;
  const first = await startTemporalServer(options);
  const { address, uiUrl } = first;
  const ports = { port: portOf(`http://${address}`), uiPort: portOf(uiUrl) };
  let server = first;
  let stopping = false;
  let starting: Promise<TemporalServer> | null = null;

  async function keep(): Promise<never> {
    for (const ends: number[] = []; ; ) {
      const problem = await ended(server);
      if (stopping) return new Promise<never>(() => {});
      // it lives, and would be no better the next time
      if (problem.code === 'temporal-start') throw problem;
      ends.push(Date.now());
      if (ends.filter((at) => at > Date.now() - WITHIN_MS).length > MOST) throw problem;
      say(`${problem.message}\nDen startas igen.`);
      starting = startAgain({ ...options, ...ports });
      server = await starting;
      if (stopping) return new Promise<never>(() => {});
      onRestart(server.pid);
      say('Temporal-servern är igång igen, och allt går vidare.');
    }
  }
  const lost = keep();
  lost.catch(() => {}); // heard by whoever waits for it; nobody has to
  return {
    ...{ address, uiUrl, lost },
    pid: () => server.pid,
    async stop() {
      stopping = true;
      await starting?.catch(() => {});
      await server.stop();
    },
  };
}

async function startAgain(
  options: ServerOptions & { port: number; uiPort: number },
): Promise<TemporalServer> {
  for (let tries = 1; tries < PORT_TRIES; tries++) {
    if ((await isFree(options.port)) && (await isFree(options.uiPort))) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return startTemporalServer({ ...options, again: true });
}

/** Resolves when it ended without having been asked to. */
const ended = ({ lost }: TemporalServer): Promise<Problem> =>
  lost.then(
    (never) => never,
    (problem: Problem) => problem,
  );

const portOf = (url: string): number => Number(new URL(url).port);
