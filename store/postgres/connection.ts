/** A bounded number of connections to one PostgreSQL database, with the newest schema. */
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { Kysely, PostgresDialect, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { type SqlDialect, withOwn } from '../sql/dialect.ts';
import type { Tables } from '../sql/schema.ts';
import { postgresDialect } from './dialect.ts';
import { migrate } from './migrate.ts';

export interface ConnectionOptions {
  /** Goes before the one in the URL. */
  password?: string;
  /** How many connections this process has at most, one more for the vocabulary. Default 10. */
  connections?: number;
  /** How writers stand beside each other; left out, as write.ts has it. For comparing (bench/writers.ts). */
  write?: SqlDialect['write'];
  /** A connection on which nothing has come or gone for so long is given up, milliseconds. */
  silence?: number;
  /** How long a statement waits for another's lock, milliseconds. */
  lockWait?: number;
}

/** Until a connection is there, or one of the pool is free. */
const CONNECT_MS = 15_000;
/** One statement; the longest takes seconds. Also how long it may wait for another's lock. */
const STATEMENT_MS = 120_000;
const LOCK_MS = 30_000;
/** Between two statements of one transaction; then its locks are let go of, since its process is stuck. */
const IDLE_MS = 120_000;
/** A server whose machine is gone says nothing, and the system would wait for it for hours: no statement takes so long. */
const SILENCE_MS = STATEMENT_MS + 30_000;

/** Opens the database, which must be there, and brings it to the newest schema. */
export async function openDatabase(
  url: string,
  options: ConnectionOptions = {},
): Promise<{ db: Kysely<Tables>; close(): Promise<void> }> {
  const config: pg.PoolConfig = {
    ...(await configOf(url, options)),
    statement_timeout: STATEMENT_MS,
    lock_timeout: options.lockWait ?? LOCK_MS,
    idle_in_transaction_session_timeout: IDLE_MS,
    stream: () => silentNoLongerThan(options.silence ?? SILENCE_MS),
  };
  const pool = poolOf({ ...config, max: options.connections ?? 10 });
  const beside = poolOf({ ...config, max: 1 });
  const end = async () => {
    await Promise.all([pool.end(), beside.end()]);
  };
  try {
    await prepare(pool);
  } catch (error) {
    await end();
    throw error;
  }
  const own = postgresDialect(new Kysely<Tables>({ dialect: dialectOn(beside) }), options.write);
  const db = new Kysely<Tables>({ dialect: withOwn(dialectOn(pool), own) });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= end();
    return closed;
  };
  return { db, close };
}

function silentNoLongerThan(milliseconds: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(milliseconds, () =>
    socket.destroy(Object.assign(new Error('the database says nothing'), { code: 'ETIMEDOUT' })),
  );
}

/** One connection outside the pool, for what takes long; the caller ends it. */
export async function openClient(url: string, options: ConnectionOptions = {}): Promise<pg.Client> {
  const client = new pg.Client(await configOf(url, options));
  client.on('error', () => {}); // told by the next question
  await client.connect();
  return client;
}

/** What holds for every connection. */
const configOf = async (url: string, { password }: ConnectionOptions): Promise<pg.ClientConfig> => ({
  connectionString: await connectionString(url, password),
  ...{ application_name: 'expediera', connectionTimeoutMillis: CONNECT_MS, keepAlive: true },
  types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => parserOf(oid, format) } as never,
});

async function prepare(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query("select current_setting('server_encoding') as encoding");
    if (rows[0]?.encoding !== 'UTF8') {
      throw new Error(
        `Databasen har teckenkodningen ${rows[0]?.encoding}; den ska ha UTF8. / The database must be in UTF8.`,
      );
    }
    await migrate(client);
  } finally {
    client.release();
  }
}

/** Connections that are lost are gone from the pool, and the next question gets another; nothing ends the process. */
function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => {});
  // the pool listens to its idle connections only
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const dialectOn = (pool: pg.Pool) => {
  const dialect = new PostgresDialect({ pool });
  dialect.createQueryCompiler = () => new ReadableCompiler();
  return dialect;
};

/** A text of PostgreSQL cannot hold a NUL. */
export const readable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;

class ReadableCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    super.appendValue(readable(value));
  }
}

const INT8 = 20;

/** Counts and keys are far below what a number holds exactly. */
const parserOf = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');

/**
 * The URL with the password that belongs to it: the one given, its own, that of PGPASSWORD, or else of the file that
 * PostgreSQL's own programs read (PGPASSFILE, ~/.pgpass). sslmode means what it means to them.
 */
export async function connectionString(text: string, password?: string): Promise<string> {
  const url = new URL(text);
  const found = password ?? (url.password || process.env.PGPASSWORD ? undefined : await fromPassFile(url));
  if (found !== undefined) url.password = encodeURIComponent(found);
  if (url.searchParams.has('sslmode') && !url.searchParams.has('uselibpqcompat'))
    url.searchParams.set('uselibpqcompat', 'true');
  return url.href;
}

type PgPass = (
  of: { host: string; port: string; database: string; user: string },
  done: (password: string | undefined) => void,
) => void;

async function fromPassFile(url: URL): Promise<string | undefined> {
  const pgpass = createRequire(import.meta.url)('pgpass') as PgPass;
  const of = {
    host: url.hostname || 'localhost',
    port: url.port || '5432',
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
  };
  return new Promise((resolve) => pgpass(of, resolve));
}
