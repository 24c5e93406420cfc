/** What is to be sent waits for a person, and goes when the person has decided: as the person said. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Atgard } from '../../diarium/rattelser/index.ts';
import { besluta } from '../../engine/granska.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import { all, takeIn, until } from '../expediering/sjovik.ts';

let bed: Testbed;
beforeAll(async () => {
  bed = await testbed({ granskaUnder: { beslut: 1, expediering: 1 } });
});
afterAll(() => bed?.destroy());

it('holds a delivery until the last thing of its § is decided', { timeout: 90_000 }, async () => {
  const [step] = await takeIn(bed, [protokoll({ paragraf: 31 })]);
  if (!step) throw new Error('nothing is sent');
  const held = await until(bed.store, step, all('vantar_granskning'));
  expect(new Set(held.flatMap(({ hinder }) => hinder.map(({ kod }) => kod)))).toEqual(
    new Set(['granskning']),
  );
  const text = 'Kommunstyrelsen beslutar precis så här.';
  const { rader } = await bed.store.granska();
  const waiting = rader.filter(({ typ }) => typ === 'beslut' || typ === 'expediering');
  expect(waiting.length).toBeGreaterThan(1);
  let changed = false;
  for (const { id, sha256 } of waiting) {
    expect((await bed.store.leveranser(step)).every(({ status }) => status !== 'levererad')).toBe(true);
    const vy = id === null || sha256 === null ? null : await bed.store.mal(sha256, id);
    if (!vy) throw new Error('it is gone');
    const correct: boolean = vy.typ === 'beslut' && !changed;
    changed ||= correct;
    const atgard: Atgard = correct ? { typ: 'ratta', falt: { text } } : { typ: 'godkann', falt: [] };
    await besluta(bed, {
      ...{ id: randomUUID(), sha256: vy.sha256, mal: { typ: vy.typ, id: vy.id, avtryck: vy.avtryck } },
      ...{ atgard, av: 'Elsa Norén', at: new Date().toISOString(), revision: vy.revision },
    });
  }
  const sent = await until(bed.store, step, all('levererad'));
  expect(sent.every(({ hinder }) => hinder.length === 0)).toBe(true);
  const inbox = await bed.store.inkorg(sent[0]?.mottagare ?? '', {});
  expect(inbox).toMatchObject({ poster: [{ text: expect.stringContaining(text) }] });
});
