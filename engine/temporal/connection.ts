/** Ways to a Temporal server: the installation's own on loopback, or a cluster given in the environment. */
import {
  Client,
  Connection,
  type ConnectionOptions,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection, type NativeConnectionOptions } from '@temporalio/worker';
import { tracing } from '../../worker/tracing/index.ts';
import { Problem } from '../problem.ts';
import { endingWhen } from './closed-calls.ts';
import { namesCluster } from './cluster-env.ts';
import { NAMESPACE } from './server.ts';

/** Where a Temporal server is and how to talk to it. */
export interface Target {
  options: ConnectionOptions & NativeConnectionOptions;
  namespace: string;
  /** How long it is tried to be reached, milliseconds; some seconds, left out. */
  patience?: number;
}

/**
 * The cluster that the environment names (TEMPORAL_ADDRESS, TEMPORAL_PROFILE or TEMPORAL_CONFIG_FILE, with
 * everything else Temporal's own tools know: TLS, API key, namespace), or null: then a server of our own is run.
 */
export function clusterTarget(env: NodeJS.ProcessEnv = process.env): Target | null {
  if (!namesCluster(env)) return null;
  const { connectionOptions, namespace } = loadClientConnectConfig({
    overrideEnvVars: Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined)) as {
      [name: string]: string;
    },
  });
  return { options: connectionOptions, namespace: namespace ?? NAMESPACE };
}

/** The server on this machine at `address`. */
export function localTarget(address: string): Target {
  return { options: { address }, namespace: NAMESPACE };
}

/** A client, ready to use. Throws Problem "temporal-unreachable". The caller closes `client.connection`. */
export async function connectClient(target: Target): Promise<Client> {
  const connection = await reach(target, () => connect(target.options));
  const traces = tracing();
  return new Client({
    ...{ connection, namespace: target.namespace },
    ...(traces && { interceptors: traces.client }),
  });
}

async function connect(options: ConnectionOptions): Promise<Connection> {
  const at = { closed: false };
  const interceptors = [
    makeGrpcRetryInterceptor(defaultGrpcRetryOptions()),
    endingWhen(() => at.closed),
    ...(options.interceptors ?? []),
  ];
  const connection = await Connection.connect({ ...options, interceptors });
  const close = connection.close.bind(connection);
  connection.close = () => {
    at.closed = true;
    return close();
  };
  return connection;
}

/** A connection for workers. Throws Problem "temporal-unreachable". */
export function connectWorker(target: Target): Promise<NativeConnection> {
  return reach(target, () => NativeConnection.connect(target.options));
}

/** A server that is just being started again is waited for; milliseconds. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 500;

async function reach<T>(target: Target, connect: () => Promise<T>): Promise<T> {
  const end = Date.now() + (target.patience ?? PATIENCE_MS);
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (Date.now() + PAUSE_MS > end) throw unreachable(target, error);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

function unreachable(target: Target, error: unknown): Problem {
  return new Problem(
    'temporal-unreachable',
    `Temporal-servern på ${target.options.address ?? 'den angivna adressen'} svarar inte: ` +
      `${(error as Error).message}. / does not answer.`,
    { cause: error },
  );
}
