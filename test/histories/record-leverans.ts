/**
 * Records the histories of deliveries beside those of record.ts: `node test/histories/record-leverans.ts`. Everything in
 * them is made up; who ran them and where is left out.
 */
import { resendLeverans, wakeLeveranser } from '../../engine/tell/leveranser.ts';
import type { StegRef } from '../../store/expediering.ts';
import { leveransWorkflowId } from '../../workflows/names.ts';
import { testbed } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import { webhookReceiver } from '../expediering/receivers.ts';
import { all, HUVUDMAN, kanal, switchedOn, takeIn, untilLeveranser } from '../expediering/sjovik.ts';
import { keep } from './keep.ts';

const bed = await testbed({ reminderSeconds: 1 });
const hook = await webhookReceiver();

async function ended(name: string, of: StegRef): Promise<void> {
  const workflowId = leveransWorkflowId(of.matter, of.steg);
  await bed.client.workflow.getHandle(workflowId).result();
  keep(bed, name, workflowId);
}

const stepOf = (steps: StegRef[], paragraf: number): StegRef =>
  steps.find(({ steg }) => steg.startsWith(`§${paragraf}-`)) as StegRef;

try {
  // one to an inbox, one by a channel that answers at the second try, one that refuses
  Object.assign(hook.answers, { kajen: [500, 200], varvet: [410], boden: [{ status: 503, retryAfter: 60 }, 200] });
  for (const namn of ['Kajen', 'Varvet', 'Boden']) {
    await switchedOn(bed.store, kanal(namn, hook.url(namn.toLowerCase())));
  }
  const mottagare = ['Hamnenheten', 'Kajen', 'Varvet'];
  await ended('leverans-sent', stepOf(await takeIn(bed, [protokoll({ paragraf: 31, mottagare })]), 31));

  // not approved, let go by a person; then a channel that is off, on trial and on; reminded meanwhile
  await bed.store.saveKanal(kanal('Kranen', hook.url('kranen')), 'Alva Strand');
  const waiting = protokoll({ paragraf: 32, justerad: '', mottagare: ['Kranen'] });
  const step = stepOf(await takeIn(bed, [waiting]), 32);
  const [row] = await untilLeveranser(bed.store, step, ([one]) => (one?.paminnelser ?? 0) > 0);
  await bed.store.letGo(row?.nyckel ?? '', 'Alva Strand');
  await wakeLeveranser(bed.client, bed.store);
  await untilLeveranser(bed.store, step, all('vantar_kanal'));
  const id = { huvudman: HUVUDMAN, namn: 'Kranen' };
  await bed.store.setKanalLage(id, 'prov', 'Alva Strand');
  await wakeLeveranser(bed.client, bed.store);
  await untilLeveranser(bed.store, step, all('provkord'));
  await bed.store.setKanalLage(id, 'pa', 'Alva Strand');
  await wakeLeveranser(bed.client, bed.store);
  await ended('leverans-waiting', step);

  // waiting for its next try, sent at once by a person
  const boden = stepOf(await takeIn(bed, [protokoll({ paragraf: 33, mottagare: ['Boden'] })]), 33);
  const [tried] = await untilLeveranser(bed.store, boden, ([one]) => one?.fel?.includes('503') === true);
  if (tried) await resendLeverans(bed.client, tried);
  await ended('leverans-sent-now', boden);
} finally {
  await hook.close();
  await bed.destroy();
}
