import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { type LeveransPlan, planLeverans, seldom } from '../../activities/plan-leverans.ts';
import { routeMatters } from '../../activities/route-matters.ts';
import { wayOf } from '../../diarium/way/index.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import type { StegRef } from '../../store/expediering.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { protokoll } from '../expediering/made-up.ts';
import { recordOf } from '../extraction/handlingar/read-text.ts';

test('people are reminded every week at first and every fourth week then, and often again of what is new', () => {
  const waits = (paminnelser: number) => ({ status: 'vantar_granskning' as const, paminnelser });
  expect([0, 1, 3, 4, 40].map((n) => seldom([waits(n)]))).toEqual([1, 1, 1, 4, 4]);
  expect(seldom([waits(9), waits(0)])).toBe(1);
  expect(seldom([waits(9), { status: 'levererad', paminnelser: 0 }])).toBe(4);
  expect(seldom([])).toBe(1);
});

test('a § that is filed under another number keeps its deliveries, whichever matter is planned first', async () => {
  const store = openSqliteStore(':memory:');
  const sha256 = 'a'.repeat(64);
  await store.offerFile('/in/tn.txt', sha256, true);
  const takeIn = async (record: FileRecord, version: string) => {
    const { matters } = await store.saveRecord(record, version);
    await routeMatters({ store, wayOf }, matters);
    return matters;
  };
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => {}) });
  const leveransTider = { sekunder: 1, paminnelse: 1 };
  const plan = (of: StegRef): Promise<LeveransPlan> =>
    environment.run(
      planLeverans({ store, wayOf, startGranska: async () => {}, findable: false, leveransTider }),
      of,
    );

  const read = recordOf(protokoll({ justerad: '', mottagare: ['Hamnenheten', 'Revisorerna'] }), sha256);
  const [matter = ''] = await takeIn(read, '1');
  const way = await store.arende(matter);
  const steg = (way !== null && 'steg' in way && way.steg[0]?.nyckel) || '';
  expect(await plan({ matter, steg })).toMatchObject({ vantar: 2 });
  for (const { nyckel } of await store.leveranser()) await store.letGo(nyckel, 'Alva Strand');
  const { skicka } = await plan({ matter, steg });
  await store.beginSend(skicka[0] ?? '');
  const before = await store.leveranser();

  const anew = JSON.stringify(read).replaceAll(/\bTN 2031\/\d+/gu, 'TN 2031/777');
  const [other = ''] = (await takeIn(JSON.parse(anew), '2')).filter((id) => id !== matter);
  expect(await store.matter(matter)).toBeNull();
  expect(await plan({ matter, steg })).toMatchObject({ skicka: [], vantar: 0, misslyckade: 0 });
  expect((await plan({ matter: other, steg })).skicka.toSorted()).toEqual(skicka.toSorted());
  const after = await store.leveranser();
  expect(after).toEqual(
    before.map((row) => ({ ...row, matter: other, diarienummer: expect.stringContaining('777') })),
  );

  // of a § that is nowhere any more a person is told what was tried
  await takeIn({ ...read, handlingar: [] }, '3');
  expect(await plan({ matter: other, steg })).toMatchObject({ skicka: [], vantar: 0, misslyckade: 1 });
  await store.close();
});
