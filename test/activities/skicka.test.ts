/** Two tries of one delivery at a time, as after a machine that slept: only the newest one sends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterEach, expect, test } from 'vitest';
import type { ActivityDeps } from '../../activities/deps.ts';
import { planLeverans } from '../../activities/plan-leverans.ts';
import { createRoom } from '../../activities/room.ts';
import { routeMatters } from '../../activities/route-matters.ts';
import { skicka } from '../../activities/skicka.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { openFsBlobs } from '../../store/fs/blobs.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { protokoll } from '../expediering/made-up.ts';
import { kanal, switchedOn } from '../expediering/sjovik.ts';
import { recordOf } from '../extraction/handlingar/read-text.ts';

const base = mkdtempSync(join(tmpdir(), 'expediera-skicka-'));
afterEach(() => rmSync(base, { recursive: true, force: true }));

test('a try that is overtaken by the next one sends nothing', async () => {
  const store = openSqliteStore(':memory:');
  const blobs = openFsBlobs(join(base, 'blobs'));
  const text = protokoll({ justerad: '', mottagare: ['Hamnenheten'] });
  const { sha256 } = await blobs.put(new TextEncoder().encode(text));
  await store.offerFile('/in/tn.txt', sha256, true);
  await switchedOn(store, kanal('Hamnenheten', 'https://hamnen.example/in'));
  const { matters } = await store.saveRecord(recordOf(text, sha256), '1');
  await routeMatters({ store, wayOf }, matters);

  const sent: string[] = [];
  const kvitto = { at: '2031-06-01T08:00:00.000Z', vad: 'Mottaget.', id: '1', redan: false };
  const slept = Promise.withResolvers<void>();
  const deps: ActivityDeps = {
    ...{ store, blobs, wayOf, findable: false, home: base, extractionVersion: '1', readingVersion: '1' },
    ...{ wake: async () => {}, wakeLeverans: async () => {}, startGranska: async () => {} },
    reader: {
      open: () => Promise.reject(new Error('unused')),
      assemble: () => Promise.reject(new Error('unused')),
    },
    room: createRoom(),
    ocr: { read: async () => {} },
    leveransTider: { sekunder: 60, paminnelse: 60 },
    sandare: {
      async sand(_, { nyckel }) {
        sent.push(nyckel);
        return kvitto;
      },
      provkor: async () => [],
    },
  };
  const run = <I, O>(step: (input: I) => Promise<O>, input: I): Promise<O> =>
    new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => {}) }).run(step, input);

  const way = await store.arende(matters[0] ?? '');
  const steg = (way !== null && 'steg' in way && way.steg[0]?.nyckel) || '';
  await run(planLeverans(deps), { matter: matters[0] ?? '', steg });
  for (const { nyckel } of await store.leveranser()) await store.letGo(nyckel, 'Alva Strand');
  const { skicka: toSend } = await run(planLeverans(deps), { matter: matters[0] ?? '', steg });
  const nyckel = toSend[0] ?? '';

  const sleepy = { ...blobs, put: (bytes: Uint8Array) => slept.promise.then(() => blobs.put(bytes)) };
  const first = run(skicka({ ...deps, blobs: sleepy }), { nyckel });
  const overtaken = expect(first).rejects.toThrow('another try');
  while ((await store.leverans(nyckel))?.forsok !== 1) await new Promise(setImmediate);
  expect(await run(skicka(deps), { nyckel })).toBe('levererad');
  slept.resolve();
  await overtaken;
  expect(sent).toEqual([nyckel]);
  expect(await store.leverans(nyckel)).toMatchObject({ status: 'levererad', forsok: 2 });
  await store.close();
});
