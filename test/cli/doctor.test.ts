/** `doctor` with nothing there, with everything there, and with each thing broken. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moment } from '../../cli/answers/moment.ts';
import { channelChecks } from '../../cli/doctor/channels.ts';
import { type Fynd, fel, type Kontroll, ok, runChecks, varning } from '../../cli/doctor/check.ts';
import { keptChecks } from '../../cli/doctor/kept.ts';
import { machineChecks } from '../../cli/doctor/machine.ts';
import { programChecks } from '../../cli/doctor/program.ts';
import { temporalChecks } from '../../cli/doctor/temporal.ts';
import type { GivenSettings } from '../../config/settings.ts';
import { lockHome } from '../../engine/home/lock.ts';
import { openStore } from '../../engine/stores/index.ts';
import { fillHome } from '../engine/kopia/full-home.ts';
import { testbed, testSettings } from '../engine/testbed.ts';
import { runCli } from './run-cli.ts';

let base: string;
let filled: string;
let home: string;
let server: Server;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'expediera-doctor-'));
  filled = join(base, 'filled');
  await fillHome(filled);
  server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(async () => {
  server.close();
  await rm(base, { recursive: true });
});
beforeEach(async () => {
  home = await mkdtemp(join(base, 'home-'));
  await cp(filled, home, { recursive: true });
});
afterEach(() => rm(home, { recursive: true }));

const portOf = () => (server.address() as { port: number }).port;
const of = (given: GivenSettings = {}, allt = false) => ({
  settings: testSettings(String(given.home ?? home), given),
  allt,
  say: () => {},
});
async function found(checks: Kontroll[], namn: string, given: GivenSettings = {}, allt = false) {
  const rows = await runChecks(checks, of(given, allt));
  return rows.find((row) => row.namn === namn) as Fynd;
}
const database = (path = join(home, 'expediera.db')) => new Sqlite(path);

describe('checks', () => {
  test('are waited for so long and no longer, and one that breaks stops no other', async () => {
    const checks: Kontroll[] = [
      { namn: 'evig', sekunder: 0.05, look: () => new Promise(() => {}) },
      {
        namn: 'bruten',
        look: () => {
          throw new Error('sprucken');
        },
      },
      { namn: 'hel', look: () => ok('bra') },
    ];
    expect(await runChecks(checks, of())).toMatchObject([
      { namn: 'evig', lage: 'fel', text: 'inget svar inom 0.05 s', gor: expect.any(String) },
      { namn: 'bruten', lage: 'fel', text: 'sprucken' },
      { namn: 'hel', lage: 'ok' },
    ]);
    expect(varning('a', 'b')).toEqual({ lage: 'varning', text: 'a', gor: 'b' });
    expect(fel('a', 'b').lage).toBe('fel');
  });

  test('tell times by the clock in Sweden, and in what zone the machine is', async () => {
    const lock = lockHome(home);
    try {
      const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d`;
      const { text } = await found(machineChecks, 'Klocka');
      expect(text).toMatch(new RegExp(`^${time} svensk tid \\(datorns tidszon: \\S+\\)$`));
      const now = Date.now();
      expect([now, now - 60_000].map((at) => moment(new Date(at).toISOString()))).toContain(
        text.slice(0, 16),
      );
      expect((await found(temporalChecks, 'Igång')).text).toMatch(
        new RegExp(`^process ${process.pid} sedan ${time}, utan adresser än$`),
      );
    } finally {
      lock.release();
    }
  });

  test('find the program whole, also its text recognition', { timeout: 120_000 }, async () => {
    const rows = await runChecks(programChecks, of());
    expect(rows.filter(({ lage }) => lage !== 'ok')).toEqual([]);
    expect(rows.at(-1)?.text).toContain('lästes rätt');
  });
});

describe('a home', () => {
  test('that is not there yet is no fault, and is not made', async () => {
    const none = { home: join(base, 'none', 'deep') };
    const rows = await runChecks([...machineChecks, ...keptChecks], of(none));
    expect(rows.filter(({ lage }) => lage === 'fel')).toEqual([]);
    expect(rows.map(({ text }) => text).join()).toContain('finns inte än');
    expect(existsSync(join(base, 'none'))).toBe(false);
  });

  test('that is well is said to be so', async () => {
    const rows = await runChecks([...machineChecks, ...keptChecks], of({}, true));
    expect(rows.filter(({ lage }) => lage === 'fel')).toEqual([]);
    expect(await found(keptChecks, 'Databas', {}, true)).toMatchObject({
      lage: 'ok',
      text: expect.stringContaining('hel'),
    });
    expect((await found(keptChecks, 'Filer')).lage).toBe('ok');
  });

  test.each([
    ['a port that is taken', 'Portar', 'port', () => ({ port: portOf() })],
    ['more memory than there is', 'Minne', 'ocrWorkers', () => ({ memoryMb: 100_000_000 })],
  ])('of settings with %s is told', async (_, namn, gor, given) => {
    const row = await found(machineChecks, namn, given());
    expect(row.lage).not.toBe('ok');
    expect(row.gor).toContain(gor);
  });
});

describe('what is kept', () => {
  test('in a database of a newer program, or half restored, is left alone', async () => {
    const db = database();
    db.pragma('user_version = 999');
    db.close();
    expect(await found(keptChecks, 'Databas')).toMatchObject({
      lage: 'fel',
      gor: expect.stringContaining('uppgradera'),
    });
    const again = database();
    again.pragma('user_version = 3');
    again.close();
    expect(await found(keptChecks, 'Databas')).toMatchObject({ lage: 'varning' });
    // to look at it did not bring it up to this program
    await runChecks(keptChecks, of());
    const looked = database();
    expect(looked.pragma('user_version', { simple: true })).toBe(3);
    looked.close();
  });

  test('in a store that is being restored is told', async () => {
    const db = database();
    db.exec("insert into meta values ('aterstalls', '/k/x.tar')");
    db.close();
    expect(await found(keptChecks, 'Databas')).toMatchObject({
      lage: 'fel',
      text: expect.stringContaining('/k/x.tar'),
    });
  });

  test('in a database that is damaged is told, with what to do', async () => {
    const store = await openStore({ home });
    await store.close();
    const file = await open(join(home, 'expediera.db'), 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size - 8192, 0x5a), 0, size - 8192, 8192);
    await file.close();
    expect(await found(keptChecks, 'Databas')).toMatchObject({ lage: 'fel', gor: expect.any(String) });
    await writeFile(join(home, 'expediera.db'), 'no database at all, only text');
    expect(await found(keptChecks, 'Databas')).toMatchObject({ lage: 'fel' });
  });

  test('while somebody writes is a warning', async () => {
    const writer = database();
    writer.exec('begin immediate');
    expect(await found(keptChecks, 'Databas')).toMatchObject({
      lage: 'varning',
      text: expect.stringContaining('skriver i den'),
    });
    writer.close();
  });

  test('of a file that was changed on the disk is told with its sum', async () => {
    const store = await openStore({ home });
    const [one, two] = (await store.recordIds()) as [string, string];
    await store.close();
    await writeFile(join(home, 'blobs/sha256', one.slice(0, 2), one.slice(2)), 'annat');
    await rm(join(home, 'blobs/sha256', two.slice(0, 2), two.slice(2)));
    expect(await found(keptChecks, 'Filer', {}, true)).toMatchObject({
      lage: 'fel',
      text: expect.stringContaining('2 skadade eller borta'),
    });
  });

  test('and waits is told with how to go on', async () => {
    const store = await openStore({ home });
    await store.offerFile('/in/ny.pdf', 'e'.repeat(64));
    await store.close();
    expect(await found(keptChecks, 'Arbete')).toMatchObject({
      lage: 'varning',
      gor: expect.stringContaining('Starta Expediera'),
    });
  });
});

describe('channels', () => {
  test('are looked at without anything being sent', async () => {
    const store = await openStore({ home });
    const add = async (namn: string, over: object) => {
      const kanal = { huvudman: null, namn, mottagare: namn, adress: home, installningar: {}, ...over };
      await store.saveKanal({ slag: 'mapp', ...kanal }, 'Kim');
      await store.setKanalLage({ huvudman: null, namn }, 'prov', 'Kim');
    };
    const mail = { host: '127.0.0.1', fran: 'a@b.example', tls: 'ingen' };
    const post = { slag: 'epost', adress: 'c@d.example' };
    await add('Mapp', {});
    await add('Borta', { adress: join(home, 'borta') });
    await add('Post', { ...post, installningar: { ...mail, port: portOf() } });
    await add('Tyst', { ...post, installningar: { ...mail, port: 1 } });
    const hook = { slag: 'webhook', adress: 'https://127.0.0.1:1/x' };
    await add('Krok', { ...hook, installningar: { nyckelEnv: 'DOCTOR_FINNS_INTE', internt: true } });
    await store.close();
    const rows = await runChecks(await channelChecks(of()), of());
    expect(
      rows.filter(({ namn }) => !/Arkivet|Badhuset/u.test(namn)).map(({ namn, lage }) => [namn, lage]),
    ).toEqual([
      ['Kanal Borta', 'fel'],
      ['Kanal Krok', 'varning'],
      ['Kanal Mapp', 'ok'],
      ['Kanal Post', 'ok'],
      ['Kanal Tyst', 'fel'],
    ]);
  });
});

describe('the engine', () => {
  test('that works has a server, and workers for all queues', { timeout: 60_000 }, async () => {
    const bed = await testbed();
    try {
      const rows = await runChecks([...temporalChecks, ...keptChecks], of({ home: bed.home }));
      expect(rows.filter(({ lage }) => lage !== 'ok')).toEqual([]);
      expect(rows.map(({ text }) => text).join()).toContain('någon tar arbete från alla köer');
    } finally {
      await bed.destroy();
    }
  });
});

test('wrong settings are a finding, and the program is looked at all the same', {
  timeout: 60_000,
}, async () => {
  await writeFile(join(home, 'config.json'), '{"window": 0}');
  const { code, stdout } = await runCli(['doctor', '--json', '--home', home]);
  const { ok: all, checks } = JSON.parse(stdout) as { ok: boolean; checks: { name: string; ok: boolean }[] };
  expect([code, all]).toEqual([1, false]);
  expect(checks[0]).toMatchObject({ name: 'Inställningar', ok: false, lage: 'fel' });
  expect(checks.slice(1).filter((check) => !check.ok)).toEqual([]);
  const text = await runCli(['doctor', '--home', home]);
  expect(text.stdout).toMatch(/^FEL {6}Inställningar/u);
  expect(text.stdout).toContain('→ Rätta inställningen');
});

describe("the Temporal server's own database", () => {
  const namn = 'Temporals databas';
  const path = () => join(home, 'temporal.db');
  test('is looked at where there is one, and read through when asked', async () => {
    expect(await found(temporalChecks, namn)).toMatchObject({ lage: 'ok', text: 'ingen i mappen' });
    const whole = database(path());
    whole.exec('create table executions (id text, data blob); create index by_id on executions (id)');
    const insert = whole.prepare('insert into executions values (?, zeroblob(900))');
    for (let n = 0; n < 300; n++) insert.run(String(n).padStart(60, '0'));
    whole.close();
    expect(await found(temporalChecks, namn, {}, true)).toMatchObject({ lage: 'ok' });
    const file = await open(path(), 'r+');
    await file.truncate((await file.stat()).size / 2);
    await file.close();
    expect(await found(temporalChecks, namn, {}, true)).toMatchObject({
      ...{ lage: 'fel', gor: expect.stringContaining('flytta undan filen') },
    });
  });

  test('that is none, or empty, is a fault that says what to do', async () => {
    await writeFile(path(), 'this is no database, and longer than a header of one is\n'.repeat(90));
    const said = { lage: 'fel', gor: expect.stringContaining('uppgradera Expediera') };
    expect(await found(temporalChecks, namn)).toMatchObject(said);
    await writeFile(path(), '');
    expect(await found(temporalChecks, namn)).toMatchObject(said);
  });
});
