/** One SQLite file, opened so that several processes read while one writes. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import { withOwn } from '../sql/dialect.ts';
import type { Tables } from '../sql/schema.ts';
import { BUSY_INSIDE_MS, BUSY_MS, isBusy, LOOK_AGAIN_MS } from './busy.ts';
import { sqliteDialect } from './dialect.ts';
import { migrate } from './migrate.ts';

const BEGIN = 'begin immediate';
/** Statements kept prepared; the longest save uses some 30. */
const STATEMENTS = 200;

/** Opens or makes the file (":memory:" for tests) with the newest schema. */
export function openDatabase(path: string): { db: Kysely<Tables>; close(): Promise<void> } {
  const sqlite = openFile(path);
  try {
    migrate(sqlite);
    sqlite.pragma(`busy_timeout = ${BUSY_INSIDE_MS}`);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: withOwn(immediateDialect(sqlite), sqliteDialect) });
  const close = async () => {
    await db.destroy();
    // kysely closes only what it has used.
    sqlite.close();
  };
  return { db, close };
}

/** Opens or makes the file, to be written to by several processes; nothing is made in it yet. */
export function openFile(path: string): Sqlite.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new Sqlite(path, { timeout: BUSY_MS });
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/**
 * kysely's dialect, but transactions take the write lock at once: one that began as a reader and finds another
 * writer in its way fails at once, whatever the busy timeout.
 */
function immediateDialect(sqlite: Sqlite.Database): SqliteDialect {
  const dialect = new SqliteDialect({ database: withPreparedStatements(sqlite) });
  const createDriver = dialect.createDriver.bind(dialect);
  dialect.createDriver = () => {
    const driver = createDriver();
    driver.beginTransaction = async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(BEGIN));
    };
    driver.rollbackTransaction = async (connection) => {
      // no room on the disk, a fault of it: SQLite has rolled back already, and to ask again would hide why
      if (sqlite.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
    };
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => patient(await acquire());
    return driver;
  };
  return dialect;
}

const patientOnes = new WeakSet<DatabaseConnection>();

/** A connection whose questions wait for who tidies up, which takes a moment. Who writes waits at `begin`: see dialect.ts. */
function patient(connection: DatabaseConnection): DatabaseConnection {
  if (patientOnes.has(connection)) return connection;
  patientOnes.add(connection);
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query) => {
    for (const end = Date.now() + BUSY_MS; ; ) {
      try {
        return await execute(query);
      } catch (error) {
        if (!isBusy(error) || query.sql === BEGIN || Date.now() > end) throw error;
        await setTimeout(LOOK_AGAIN_MS);
      }
    }
  };
  return connection;
}

/** Preparing takes longer than most of the statements themselves. */
function withPreparedStatements(sqlite: Sqlite.Database) {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => sqlite.close(),
    prepare(sql: string): SqliteStatement {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = sqlite.prepare(sql) as unknown as SqliteStatement;
      if (prepared.size >= STATEMENTS) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
  };
}
