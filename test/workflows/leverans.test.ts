/** Deliveries on a real server, to receivers that fail in every way. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resendLeverans, wakeLeverans, wakeLeveranser } from '../../engine/tell/leveranser.ts';
import type { Leverans, StegRef } from '../../store/expediering.ts';
import { leveransWorkflowId } from '../../workflows/names.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import {
  type MailReceiver,
  mailReceiver,
  type WebhookReceiver,
  webhookReceiver,
} from '../expediering/receivers.ts';
import { all, HUVUDMAN, kanal, switchedOn, takeIn, untilLeveranser } from '../expediering/sjovik.ts';

let bed: Testbed;
let hook: WebhookReceiver;
let mail: MailReceiver;
beforeAll(async () => {
  bed = await testbed({ deliverySeconds: 25, reminderSeconds: 1 });
});
afterAll(() => bed?.destroy());
beforeEach(async () => {
  [hook, mail] = await Promise.all([webhookReceiver(), mailReceiver()]);
});
afterEach(async () => {
  await Promise.all([hook.close(), mail.close()]);
});

const result = (of: StegRef) =>
  bed.client.workflow.getHandle(leveransWorkflowId(of.matter, of.steg)).result();
const byName = (rows: Leverans[]) => Object.fromEntries(rows.map((row) => [row.mottagare, row]));
const stepOf = (steps: StegRef[], paragraf: number): StegRef =>
  steps.find(({ steg }) => steg.startsWith(`§${paragraf}-`)) as StegRef;

describe('a § that is sent', () => {
  it('lies in the inbox of whoever has no channel, and the workflow ends', async () => {
    const step = stepOf(await takeIn(bed, [protokoll({ paragraf: 31 })]), 31);
    const rows = await untilLeveranser(bed.store, step, all('levererad'));
    expect(rows.map(({ mottagare, slag }) => [mottagare, slag])).toEqual([
      ['Ekonomiavdelningen', 'inkorg'],
      ['Hamnenheten', 'inkorg'],
      ['Kommunrevisionen', 'inkorg'],
    ]);
    expect(rows[0]?.kvitto).toMatchObject({ vad: 'Ligger i inkorgen för Ekonomiavdelningen.' });
    expect(await result(step)).toEqual({ levererade: 3, misslyckade: 0 });
  });

  it('reaches each recipient that can be reached, however the others fail', { timeout: 60_000 }, async () => {
    const mottagare = ['Bryggan', 'Kajen', 'Fyren', 'Slussen', 'Varvet', 'Postlådan'];
    const ways: WebhookReceiver['answers'] = {
      bryggan: [200],
      kajen: [500, 'closes', 'hangs', 200],
      fyren: ['known'],
      slussen: ['twice'],
      varvet: [410],
    };
    Object.assign(hook.answers, ways);
    for (const namn of mottagare.slice(0, 5)) {
      await switchedOn(bed.store, kanal(namn, hook.url(namn.toLowerCase())));
    }
    mail.refuses.push(451);
    const installningar = {
      host: '127.0.0.1',
      port: mail.port,
      tls: 'ingen',
      fran: 'expediera@sjovik.example',
    };
    const post = kanal('Postlådan', 'brev@sjovik.example', { slag: 'epost', installningar });
    await switchedOn(bed.store, post);

    const step = stepOf(await takeIn(bed, [protokoll({ paragraf: 32, mottagare })]), 32);
    const settled = await untilLeveranser(bed.store, step, all('levererad', 'misslyckad'));
    const rows = byName(settled);
    expect(rows.Bryggan).toMatchObject({ status: 'levererad', forsok: 1 });
    expect(rows.Kajen).toMatchObject({ status: 'levererad', forsok: 4, fel: null });
    expect(rows.Fyren).toMatchObject({ status: 'levererad', kvitto: { redan: true } });
    expect(rows.Slussen).toMatchObject({ status: 'levererad', forsok: 1 });
    expect(rows.Varvet).toMatchObject({ status: 'misslyckad', forsok: 1 });
    expect(rows.Varvet?.fel).toContain('410');
    expect(rows.Postlådan).toMatchObject({ status: 'levererad', forsok: 2 });
    expect((rows.Bryggan?.levererad as string) < (rows.Kajen?.levererad as string)).toBe(true);
    expect(await result(step)).toEqual({ levererade: 5, misslyckade: 1 });

    // to each its own key, the same and the same bytes at every try
    const toKajen = hook.requests.filter(({ path }) => path === 'kajen');
    expect(new Set(toKajen.map(({ nyckel }) => nyckel))).toEqual(new Set([rows.Kajen?.nyckel]));
    expect(new Set(toKajen.map(({ body }) => body)).size).toBe(1);
    const { data } = JSON.parse(toKajen[0]?.body ?? '') as {
      data: { text: string; utdrag: { base64: string } };
    };
    expect(data.text).toContain('att anta avgifterna för båtplatser från den 1 juni 2031.');
    expect(Buffer.from(data.utdrag.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(mail.messages).toHaveLength(1);
    expect(mail.messages[0]).toContain(rows.Postlådan?.nyckel);

    // the dead letter, once its receiver is there again
    hook.answers.varvet = [200];
    const dead = rows.Varvet as Leverans;
    await bed.store.askResend(dead.nyckel, 'Alva Strand');
    await resendLeverans(bed.client, dead);
    await untilLeveranser(bed.store, step, all('levererad'));
    expect(hook.taken.get(dead.nyckel)).toBeDefined();
    expect(new Set(hook.requests.map(({ nyckel }) => nyckel)).size).toBe(5);
  });

  it('leaves a receiver alone for as long as it asks', { timeout: 30_000 }, async () => {
    hook.answers.tornet = [{ status: 429, retryAfter: 4 }, 200];
    await switchedOn(bed.store, kanal('Tornet', hook.url('tornet')));
    const step = stepOf(await takeIn(bed, [protokoll({ paragraf: 33, mottagare: ['Tornet'] })]), 33);
    await untilLeveranser(bed.store, step, all('levererad'));
    const [first, second] = hook.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(3_900);
  });

  it('is sent now when a person says so, whatever it waits for', { timeout: 30_000 }, async () => {
    hook.answers.boden = [{ status: 503, retryAfter: 20 }, 200];
    await switchedOn(bed.store, kanal('Boden', hook.url('boden')));
    const step = stepOf(await takeIn(bed, [protokoll({ paragraf: 34, mottagare: ['Boden'] })]), 34);
    const [row] = await untilLeveranser(bed.store, step, ([one]) => one?.fel?.includes('503') === true);
    await bed.store.askResend(row?.nyckel ?? '', 'Alva Strand');
    await resendLeverans(bed.client, row as Leverans);
    await untilLeveranser(bed.store, step, all('levererad'), 10_000);
    expect(hook.requests.map(({ nyckel }) => nyckel)).toEqual([row?.nyckel, row?.nyckel]);
  });

  it('is given up after the time that is set, and seen as such', { timeout: 60_000 }, async () => {
    hook.answers.grundet = [503];
    await switchedOn(bed.store, kanal('Grundet', hook.url('grundet')));
    const step = stepOf(
      await takeIn(bed, [protokoll({ paragraf: 35, mottagare: ['Grundet', 'Hamnenheten'] })]),
      35,
    );
    await untilLeveranser(bed.store, step, (rows) => byName(rows).Hamnenheten?.status === 'levererad');
    const rows = byName(await untilLeveranser(bed.store, step, all('levererad', 'misslyckad'), 40_000));
    expect(rows.Grundet).toMatchObject({ status: 'misslyckad', fel: expect.stringContaining('503') });
    expect(rows.Grundet?.forsok).toBeGreaterThan(3);
    expect(await result(step)).toEqual({ levererade: 1, misslyckade: 1 });
    expect((await bed.store.leveranser(step))[0]?.mottagare).toBe('Grundet');
  });
});

describe('a channel that nobody has approved', () => {
  it('lets nothing out: off, then a dry run to look at, then everything', { timeout: 60_000 }, async () => {
    const id = { huvudman: HUVUDMAN, namn: 'Kranen' };
    await bed.store.saveKanal(kanal('Kranen', hook.url('kranen')), 'Alva Strand');
    const step = stepOf(await takeIn(bed, [protokoll({ paragraf: 36, mottagare: ['Kranen'] })]), 36);
    await untilLeveranser(bed.store, step, all('vantar_kanal'));
    // a week's reminder, a second long here
    const [waiting] = await untilLeveranser(bed.store, step, ([row]) => (row?.paminnelser ?? 0) > 0);
    expect(waiting).toMatchObject({ status: 'vantar_kanal', forsok: 0 });

    await bed.store.setKanalLage(id, 'prov', 'Alva Strand');
    expect(await wakeLeveranser(bed.client, bed.store)).toBe(1);
    const [row] = await untilLeveranser(bed.store, step, all('provkord'));
    const folder = row?.provkorning ?? '';
    expect(folder.startsWith(join(bed.home, 'provkorningar'))).toBe(true);
    expect(readdirSync(folder).some((name) => name.endsWith('.pdf'))).toBe(true);
    expect(hook.requests).toEqual([]);

    await bed.store.setKanalLage(id, 'pa', 'Alva Strand');
    await wakeLeveranser(bed.client, bed.store);
    await untilLeveranser(bed.store, step, all('levererad'));
    expect(hook.requests.map(({ nyckel }) => nyckel)).toEqual([row?.nyckel]);
    expect(await result(step)).toEqual({ levererade: 1, misslyckade: 0 });
  });

  it('that cannot work says so at its dry run, and does not try for ever', { timeout: 30_000 }, async () => {
    const id = { huvudman: HUVUDMAN, namn: 'Skeppet' };
    await bed.store.saveKanal(kanal('Skeppet', 'ftp://sjovik.example/'), 'Alva Strand');
    await bed.store.setKanalLage(id, 'prov', 'Alva Strand');
    const step = stepOf(await takeIn(bed, [protokoll({ paragraf: 37, mottagare: ['Skeppet'] })]), 37);
    const [row] = await untilLeveranser(bed.store, step, ([one]) => one?.fel != null);
    expect(row).toMatchObject({ status: 'vantar_kanal', fel: expect.stringContaining('kan inte användas') });
    await expect(bed.store.setKanalLage(id, 'pa', 'Alva Strand')).rejects.toThrow('Inget har provkörts');
  });
});

describe('what waits', () => {
  it('is what is not approved, until a person lets it go; approved later it is not sent again', {
    timeout: 60_000,
  }, async () => {
    await switchedOn(bed.store, kanal('Piren', hook.url('piren')));
    const over = { paragraf: 38, mottagare: ['Piren'] };
    const step = stepOf(await takeIn(bed, [protokoll({ ...over, justerad: '' })]), 38);
    const [row] = await untilLeveranser(bed.store, step, all('vantar_granskning'));
    expect(row?.hinder.map(({ sv }) => sv)).toEqual(['Protokollet är inte justerat.']);
    await bed.store.letGo(row?.nyckel ?? '', 'Alva Strand');
    await wakeLeveranser(bed.client, bed.store);
    await untilLeveranser(bed.store, step, all('levererad'));

    await takeIn(bed, [protokoll(over)]);
    expect(await result(step)).toEqual({ levererade: 1, misslyckade: 0 });
    expect(await bed.store.leveranser(step)).toMatchObject([{ andrad: false }]);
    expect(hook.requests).toHaveLength(1);

    // a decision that was changed after it was delivered: shown, and sent anew by a person only
    await takeIn(bed, [protokoll({ ...over, justerad: '2031-05-16', beslut: 'att avslå avgifterna.' })]);
    expect(await result(step)).toEqual({ levererade: 1, misslyckade: 0 });
    const [changed] = await bed.store.leveranser(step);
    expect(changed).toMatchObject({ andrad: true, status: 'levererad' });
    const next = await bed.store.askResend(changed?.nyckel ?? '', 'Alva Strand');
    await resendLeverans(bed.client, next);
    await untilLeveranser(bed.store, step, all('levererad'));
    expect(hook.requests.map(({ nyckel }) => nyckel)).toEqual([changed?.nyckel, next.nyckel]);
    expect(hook.requests[1]?.body).toContain('att avslå avgifterna.');
  });

  it('is sent by itself once the approved minutes come', { timeout: 30_000 }, async () => {
    const over = { paragraf: 39, mottagare: ['Kassan'] };
    const step = stepOf(await takeIn(bed, [protokoll({ ...over, justerad: '' })]), 39);
    await untilLeveranser(bed.store, step, all('vantar_granskning'));
    await takeIn(bed, [protokoll(over)]);
    await untilLeveranser(bed.store, step, all('levererad'));
  });

  it('is what sekretess covers, and no person lets that go', { timeout: 30_000 }, async () => {
    const sekretess = 'Sekretess enligt 25 kap. 1 § offentlighets- och sekretesslagen (2009:400)';
    await switchedOn(bed.store, kanal('Magasinet', hook.url('magasinet')));
    const text = protokoll({ paragraf: 40, mottagare: ['Magasinet'], sekretess });
    const step = stepOf(await takeIn(bed, [text]), 40);
    const [row] = await untilLeveranser(bed.store, step, all('vantar_granskning'));
    expect(row?.hinder.map(({ kod }) => kod)).toEqual(['sekretess']);
    await expect(bed.store.letGo(row?.nyckel ?? '', 'Alva Strand')).rejects.toThrow('kan inte skickas ändå');
    expect(hook.requests).toEqual([]);
  });
});

describe('between two tries', () => {
  it('a decision that changes is given up, and goes as it is now when a person sends it', {
    timeout: 60_000,
  }, async () => {
    hook.answers.skansen = [{ status: 503, retryAfter: 3 }, 200];
    await switchedOn(bed.store, kanal('Skansen', hook.url('skansen')));
    const over = { paragraf: 43, mottagare: ['Skansen'] };
    const step = stepOf(await takeIn(bed, [protokoll(over)]), 43);
    const [row] = await untilLeveranser(bed.store, step, ([one]) => one?.fel?.includes('503') === true);
    await takeIn(bed, [protokoll({ ...over, justerad: '2031-05-16', beslut: 'att avslå avgifterna.' })]);
    const [dead] = await untilLeveranser(bed.store, step, all('misslyckad'));
    expect(dead).toMatchObject({ nyckel: row?.nyckel, andrad: true });
    expect(dead?.fel).toContain('Beslutet har ändrats');
    const next = await bed.store.askResend(dead?.nyckel ?? '', 'Alva Strand');
    await resendLeverans(bed.client, next);
    await untilLeveranser(bed.store, step, all('levererad'));
    expect(hook.requests.map(({ nyckel }) => nyckel)).toEqual([row?.nyckel, next.nyckel]);
    expect(hook.requests[1]?.body).toContain('att avslå avgifterna.');
  });

  it('a channel that is switched off lets nothing more out', { timeout: 30_000 }, async () => {
    const id = { huvudman: HUVUDMAN, namn: 'Udden' };
    hook.answers.udden = [503];
    await switchedOn(bed.store, kanal('Udden', hook.url('udden')));
    const step = stepOf(await takeIn(bed, [protokoll({ paragraf: 44, mottagare: ['Udden'] })]), 44);
    await untilLeveranser(bed.store, step, ([one]) => one?.fel?.includes('503') === true);
    // nobody tells the workflow
    await bed.store.setKanalLage(id, 'av', 'Alva Strand');
    const before = hook.requests.length;
    await untilLeveranser(bed.store, step, all('vantar_kanal'));
    expect(hook.requests.length).toBeLessThanOrEqual(before + 1);
  });
});

describe('nothing is sent twice, and nothing of an archive', () => {
  it('the same file again and the same § in another file are one delivery', { timeout: 30_000 }, async () => {
    await switchedOn(bed.store, kanal('Bojen', hook.url('bojen')));
    const over = { paragraf: 41, mottagare: ['Bojen', 'Bojen', 'bojen (för kännedom)'] };
    const step = stepOf(await takeIn(bed, [protokoll(over)]), 41);
    await untilLeveranser(bed.store, step, all('levererad'));
    await takeIn(bed, [protokoll(over), `${protokoll(over)}\n\n`]);
    await wakeLeverans(bed.client, step);
    await result(step);
    expect(await bed.store.leveranser(step)).toHaveLength(1);
    expect(hook.requests).toHaveLength(1);
  });

  it('old minutes are taken in without a word to anybody', { timeout: 30_000 }, async () => {
    await switchedOn(bed.store, kanal('Ankaret', hook.url('ankaret')));
    const text = protokoll({ paragraf: 42, mottagare: ['Ankaret', 'Hamnenheten'] });
    const step = stepOf(await takeIn(bed, [text], { lopande: false }), 42);
    expect(await result(step)).toEqual({ levererade: 0, misslyckade: 0 });
    expect(await bed.store.leveranser(step)).toEqual([]);
    expect(hook.requests).toEqual([]);
    // the same minutes, sent in as current work by a person who means it
    await takeIn(bed, [text]);
    await untilLeveranser(bed.store, step, all('levererad'));
    expect(hook.requests).toHaveLength(1);
  });
});
