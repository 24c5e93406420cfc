/** The audit log in a SQLite file: nothing of it can be changed in silence, and any number of processes write one chain. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';

const run = promisify(execFile);
let folder: string;
let path: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handelselogg-'));
  path = join(folder, 'expediera.db');
  store = openSqliteStore(path);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const ENTRIES = 12;
async function fill(): Promise<void> {
  for (let n = 1; n <= ENTRIES; n++) {
    await store.noteHandelse({ av: `Elsa ${n}`, vad: 'sakerhetskopia', om: [`k${n}`], uppgifter: { n } });
  }
}

/** Does something to the file behind the program's back. */
function behind(sql: string, ...values: unknown[]): void {
  const raw = new Sqlite(path);
  try {
    raw.prepare(sql).run(...values);
  } finally {
    raw.close();
  }
}
/** As somebody does who may do anything with the file. */
function tamper(sql: string, ...values: unknown[]): void {
  for (const name of ['kept', 'kept_too', 'in_order']) behind(`drop trigger handelser_${name}`);
  behind(sql, ...values);
}

describe('the database', () => {
  test.each([
    ['a change', "update handelser set av = 'Bo' where nr = 3"],
    ['a removal', 'delete from handelser where nr = 3'],
    ['the removal of all', 'delete from handelser'],
    [
      'a replacement',
      "insert or replace into handelser select nr, at, 'Bo', dorr, vad, om, uppgifter, hash from handelser where nr = 3",
    ],
    [
      'one out of order',
      'insert into handelser select nr + 100, at, av, dorr, vad, om, uppgifter, hash from handelser where nr = 3',
    ],
    ['a change of what entries are about', "update handelse_om set om = 'x'"],
    ['a removal of it', 'delete from handelse_om'],
  ])('refuses %s', async (_, sql) => {
    await fill();
    expect(() => behind(sql)).toThrow(/append-only/);
    expect(await store.kontrolleraHandelser()).toMatchObject({ antal: ENTRIES, brott: null });
  });
});

describe('what was changed all the same', () => {
  test('is found, whatever was changed of whichever entry', async () => {
    const column = fc.constantFrom('at', 'av', 'dorr', 'vad', 'om', 'uppgifter', 'hash');
    const entry = fc.integer({ min: 1, max: ENTRIES });
    await fc.assert(
      fc.asyncProperty(column, entry, async (name, nr) => {
        await store.close();
        rmSync(folder, { recursive: true });
        folder = mkdtempSync(join(tmpdir(), 'handelselogg-'));
        path = join(folder, 'expediera.db');
        store = openSqliteStore(path);
        await fill();
        tamper(`update handelser set ${name} = ${name} || ' ' where nr = ?`, nr);
        expect(await store.kontrolleraHandelser()).toMatchObject({
          ...{ antal: nr - 1, brott: { nr, vad: 'andrad' } },
        });
      }),
      { numRuns: 15 },
    );
  });

  test('is found where one was taken away', async () => {
    await fill();
    behind('delete from handelse_om where 1 = 0');
    behind('drop trigger handelse_om_kept_too');
    behind('delete from handelse_om where nr = 5');
    tamper('delete from handelser where nr = 5');
    expect(await store.kontrolleraHandelser()).toMatchObject({ antal: 4, brott: { nr: 5, vad: 'saknas' } });
  });

  test('is found by a seal from before where the end was taken away, or all written anew', async () => {
    await fill();
    const { sigill } = await store.kontrolleraHandelser();
    if (!sigill) throw new Error('no seal');
    behind('drop trigger handelse_om_kept_too');
    behind('delete from handelse_om where nr > 10');
    tamper('delete from handelser where nr > 10');
    expect((await store.kontrolleraHandelser()).brott).toBeNull();
    expect((await store.kontrolleraHandelser(sigill)).brott).toEqual({ nr: 11, vad: 'saknas' });
    for (let n = 0; n < 5; n++) await store.noteHandelse({ av: 'Bo', vad: 'start' });
    expect((await store.kontrolleraHandelser(sigill)).brott).toEqual({ nr: ENTRIES, vad: 'andrad' });
  });
});

test('several processes write one chain, and none of their entries is lost', {
  timeout: 60_000,
}, async () => {
  const module = join(import.meta.dirname, '../../store/sqlite/index.ts');
  const script = `
    const { openSqliteStore } = await import(${JSON.stringify(module)});
    const store = openSqliteStore(process.argv[1]);
    for (let n = 0; n < 40; n++) await store.noteHandelse({ av: process.argv[2], vad: 'start' });
    await store.close();`;
  const write = (av: string) =>
    run(process.execPath, ['--input-type=module', '--eval', script, '--', path, av]);
  await Promise.all(['a', 'b', 'c'].map(write));
  expect(await store.kontrolleraHandelser()).toMatchObject({ antal: 120, brott: null });
  for (const av of ['a', 'b', 'c']) expect((await store.handelser({ av, limit: 1 })).total).toBe(40);
});
