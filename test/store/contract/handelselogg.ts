/** The audit log: one entry for each act, none for what was refused or sent twice, and one chain. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeIn } from '../../../diarium/organ/index.ts';
import type { Beslut } from '../../../diarium/rattelser/index.ts';
import type { Leverans } from '../../../store/expediering.ts';
import type { NyHandelse } from '../../../store/handelselogg.ts';
import { arende, attsats, fileRecord, handling, mottagare, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const HUVUDMAN = 'Ekbacka kommun';
const ELSA = 'Elsa Norén';
const AT = '2031-03-12T08:00:00.000Z';
const of = { huvudman: HUVUDMAN, matter: 'ekbacka:ks2031/17', steg: '§14-kommunstyrelse-2031-03-05' };
const kanal = {
  ...{ huvudman: HUVUDMAN, namn: 'diariet', slag: 'webhook' as const, mottagare: '*' },
  ...{ adress: 'https://ekbacka.example/in?token=hemligt', installningar: { nyckelEnv: 'EKBACKA_NYCKEL' } },
};

const leverans = (nyckel: string, over: Partial<Leverans> = {}): Leverans => ({
  ...{ ...of, nyckel, version: 1, mottagare: nyckel, organ: false, fran: 'Kommunstyrelsen' },
  ...{ datum: '2031-03-05', paragraf: '14', rubrik: null, diarienummer: null, kanal: null, slag: 'inkorg' },
  ...{ hinder: [], slappt: [], innehall: 'x', forsandelse: null, andrad: false, forsok: 0, fel: null },
  ...{ kvitto: null, provkorning: null, provkordFor: null, paminnelser: 0, skickad: null, levererad: null },
  ...{ status: 'skickas', skapad: '2031-03-06T08:00:00.000Z' },
  ...over,
});

const HEMLIGT = 'Kalle Hemlig får bidrag';
const clause = attsats(HEMLIGT, {
  kedja: ['Kommunstyrelsen'],
  next: { organ: 'Kommunstyrelsen', reason: 'forslag' },
});
const own = arende({
  ...{ paragraf: '14', diarienummer: 'KFN 2031/17', sekretess: 'OSL 26 kap. 1 §', forslag: [clause] },
  ...{ next: { organ: 'Kommunstyrelsen', reason: 'forslag' as const }, expediering: [mottagare('Badhuset')] },
});
const other = arende({ paragraf: '15', diarienummer: 'KFN 2031/22', beslut: [attsats('godkänna avtalet')] });
const record = fileRecord('a', [
  handling({
    ...{ organ: 'Kultur- och fritidsnämnden', datum: '2031-03-05', arenden: [own, other] },
    anslag: { justerad: '2031-03-11', uppsatt: null, nedtas: null },
  }),
]);
const mid = (number: number) => `ekbacka:kfn2031/${number}`;

export function handelseloggContract(open: Open): void {
  describe('the log of who did what', () => {
    const { store, save, route } = useStore(open);
    const entries = async () => (await store.handelser()).handelser;
    const newest = async () => (await entries())[0];

    async function filled(): Promise<{ one: string; two: string }> {
      await save(record);
      await route();
      const ids = (await store.matters()).map(({ id }) => id);
      return { one: ids[0] ?? '', two: ids[1] ?? '' };
    }
    /** Ids of the posts that the kommunstyrelse has. */
    async function poster(): Promise<string[]> {
      const inbox = await store.inkorg('Kommunstyrelsen');
      return inbox && 'poster' in inbox ? inbox.poster.map(({ id }) => id) : [];
    }
    /** A decision on the clause as it is now. */
    async function beslut(id: string): Promise<Beslut> {
      const vy = await store.mal(sha('a'), clause.id);
      if (!vy) throw new Error('no clause');
      return {
        ...{ id, sha256: sha('a'), revision: vy.revision, av: ELSA, at: AT },
        mal: { typ: vy.typ, id: clause.id, avtryck: vy.avtryck },
        atgard: { typ: 'ratta', falt: { text: 'Ett annat ord om Kalle Hemlig' } },
      };
    }
    const plan = (...rows: Leverans[]) => store.updateLeveranser(of, () => rows);
    const nytt = { namn: 'in', paths: ['/in'], lopande: true, om: null, av: ELSA };
    let arkiv = 0;
    const begin = async () => {
      arkiv = await store.newArkiv(nytt);
    };
    const namn = { namn: 'Kommunstyrelsen', slag: 'styrelse' as const, kanal: 'inkorg' };

    test('is empty at first, and whole', async () => {
      expect(await store.handelser()).toEqual({ total: 0, handelser: [] });
      expect(await store.kontrolleraHandelser()).toEqual({ antal: 0, sigill: null, brott: null });
    });

    test('keeps what is told of outside of it, in order', async () => {
      const first = await store.noteHandelse({ av: null, vad: 'start', uppgifter: { version: '1.2.3' } });
      const second = await store.noteHandelse({
        av: ELSA,
        dorr: 'program',
        vad: 'inlasning',
        om: ['x', 'x'],
      });
      expect(first).toMatchObject({ nr: 1, av: null, dorr: 'program', uppgifter: { version: '1.2.3' } });
      expect(second).toMatchObject({ nr: 2, av: ELSA, dorr: 'program', om: ['x'] });
      expect(await entries()).toEqual([second, first]);
      expect(await store.kontrolleraHandelser()).toEqual({
        ...{ antal: 2, sigill: { nr: 2, hash: second.hash }, brott: null },
      });
    });

    /** Every act that the store keeps; `ready` is what has to be there, and leaves entries of its own. */
    const ACTS: {
      vad: NyHandelse['vad'];
      av: string | null;
      ready?: () => Promise<unknown>;
      act: () => Promise<unknown>;
      om?: () => string[];
      uppgifter?: object;
    }[] = [
      {
        ...{ vad: 'inlasning', av: ELSA, act: begin },
        om: () => [`arkiv:${arkiv}`],
        uppgifter: { antal: 1, lopande: true },
      },
      {
        ...{ vad: 'arkiv-omlast', av: 'Bo', ready: begin },
        act: () => store.newArkiv({ ...nytt, om: arkiv, av: 'Bo' }),
        om: () => [`arkiv:${arkiv + 1}`],
      },
      {
        ...{ vad: 'arkiv-pausat', av: 'Bo', ready: begin },
        act: () => store.setArkivLage(arkiv, 'pausat', 'Bo', ['samlas']),
        om: () => [`arkiv:${arkiv}`],
      },
      {
        ...{ vad: 'arkiv-fortsatt', av: 'Bo' },
        ready: async () => {
          await begin();
          await store.setArkivLage(arkiv, 'pausat', ELSA, ['samlas']);
        },
        act: () => store.setArkivLage(arkiv, 'pagar', 'Bo', ['pausat']),
      },
      {
        ...{ vad: 'arkiv-avbrutet', av: 'Bo', ready: begin },
        act: () => store.setArkivLage(arkiv, 'avbrutet', 'Bo', ['samlas']),
      },
      {
        ...{
          vad: 'rattelse',
          av: ELSA,
          ready: filled,
          act: async () => store.saveRattelse(await beslut('b1')),
        },
        om: () => [sha('a'), clause.id],
        uppgifter: { rattelse: 'b1', nr: 1, atgard: 'ratta', falt: ['text'] },
      },
      {
        ...{ vad: 'rattelse-angrad', av: 'Bo' },
        ready: async () => {
          await filled();
          await store.saveRattelse(await beslut('b1'));
        },
        act: () => store.angraRattelse({ sha256: sha('a'), rattelse: 'b1', av: 'Bo', at: AT }),
        om: () => [sha('a'), 'b1'],
      },
      {
        ...{ vad: 'fil-granskad', av: ELSA },
        ready: () => save(fileRecord('b', [])),
        act: () => store.markeraKlar({ sha256: sha('b'), av: ELSA, at: AT }),
        om: () => [sha('b')],
      },
      {
        ...{ vad: 'poster-markta', av: ELSA, ready: filled },
        act: async () =>
          store.markPosts({ poster: await poster(), status: 'mottagen', skal: HEMLIGT, av: ELSA }),
        uppgifter: { status: 'mottagen', antal: 1 },
      },
      {
        ...{ vad: 'arende-sammanfort', av: ELSA },
        ready: filled,
        act: async () => {
          const [one, two] = await store.matters();
          return store.sammanfor(one?.id ?? '', two?.id ?? '', ELSA);
        },
      },
      {
        ...{ vad: 'arende-skilt', av: 'Bo' },
        ready: async () => {
          const { one, two } = await filled();
          await store.sammanfor(one, two, ELSA);
        },
        act: async () => {
          const joined = (await entries())[0]?.uppgifter.fran;
          return store.skilj(String(joined), 'Bo');
        },
      },
      {
        ...{ vad: 'organ-andrat', av: ELSA },
        act: () =>
          store.andraOrgan({ vad: 'rattat', av: ELSA }, [
            { huvudman: HUVUDMAN, compute: (underlag) => takeIn(underlag, [namn]) },
          ]),
        om: () => ['Kommunstyrelsen'],
        uppgifter: { andring: 1, hur: 'rattat', antal: 1 },
      },
      {
        ...{ vad: 'organ-angrat', av: 'Bo' },
        ready: () =>
          store.andraOrgan({ vad: 'rattat', av: ELSA }, [
            { huvudman: HUVUDMAN, compute: (underlag) => takeIn(underlag, [namn]) },
          ]),
        act: () => store.angraOrgan('Bo'),
        uppgifter: { angrar: 1 },
      },
      {
        ...{ vad: 'kanal-skapad', av: ELSA, act: () => store.saveKanal(kanal, ELSA) },
        om: () => ['diariet'],
        uppgifter: { kanal: 'diariet', slag: 'webhook', mottagare: '*' },
      },
      {
        ...{ vad: 'kanal-ersatt', av: 'Bo', ready: () => store.saveKanal(kanal, ELSA) },
        act: () => store.saveKanal(kanal, 'Bo', { ersatt: true }),
      },
      {
        ...{ vad: 'kanal-prov', av: 'Bo', ready: () => store.saveKanal(kanal, ELSA) },
        act: () => store.setKanalLage(kanal, 'prov', 'Bo'),
      },
      {
        ...{ vad: 'leverans-levererad', av: null, ready: () => plan(leverans('aa')) },
        act: () => store.noteDelivered('aa', { vad: HEMLIGT }),
        om: () => [of.matter, of.steg, 'aa'],
      },
      {
        ...{ vad: 'leverans-misslyckad', av: null, ready: () => plan(leverans('aa')) },
        act: () => store.noteSendFailed('aa', HEMLIGT, true),
      },
      {
        ...{ vad: 'leverans-slappt', av: ELSA },
        ready: () =>
          plan(
            leverans('aa', {
              status: 'vantar_granskning',
              hinder: [{ kod: 'ej-justerad', sv: HEMLIGT, slappbar: true }],
            }),
          ),
        act: () => store.letGo('aa', ELSA),
        uppgifter: { slappt: ['ej-justerad'] },
      },
      {
        ...{ vad: 'leverans-skicka-om', av: ELSA, ready: () => plan(leverans('aa')) },
        act: () => store.askResend('aa', ELSA),
      },
      {
        ...{ vad: 'leverans-skicka-om', av: ELSA },
        ready: async () => {
          await plan(leverans('aa'));
          await store.noteDelivered('aa', {});
        },
        act: () => store.askResend('aa', ELSA, { paNytt: true }),
        uppgifter: { nyckel: 'aa', som: expect.stringMatching(/^[0-9a-f]+$/) },
      },
      {
        ...{ vad: 'diarierader-bekraftade', av: ELSA, ready: filled },
        act: () => store.bekraftaDiarierader({}, ELSA),
        uppgifter: { antal: expect.any(Number) },
      },
      {
        ...{ vad: 'diarierad-rattad', av: ELSA, ready: filled },
        act: async () => {
          const [rad] = (await store.diarium()).rader;
          return store.rattaDiarierad(rad?.id ?? '', { om: HEMLIGT }, ELSA);
        },
        om: () => [sha('a')],
        uppgifter: { antal: 1, falt: ['om'] },
      },
      {
        ...{ vad: 'diarierad-angrad', av: 'Bo', ready: filled },
        act: async () => {
          const [rad] = (await store.diarium()).rader;
          return store.angraDiarierad(rad?.id ?? '', 'Bo');
        },
      },
    ];

    test.each(ACTS.map((one) => [one.vad, one] as const))(
      '%s leaves one entry, with who and what, and nothing of what is written',
      async (_, { vad, av, ready, act, om, uppgifter }) => {
        await ready?.();
        const before = (await entries()).length;
        await act();
        const after = await entries();
        expect(after).toHaveLength(before + 1);
        expect(after[0]).toMatchObject({ vad, av, dorr: av === null ? 'program' : 'cli' });
        if (om) expect(after[0]?.om).toEqual(expect.arrayContaining(om()));
        if (uppgifter) expect(after[0]?.uppgifter).toMatchObject(uppgifter);
        for (const secret of ['Kalle', 'hemligt']) expect(JSON.stringify(after)).not.toContain(secret);
        expect((await store.kontrolleraHandelser()).brott).toBeNull();
      },
    );

    test('has nothing of what was refused, nor of what is sent a second time', async () => {
      await filled();
      const again = await beslut('b1');
      await store.saveRattelse(again);
      const klar = { sha256: sha('b'), av: ELSA, at: AT };
      await save(fileRecord('b', []));
      await store.markeraKlar(klar);
      const mark = { poster: await poster(), status: 'mottagen' as const, skal: null, av: ELSA };
      await store.markPosts(mark);
      await store.saveKanal(kanal, ELSA);
      await plan(leverans('aa'));
      await store.noteDelivered('aa', {});
      const before = await entries();
      await store.saveRattelse(again);
      await store.markeraKlar(klar);
      await store.markPosts(mark);
      await store.noteDelivered('aa', {});
      await store.noteSendFailed('aa', 'fel', true);
      await store.angraOrgan(ELSA);
      expect(await store.sammanfor('nobody', 'nothing', ELSA)).toBeNull();
      expect(await store.skilj('nobody', ELSA)).toBeNull();
      expect(await store.markPosts({ ...mark, poster: ['nothing'] })).toEqual([]);
      await expect(store.saveRattelse({ ...again, id: 'b2' })).rejects.toThrow();
      await expect(store.saveKanal(kanal, ELSA)).rejects.toThrow();
      await expect(store.setKanalLage(kanal, 'pa', ELSA)).rejects.toThrow();
      await expect(store.letGo('aa', ELSA)).rejects.toThrow();
      await expect(store.askResend('aa', ELSA)).rejects.toThrow();
      await store.bekraftaDiarierader(['nothing'], ELSA);
      expect(await entries()).toEqual(before);
    });

    test('has one entry, with a number, for any number of lines confirmed at once', async () => {
      const anslag = { justerad: '2031-03-11', uppsatt: null, nedtas: null };
      const arenden = Array.from({ length: 400 }, (_, n) =>
        arende({ paragraf: String(n + 1), rubrik: `Ärende ${n}`, diarienummer: `KFN 2031/${n + 100}` }),
      );
      await save(fileRecord('c', [handling({ datum: '2031-03-05', arenden, anslag })]));
      const { bekraftade } = await store.bekraftaDiarierader({}, ELSA);
      expect(bekraftade.length).toBeGreaterThan(300);
      expect(await entries()).toHaveLength(1);
      const entry = await newest();
      expect(entry?.uppgifter.antal).toBe(bekraftade.length);
      expect(JSON.stringify(entry).length).toBeLessThan(20_000);
    });

    test('is asked by who, what, when and what it is about', async () => {
      const hash = sha('a');
      await store.noteHandelse({ av: ELSA, vad: 'inlasning', om: [hash, mid(17)] });
      await store.noteHandelse({ av: 'Bo', vad: 'inlasning', om: [of.steg] });
      await store.noteHandelse({ av: 'Bo', vad: 'sakerhetskopia' });
      const found = async (question: object) =>
        (await store.handelser(question)).handelser.map(({ nr }) => nr);
      expect(await found({ av: 'Bo' })).toEqual([3, 2]);
      expect(await found({ vad: 'inlasning' })).toEqual([2, 1]);
      expect(await found({ vad: 'inlasning', av: ELSA })).toEqual([1]);
      expect(await found({ om: [mid(17)] })).toEqual([1]);
      expect(await found({ om: [hash.slice(0, 8)] })).toEqual([1]);
      expect(await found({ om: [hash.slice(0, 5)] })).toEqual([]);
      expect(await found({ om: ['§14'] })).toEqual([2]);
      expect(await found({ om: ['§1'] })).toEqual([]);
      expect(await found({ om: ['§14', mid(17)] })).toEqual([2, 1]);
      expect(await store.handelser({ limit: 1 })).toMatchObject({ total: 3, handelser: [{ nr: 3 }] });
      const at = (await newest())?.at ?? '';
      expect(await found({ till: '2024-01-01' })).toEqual([]);
      expect((await found({ fran: at })).includes(3)).toBe(true);
    });

    test('is one chain whatever is done, and a seal of it holds as it grows', async () => {
      const handelse = fc.record({
        av: fc.option(fc.string({ maxLength: 20 }), { nil: null }),
        vad: fc.constantFrom('inlasning' as const, 'start' as const, 'sakerhetskopia' as const),
        om: fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
        uppgifter: fc.dictionary(
          fc.string({ maxLength: 8 }),
          fc.oneof(fc.string(), fc.integer(), fc.boolean()),
        ),
      });
      const clean = (one: object) => JSON.parse(JSON.stringify(one).replaceAll('\\u0000', '')) as NyHandelse;
      await fc.assert(
        fc.asyncProperty(fc.array(handelse, { minLength: 1, maxLength: 5 }), async (all) => {
          const before = await store.kontrolleraHandelser();
          for (const one of all) await store.noteHandelse(clean(one));
          const after = await store.kontrolleraHandelser(before.sigill ?? undefined);
          expect(after).toMatchObject({ antal: before.antal + all.length, brott: null });
        }),
        { numRuns: 20 },
      );
    });
  });
}
