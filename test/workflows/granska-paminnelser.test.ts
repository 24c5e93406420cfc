/** Reminders over weeks: of what holds up what is to be sent, until somebody has decided. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { besluta, startGranska } from '../../engine/tell/granska.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { granskaLageQuery } from '../../workflows/granska-messages.ts';
import { granskaWorkflowId } from '../../workflows/names.ts';
import { protokoll } from '../engine/made-up.ts';
import { type SkippingBed, skippingBed } from '../engine/time-skipping.ts';

let bed: SkippingBed;
beforeAll(async () => {
  const store = openSqliteStore(':memory:', { granskaUnder: 1 });
  await store.refresh();
  bed = await skippingBed({ store });
});
afterAll(() => bed?.destroy());

const settings = { granskaPaminnEfter: 7, granskaPaminnVar: 14 };

it('come after a week and every two weeks then, later every four, and end when a person has decided', {
  timeout: 90_000,
}, async () => {
  const sha256 = await bed.takeIn(protokoll(1), { lopande: true });
  const to = { client: bed.client, settings };
  await startGranska(to, sha256);
  const handle = bed.client.workflow.getHandle(granskaWorkflowId(sha256));
  const reminded = async () => (await bed.store.granskningspaminnelser()).length;
  await bed.until(async () => (await handle.query(granskaLageQuery)).haller > 0);
  for (const [days, times] of [
    [6, 0],
    [2, 1],
    [12, 1],
    [3, 2],
    [14, 3],
    [14, 4],
    [14, 4],
    [14, 5],
  ] as const) {
    await bed.skip(days);
    expect(await reminded()).toBe(times);
  }

  const { rader } = await bed.store.granska();
  for (const { id } of rader) {
    const vy = id === null ? null : await bed.store.mal(sha256, id);
    if (!vy) continue;
    await besluta(to, {
      ...{ id: randomUUID(), sha256, mal: { typ: vy.typ, id: vy.id, avtryck: vy.avtryck } },
      atgard: { typ: 'godkann', falt: [] },
      ...{ av: 'Elsa Norén', at: new Date().toISOString(), revision: vy.revision },
    });
  }
  await bed.until(async () => (await handle.describe()).status.name === 'COMPLETED');
  await bed.skip(30);
  expect(await reminded()).toBe(5);
});

it('do not come of what was taken in as archive, whose workflow ends by itself', {
  timeout: 90_000,
}, async () => {
  const sha256 = await bed.takeIn(protokoll(2));
  const before = (await bed.store.granskningspaminnelser()).length;
  await startGranska({ client: bed.client, settings }, sha256);
  await bed.skip(60);
  const { status } = await bed.client.workflow.getHandle(granskaWorkflowId(sha256)).describe();
  expect(status.name).toBe('COMPLETED');
  expect((await bed.store.granskningspaminnelser()).length).toBe(before);
  expect((await bed.store.granskningslage(sha256)).vantar).toBeGreaterThan(0);
});
