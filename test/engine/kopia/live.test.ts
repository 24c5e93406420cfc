/** A copy of an installation that works, restored elsewhere: it goes on, and sends nothing until a person says so. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startInstallation } from '../../../engine/installation.ts';
import { aterstall } from '../../../engine/kopia/restore.ts';
import { sakerhetskopiera } from '../../../engine/kopia/write.ts';
import { wakeLeveranser } from '../../../engine/tell/leveranser.ts';
import { putIntake } from '../../../store/derived.ts';
import { protokoll } from '../../expediering/made-up.ts';
import { type WebhookReceiver, webhookReceiver } from '../../expediering/receivers.ts';
import { all, HUVUDMAN, kanal, switchedOn, takeIn, untilLeveranser } from '../../expediering/sjovik.ts';
import { type Testbed, testbed, testSettings } from '../testbed.ts';
import { until } from '../until.ts';

let bed: Testbed;
let hook: WebhookReceiver;
beforeEach(async () => {
  [bed, hook] = await Promise.all([testbed(), webhookReceiver()]);
});
afterEach(async () => {
  await bed?.destroy();
  await hook.close();
});

it('goes on where the copy was made, and sends what it does not know of under the same key', {
  timeout: 120_000,
}, async () => {
  await switchedOn(bed.store, kanal('Lotsen', hook.url('lotsen')));
  hook.answers.lotsen = ['hangs', 503, 200];
  await takeIn(bed, [protokoll({ paragraf: 51, mottagare: ['Lotsen', 'Hamnenheten'] })]);
  await until(async () => hook.requests.length > 0);
  // a file that nobody has begun on yet
  const text = new TextEncoder().encode(protokoll({ paragraf: 52, mottagare: ['Hamnenheten'] }));
  const { sha256 } = await bed.blobs.put(text);
  await putIntake(bed.blobs, sha256, { fileName: 'vantar.txt', bytes: text.length });
  await bed.store.offerFile('/in/vantar.txt', sha256);

  const folder = join(bed.home, '..', 'kopia');
  await sakerhetskopiera({ home: bed.home }, folder, { program: '0.1.0', skapaMapp: true });
  const sent = await untilLeveranser(bed.store, {}, all('levererad'));
  const key = sent.find(({ mottagare }) => mottagare === 'Lotsen')?.nyckel as string;
  expect([...hook.taken.keys()]).toEqual([key]);
  await bed.stop();
  const before = hook.requests.length;

  const home = join(bed.home, '..', 'ny');
  const { avstangda, ejLevererade } = await aterstall({ home }, folder);
  expect(avstangda.map(({ namn }) => namn)).toEqual(['Lotsen']);
  expect(ejLevererade).toBe(1);
  const restored = await startInstallation({ settings: testSettings(home) });
  try {
    expect(restored.resumed.files).toBe(1);
    await until(async () => (await restored.store.content(sha256))?.status === 'done');
    const waiting = await untilLeveranser(restored.store, {}, (rows) =>
      rows.some(({ status }) => status === 'vantar_kanal'),
    );
    expect(waiting.map(({ mottagare, status }) => [mottagare, status]).sort()).toEqual([
      ['Hamnenheten', 'levererad'],
      ['Lotsen', 'vantar_kanal'],
    ]);
    expect(hook.requests.length).toBe(before);
    expect(await restored.store.matters({ huvudman: HUVUDMAN })).toHaveLength(2);

    // a person tries the channel out and approves it: the receiver knows the key, and has it once
    hook.answers.lotsen = ['known'];
    const of = { huvudman: HUVUDMAN, namn: 'Lotsen' };
    await restored.store.setKanalLage(of, 'prov', 'Alva Strand');
    await wakeLeveranser(restored.client, restored.store);
    await untilLeveranser(restored.store, {}, (rows) => rows.some(({ status }) => status === 'provkord'));
    expect(hook.requests.length).toBe(before);
    await restored.store.setKanalLage(of, 'pa', 'Alva Strand');
    await wakeLeveranser(restored.client, restored.store);
    await untilLeveranser(restored.store, {}, all('levererad'));
    expect(hook.requests.slice(before).map(({ nyckel }) => nyckel)).toEqual([key]);
    expect([...hook.taken.keys()]).toEqual([key]);
    expect(readdirSync(home)).toContain('temporal.db');
  } finally {
    await restored.stop();
  }
});
