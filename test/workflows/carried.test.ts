/** From a file to its receiver, with nobody telling anything in between: the matter's process has its §§ sent. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import { type WebhookReceiver, webhookReceiver } from '../expediering/receivers.ts';
import { all, kanal, switchedOn, untilLeveranser } from '../expediering/sjovik.ts';

let bed: Testbed;
let hook: WebhookReceiver;
beforeAll(async () => {
  bed = await testbed({ deliverySeconds: 25 });
});
afterAll(() => bed?.destroy());
beforeEach(async () => {
  hook = await webhookReceiver();
});
afterEach(() => hook.close());

let folders = 0;
const takeIn = (text: string, options: { lopande?: boolean; rerun?: boolean } = {}) =>
  bed.ingest([bed.folder(`in-${++folders}`, { 'a.txt': text })], options);
const matterOf = async (number: string) => {
  const found = await bed.store.arende(number);
  return found && 'id' in found ? found.id : '';
};
const moment = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('a § of current work', () => {
  it('is sent once to each, however often and in how many files it comes', async () => {
    await switchedOn(bed.store, kanal('Hamnenheten', hook.url('hamnen')));
    const text = protokoll({ paragraf: 61, mottagare: ['Hamnenheten', 'Ekonomiavdelningen'] });
    await takeIn(text, { lopande: true });
    const matter = await matterOf('TN 2031/0061');
    await untilLeveranser(bed.store, { matter }, all('levererad'));
    await takeIn(text, { lopande: true });
    await takeIn(text, { lopande: true, rerun: true });
    await takeIn(`${text}\nUtdraget bestyrks\n`, { lopande: true });
    await moment();
    expect(hook.requests.map(({ path }) => path)).toEqual(['hamnen']);
    const rows = await bed.store.leveranser({ matter });
    expect(rows.map(({ mottagare, slag, status }) => [mottagare, slag, status])).toEqual([
      ['Ekonomiavdelningen', 'inkorg', 'levererad'],
      ['Hamnenheten', 'webhook', 'levererad'],
    ]);
    // and the engine's page finds it
    const query =
      'WorkflowType = "leverans" AND huvudman = "Sjöviks kommun" AND diarienummer = "TN 2031/0061" AND status = "avslutat"';
    await expect
      .poll(async () => (await bed.client.workflow.count(query)).count, { timeout: 10_000 })
      .toBeGreaterThan(0);
  });

  it('waits for the approved minutes, and is sent when they come', async () => {
    await switchedOn(bed.store, kanal('Bryggan', hook.url('bryggan')));
    const of = { paragraf: 62, mottagare: ['Bryggan'] };
    await takeIn(protokoll({ ...of, justerad: '' }), { lopande: true });
    const matter = await matterOf('TN 2031/0062');
    const [waiting] = await untilLeveranser(bed.store, { matter }, all('vantar_granskning'));
    expect(waiting?.hinder.map(({ kod }) => kod)).toEqual(['ej-justerad']);
    await takeIn(protokoll(of), { lopande: true });
    await untilLeveranser(bed.store, { matter }, all('levererad'));
    expect(hook.requests).toHaveLength(1);
  });
});

describe('an archive', () => {
  it('sends nothing to anybody, until the same file is offered as current work', async () => {
    await switchedOn(bed.store, kanal('Kajen', hook.url('kajen')));
    const text = protokoll({ paragraf: 63, mottagare: ['Kajen'] });
    await takeIn(text);
    await takeIn(text, { rerun: true });
    await moment();
    const matter = await matterOf('TN 2031/0063');
    expect(await bed.store.leveranser({ matter })).toEqual([]);
    expect(hook.requests).toEqual([]);
    await takeIn(text, { lopande: true });
    await untilLeveranser(bed.store, { matter }, all('levererad'));
    expect(hook.requests).toHaveLength(1);
  });
});
