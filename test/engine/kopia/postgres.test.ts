/** From a laptop to a region and back: a copy made on one database is restored on the other. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aterstall } from '../../../engine/kopia/restore.ts';
import { openFyllning } from '../../../engine/kopia/stores.ts';
import { sakerhetskopiera } from '../../../engine/kopia/write.ts';
import { databaseHealth } from '../../../engine/stores/health.ts';
import { openStore } from '../../../engine/stores/index.ts';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { fillHome, told } from './full-home.ts';

const options = { program: '0.1.0' };

let base: string;
let server: PostgresServer;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'expediera-kopia-pg-'));
  server = await startPostgres();
  await fillHome(join(base, 'laptop'));
});
afterAll(async () => {
  await server?.stop();
  await rm(base, { recursive: true });
});

/** All answers but those of channels, which are switched off by restoring. */
async function answers(settings: { home: string; database?: string }) {
  const store = await openStore(settings);
  const { kanaler, kanalhandelser, ...rest } = await told(store);
  await store.close();
  return { rest, lagen: kanaler.map(({ lage }) => lage), handelser: kanalhandelser.length };
}

test('all answers are the same on both, there and back', { timeout: 120_000 }, async () => {
  const laptop = { home: join(base, 'laptop') };
  const region = { home: join(base, 'region'), database: await server.createDatabase() };
  const back = { home: join(base, 'back') };
  const before = await answers(laptop);
  await sakerhetskopiera(laptop, join(base, 'dit.tar'), options);
  await aterstall(region, join(base, 'dit.tar'));
  const there = await answers(region);
  expect(there.rest).toEqual(before.rest);
  expect(there).toMatchObject({ lagen: ['av', 'av'], handelser: before.handelser + 2 });

  // what is new there gets numbers behind those that came along
  const store = await openStore(region);
  const { nyckel } = (await store.leveranser({ status: 'skickas' }))[0] as { nyckel: string };
  await store.noteSendFailed(nyckel, 'Ingen svarade.', true);
  expect((await store.leveransHandelser(nyckel)).at(-1)).toMatchObject({ vad: 'misslyckad' });
  await store.close();

  const changed = await answers(region);
  await sakerhetskopiera(region, join(base, 'hem'), { ...options, skapaMapp: true });
  await aterstall(back, join(base, 'hem'));
  expect((await answers(back)).rest).toEqual(changed.rest);
});

test('a database that holds something is left alone, and one that is half restored is begun anew', {
  timeout: 120_000,
}, async () => {
  const laptop = { home: join(base, 'laptop') };
  await sakerhetskopiera(laptop, join(base, 'k.tar'), options);
  const used = { home: join(base, 'used'), database: await server.createDatabase() };
  const store = await openStore(used);
  await store.offerFile('/in/x', 'a'.repeat(64));
  await store.close();
  await expect(aterstall(used, join(base, 'k.tar'))).rejects.toMatchObject({ code: 'home-not-empty' });
  // nor when it was begun to be used a moment after it was looked at
  await expect(openFyllning(used, { schema: 11, kopia: '/k' })).rejects.toThrow('begun to use');
  const still = await openStore(used);
  expect((await still.status()).files.total).toBe(1);
  await still.close();

  // started once, and empty
  const half = { home: join(base, 'half'), database: await server.createDatabase() };
  await (await openStore(half)).close();
  const fyllning = await openFyllning(half, { schema: 11, kopia: '/k/k.tar' });
  await fyllning.insert('contents', [{ sha256: 'a', status: 'running', changed_at: 'nu\0' }]);
  // one that is under way is not taken for one that was broken off
  const other = { home: join(base, 'other'), database: half.database };
  await expect(aterstall(other, join(base, 'k.tar'))).rejects.toMatchObject({ code: 'restore-under-way' });
  expect(await fyllning.count('contents')).toBe(1);
  await fyllning.close();
  await expect(openStore(half)).rejects.toMatchObject({ code: 'half-restored' });
  expect(await databaseHealth(half)).toMatchObject({ restoring: '/k/k.tar' });
  await aterstall(half, join(base, 'k.tar'));
  expect((await answers(half)).rest).toEqual((await answers(laptop)).rest);
  expect(await databaseHealth(half)).toMatchObject({ restoring: null, derived: true });
});
