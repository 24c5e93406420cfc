/** Databases of released versions: their migrations are never changed, and what they held comes through. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catchUp } from '../../activities/index.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { MIGRATIONS as POSTGRES } from '../../store/postgres/migrate.ts';
import { KOPIERADE } from '../../store/sql/kopia.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { MIGRATIONS, migrate } from '../../store/sqlite/migrate.ts';
import { fillHome, told } from '../engine/kopia/full-home.ts';

/** The newest schema that was released; raise it, and add the hashes, with each release. */
const RELEASED = 18;
/** The last one that each database has by its own numbers. */
const OF_ONE = 11;

/** Tables that fillHome puts nothing in. */
const NEVER_FILLED = ['granskade', 'paminnelser'];

const withoutPermanentIds = (answers: unknown): unknown =>
  JSON.parse(JSON.stringify(answers, (name, value) => (name === 'permanentId' ? undefined : value)));

const hash = (sql: string | undefined) =>
  createHash('sha256')
    .update(sql ?? '')
    .digest('hex');
const released = JSON.parse(readFileSync(join(import.meta.dirname, 'released-migrations.json'), 'utf8')) as {
  sqlite: string[];
  postgres: { [version: string]: string };
};

describe('migrations', () => {
  test('that were released are as they were', () => {
    expect(released.sqlite).toHaveLength(RELEASED);
    // fails: put the migration back, and change what it made in a new one
    expect(released.sqlite.map((_, n) => hash(MIGRATIONS[n]))).toEqual(released.sqlite);
    for (const [version, then] of Object.entries(released.postgres)) {
      expect(hash(POSTGRES.find((one) => one.version === Number(version))?.sql)).toBe(then);
    }
  });

  test('since then have the same numbers and names on both databases', () => {
    const since = (database: string) =>
      globSync('*.ts', { cwd: join(import.meta.dirname, '../../store', database, 'migrations') })
        .filter((file) => Number(file.slice(0, 4)) > OF_ONE)
        .sort();
    expect(since('postgres')).toEqual(since('sqlite'));
    expect(POSTGRES.slice(1).map(({ version }) => version)).toEqual(
      since('postgres').map((file) => Number(file.slice(0, 4))),
    );
  });
});

describe('a database of the released schema', () => {
  let folder: string;
  let before: Awaited<ReturnType<typeof told>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'released-'));
    await fillHome(join(folder, 'newest'));
    const store = openSqliteStore(join(folder, 'newest', 'expediera.db'));
    before = await told(store);
    await store.close();
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The tables of a database that hold what files and people gave, and their columns. */
  function givenColumns(path: string): [table: string, columns: string][] {
    const database = new Sqlite(path, { readonly: true });
    const columnsOf = (table: string) =>
      database.prepare(`select name from pragma_table_info('${table}')`).pluck().all().join(', ');
    const given = KOPIERADE.flatMap((table): [string, string][] => {
      const columns = columnsOf(table);
      return columns === '' ? [] : [[table, columns]];
    });
    database.close();
    return given;
  }

  /** As the program of then left it: all that files and people gave, of what there was a place for. */
  function leftBy(schema: number, name: string): string {
    const path = join(folder, name);
    const older = new Sqlite(path);
    migrate(older, schema);
    older.exec(`attach '${join(folder, 'newest', 'expediera.db')}' as newest`);
    for (const table of KOPIERADE) {
      const columns = older
        .prepare(`select name from pragma_table_info('${table}', 'main')`)
        .pluck()
        .all()
        .join(', ');
      if (columns === '') continue;
      older.exec(`insert into main.${table} (${columns}) select ${columns} from newest.${table}`);
    }
    older.exec("update main.meta set value = 'of then' where key = 'derived_rules'");
    older.close();
    return path;
  }

  test.each(Array.from({ length: RELEASED }, (_, n) => n + 1))(
    '%i is brought up with every row that files and people gave then',
    async (schema) => {
      const path = leftBy(schema, `rows-${schema}.db`);
      const then = givenColumns(path);
      const store = openSqliteStore(path);
      await catchUp({ store, wayOf });
      expect((await store.status()).files).toEqual(before.status.files);
      await store.close();
      const now = new Sqlite(path, { readonly: true });
      now.exec(`attach '${join(folder, 'newest', 'expediera.db')}' as newest`);
      const count = (sql: string) => now.prepare(`select count(*) from (${sql})`).pluck().get() as number;
      const held = then.map(([table, columns]) => {
        const [ours, theirs] = ['main', 'newest'].map((of) => `select ${columns} from ${of}.${table}`);
        expect([table, count(`${theirs} except ${ours}`)]).toEqual([table, 0]);
        return [table, count(ours as string), count(theirs as string)];
      });
      now.close();
      // a test that begins with empty tables shows nothing
      expect(held.filter(([, , rows]) => rows === 0).map(([table]) => table)).toEqual(
        then.map(([table]) => table).filter((table) => NEVER_FILLED.includes(table)),
      );
      for (const [table, ours, theirs] of held)
        if (table !== 'handelser' && table !== 'handelse_om') expect([table, ours]).toEqual([table, theirs]);
    },
  );

  test('of the newest release answers all as before', async () => {
    const store = openSqliteStore(leftBy(RELEASED, 'released.db'));
    await catchUp({ store, wayOf });
    // until then nobody had followed items: what they were called is their id
    expect(withoutPermanentIds(await told(store))).toEqual(withoutPermanentIds(before));
    await store.close();
  });

  test('14 that failed on reading again what it had read has it back', async () => {
    const path = leftBy(14, 'hidden.db');
    const older = new Sqlite(path);
    const read = 'sha256 = (select min(sha256) from records)';
    older.exec(`update contents set status = 'failed', code = 'internal', reason_sv = 'Fel.' where ${read}`);
    older.close();
    const store = openSqliteStore(path);
    expect((await store.status()).files).toEqual(before.status.files);
    await store.close();
  });

  test.each([3, 7, 11, RELEASED])(
    'is what it was when the program is killed while it brings it up from schema %i',
    async (schema) => {
      const path = leftBy(schema, `killed-${schema}.db`);
      const script = `
        import Sqlite from 'better-sqlite3';
        import { MIGRATIONS } from './store/sqlite/migrate.ts';
        const db = new Sqlite(${JSON.stringify(path)});
        db.pragma('journal_mode = WAL');
        db.exec('begin immediate');
        for (const sql of MIGRATIONS.slice(${schema})) db.exec(sql);
        db.pragma('user_version = ${MIGRATIONS.length}');
        process.kill(process.pid, 'SIGKILL');`;
      const root = join(import.meta.dirname, '../..');
      const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
      expect(signal).toBe('SIGKILL');
      const looked = new Sqlite(path);
      expect(looked.pragma('user_version', { simple: true })).toBe(schema);
      looked.close();
      const store = openSqliteStore(path);
      await catchUp({ store, wayOf });
      expect((await store.files()).length).toBe(before.files.length);
      expect((await store.status()).items).toEqual(before.status.items);
      await store.close();
    },
  );
});
