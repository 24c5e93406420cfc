/** Channels and deliveries: what is kept of them, and what is refused. */
import { describe, expect, test } from 'vitest';
import type { Leverans, NyKanal, PlanLeveranser } from '../../../store/expediering.ts';
import { leveransNyckel } from '../../../store/leverans-nyckel.ts';
import { arende, attsats, fileRecord, handling, mottagare, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const HUVUDMAN = 'Ekbacka kommun';
const steg = '§12-kommunstyrelse-2024-03-05';
const of = { huvudman: HUVUDMAN, matter: 'ekbacka:ks2024/14', steg };

const kanal = (namn: string, over: Partial<NyKanal> = {}): NyKanal => ({
  ...{ huvudman: HUVUDMAN, namn, slag: 'webhook', mottagare: '*', adress: 'https://ekbacka.example/in' },
  installningar: { nyckelEnv: 'EKBACKA_NYCKEL' },
  ...over,
});

/** A delivery as a plan makes it. */
function leverans(till: string, over: Partial<Leverans> = {}): Leverans {
  return {
    ...{ ...of, version: over.version ?? 1, mottagare: till, organ: false },
    nyckel: leveransNyckel({ ...of, mottagare: till, version: over.version ?? 1 }),
    ...{ fran: 'Kommunstyrelsen', datum: '2024-03-05', paragraf: '12', rubrik: 'Avgifter 2025' },
    ...{ diarienummer: 'KS 2024/14', kanal: null, slag: 'inkorg', status: 'skickas', hinder: [] },
    ...{ slappt: [], innehall: 'x', forsandelse: null, andrad: false, forsok: 0, fel: null, kvitto: null },
    ...{ provkorning: null, provkordFor: null, paminnelser: 0, skapad: '2024-03-06T08:00:00.000Z' },
    ...{ skickad: null, levererad: null },
    ...over,
  };
}

const ejJusterad = { kod: 'ej-justerad', sv: 'Protokollet är inte justerat.', slappbar: true } as const;
const hemligt = {
  kod: 'sekretess',
  sv: 'Paragrafen har sekretess: OSL 25 kap. 1 §.',
  slappbar: false,
} as const;

export function expedieringContract(open: Open): void {
  describe('channels', () => {
    const { store } = useStore(open);
    const id = { huvudman: HUVUDMAN, namn: 'diariet' };
    const rehearse = async () => {
      const row = leverans('Ekonomienheten', { kanal: 'diariet', slag: 'webhook', status: 'vantar_kanal' });
      await store.updateLeveranser(of, () => [row]);
      const begun = await store.beginSend(row.nyckel);
      if (begun?.kanal) await store.noteDryRun(row.nyckel, '/prov', begun.kanal);
    };

    test('are made switched off, and known with who and when', async () => {
      const made = await store.saveKanal(kanal('diariet'), 'Alva Strand');
      expect(made).toMatchObject({
        lage: 'av',
        andradAv: 'Alva Strand',
        installningar: { nyckelEnv: 'EKBACKA_NYCKEL' },
      });
      expect(await store.kanaler()).toEqual([made]);
      expect(await store.kanaler({ huvudman: 'Norrvalls kommun' })).toEqual([]);
      expect(await store.kanaler({ huvudman: 'Ekbacka' })).toEqual([made]);
    });

    test('an inkorg is on from the start, and cannot be switched', async () => {
      const inbox = kanal('inne', { slag: 'inkorg', adress: '', mottagare: 'Ekonomienheten' });
      expect((await store.saveKanal(inbox, 'A')).lage).toBe('pa');
      await expect(store.setKanalLage({ ...id, namn: 'inne' }, 'av', 'A')).rejects.toThrow('alltid på');
    });

    test('go from off over a dry run to on, and no step is left out', async () => {
      await store.saveKanal(kanal('diariet'), 'A');
      await expect(store.setKanalLage(id, 'pa', 'A')).rejects.toThrow('förrän den är på prov');
      await store.setKanalLage(id, 'prov', 'B');
      await expect(store.setKanalLage(id, 'pa', 'B')).rejects.toThrow('Inget har provkörts');
      await rehearse();
      expect((await store.setKanalLage(id, 'pa', 'C')).lage).toBe('pa');
      await expect(store.setKanalLage(id, 'pa', 'C')).rejects.toThrow('redan på');
      await store.setKanalLage(id, 'av', 'D');
      expect((await store.kanalHandelser()).map(({ vad, av }) => [vad, av])).toEqual([
        ['skapad', 'A'],
        ['prov', 'B'],
        ['pa', 'C'],
        ['av', 'D'],
      ]);
      await expect(store.setKanalLage({ ...id, namn: 'annan' }, 'prov', 'A')).rejects.toThrow('Ingen kanal');
    });

    test('a dry run that failed is told with its reason', async () => {
      await store.saveKanal(kanal('diariet'), 'A');
      await store.setKanalLage(id, 'prov', 'A');
      const row = leverans('Ekonomienheten', { kanal: 'diariet', slag: 'webhook', status: 'vantar_kanal' });
      await store.updateLeveranser(of, () => [row]);
      await store.beginSend(row.nyckel);
      await store.noteSendFailed(row.nyckel, 'Adressen måste börja med https://.', true);
      await expect(store.setKanalLage(id, 'pa', 'A')).rejects.toThrow(
        'misslyckades: Adressen måste börja med https://. När felet är rättat',
      );
    });

    test('a dry run counts for the channel as it was then', async () => {
      await store.saveKanal(kanal('diariet'), 'A');
      await store.setKanalLage(id, 'prov', 'A');
      await rehearse();
      await expect(store.saveKanal(kanal('diariet'), 'A')).rejects.toThrow('finns redan');
      const changed = kanal('diariet', { adress: 'https://ekbacka.example/annan' });
      expect((await store.saveKanal(changed, 'A', { ersatt: true })).lage).toBe('av');
      await store.setKanalLage(id, 'prov', 'A');
      await expect(store.setKanalLage(id, 'pa', 'A')).rejects.toThrow('Inget har provkörts');
    });

    test('a recipient has one channel, by whatever name', async () => {
      await store.saveKanal(kanal('ks', { mottagare: 'Kommunstyrelsen' }), 'A');
      await expect(store.saveKanal(kanal('ks2', { mottagare: 'KS' }), 'A')).rejects.toThrow(
        'redan en kanal: ks',
      );
      await store.saveKanal(kanal('alla'), 'A');
      await expect(store.saveKanal(kanal('alla2'), 'A')).rejects.toThrow('redan en kanal: alla');
      await store.saveKanal(kanal('ks', { huvudman: 'Norrvalls kommun', mottagare: 'KS' }), 'A');
      expect(await store.kanaler()).toHaveLength(3);
    });
  });

  describe('deliveries', () => {
    const { store, save, route } = useStore(open);
    const row = leverans('Ekonomienheten');
    const { nyckel } = row;
    const plan = (...rows: Leverans[]) => store.updateLeveranser(of, () => rows);
    const status = async () => (await store.leverans(nyckel))?.status;

    test('are what the plan says; what it leaves out is gone, but not what was delivered', async () => {
      const other = leverans('Akten');
      await plan(row, other);
      let seen: Leverans[] = [];
      const look: PlanLeveranser = (kanda) => {
        seen = kanda;
        return kanda;
      };
      await store.updateLeveranser(of, look);
      expect(new Set(seen)).toEqual(new Set([row, other]));
      await store.noteDelivered(nyckel, { vad: 'tack' });
      await plan();
      expect((await store.leveranser()).map((one) => one.mottagare)).toEqual(['Ekonomienheten']);
      await plan(
        leverans('Ekonomienheten', { status: 'skickas', kvitto: null, andrad: true, rubrik: 'Annan' }),
      );
      expect(await store.leverans(nyckel)).toMatchObject({
        ...{ status: 'levererad', kvitto: { vad: 'tack' }, andrad: true, rubrik: 'Avgifter 2025' },
      });
    });

    test('a plan that fails changes nothing, and those of another huvudman are others', async () => {
      await plan(row);
      const fail = () => {
        throw new Error('fault');
      };
      await expect(store.updateLeveranser(of, fail)).rejects.toThrow('fault');
      expect(await status()).toBe('skickas');
      await store.updateLeveranser({ ...of, huvudman: 'Norrvalls kommun' }, (kanda) => {
        expect(kanda).toEqual([]);
        return [];
      });
      expect(await status()).toBe('skickas');
    });

    test('each try is counted before it is made; the receipt is kept, and nothing is sent after it', async () => {
      await plan(row);
      expect(await store.beginSend(nyckel)).toMatchObject({
        leverans: { forsok: 1 },
        kanal: null,
        prov: false,
      });
      await store.noteSendFailed(nyckel, 'Svarade inte.', false);
      expect(await store.leverans(nyckel)).toMatchObject({
        status: 'skickas',
        fel: 'Svarade inte.',
        forsok: 1,
      });
      expect(await store.beginSend(nyckel)).toMatchObject({ leverans: { forsok: 2 } });
      await store.noteDelivered(nyckel, { vad: 'mottaget' });
      await store.noteDelivered(nyckel, { vad: 'en gång till' });
      await store.noteSendFailed(nyckel, 'för sent', true);
      const kept = await store.leverans(nyckel);
      expect(kept).toMatchObject({ status: 'levererad', kvitto: { vad: 'mottaget' }, fel: null, forsok: 2 });
      expect(kept?.levererad).not.toBeNull();
      expect(await store.beginSend(nyckel)).toBeNull();
    });

    test('nothing leaves by a channel that is off or on trial, nor what waits', async () => {
      const id = { huvudman: HUVUDMAN, namn: 'diariet' };
      await store.saveKanal(kanal('diariet'), 'A');
      const byChannel = { ...row, kanal: 'diariet', slag: 'webhook' } as const;
      await plan(byChannel);
      expect(await store.beginSend(nyckel)).toBeNull();
      await plan({ ...byChannel, status: 'vantar_kanal' });
      expect(await store.beginSend(nyckel)).toBeNull();
      await store.setKanalLage(id, 'prov', 'A');
      const begun = await store.beginSend(nyckel);
      expect(begun).toMatchObject({ prov: true, leverans: { forsok: 0 }, kanal: { lage: 'prov' } });
      // A first dry run that could not be made is history when the next one is.
      await store.noteSendFailed(nyckel, 'Adressen ligger i ett internt nät.', false);
      if (begun?.kanal) await store.noteDryRun(nyckel, '/prov/1', begun.kanal);
      expect(await store.leverans(nyckel)).toMatchObject({
        ...{ status: 'provkord', provkorning: '/prov/1', fel: null },
      });
      expect(await store.beginSend(nyckel)).toBeNull();
      await store.setKanalLage(id, 'pa', 'A');
      expect(await store.beginSend(nyckel)).toBeNull();
      await plan(byChannel);
      expect(await store.beginSend(nyckel)).toMatchObject({ prov: false, kanal: { lage: 'pa' } });
      await plan({ ...byChannel, status: 'vantar_granskning', hinder: [ejJusterad] });
      expect(await store.beginSend(nyckel)).toBeNull();
      await plan({ ...byChannel, kanal: 'okänd' });
      expect(await store.beginSend(nyckel)).toBeNull();
    });

    test('what is sent is kept once', async () => {
      await plan(row);
      expect(await store.noteBuilt(nyckel, sha('1'))).toBe(sha('1'));
      expect(await store.noteBuilt(nyckel, sha('2'))).toBe(sha('1'));
      expect((await store.leverans(nyckel))?.forsandelse).toBe(sha('1'));
    });

    test('a person lets go what is of minor weight, and nothing else', async () => {
      await plan({ ...row, status: 'vantar_granskning', hinder: [ejJusterad, hemligt] });
      await store.letGo(nyckel, 'Alva Strand');
      expect((await store.leverans(nyckel))?.slappt).toEqual(['ej-justerad']);
      await plan({ ...row, slappt: ['ej-justerad'], status: 'vantar_granskning', hinder: [hemligt] });
      await expect(store.letGo(nyckel, 'Alva Strand')).rejects.toThrow('kan inte skickas ändå');
      await plan({ ...row, slappt: ['ej-justerad'] });
      await expect(store.letGo(nyckel, 'Alva Strand')).rejects.toThrow('Inget');
      const said = (await store.leveransHandelser(nyckel)).find(({ vad }) => vad === 'slappt');
      expect(said).toMatchObject({ av: 'Alva Strand', uppgift: 'Protokollet är inte justerat.' });
    });

    test('what was given up is sent again under its key', async () => {
      await plan(row);
      await store.beginSend(nyckel);
      await store.noteSendFailed(nyckel, 'Mottagaren svarade 410.', true);
      expect(await store.leverans(nyckel)).toMatchObject({
        status: 'misslyckad',
        fel: 'Mottagaren svarade 410.',
      });
      expect(await store.askResend(nyckel, 'A')).toMatchObject({
        nyckel,
        status: 'skickas',
        forsok: 0,
        fel: null,
      });
      expect(await store.stepsToWake()).toEqual([{ matter: of.matter, steg }]);
    });

    test('what was given up and has changed since is sent as a new version', async () => {
      await plan({ ...row, status: 'misslyckad', andrad: true });
      const next = await store.askResend(nyckel, 'A');
      expect(next).toMatchObject({ version: 2, forsok: 0 });
      expect(next.nyckel).not.toBe(nyckel);
      expect(await store.leverans(nyckel)).toBeNull();
    });

    test('what was delivered is sent anew only if it changed or a person insists', async () => {
      await plan(row);
      await expect(store.askResend(leverans('Ingen').nyckel, 'A')).rejects.toThrow('Ingen leverans');
      await store.noteDelivered(nyckel, {});
      await expect(store.askResend(nyckel, 'A')).rejects.toThrow('--pa-nytt');
      const next = await store.askResend(nyckel, 'A', { paNytt: true });
      expect(next.nyckel).toBe(leveransNyckel({ ...of, mottagare: 'Ekonomienheten', version: 2 }));
      expect(next).toMatchObject({ version: 2, status: 'vantar_kanal', kvitto: null });
      await expect(store.askResend(nyckel, 'A', { paNytt: true })).rejects.toThrow('redan skickats om');
      await expect(store.askResend(next.nyckel, 'A')).rejects.toThrow('väntar');
      expect((await store.leveranser()).map(({ version }) => version).sort()).toEqual([1, 2]);
      expect(await store.stepsToWake()).toEqual([{ matter: of.matter, steg }]);
    });

    test('are asked for by matter, body, recipient and status, what needs a person first', async () => {
      await save(
        fileRecord('a', [
          handling({
            arenden: [arende({ paragraf: '12', diarienummer: 'KS 2024/14', beslut: [attsats('bifall')] })],
          }),
        ]),
      );
      await route();
      const [matter] = await store.matters();
      const own = { matter: matter?.id ?? '' };
      await plan(
        { ...leverans('Akten', { status: 'levererad' }), ...own },
        {
          ...leverans('Kulturnämnden', { organ: true, status: 'vantar_granskning', hinder: [hemligt] }),
          ...own,
        },
        { ...row, ...own, status: 'misslyckad' },
      );
      const names = async (question = {}) => (await store.leveranser(question)).map((one) => one.mottagare);
      expect(await names()).toEqual(['Ekonomienheten', 'Kulturnämnden', 'Akten']);
      expect(await names({ mottagare: 'kulturnämndens' })).toEqual(['Kulturnämnden']);
      expect(await names({ status: 'levererad' })).toEqual(['Akten']);
      expect(await names({ organ: 'KS' })).toHaveLength(3);
      expect(await names({ organ: 'Kulturnämnden' })).toEqual([]);
      expect(await names({ diarienummer: '2024/14' })).toHaveLength(3);
      expect(await names({ diarienummer: '2024/15' })).toEqual([]);
      expect(await names({ huvudman: 'Norrvalls kommun' })).toEqual([]);
      expect((await store.leverans(nyckel.slice(0, 8)))?.nyckel).toBe(nyckel);
      expect(await store.leverans('%')).toBeNull();
    });

    test('reminders are counted of what waits for a person', async () => {
      await plan({ ...row, status: 'vantar_granskning', hinder: [ejJusterad] }, leverans('Akten'));
      expect(await store.noteReminder(of)).toBe(1);
      expect(await store.noteReminder(of)).toBe(1);
      expect((await store.leverans(nyckel))?.paminnelser).toBe(2);
    });

    test('a change of a channel wakes what waits for one', async () => {
      await plan({ ...row, status: 'vantar_kanal', kanal: 'diariet', slag: 'webhook' });
      expect(await store.stepsToWake()).toEqual([]);
      await store.saveKanal(kanal('diariet'), 'A');
      expect(await store.stepsToWake()).toEqual([{ matter: of.matter, steg }]);
      await plan({ ...row, status: 'vantar_kanal', kanal: 'diariet', slag: 'webhook' });
      expect(await store.stepsToWake()).toEqual([]);
    });
  });

  describe('doubts about an ärende', () => {
    const { store, save } = useStore(open);

    test('are those of it, of its handling and of its pages', async () => {
      const unsure = { ...attsats('anta planen'), confidence: 0.5 };
      const other = { ...attsats('avslå planen'), confidence: 0.5 };
      const own = arende({
        paragraf: '12',
        pages: [2, 2],
        beslut: [unsure],
        expediering: [mottagare('Akten')],
      });
      const record = fileRecord('a', [
        handling({
          ...{ obekraftade: ['datum'] },
          arenden: [own, arende({ paragraf: '13', pages: [1, 1], beslut: [other] })],
        }),
      ]);
      record.warnings = [1, 2].map((page) => ({
        code: 'page-blank',
        message: `Sidan ${page} är tom.`,
        page,
      }));
      await save(record);
      const found = await store.doubtsAbout(sha('a'), own.id);
      expect(found.map(({ code, page }) => [code, page]).sort()).toEqual([
        ['key-unconfirmed', 1],
        ['page-blank', 2],
        ['unsure', 2],
      ]);
      expect(await store.doubtsAbout(sha('a'), 'ingen')).toEqual([]);
      expect(await store.doubtsAbout(sha('b'), own.id)).toEqual([]);
    });
  });
}
