/** What people decide: kept, applied to all that is derived, refused when somebody else was first. */
import { describe, expect, test } from 'vitest';
import { type Atgard, type Beslut, latestNr } from '../../../diarium/rattelser/index.ts';
import { type Record as FileRecord, recordSchema } from '../../../extraction/record.ts';
import { RattelseAvvisad } from '../../../store/rattelser.ts';
import { arende, attsats, fileRecord, handling, mottagare, sha } from '../made-up.ts';
import { everything, type Open, useStore } from './use-store.ts';

const to = (organ: string) => ({ organ, reason: 'forslag' as const });
const AT = '2031-03-12T08:00:00.000Z';
let count = 0;

export function rattelserContract(open: Open): void {
  describe('what people decide', () => {
    const { store, save, route } = useStore(open);

    /** Two §§ of a meeting: one clause is unsure, and so is the other's number. */
    function minutes(letter = 'a', text = 'anta taxan för badhuset'): FileRecord {
      const clause = attsats(text, { confidence: 0.5, next: to('Kommunstyrelsen') });
      return fileRecord(letter, [
        handling({
          arenden: [
            arende({
              ...{ paragraf: '14', diarienummer: 'KS 2031/17', rubrik: 'Ny taxa', beslut: [clause] },
              ...{ next: to('Kommunstyrelsen'), expediering: [mottagare('Badhusenheten')] },
            }),
            arende({ paragraf: '15', diarienummer: 'KS 2031/22', beslut: [attsats('godkänna avtalet')] }),
          ],
        }),
      ]);
    }
    const idsOf = (record: FileRecord) => {
      const [own, other] = record.handlingar[0]?.arenden ?? [];
      return {
        handling: record.handlingar[0]?.id ?? '',
        arende: own?.id ?? '',
        other: other?.id ?? '',
        clause: own?.beslut[0]?.id ?? '',
        mottagare: own?.expediering[0]?.id ?? '',
      };
    };

    /** A decision on what the store shows now. */
    async function about(id: string, atgard: Atgard, over: Partial<Beslut> = {}): Promise<Beslut> {
      const [found] = await store.hittaMal(id);
      const vy = found && (await store.mal(found.sha256, id));
      if (!vy) throw new Error(`no ${id}`);
      return {
        ...{ id: `beslut-${++count}`, sha256: vy.sha256, revision: vy.revision, av: 'Elsa Norén', at: AT },
        mal: { typ: vy.typ, id, avtryck: vy.avtryck },
        atgard,
        ...over,
      };
    }
    const decide = async (id: string, atgard: Atgard) => store.saveRattelse(await about(id, atgard));
    const ratta = (falt: object): Atgard => ({ typ: 'ratta', falt: { ...falt } });
    const godkann = (...falt: string[]): Atgard => ({ typ: 'godkann', falt });
    const fel = (code: string) =>
      expect.objectContaining({ name: 'RattelseAvvisad', code, sv: expect.stringMatching(/\p{L}/u) });

    test('shows what there is to decide on', async () => {
      const record = minutes();
      const { clause, arende: own, handling: whole } = idsOf(record);
      await save(record);
      expect(await store.mal(sha('a'), clause)).toEqual({
        ...{ typ: 'beslut', id: clause, sha256: sha('a'), fileName: 'a.pdf', path: null },
        ...{ page: 2, bbox: [70.5, 100, 500, 112.5], huvudman: 'Ekbacka kommun', kind: 'protokoll' },
        ...{
          organ: 'Kommunstyrelsen',
          datum: '2024-03-05',
          paragraf: '14',
          handlingId: whole,
          arendeId: own,
        },
        falt: {
          ...{ nr: null, text: 'anta taxan för badhuset', ledtext: null, kedja: [] },
          next: to('Kommunstyrelsen'),
        },
        ...{ confidence: 0.5, obekraftade: [], avtryck: expect.any(String), revision: 0, historik: [] },
        rader: [{ code: 'unsure', reason: expect.any(String), reasonEn: expect.any(String) }],
      });
      expect(await store.mal(sha('a'), own)).toMatchObject({ typ: 'arende', page: 1, arendeId: own });
      expect(await store.mal(sha('a'), 'ingen')).toBeNull();
      expect(await store.mal(sha('b'), clause)).toBeNull();
      const prefix = (await store.hittaMal(clause.slice(0, 1))).map(({ id }) => id);
      expect(prefix).toContain(clause);
      expect(await store.hittaMal(clause)).toEqual([{ id: clause, typ: 'beslut', sha256: sha('a') }]);
      expect(await store.hittaMal('ö')).toEqual([]);
    });

    test('is in all answers, and the record stays as it was read', async () => {
      const record = minutes();
      await save(record);
      await route();
      const { nr, matters } = await decide(
        idsOf(record).clause,
        ratta({ text: 'anta avgiften för badhuset' }),
      );
      expect(nr).toBe(1);
      expect(matters).toHaveLength(1);
      expect(await store.staleMatters()).toEqual(matters);
      expect((await store.record(sha('a')))?.record).toEqual(recordSchema.parse(record));
      const corrected = (await store.recordWithRattelser(sha('a')))?.record;
      expect(corrected?.handlingar[0]?.arenden[0]?.beslut[0]).toMatchObject({
        ...{ text: 'anta avgiften för badhuset', confidence: 1 },
      });
      expect((await store.search({ query: 'avgift' })).total).toBe(1);
      expect((await store.search({ query: 'taxan' })).hits.map(({ text }) => text)).not.toContain(
        'anta taxan för badhuset',
      );
      const [{ handling: seen } = { handling: null }] = await store.handlingar(matters[0] ?? '');
      expect(seen?.arenden[0]?.beslut[0]?.text).toBe('anta avgiften för badhuset');
      await route();
      const inbox = await store.inkorg('Kommunstyrelsen');
      expect(inbox).toMatchObject({ poster: [{ text: 'anta avgiften för badhuset' }] });
      expect((await store.granska()).total).toBe(0);
    });

    test.each([
      ['accepted', godkann()],
      ['corrected', ratta({ text: 'anta avgiften' })],
      ['rejected', { typ: 'avvisa', skal: 'ett citat' }],
      ['split', { typ: 'dela', texter: ['anta taxan', 'för badhuset'] }],
    ] as [string, Atgard][])('%s leaves nothing to look at', async (_, atgard) => {
      const record = minutes();
      await save(record);
      expect((await store.granska()).total).toBe(1);
      await decide(idsOf(record).clause, atgard);
      expect(await store.granska()).toEqual({ total: 0, rader: [] });
    });

    test('a number moves the ärende to its matter, and both are stale at once', async () => {
      const record = minutes();
      const { arende: own } = idsOf(record);
      await save(record, fileRecord('b', [handling({ arenden: [arende({ diarienummer: 'KS 2031/71' })] })]));
      await route();
      const { matters } = await decide(own, ratta({ diarienummer: 'KS 2031/71' }));
      expect(matters).toEqual(['ekbacka:KS-2031/17', 'ekbacka:KS-2031/71']);
      expect(await store.staleMatters()).toEqual(['ekbacka:KS-2031/71']);
      expect(await store.matter('ekbacka:KS-2031/17')).toBeNull();
      expect((await store.handlingar('ekbacka:KS-2031/71')).map(({ fileName }) => fileName).sort()).toEqual([
        ...['a.pdf', 'b.pdf'],
      ]);
    });

    test('fields confirmed leave, one by one', async () => {
      const record = minutes();
      const [own, other] = record.handlingar[0]?.arenden ?? [];
      if (own) Object.assign(own, { obekraftade: ['paragraf', 'diarienummer'], beslut: [] });
      if (other) other.next = to('Ekbacka Visioner');
      await save(record);
      const rows = async () =>
        (await store.granska()).rader.map(({ code, obekraftade }) => [code, obekraftade.join()]);
      expect(await rows()).toEqual([
        ['key-unconfirmed', 'paragraf,diarienummer'],
        ['organ-unlisted', ''],
      ]);
      await decide(own?.id ?? '', godkann('paragraf'));
      await decide(other?.id ?? '', godkann('next'));
      expect(await rows()).toEqual([['key-unconfirmed', 'diarienummer']]);
      await decide(own?.id ?? '', godkann('diarienummer'));
      expect(await rows()).toEqual([]);
      expect(await store.matter('ekbacka:KS-2031/17')).toMatchObject({ obekraftade: [] });
    });

    test('what is not known can be said, or said to be so', async () => {
      const record = minutes();
      await save({
        ...record,
        handlingar: record.handlingar.map((one) => ({ ...one, organ: null, datum: null, arenden: [] })),
      });
      const { handling: whole } = idsOf(record);
      const codes = async () => (await store.granska()).rader.map(({ code }) => code);
      expect(await codes()).toEqual(['organ-missing', 'datum-missing']);
      await decide(whole, ratta({ organ: 'Fritidsnämnden' }));
      expect(await codes()).toEqual(['datum-missing']);
      await decide(whole, godkann('datum'));
      expect(await codes()).toEqual([]);
    });

    test('the process of what is current is told when it need not wait any more, though its way is the same', async () => {
      const record = minutes();
      const { clause, arende: own } = idsOf(record);
      await save(record);
      await store.offerFile('/in/a.pdf', sha('a'), true);
      await route();
      const told = async () => {
        for (const { id, varv } of await store.mattersToWake()) await store.woken(id, varv);
      };
      const due = async () => (await store.mattersToWake()).map(({ id }) => id);
      await told();
      expect(await due()).toEqual([]);
      expect((await decide(clause, godkann())).matters).toEqual(['ekbacka:KS-2031/17']);
      expect(await due()).toEqual(['ekbacka:KS-2031/17']);
      await told();
      // nothing waited for this
      await decide(own, godkann('rubrik'));
      await route();
      expect(await due()).toEqual([]);
      expect(await store.doubtsAbout(sha('a'), own)).toEqual([]);
    });

    test('a matter that has no number need not be asked for again', async () => {
      const own = arende({
        paragraf: '3',
        rubrik: 'Plan för skolskjuts i öst',
        next: to('Kommunfullmäktige'),
      });
      await save(fileRecord('a', [handling({ arenden: [own] })]));
      await route();
      expect((await store.granska()).rader.map(({ code }) => code)).toEqual(['diarienummer-missing']);
      await decide(own.id, godkann('diarienummer'));
      await route();
      expect((await store.granska()).total).toBe(0);
    });

    test('the same sent again is one', async () => {
      const record = minutes();
      await save(record);
      const beslut = await about(idsOf(record).clause, godkann());
      const first = await store.saveRattelse(beslut);
      const before = await everything(store);
      expect(await store.saveRattelse(beslut)).toMatchObject({ nr: first.nr });
      expect(await everything(store)).toEqual(before);
      expect(await store.rattelser()).toHaveLength(1);
      const other = { ...beslut, atgard: ratta({ text: 'något annat' }) };
      await expect(store.saveRattelse(other)).rejects.toEqual(fel('ogiltig'));
    });

    test('of two on the same thing the first one counts, and the other is told who it was', async () => {
      const record = minutes();
      await save(record);
      const { clause, arende: own } = idsOf(record);
      const one = await about(clause, ratta({ text: 'anta avgiften' }), { av: 'Elsa Norén' });
      const two = await about(clause, { typ: 'avvisa', skal: 'ett citat' }, { av: 'Olle Berg' });
      const elsewhere = await about(own, godkann('rubrik'), { av: 'Olle Berg' });
      await store.saveRattelse(one);
      const refused = store.saveRattelse(two);
      await expect(refused).rejects.toBeInstanceOf(RattelseAvvisad);
      await expect(refused).rejects.toEqual(fel('upptagen'));
      await expect(refused).rejects.toThrow(/Elsa Norén/);
      // something else can be decided on all the same, and the same thing by one who has seen what was decided
      await store.saveRattelse(elsewhere);
      await decide(clause, { typ: 'avvisa', skal: 'ett citat' });
      expect(await store.mal(sha('a'), clause)).toBeNull();
      expect((await store.rattelser(sha('a'))).map(({ nr, atgard }) => [nr, atgard.typ])).toEqual([
        [1, 'ratta'],
        [2, 'godkann'],
        [3, 'avvisa'],
      ]);
    });

    test('on what has been read anew meanwhile is refused', async () => {
      const record = minutes();
      await save(record);
      const beslut = await about(idsOf(record).clause, godkann());
      const newer = structuredClone(record);
      const clause = newer.handlingar[0]?.arenden[0]?.beslut[0];
      if (clause) clause.text = 'anta taxan för badhuset från årsskiftet';
      await store.saveRecord(newer, '2.0');
      await expect(store.saveRattelse(beslut)).rejects.toEqual(fel('andrad'));
      const gone = { ...beslut, mal: { ...beslut.mal, id: 'borta' } };
      await expect(store.saveRattelse(gone)).rejects.toEqual(fel('okant-mal'));
      await expect(store.saveRattelse({ ...beslut, sha256: sha('b') })).rejects.toEqual(fel('okand-fil'));
    });

    test('items of different matters are not put together, nor one with itself', async () => {
      const record = minutes();
      await save(record);
      const { clause } = idsOf(record);
      const other = record.handlingar[0]?.arenden[1]?.beslut[0]?.id ?? '';
      for (const med of [[other], [clause], ['borta']]) {
        const atgard: Atgard = { typ: 'sla_ihop', med, text: null };
        await expect(decide(clause, atgard)).rejects.toEqual(fel('ogiltig'));
      }
      expect(await store.rattelser()).toEqual([]);
    });

    test('one is put together with another that was decided on before, if that was seen', async () => {
      const record = minutes();
      const [own] = record.handlingar[0]?.arenden ?? [];
      own?.beslut.push(attsats('anta avgiften'));
      await save(record);
      const other = own?.beslut[1]?.id ?? '';
      const { clause } = idsOf(record);
      await decide(other, godkann());
      const atgard: Atgard = { typ: 'sla_ihop', med: [other], text: null };
      await expect(decide(clause, atgard)).rejects.toEqual(fel('upptagen'));
      const seen = latestNr(await store.rattelser(sha('a')));
      await store.saveRattelse(await about(clause, atgard, { revision: seen }));
      const after = await store.recordWithRattelser(sha('a'));
      expect(after?.record.handlingar[0]?.arenden[0]?.beslut).toHaveLength(1);
    });

    test('what is marked as secret is not taken away, since what stands beside it might be sent then', async () => {
      const record = minutes();
      const [own] = record.handlingar[0]?.arenden ?? [];
      if (own) own.sekretess = 'OSL 26 kap. 1 §';
      await save(record);
      const { arende: secret, other, handling: whole } = idsOf(record);
      const avvisa: Atgard = { typ: 'avvisa', skal: 'ingen §' };
      await expect(decide(secret, avvisa)).rejects.toEqual(fel('ogiltig'));
      await expect(decide(whole, ratta({ kind: 'annat' }))).rejects.toEqual(fel('ogiltig'));
      await decide(other, avvisa);
      const left = (await store.recordWithRattelser(sha('a')))?.record.handlingar[0]?.arenden;
      expect(left?.map(({ id }) => id)).toEqual([secret]);
    });

    test('taken back, everything is as it was read, and the history tells both', async () => {
      const record = minutes();
      await save(record);
      await route();
      const before = await everything(store);
      const { clause, arende: own } = idsOf(record);
      const ids = [];
      for (const beslut of [
        await about(clause, { typ: 'dela', texter: ['anta taxan', 'för badhuset'] }),
        await about(own, ratta({ diarienummer: 'KS 2031/99' })),
      ]) {
        await store.saveRattelse(beslut);
        ids.push(beslut.id);
      }
      await route();
      expect(await everything(store)).not.toEqual(before);
      for (const rattelse of ids) {
        const angran = { sha256: sha('a'), rattelse, av: 'Olle Berg', at: AT };
        const { nr } = await store.angraRattelse(angran);
        expect(await store.angraRattelse(angran)).toMatchObject({ nr });
      }
      await route();
      expect(await everything(store)).toEqual(before);
      expect((await store.rattelser(sha('a'))).map(({ angrad }) => angrad)).toEqual([
        { av: 'Olle Berg', at: AT, nr: 3 },
        { av: 'Olle Berg', at: AT, nr: 4 },
      ]);
      expect(await store.mal(sha('a'), clause)).toMatchObject({ revision: 3, historik: [{ nr: 1 }] });
      await expect(
        store.angraRattelse({ sha256: sha('a'), rattelse: 'ingen', av: 'Olle Berg', at: AT }),
      ).rejects.toEqual(fel('okand-rattelse'));
    });

    test('outlives a newer reading; what loses its target is told of until it is taken back', async () => {
      const record = minutes();
      await save(record);
      await decide(idsOf(record).clause, ratta({ text: 'anta avgiften för badhuset' }));
      await store.saveRecord(structuredClone(record), '2.0');
      expect((await store.search({ query: 'avgift' })).total).toBe(1);
      const other = minutes('a', 'något helt annat nu');
      await store.saveRecord(other, '3.0');
      const { rader } = await store.granska();
      const [lost] = await store.rattelser();
      expect(rader).toMatchObject([
        { code: 'rattelse-utan-mal', typ: 'rattelse', id: lost?.id, text: 'anta taxan för badhuset' },
        { code: 'unsure' },
      ]);
      await store.angraRattelse({ sha256: sha('a'), rattelse: lost?.id ?? '', av: 'Elsa Norén', at: AT });
      expect((await store.granska()).rader.map(({ code }) => code)).toEqual(['unsure']);
    });

    test('a file is gone through when nothing of it waits and somebody says so, or decided on all of it', async () => {
      const gap = { code: 'paragraf-missing', message: '§ 13 saknas. (§ 13 missing.)', page: 2 };
      const record = { ...minutes(), warnings: [gap] };
      const klar = { sha256: sha('a'), av: 'Elsa Norén', at: AT };
      await save(record, minutes('b'));
      await store.offerFile('/in/a.pdf', sha('a'), true);
      expect(await store.granskningslage(sha('a'))).toMatchObject({ vantar: 2, haller: 1 });
      expect(await store.granskningslage(sha('b'))).toMatchObject({ vantar: 1, haller: 0 });
      await expect(store.markeraKlar(klar)).rejects.toEqual(fel('kvar'));
      await decide(idsOf(record).clause, godkann());
      expect(await store.genomgangna()).toEqual([]);
      await store.markeraKlar(klar);
      expect(await store.granskningslage(sha('a'))).toMatchObject({ vantar: 0, haller: 0 });
      expect(await store.genomgangna()).toEqual([{ sha256: sha('a'), fileName: 'a.pdf', av: 'Elsa Norén' }]);
      // what a newer reading warns of has not been seen
      const more = { ...gap, message: '§ 16 saknas. (§ 16 missing.)' };
      await store.saveRecord({ ...record, warnings: [gap, more] }, '2.0');
      expect((await store.granska({ fil: 'a.pdf' })).rader.map(({ reason }) => reason)).toEqual([
        '§ 16 saknas.',
      ]);
      expect(await store.genomgangna()).toEqual([]);

      const single = minutes('c');
      await save(single);
      for (const { beslut, expediering } of single.handlingar[0]?.arenden ?? [])
        for (const { id } of [...beslut, ...expediering]) await decide(id, godkann());
      expect(await store.genomgangna()).toEqual([{ sha256: sha('c'), fileName: 'c.pdf', av: null }]);
    });

    test('reminders are counted once each', async () => {
      await save(minutes());
      await store.notePaminnelseOmGranskning(sha('a'), 1, 3);
      await store.notePaminnelseOmGranskning(sha('a'), 1, 2);
      await store.notePaminnelseOmGranskning(sha('a'), 2, 2);
      expect(
        (await store.granskningspaminnelser()).map(({ nr, vantar, fileName }) => [nr, vantar, fileName]),
      ).toEqual([
        [2, 2, 'a.pdf'],
        [1, 3, 'a.pdf'],
      ]);
    });
  });
}
