/** A person has one delivery sent now, where nothing else would have its workflow look for a week. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { resendLeverans } from '../../engine/tell/leveranser.ts';
import type { Leverans, StegRef } from '../../store/expediering.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import { type WebhookReceiver, webhookReceiver } from '../expediering/receivers.ts';
import { kanal, SECRET, switchedOn, takeIn, untilLeveranser } from '../expediering/sjovik.ts';

let bed: Testbed;
let hook: WebhookReceiver;
beforeAll(async () => {
  [bed, hook] = await Promise.all([testbed(), webhookReceiver()]);
});
afterAll(() => Promise.all([bed?.destroy(), hook?.close()]));

it('is sent now when its receiver hangs, while another one waits for its next try', {
  timeout: 200_000,
}, async () => {
  Object.assign(hook.answers, { jollen: ['hangs', 200], pramen: [{ status: 503, retryAfter: 200 }] });
  for (const namn of ['Jollen', 'Pramen']) {
    const installningar = { nyckelEnv: SECRET, internt: true, sekunder: 60 };
    await switchedOn(bed.store, kanal(namn, hook.url(namn.toLowerCase()), { installningar }));
  }
  const [step] = await takeIn(bed, [protokoll({ paragraf: 31, mottagare: ['Jollen', 'Pramen'] })]);
  const rowsUntil = (when: (rows: Leverans[]) => boolean) =>
    untilLeveranser(bed.store, step as StegRef, (rows) => rows.length === 2 && when(rows), 90_000);
  const tried = await rowsUntil(
    (all) => all.every(({ forsok }) => forsok === 1) && all.some(({ fel }) => fel),
  );
  // it is noted as tried before it is sent: one that had not come to its receiver would leave the hanging to the next
  await vi.waitFor(() => expect(hook.answers.jollen).toEqual([200]), { timeout: 60_000 });
  const jollen = tried.find(({ mottagare }) => mottagare === 'Jollen');
  await bed.store.askResend(jollen?.nyckel ?? '', 'Alva Strand');
  await resendLeverans(bed.client, jollen as Leverans);
  const rows = await rowsUntil((all) => all.some(({ status }) => status === 'levererad'));
  expect(rows.map(({ mottagare, status, forsok }) => [mottagare, status, forsok])).toEqual([
    ['Pramen', 'skickas', 1],
    ['Jollen', 'levererad', 1],
  ]);
});
