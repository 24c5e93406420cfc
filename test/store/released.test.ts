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
import { fillHome, told } from '../engine/full-home.ts';

/** The newest schema that was released; raise it, and add the hashes, with each release. */
const RELEASED = 11;

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
        .filter((file) => Number(file.slice(0, 4)) > RELEASED)
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

  test('answers all as before, with everything that people have said', async () => {
    const store = openSqliteStore(leftBy(RELEASED, 'released.db'));
    await catchUp({ store, wayOf });
    // intakes were not kept as things of their own then
    expect(await told(store)).toEqual({ ...before, arkiv: [] });
    await store.close();
  });

  test.each([3, 7, RELEASED])(
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
