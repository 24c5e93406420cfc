/** People's decisions through the workflow of their file, on a real server. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Atgard, Beslut } from '../../diarium/rattelser/index.ts';
import { angra, besluta, markeraKlar, startGranska } from '../../engine/tell/granska.ts';
import type { RattelseAvvisad } from '../../store/rattelser.ts';
import type { Store } from '../../store/store.ts';
import { granskaLageQuery } from '../../workflows/granska-messages.ts';
import { granskaWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import { protokoll } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';

let bed: Testbed;
let count = 0;
beforeAll(async () => {
  bed = await testbed({ granskaUnder: 1 });
});
afterAll(() => bed?.destroy());

/** Takes minutes of one § in; all of their items wait, since the limit is 1. */
async function taken(): Promise<{ sha256: string; clause: string; arende: string; mottagare: string }> {
  const text = protokoll(++count);
  await bed.ingest([bed.folder(`p${count}`, { 'protokoll.txt': text })]);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const arende = (await bed.store.record(sha256))?.record.handlingar[0]?.arenden[0];
  return {
    ...{ sha256, arende: arende?.id ?? '', clause: arende?.beslut[0]?.id ?? '' },
    mottagare: arende?.expediering[0]?.id ?? '',
  };
}

async function about(store: Store, sha256: string, id: string, atgard: Atgard): Promise<Beslut> {
  const vy = await store.mal(sha256, id);
  if (!vy) throw new Error(`no ${id}`);
  return {
    ...{ id: randomUUID(), sha256, mal: { typ: vy.typ, id, avtryck: vy.avtryck }, atgard },
    ...{ av: 'Elsa Norén', at: new Date().toISOString(), revision: vy.revision },
  };
}

const ratta = (text: string): Atgard => ({ typ: 'ratta', falt: { text } });
const GODKANN: Atgard = { typ: 'godkann', falt: [] };
const handleOf = (sha256: string) => bed.client.workflow.getHandle(granskaWorkflowId(sha256));
const lage = (sha256: string) => handleOf(sha256).query(granskaLageQuery);
/** The reason why something was not kept. */
const whyNot = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'kept',
    (error: RattelseAvvisad) => `${error.name} ${error.code}`,
  );

describe('a decision', () => {
  it('starts the workflow of its file, is kept, and is in the ways when it is answered', async () => {
    const { sha256, clause } = await taken();
    const text = `Nämnden bifaller ansökan ${count}.`;
    expect(await besluta(bed, await about(bed.store, sha256, clause, ratta(text)))).toEqual({ nr: 1 });
    expect(await bed.store.staleMatters()).toEqual([]);
    const inbox = await bed.store.inkorg('kommunstyrelsen', {});
    expect(inbox).toMatchObject({ poster: expect.arrayContaining([expect.objectContaining({ text })]) });
    expect(await lage(sha256)).toMatchObject({ beslut: 1, haller: 0, paminns: null });
  });

  it('that cannot be meant is refused before anything is done', async () => {
    const { sha256, clause, mottagare } = await taken();
    const beslut = await about(bed.store, sha256, clause, GODKANN);
    await besluta(bed, await about(bed.store, sha256, mottagare, GODKANN));
    const wrong: object[] = [
      { av: ' ' },
      { atgard: ratta(' ') },
      { atgard: { typ: 'ratta', falt: { mottagare: 'Akten' } } },
      { atgard: { typ: 'strunta' } },
      { at: 'i går' },
      { revision: -1 },
    ];
    for (const over of wrong) {
      const made = { ...beslut, id: randomUUID(), ...over } as Beslut;
      expect(await whyNot(besluta(bed, made))).toBe('RattelseAvvisad ogiltig');
    }
    const elsewhere = { ...beslut, mal: { ...beslut.mal, id: 'borta' } };
    expect(await whyNot(besluta(bed, elsewhere))).toBe('RattelseAvvisad okant-mal');
    expect(await bed.store.rattelser(sha256)).toHaveLength(1);
    // and the workflow works on
    expect(await whyNot(besluta(bed, { ...beslut, id: randomUUID() }))).toBe('kept');
  });

  it('of two at once one counts, and the other is told who it was', async () => {
    const { sha256, clause } = await taken();
    const one = await about(bed.store, sha256, clause, ratta('Nämnden bifaller.'));
    const two = { ...one, id: randomUUID(), atgard: ratta('Nämnden avslår.'), av: 'Olle Berg' };
    const ends = await Promise.allSettled([besluta(bed, one), besluta(bed, two)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [lost] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Error] : []));
    expect(lost).toMatchObject({ name: 'RattelseAvvisad', code: 'upptagen' });
    const kept = await bed.store.rattelser(sha256);
    expect(kept).toHaveLength(1);
    expect(lost?.message).toContain(kept[0]?.av);
    // a third who has not looked since is refused at once by the workflow itself
    const three = { ...one, id: randomUUID(), av: 'Siv Lund' };
    expect(await whyNot(besluta(bed, three))).toBe('RattelseAvvisad upptagen');
    const history = await handleOf(sha256).fetchHistory();
    const accepted = history.events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes);
    expect(accepted).toHaveLength(2);
  });

  it('sent twice is one', async () => {
    const { sha256, clause } = await taken();
    const beslut = await about(bed.store, sha256, clause, GODKANN);
    expect([await besluta(bed, beslut), await besluta(bed, beslut)]).toEqual([{ nr: 1 }, { nr: 1 }]);
    expect(await bed.store.rattelser(sha256)).toHaveLength(1);
  });

  it('can be taken back', async () => {
    const { sha256, clause } = await taken();
    const before = await bed.store.mal(sha256, clause);
    const beslut = await about(bed.store, sha256, clause, ratta('Nämnden bifaller.'));
    await besluta(bed, beslut);
    const back = { sha256, rattelse: beslut.id, av: 'Olle Berg', at: new Date().toISOString() };
    expect(await angra(bed, back)).toEqual({ nr: 2 });
    expect((await bed.store.mal(sha256, clause))?.falt).toEqual(before?.falt);
    expect(await whyNot(angra(bed, { ...back, rattelse: 'ingen' }))).toBe('RattelseAvvisad okand-rattelse');
  });
});

