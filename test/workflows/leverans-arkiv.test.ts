/** Old minutes of several municipalities: nothing of them leaves, whatever channels are on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstallation } from '../../engine/installation.ts';
import { wakeLeveranser } from '../../engine/tell/leveranser.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { type Testbed, testbed, testSettings } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { type WebhookReceiver, webhookReceiver } from '../expediering/receivers.ts';
import { all, kanal, switchedOn, untilLeveranser } from '../expediering/sjovik.ts';

const samples = join(import.meta.dirname, '../../samples');
const names = readdirSync(samples).filter((name) => /\.(?:pdf|txt)$/u.test(name));
const expected = readdirSync(samples).filter((name) => name.endsWith('.expected.json'));
const HUVUDMAN = new Set(
  expected.flatMap((name) => {
    const { handlingar } = JSON.parse(readFileSync(join(samples, name), 'utf8')) as FileRecord;
    return handlingar.map(({ huvudman }) => huvudman ?? '');
  }),
);

let bed: Testbed;
let hook: WebhookReceiver;
let folder: string;
beforeAll(async () => {
  [bed, hook] = await Promise.all([testbed(), webhookReceiver()]);
  folder = bed.folder(
    'records',
    Object.fromEntries(names.map((name) => [name, readFileSync(join(samples, name))])),
  );
});
afterAll(async () => {
  await hook?.close();
  await bed?.destroy();
});

/** A channel for everybody in each municipality. */
const forAll = (huvudman: string) =>
  kanal('*', hook.url(encodeURIComponent(huvudman)), {
    huvudman: huvudman || null,
    namn: `alla ${huvudman}`,
  });

/** Every matter's process has looked, so that whatever it was to send is planned. */
async function untilAllHaveLooked(): Promise<void> {
  await until(async () => (await bed.store.mattersToWake()).length === 0);
  for await (const { workflowId } of bed.client.workflow.list({ query: 'WorkflowType = "arende"' })) {
    await bed.client.workflow.getHandle(workflowId).query('lage');
  }
}

describe('records of several municipalities', () => {
  it('taken in as an archive are sent to nobody, with every channel on', { timeout: 180_000 }, async () => {
    for (const huvudman of HUVUDMAN) await switchedOn(bed.store, forAll(huvudman));
    const { archive } = await bed.ingest([folder]);
    expect(archive?.done).toBeGreaterThan(5);
    await untilAllHaveLooked();
    expect((await bed.store.mottagare()).length).toBeGreaterThan(5);
    expect(await bed.store.leveranser()).toEqual([]);
    expect(hook.requests).toEqual([]);
    expect(existsSync(join(bed.home, 'provkorningar'))).toBe(false);
  });

  it('taken in as current work wait for a channel that is off, and are shown on trial', {
    timeout: 180_000,
  }, async () => {
    for (const huvudman of HUVUDMAN) {
      const { namn } = forAll(huvudman);
      await bed.store.setKanalLage({ huvudman: huvudman || null, namn }, 'av', 'Alva Strand');
    }
    await bed.ingest([folder], { lopande: true });
    await untilLeveranser(bed.store, {}, (rows) => rows.length > 5);
    await untilAllHaveLooked();
    await untilLeveranser(bed.store, {}, all('vantar_granskning', 'vantar_kanal'));
    // by a person's word: what waits for its channel only is shown
    for (const row of await bed.store.leveranser({ status: 'vantar_granskning' })) {
      await bed.store.letGo(row.nyckel, 'Alva Strand').catch(() => {});
    }
    for (const huvudman of HUVUDMAN) {
      const { namn } = forAll(huvudman);
      await bed.store.setKanalLage({ huvudman: huvudman || null, namn }, 'prov', 'Alva Strand');
    }
    await wakeLeveranser(bed.client, bed.store);
    const rows = await untilLeveranser(bed.store, {}, all('vantar_granskning', 'provkord'), 60_000);
    const shown = rows.filter(({ status }) => status === 'provkord');
    expect(shown.length).toBeGreaterThan(3);
    for (const { provkorning } of shown) expect(readdirSync(provkorning ?? '').length).toBe(2);
    expect(hook.requests).toEqual([]);
  });

  it('go out at the next start when a person approves while nothing runs', { timeout: 240_000 }, async () => {
    const [row] = await bed.store.leveranser({ status: 'provkord' });
    const waiting = await bed.store.leveranser({ huvudman: row?.huvudman ?? '', status: 'provkord' });
    const { huvudman, kanal: namn } = row ?? { huvudman: null, kanal: null };
    await bed.store.setKanalLage({ huvudman, namn: namn ?? '' }, 'pa', 'Alva Strand');
    await bed.stop();
    expect(hook.requests).toEqual([]);
    const again = await startInstallation({ settings: testSettings(bed.home) });
    try {
      await untilLeveranser(
        again.store,
        {},
        (rows) => {
          const sent = rows.filter(({ status }) => status === 'levererad').map(({ nyckel }) => nyckel);
          return waiting.every(({ nyckel }) => sent.includes(nyckel));
          // a step that the stop cut off is begun again when its time is over
        },
        150_000,
      );
      expect(hook.requests.map(({ nyckel }) => nyckel).sort()).toEqual(
        waiting.map(({ nyckel }) => nyckel).sort(),
      );
    } finally {
      await again.stop();
    }
  });
});
