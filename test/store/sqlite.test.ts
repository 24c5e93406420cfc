import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GranskaUnder } from '../../store/granska.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { filesRecordsMatters } from '../../store/sqlite/migrations/0001-files-records-matters.ts';
import { unconfirmedNumbers } from '../../store/sqlite/migrations/0002-unconfirmed-numbers.ts';
import { arende, attsats, fileRecord, handling, person, sha, yrkande } from './made-up.ts';
import { storeContract } from './store-contract.ts';

storeContract('SQLite', async () => openSqliteStore(':memory:'));

const run = promisify(execFile);

describe('a database file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'));
    path = join(folder, 'home', 'expediera.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const record = (letter: string, text: string) =>
    fileRecord(letter, [
      handling({ arenden: [arende({ diarienummer: `2024/${letter}`, beslut: [attsats(text)] })] }),
    ]);

  test('is made with its folder, and keeps what it was told', async () => {
    const now = () => new Date('2024-03-05T12:00:00Z');
    const store = openSqliteStore(path, { now });
    await store.offerFile('a.pdf', sha('a'));
    await store.saveRecord(record('a', 'bifall'), '1');
    await store.close();
    const again = openSqliteStore(path);
    expect(await again.files()).toMatchObject([{ path: 'a.pdf', offeredAt: '2024-03-05T12:00:00.000Z' }]);
    expect((await again.search({ query: 'bifall' })).total).toBe(1);
    await again.close();
  });

  test('closes unused, and twice', async () => {
    const store = openSqliteStore(path);
    await store.close();
    await store.close();
  });

  test('of a newer program is left alone', () => {
    openSqliteStore(path).close();
    const raw = new Sqlite(path);
    raw.pragma('user_version = 999');
    raw.close();
    expect(() => openSqliteStore(path)).toThrow(/nyare version/u);
  });

  test('derived by a newer program is not derived back, nor while it is being so', async () => {
    const store = openSqliteStore(path);
    await store.saveRecord(record('a', 'bifall'), '1');
    const other = new Sqlite(path);
    const meta = (key: string) => other.prepare('select value from meta where key = ?').pluck().get(key);
    other.exec("update meta set value = '999' where key = 'derived_rules'");
    expect(await store.refresh()).toBe(0);
    expect((await store.granska()).total).toBeGreaterThanOrEqual(0);
    expect(meta('derived_rules')).toBe('999');
    other.exec("update meta set value = '1' where key = 'derived_rules'");
    const soFar = JSON.stringify({ rules: '999', sha256: sha('0') });
    other.prepare("insert into meta values ('derived_so_far', ?)").run(soFar);
    expect(await store.refresh()).toBe(0);
    expect(meta('derived_so_far')).toBe(soFar);
    other.exec("delete from meta where key = 'derived_so_far'");
    expect(await store.refresh()).toBe(1);
    other.close();
    await store.close();
  });

  test('of an older program answers at once, and tells unconfirmed numbers apart once it is derived anew', async () => {
    const older = new Sqlite(join(folder, 'older.db'));
    older.exec(filesRecordsMatters);
    older.prepare("insert into meta values ('derived_rules', '2')").run();
    const kept = fileRecord('a', [
      handling({
        arenden: [arende({ diarienummer: '2024/1', obekraftade: ['diarienummer'], paragraf: '1' })],
      }),
    ]);
    older.prepare("insert into records values (?, '1', 'a.pdf', ?)").run(sha('a'), JSON.stringify(kept));
    older.exec(
      "insert into matters values ('ekbacka:2024/1', null, 'ekbacka', '2024/1', '2024/1', '2024/1', null, 0)",
    );
    const steg = JSON.stringify([{ datum: '2024-03-05', kind: 'protokoll' }]);
    older.prepare("insert into ways values ('ekbacka:2024/1', null, 1, ?)").run(steg);
    older.pragma('user_version = 1');
    older.close();
    const store = openSqliteStore(join(folder, 'older.db'));
    expect(await store.arende('2024/1')).toMatchObject({ obekraftade: [], steg: [{ obekraftade: [] }] });
    expect(await store.refresh()).toBe(1);
    expect((await store.matters()).map((m) => [m.diarienummer, m.obekraftade])).toContainEqual([
      '2024/1',
      ['diarienummer'],
    ]);
    await store.close();
  });

  test('filled by other rules is derived anew, once', async () => {
    const store = openSqliteStore(path);
    expect(await store.refresh()).toBe(0);
    await store.saveRecord(record('a', 'bifall'), '1');
    await store.saveRecord(record('b', 'avslag'), '1');
    const before = await store.search({ query: '' });
    const raw = new Sqlite(path);
    raw.prepare("update meta set value = 'older'").run();
    raw.prepare('delete from items_fts').run();
    raw.close();
    expect((await store.search({ query: 'bifall' })).total).toBe(0);
    expect(await store.refresh()).toBe(2);
    expect(await store.refresh()).toBe(0);
    expect((await store.search({ query: 'bifall' })).total).toBe(1);
    expect(await store.search({ query: '' })).toEqual(before);
    expect(await store.staleMatters()).toHaveLength(2);
    await store.close();
  });

  test('is derived anew in parts, and goes on where it was ended', async () => {
    const first = openSqliteStore(path);
    const count = 45;
    for (let n = 0; n < count; n++) await first.saveRecord(record(`f${n}`, 'bifall'), '1');
    const before = await first.search({ query: 'bifall' });
    const raw = new Sqlite(path);
    raw.prepare("update meta set value = 'older' where key = 'derived_rules'").run();
    raw.prepare('delete from items_fts').run();
    const under = first.refresh().catch((error: unknown) => error);
    const soFar = raw.prepare("select value from meta where key = 'derived_so_far'");
    await expect.poll(() => soFar.get(), { interval: 1 }).toBeDefined();
    await first.close();
    expect(await under).toBeInstanceOf(Error);
    raw.close();
    const again = openSqliteStore(path);
    const left = await again.refresh();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(count);
    expect(await again.refresh()).toBe(0);
    expect(await again.search({ query: 'bifall' })).toEqual(before);
    await again.close();
  });

  test('asks by the limits it is opened with, and keeps them where none are given', async () => {
    const sure = (confidence: number) => attsats('bifall', { confidence });
    const beslut = [sure(0.6), sure(0.93)];
    const yrkanden = [yrkande('avslag', [person('Alva Strand', 'S')], { confidence: 0.6 })];
    const one = arende({ diarienummer: '2024/1', beslut, yrkanden });
    let store = openSqliteStore(path);
    await store.saveRecord(fileRecord('a', [handling({ arenden: [one] })]), '1');
    const asked = async (granskaUnder?: GranskaUnder) => {
      await store.close();
      store = openSqliteStore(path, { ...(granskaUnder !== undefined && { granskaUnder }) });
      return (await store.granska()).rader.map(({ typ, confidence }) => [typ, confidence]);
    };
    const usual = [
      ['beslut', 0.6],
      ['yrkanden', 0.6],
    ];
    expect(await asked()).toEqual(usual);
    expect(await asked({ beslut: 0.95, yrkanden: 0.5 })).toEqual([
      ['beslut', 0.6],
      ['beslut', 0.93],
    ]);
    expect(await store.refresh()).toBe(0);
    expect(await asked()).toHaveLength(2);
    expect(await asked(0.5)).toEqual([]);
    expect(await asked(0.9)).toEqual(usual);
    await store.close();
  });

  test('of the schema before tells what needs a person all the same', async () => {
    const store = openSqliteStore(path);
    const doubtful = arende({ diarienummer: '2024/1', beslut: [attsats('bifall', { confidence: 0.5 })] });
    await store.saveRecord(fileRecord('a', [handling({ arenden: [doubtful] })]), '1');
    const now = await store.granska();
    expect(now.total).toBe(1);
    const kept = await store.record(sha('a'));
    await store.close();
    const older = new Sqlite(join(folder, 'without-doubts.db'));
    older.exec(filesRecordsMatters);
    older.exec(unconfirmedNumbers);
    older.prepare("insert into meta values ('derived_rules', '3')").run();
    older
      .prepare("insert into records values (?, '1', ?, ?)")
      .run(sha('a'), kept?.record.source.fileName, JSON.stringify(kept?.record));
    older.pragma('user_version = 2');
    older.close();
    const again = openSqliteStore(join(folder, 'without-doubts.db'));
    expect(await again.granska()).toEqual(now);
    await again.close();
  });

  test('is not kept from others while what files say of bodies is read for a change', async () => {
    const store = openSqliteStore(path);
    for (const letter of ['a', 'b', 'c']) await store.saveRecord(record(letter, 'bifall'), '1');
    const raw = new Sqlite(path);
    const read = raw.prepare('select count(*) from organ_lasningar').pluck();
    expect(read.get()).toBe(0);
    const changed = store.andraOrgan({ vad: 'laddat', av: 'Siv Ek' }, [
      {
        huvudman: 'Ekbacka kommun',
        compute: () => {
          // seen from outside the transaction of the change
          expect(read.get()).toBe(3);
          return [];
        },
      },
    ]);
    expect(await changed).toBeNull();
    raw.close();
    await store.close();
  });

  test('is read by other processes while one writes, and written by several', async () => {
    const store = openSqliteStore(path);
    await store.saveRecord(record('a', 'bifall'), '1');
    const module = join(import.meta.dirname, '../../store/sqlite/index.ts');
    const program = (body: string) => [
      ...['--input-type=module', '-e'],
      `import { openSqliteStore } from ${JSON.stringify(module)};
       const store = openSqliteStore(${JSON.stringify(path)}); ${body}; await store.close();`,
    ];
    const writing = (async () => {
      for (let i = 0; i < 40; i++) await store.saveRecord(record('b', `avslag ${i}`), `1.${i}`);
    })();
    const reading = run(
      process.execPath,
      program(`for (let i = 0; i < 40; i++) {
        const found = await store.search({ query: 'bifall' });
        if (found.total !== 1) throw new Error('lost');
        const other = await store.search({ query: 'avslag' });
        if (other.total > 1 || other.hits.length !== other.total) throw new Error('doubled');
        await store.offerFile('p' + i, String(i).padStart(64, '0'));
      } console.log('ok')`),
    );
    expect((await Promise.all([reading, writing]))[0].stdout).toBe('ok\n');
    expect((await store.status()).files.total).toBe(40);
    expect((await store.search({ query: 'avslag' })).hits.map((hit) => hit.text)).toEqual(['avslag 39']);
    await store.close();
  });

  test('lets nobody unwrite what was done with channels', async () => {
    const store = openSqliteStore(path);
    const kanal = {
      huvudman: 'Ekbacka kommun',
      namn: 'ut',
      slag: 'mapp',
      mottagare: '*',
      adress: '/ut',
    } as const;
    await store.saveKanal({ ...kanal, installningar: {} }, 'Alva Strand');
    const raw = new Sqlite(path);
    expect(() => raw.prepare("update kanalhandelser set av = 'Ingen'").run()).toThrow('append-only');
    expect(() => raw.prepare('delete from kanalhandelser').run()).toThrow('append-only');
    raw.close();
    expect(await store.kanalHandelser()).toMatchObject([{ vad: 'skapad', av: 'Alva Strand' }]);
    await store.close();
  });

  test('several processes make a new one at once', async () => {
    const module = join(import.meta.dirname, '../../store/sqlite/index.ts');
    const program = `import { openSqliteStore } from ${JSON.stringify(module)};
      const store = openSqliteStore(${JSON.stringify(path)}); await store.status(); await store.close();`;
    await Promise.all(
      Array.from({ length: 3 }, () => run(process.execPath, ['--input-type=module', '-e', program])),
    );
    const store = openSqliteStore(path);
    expect((await store.status()).files.total).toBe(0);
    await store.close();
  });
});
