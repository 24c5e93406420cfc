/** An installation whose settings name a database: opened, or told in words why not, and never with the password. */
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadSettings, SettingsError } from '../../../config/load.ts';
import { shownDatabase } from '../../../engine/stores/database.ts';
import { databaseHealth } from '../../../engine/stores/health.ts';
import { isStoreThere, openStore } from '../../../engine/stores/index.ts';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';

const PASSWORD = 'hemligt';

let server: PostgresServer;
let home: string;
let bare: string;
beforeAll(async () => {
  server = await startPostgres();
  home = mkdtempSync(join(tmpdir(), 'expediera-db-'));
  bare = server.url.replace(`:${PASSWORD}@`, '@');
});
afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const opens = async (database: string, more = {}) => {
  const store = await openStore({ home, database, ...more });
  try {
    return await store.status();
  } finally {
    await store.close();
  }
};

function written(name: string, text: string): string {
  const path = join(home, name);
  writeFileSync(path, text);
  chmodSync(path, 0o600);
  return path;
}

describe('the password', () => {
  it('is that of the URL, of a file, of PGPASSWORD or of the file of PostgreSQL itself', async () => {
    expect((await opens(server.url)).arenden).toBe(0);
    await opens(bare, { databasePasswordFile: written('secret', `${PASSWORD}\n`) });
    // the file goes before the URL
    await opens(server.url.replace(PASSWORD, 'fel'), { databasePasswordFile: written('secret', PASSWORD) });
    vi.stubEnv('PGPASSWORD', PASSWORD);
    await opens(bare);
    vi.stubEnv('PGPASSWORD', undefined);
    vi.stubEnv('PGPASSFILE', written('pgpass', `127.0.0.1:${server.port}:*:expediera:${PASSWORD}\n`));
    await opens(bare);
    expect(existsSync(join(home, 'expediera.db'))).toBe(false);
  });

  it('may hold what a URL cannot', async () => {
    const strange = 'a/b@c:d #%å';
    await server.asSuperuser(`create role other login password '${strange}'`);
    await server.asSuperuser('create database others owner other');
    const url = `postgres://other@127.0.0.1:${server.port}/others`;
    await opens(url, { databasePasswordFile: written('secret', strange) });
    await opens(url.replace('@', `:${encodeURIComponent(strange)}@`));
  });

  it.each([
    ['wrong', () => server.url.replace(PASSWORD, 'fel-ord'), 'database-login', /databasePasswordFile/u],
    ['of nobody', () => server.url.replace('expediera:', 'ingen:'), 'database-login', /användare/u],
    ['none', () => bare, 'database-login', /lösenord/u],
    ['for no database', () => `${server.url}_borta`, 'database-missing', /create database/u],
    ['for no server', () => server.url.replace(String(server.port), '1'), 'database-unreachable', /igång/u],
    [
      'for no host',
      () => server.url.replace('127.0.0.1', 'finns.invalid'),
      'database-unreachable',
      /adress/u,
    ],
    ['without the TLS asked for', () => `${server.url}?sslmode=require`, 'database-unreachable', /SSL/u],
  ])('%s: is told', async (_, url, code, words) => {
    vi.stubEnv('PGPASSFILE', '/nowhere');
    const refused = opens(url());
    await expect(refused).rejects.toMatchObject({ name: 'Problem', code });
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.not.toThrow(/hemligt|fel-ord/u);
  });

  it('in a file that cannot be read: is told', async () => {
    const missing = opens(bare, { databasePasswordFile: join(home, 'borta') });
    await expect(missing).rejects.toThrow(/borta.*ENOENT/u);
  });

  it('is not shown, nor told of a setting that cannot be', () => {
    expect(shownDatabase(server.url)).toBe(bare);
    const wrong = `mysql://eva:${PASSWORD}@server/namn`;
    const load = () => loadSettings({}, { EXPEDIERA_DATABASE: wrong, EXPEDIERA_HOME: home });
    expect(load).toThrow(SettingsError);
    expect(load).toThrow(/EXPEDIERA_DATABASE.*postgres:\/\//u);
    expect(load).not.toThrow(/hemligt/u);
  });
});

describe('a database', () => {
  it('in which the user may make nothing is told', async () => {
    const url = await server.createDatabase();
    const name = new URL(url).pathname.slice(1);
    await server.asSuperuser(`alter database ${name} owner to postgres`);
    await expect(opens(url)).rejects.toMatchObject({ code: 'database-rights' });
  });

  it('that is not in UTF-8 is told', async () => {
    await server.asSuperuser(
      "create database latin owner expediera encoding 'LATIN1' locale_provider libc locale 'C' template template0",
    );
    await expect(opens(server.url.replace(/[^/]+$/u, 'latin'))).rejects.toThrow(/LATIN1.*UTF8/u);
  });

  it('is there, and says how it is', async () => {
    const database = await server.createDatabase();
    expect(isStoreThere({ home, database })).toBe(true);
    expect(await databaseHealth({ home, database })).toBeNull();
    await opens(database);
    const after = await databaseHealth({ home, database });
    expect(after).toMatchObject({ derived: true, name: expect.not.stringContaining(PASSWORD) });
    expect(after?.schema).toBe(after?.newest);
  });

  it('is asked for in the settings by an address, and its password file by a path', () => {
    const of = (env: NodeJS.ProcessEnv) => loadSettings({}, { EXPEDIERA_HOME: home, ...env }, '/somewhere');
    const given = of({ EXPEDIERA_DATABASE: bare, EXPEDIERA_DATABASE_PASSWORD_FILE: 'secret' });
    expect(given).toMatchObject({ database: bare, databasePasswordFile: '/somewhere/secret' });
    expect(of({}).database).toBeUndefined();
  });
});
