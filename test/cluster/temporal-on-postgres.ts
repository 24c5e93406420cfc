/** Temporal's own server on PostgreSQL, as a cluster has it: built from its Go module, its tables made by its own tool. */
import { execFile } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { stringify } from 'yaml';
import { isFree } from '../../engine/home/ports.ts';
import { isAlive, waitUntilGone } from '../../engine/home/process.ts';
import { startWatched } from '../../engine/temporal/watched-process.ts';
import type { PostgresServer } from '../engine/postgres-server.ts';
import { goProgram, TEMPORAL_SERVER, TEMPORAL_SQL_TOOL } from '../programs/go-program.ts';

export interface TemporalOnPostgres {
  /** host:port for clients and workers. */
  address: string;
  pid: number;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const USER = 'temporal';
const PASSWORD = 'only-for-tests-on-loopback';
const NAMESPACE = 'default';
/** The database and the schema in the tool that belong together. */
const DATABASES = { temporal: 'temporal', temporal_visibility: 'visibility' };
const START_MS = 60_000;

/** Makes its user, databases and tables on that server, starts it in `folder`, and makes the namespace. */
export async function startTemporalOnPostgres(
  postgres: PostgresServer,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<TemporalOnPostgres> {
  const [program, tool] = [await goProgram(TEMPORAL_SERVER, say), await goProgram(TEMPORAL_SQL_TOOL, say)];
  mkdirSync(folder, { recursive: true });
  await postgres.asSuperuser(`create role ${USER} login`);
  // Go's driver takes no password that was hashed fewer times than this
  const known = await postgres.asSuperuser("select 1 from pg_settings where name = 'scram_iterations'");
  const thorough = known.length > 0 ? 'set scram_iterations = 4096; ' : '';
  await postgres.asSuperuser(`${thorough}alter role ${USER} password '${PASSWORD}'`);
  for (const [database, schema] of Object.entries(DATABASES)) {
    await postgres.asSuperuser(`create database ${database} owner ${USER}`);
    const to = ['--plugin', 'postgres12', '--ep', '127.0.0.1', '-p', String(postgres.port), '-u', USER];
    const sql = (...args: string[]) =>
      run(tool, [...to, '--db', database, ...args], { env: { ...process.env, SQL_PASSWORD: PASSWORD } });
    await sql('setup-schema', '-v', '0.0');
    await sql('update-schema', '--schema-name', `postgresql/v12/${schema}`);
  }
  const ports = await lowPorts(8);
  const config = join(folder, 'temporal.yaml');
  writeFileSync(config, stringify(configOf(postgres.port, ports, join(folder, 'temporal.log'))), {
    mode: 0o600,
  });
  const log = openSync(join(folder, 'temporal.log'), 'a');
  const watched = startWatched([program, '--config-file', config, '--allow-no-auth', 'start'], log);
  closeSync(log);
  const pid = await watched.pid;
  const stop = async (): Promise<void> => {
    watched.child.stdin?.end();
    if (!(await waitUntilGone(pid, 15_000))) process.kill(pid, 'SIGKILL');
    await watched.ended;
  };
  const address = `127.0.0.1:${ports[0]}`;
  try {
    await makeNamespace(address, () => isAlive(pid));
  } catch (error) {
    await stop();
    const said = readFileSync(join(folder, 'temporal.log'), 'utf8').slice(-2_000);
    throw new Error(`Temporal did not start: ${(error as Error).message}\n${said}`);
  }
  return { address, pid, stop };
}

/** As development-postgres12.yaml of the server's own sources, with ports of our own. */
function configOf(postgresPort: number, ports: number[], outputFile: string): object {
  const datastore = (databaseName: string, maxConns: number) => ({
    sql: {
      ...{ pluginName: 'postgres12', databaseName, connectAddr: `127.0.0.1:${postgresPort}` },
      ...{ connectProtocol: 'tcp', user: USER, password: PASSWORD },
      ...{ maxConns, maxIdleConns: maxConns, maxConnLifetime: '1h' },
    },
  });
  const rpc = (n: number) => ({
    rpc: { grpcPort: ports[n], membershipPort: ports[n + 4], bindOnLocalHost: true },
  });
  const frontend = `127.0.0.1:${ports[0]}`;
  return {
    log: { outputFile, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: 4,
      datastores: {
        default: datastore('temporal', 20),
        visibility: datastore('temporal_visibility', 10),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: { frontend: rpc(0), matching: rpc(1), history: rpc(2), worker: rpc(3) },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          ...{ enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: frontend },
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: frontend },
  };
}

/** Free ports that fit a smallint: in those 16 bits the server's tables keep them. */
async function lowPorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let port = 20_000 + (process.pid % 10_000); ports.length < count && port < 32_768; port++) {
    if (await isFree(port)) ports.push(port);
  }
  if (ports.length < count) throw new Error('there are not enough free ports below 32768');
  return ports;
}

async function makeNamespace(address: string, lives: () => boolean): Promise<void> {
  const end = Date.now() + START_MS;
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1_000 });
      try {
        const known = await connection.workflowService
          .describeNamespace({ namespace: NAMESPACE })
          .catch(() => null);
        if (known) return;
        await connection.workflowService.registerNamespace({
          namespace: NAMESPACE,
          workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
        });
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (!lives()) throw new Error('it ended');
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
