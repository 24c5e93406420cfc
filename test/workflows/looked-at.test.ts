/** Nothing that the machine was unsure of is sent before a person has looked; then it goes by itself, as they said. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Atgard } from '../../diarium/rattelser/index.ts';
import { besluta } from '../../engine/tell/granska.ts';
import { granskaLageQuery } from '../../workflows/granska-messages.ts';
import { granskaWorkflowId } from '../../workflows/names.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import { type WebhookReceiver, webhookReceiver } from '../expediering/receivers.ts';
import { all, kanal, switchedOn, untilLeveranser } from '../expediering/sjovik.ts';

let bed: Testbed;
let hook: WebhookReceiver;
beforeAll(async () => {
  // so high that every item waits for a person
  bed = await testbed({ deliverySeconds: 25, granskaUnder: 1 });
  hook = await webhookReceiver();
});
afterAll(async () => {
  await bed?.destroy();
  await hook?.close();
});

async function decide(sha256: string, id: string, atgard: Atgard): Promise<void> {
  const vy = await bed.store.mal(sha256, id);
  if (!vy) throw new Error(`no ${id}`);
  await besluta(bed, {
    ...{ id: randomUUID(), sha256, mal: { typ: vy.typ, id, avtryck: vy.avtryck }, atgard },
    ...{ av: 'Elsa Norén', at: new Date().toISOString(), revision: vy.revision },
  });
}

it('waits for a person, and is sent as the person has corrected it', { timeout: 60_000 }, async () => {
  await switchedOn(bed.store, kanal('Hamnenheten', hook.url('hamnen')));
  const text = protokoll({ paragraf: 71, mottagare: ['Hamnenheten'] });
  await bed.ingest([bed.folder('in', { 'a.txt': text })], { lopande: true });
  const sha256 = createHash('sha256').update(text).digest('hex');
  const [waiting] = await untilLeveranser(bed.store, {}, all('vantar_granskning'));
  expect(waiting?.hinder.map(({ kod }) => kod)).toContain('granskning');
  expect(hook.requests).toEqual([]);
  // people are reminded of it by a timer of its own
  const asked = bed.client.workflow.getHandle(granskaWorkflowId(sha256));
  await expect
    .poll(async () => (await asked.query(granskaLageQuery)).haller, { timeout: 10_000 })
    .toBeGreaterThan(0);

  const { rader } = await bed.store.granska();
  const ids = rader.flatMap(({ id, typ }) => (id !== null && typ !== 'underlag' ? [id] : []));
  const clause = rader.find(({ typ }) => typ === 'beslut')?.id as string;
  const said = 'att anta avgifterna för båtplatser från den 1 juli 2031.';
  for (const id of ids) {
    await decide(
      sha256,
      id,
      id === clause ? { typ: 'ratta', falt: { text: said } } : { typ: 'godkann', falt: [] },
    );
  }
  await untilLeveranser(bed.store, {}, all('levererad'));
  expect(hook.requests).toHaveLength(1);
  const { data } = JSON.parse(hook.requests[0]?.body ?? '') as { data: { text: string } };
  expect(data.text).toContain(said);
});