describe('the workflow of a file', () => {
  it('ends when nothing is left, and the next decision starts it again', async () => {
    const { sha256, clause } = await taken();
    const klar = { sha256, av: 'Elsa Norén', at: new Date().toISOString() };
    expect(await whyNot(markeraKlar(bed, klar))).toBe('RattelseAvvisad kvar');
    const record = (await bed.store.record(sha256))?.record;
    for (const { typ, id } of await waiting(sha256)) {
      const falt = typ === 'arende' ? ['diarienummer', 'paragraf', 'next'] : [];
      await besluta(bed, await about(bed.store, sha256, id, { typ: 'godkann', falt }));
    }
    expect(record).toBeDefined();
    await markeraKlar(bed, { ...klar, at: new Date().toISOString() });
    expect(await handleOf(sha256).result()).toMatchObject({ vantar: 0 });
    expect(await bed.store.genomgangna()).toContainEqual(expect.objectContaining({ sha256 }));
    const again = await about(bed.store, sha256, clause, ratta('Nämnden bifaller ändå.'));
    expect(await whyNot(besluta(bed, again))).toBe('kept');
  });

  it('reminds people while what is current waits, and not of what is archive', async () => {
    const soon = { client: bed.client, settings: { granskaPaminnEfter: 2e-5, granskaPaminnVar: 2e-5 } };
    const { sha256 } = await taken();
    await startGranska(soon, sha256);
    await until(async () => (await lage(sha256)).vantar > 0);
    expect(await lage(sha256)).toMatchObject({ haller: 0, paminnelser: 0, paminns: null });
    const [file] = (await bed.store.files()).filter((row) => row.sha256 === sha256);
    await bed.store.offerFile(file?.path ?? '', sha256, true);
    await startGranska(soon, sha256);
    const of = async () => (await bed.store.granskningspaminnelser()).filter((one) => one.sha256 === sha256);
    await until(async () => (await of()).length >= 2);
    expect((await of())[0]?.vantar).toBeGreaterThan(0);
    for (const { id } of await waiting(sha256))
      await besluta(soon, await about(bed.store, sha256, id, GODKANN));
    await handleOf(sha256).result();
  });

  it('knows as new what was decided before it went on', async () => {
    const { sha256, clause } = await taken();
    const soFar = { paminnelser: 2, paminns: null, beslut: 7, senast: [[clause, 5, 'ett-annat-beslut']] };
    const settings = { sha256, paminnEfter: 7, paminnVar: 14 };
    await bed.client.workflow.start('granska', {
      ...{ workflowId: granskaWorkflowId(sha256), taskQueue: TASK_QUEUES.light },
      args: [{ ...settings, soFar }],
    });
    expect(await lage(sha256)).toMatchObject({ paminnelser: 2, beslut: 7 });
    const late = await about(bed.store, sha256, clause, GODKANN);
    expect(await whyNot(besluta(bed, late))).toBe('RattelseAvvisad upptagen');
    expect(await bed.store.rattelser(sha256)).toEqual([]);
  });

  it('is started by taking in what is current, also when it was read before as archive', async () => {
    const { sha256 } = await taken();
    const text = protokoll(count);
    const status = async () => (await handleOf(sha256).describe()).status.name;
    await expect(status()).rejects.toThrow();
    await bed.ingest([bed.folder(`again${count}`, { 'protokoll.txt': text })], { lopande: true });
    await until(async () => (await status().catch(() => '')) === 'RUNNING');
    await until(async () => (await lage(sha256)).paminns !== null);
    const fresh = protokoll(++count);
    await bed.ingest([bed.folder(`p${count}`, { 'protokoll.txt': fresh })], { lopande: true });
    const own = createHash('sha256').update(fresh).digest('hex');
    await until(async () => ((await lage(own).catch(() => null))?.haller ?? 0) > 0);
  });

  it('carries no text of the record in its history, but what people said', async () => {
    const { sha256, clause } = await taken();
    await besluta(bed, await about(bed.store, sha256, clause, ratta('Nämnden bifaller.')));
    const history = JSON.stringify(await handleOf(sha256).fetchHistory());
    const payloads = [...history.matchAll(/"data":"([^"]*)"/g)].map(([, data]) =>
      Buffer.from(data ?? '', 'base64').toString('utf8'),
    );
    expect(payloads.join()).toContain('Nämnden bifaller.');
    expect(payloads.join()).not.toMatch(/samlingslokal|Videby|protokoll\.txt/);
  });
});

async function waiting(sha256: string): Promise<{ typ: string; id: string }[]> {
  const { rader } = await bed.store.granska();
  return rader.flatMap((rad) =>
    rad.sha256 === sha256 && rad.id !== null ? [{ typ: rad.typ, id: rad.id }] : [],
  );
}
