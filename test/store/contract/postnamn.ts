/** Items are called the same in every reading of their file, and what they said before is told. */
import { describe, expect, test } from 'vitest';
import type { Atgard } from '../../../diarium/rattelser/index.ts';
import { type Clause, type Meeting, reading } from '../readings.ts';
import { type Open, useStore } from './use-store.ts';

const BAD = 'anta taxan för badhuset';
const KAJ = 'bygga en kaj av sten vid hamnen';
const LEK = 'avslå motionen om en lekplats';
const BIL = 'köpa två bilar till hemtjänsten';

export function postnamnContract(open: Open): void {
  describe('what items are called for ever', () => {
    const { store } = useStore(open);
    let version = 0;
    const save = async (...meetings: Meeting[]) => {
      version += 1;
      await store.saveRecord(reading(meetings), `1.${version}`);
    };
    const clauses = (...texts: (string | Clause)[]): Clause[] =>
      texts.map((one, n) => (typeof one === 'string' ? { text: one, line: n * 3 } : one));
    /** The § 14 of one meeting. */
    const minutes = (...texts: (string | Clause)[]): Meeting => [
      { paragraf: '14', clauses: clauses(...texts) },
    ];
    /** All that is there, by its words. */
    const named = async (): Promise<Map<string, string>> => {
      const { hits } = await store.search({ query: '', limit: 1000 });
      return new Map(hits.map(({ text, permanentId }) => [text, permanentId]));
    };
    const saysNow = async (permanentId: string) => {
      const punkt = await store.punkt(permanentId);
      return punkt && { text: punkt.hit.text, before: punkt.tidigare.map(({ text }) => text) };
    };
    const gone = async (permanentId: string) => {
      expect(await store.punkt(permanentId)).toBeNull();
      return (await store.borta(permanentId))?.lydelser.map(({ text }) => text);
    };

    test('is the id that they were first read under', async () => {
      await save(minutes(BAD, KAJ));
      const { hits } = await store.search({ query: '' });
      for (const { id, permanentId } of hits) expect(permanentId).toBe(id);
      const ids = hits.map(({ id }) => id);
      expect(await store.permanentIds(ids)).toEqual(new Map());
      expect(await store.itemId(ids[0] ?? '')).toBe(ids[0]);
      expect(await store.borta(ids[0] ?? '')).toBeNull();
      expect(await store.borta('ingen')).toBeNull();
      expect(await saysNow(ids[0] ?? '')).toEqual({ text: hits[0]?.text, before: [] });
    });

    test('stays when a clause is found before them', async () => {
      await save(minutes({ text: BAD, line: 0 }, { text: KAJ, line: 6 }));
      const before = await named();
      await save(minutes({ text: BAD, line: 0 }, { text: LEK, line: 3 }, { text: KAJ, line: 6 }));
      const after = await named();
      expect([after.get(BAD), after.get(KAJ)]).toEqual([before.get(BAD), before.get(KAJ)]);
      expect(after.get(LEK)).toBe(`${before.get(KAJ)}-2`);
      const kaj = before.get(KAJ) ?? '';
      expect(await saysNow(kaj)).toEqual({ text: KAJ, before: [] });
      // an id is counted anew: whoever asks by it is told of both
      expect((await store.punkt(kaj))?.annan).toBe(after.get(LEK));
      const id = (await store.itemId(kaj)) ?? '';
      expect([id === kaj, (await store.punkt(id))?.hit.permanentId]).toEqual([false, kaj]);
      expect(await store.permanentIds([id, kaj])).toEqual(
        new Map([
          [id, kaj],
          [kaj, after.get(LEK)],
        ]),
      );
    });

    test('stays when they are read otherwise, and what they said is told', async () => {
      await save(minutes(BAD, KAJ));
      const before = await named();
      await save(minutes(BAD, 'bygga en kaj av sten vid hamnon'));
      await save(minutes(BAD, KAJ.replace('sten', 'trä')));
      const kaj = before.get(KAJ) ?? '';
      expect(await saysNow(kaj)).toEqual({
        ...{ text: KAJ.replace('sten', 'trä'), before: ['bygga en kaj av sten vid hamnon', KAJ] },
      });
      expect((await store.punkt(kaj))?.tidigare[0]).toMatchObject({
        ...{ typ: 'beslut', huvudman: 'Ekbacka kommun', organ: 'Kommunstyrelsen', datum: '2024-03-05' },
        ...{ paragraf: '14', rubrik: 'Ärende 14', fileName: 'a.pdf', page: 1, sekretess: null },
        at: expect.stringMatching(/^\d{4}-/),
      });
      // back to what they said first
      await save(minutes(BAD, KAJ));
      expect(await saysNow(kaj)).toEqual({
        ...{ text: KAJ, before: [KAJ.replace('sten', 'trä'), 'bygga en kaj av sten vid hamnon'] },
      });
    });

    test('is of nothing else when they are gone, and theirs again when they are back', async () => {
      await save(minutes({ text: BAD, line: 0 }, { text: LEK, line: 3 }, { text: KAJ, line: 6 }));
      const before = await named();
      const lek = before.get(LEK) ?? '';
      await save(minutes({ text: BAD, line: 0 }, { text: KAJ, line: 6 }));
      expect(await gone(lek)).toEqual([LEK]);
      expect(await store.itemId(lek)).toBeNull();
      expect((await named()).get(KAJ)).toBe(before.get(KAJ));
      await save(minutes({ text: BAD, line: 0 }, { text: KAJ, line: 6 }, { text: BIL, line: 9 }));
      const third = await named();
      expect(new Set([...before.values(), ...third.values()]).size).toBe(4);
      expect(await gone(lek)).toEqual([LEK]);
      await save(
        minutes(
          { text: BAD, line: 0 },
          { text: LEK, line: 3 },
          { text: KAJ, line: 6 },
          { text: BIL, line: 9 },
        ),
      );
      expect(await named()).toEqual(new Map([...before, [BIL, third.get(BIL)]]));
    });

    test('stays when the file is taken for other handlingar, and when clauses alike stand in many §§', async () => {
      const whole: Meeting = Array.from({ length: 6 }, (_, n) => ({
        ...{ paragraf: String(20 + n) },
        clauses: [
          { text: 'lägga informationen till handlingarna', line: n * 12 },
          { text: `${BAD} ${n}`, line: n * 12 + 3 },
        ],
      }));
      await save(whole);
      const all = async () => {
        const { hits } = await store.search({ query: '', limit: 100 });
        return new Map(hits.map((hit) => [`${hit.paragraf} ${hit.text}`, hit.permanentId]));
      };
      const before = await all();
      expect(new Set(before.values()).size).toBe(12);
      await save(whole.slice(0, 2), whole.slice(2));
      expect(await all()).toEqual(before);
      await save(whole.slice(0, 1), whole.slice(1, 5), whole.slice(5));
      expect(await all()).toEqual(before);
      await save(whole);
      expect(await all()).toEqual(before);
    });

    test('is not changed by reading the same again', async () => {
      await save(minutes(BAD, KAJ));
      await save(minutes(LEK, BAD, KAJ));
      const before = await named();
      await save(minutes(LEK, BAD, KAJ));
      expect(await named()).toEqual(before);
    });

    test('follows what people decide, and what they undo', async () => {
      await save(minutes(BAD, `${KAJ} samt ${LEK}`, BIL));
      const before = await named();
      const both = before.get(`${KAJ} samt ${LEK}`) ?? '';
      const file = reading([]).source.sha256;
      let nr = 0;
      const decide = async (id: string, atgard: Atgard) => {
        nr += 1;
        const vy = await store.mal(file, id);
        if (vy === null) throw new Error(`no ${id}`);
        const { typ, avtryck, revision } = vy;
        const said = { av: 'Elsa Norén', at: '2031-03-12T08:00:00.000Z' };
        await store.saveRattelse({
          ...{ id: `postnamn-${nr}`, sha256: file, revision, ...said, mal: { typ, id, avtryck }, atgard },
        });
        return () => store.angraRattelse({ sha256: file, rattelse: `postnamn-${nr}`, ...said });
      };
      const isAsBefore = async () => expect(await named()).toEqual(before);

      const unsplit = await decide(both, { typ: 'dela', texter: [KAJ, LEK] });
      expect(await saysNow(both)).toEqual({ text: KAJ, before: [`${KAJ} samt ${LEK}`] });
      await unsplit();
      await isAsBefore();

      const unmend = await decide(both, { typ: 'ratta', falt: { text: KAJ } });
      expect((await saysNow(both))?.text).toBe(KAJ);
      // the second part was called something for a while
      expect((await saysNow(both))?.before.sort()).toEqual([LEK, `${KAJ} samt ${LEK}`]);
      await unmend();
      await isAsBefore();

      const unreject = await decide(both, { typ: 'avvisa', skal: 'ett citat' });
      expect(await gone(both)).toEqual([`${KAJ} samt ${LEK}`, KAJ]);
      await unreject();
      await isAsBefore();

      const [bad, bil] = [before.get(BAD) ?? '', before.get(BIL) ?? ''];
      const part = await decide(bad, { typ: 'sla_ihop', med: [bil], text: null });
      const whole = await store.punkt(bil);
      expect(whole?.hit).toMatchObject({ text: `${BAD} ${BIL}`, permanentId: bil });
      expect((await store.punkt(bad))?.hit.permanentId).toBe(bil);
      expect(whole?.tidigare.map(({ text }) => text).sort()).toEqual([BAD, BIL]);
      await part();
      await isAsBefore();
    });

    describe('of matters without a number', () => {
      // a list of what was told has no §§: an ärende is known by what it is about
      const told = (...about: [rubrik: string, line: number, diarienummer?: string][]): Meeting =>
        about.map(([rubrik, line, diarienummer]) => ({
          ...{ paragraf: '', rubrik, clauses: [{ text: `godkänna ${rubrik}`, line }] },
          ...(diarienummer !== undefined && { diarienummer }),
        }));
      const matters = async () => {
        const { hits } = await store.search({ query: '', limit: 100 });
        return new Map(hits.map(({ rubrik, arende }) => [rubrik, arende]));
      };

      test('stays, with all that people have said of them', async () => {
        await save(told(['båthuset', 0], ['kajen', 6]));
        const [before, other] = [await matters(), 'ekbacka:KS-2031/9'];
        const kajen = before.get('kajen') ?? '';
        const numbered = reading([told(['hamnen', 0, 'KS 2031/9'])], 'b');
        await store.saveRecord(numbered, '1.0');
        await save(told(['båthuset', 0], ['bryggan', 3], ['kajen', 6]));
        const after = await matters();
        expect([after.get('båthuset'), after.get('kajen')]).toEqual([before.get('båthuset'), kajen]);
        expect(new Set(after.values()).size).toBe(4);
        await store.sammanfor(kajen, other, 'Elsa Norén');
        expect((await matters()).get('kajen')).toBe(other);
        // read anew once more, what was joined is the same matter's
        await save(told(['bryggan', 3], ['kajen', 6], ['båthuset', 0]));
        const joined = await matters();
        expect([joined.get('kajen'), joined.get('bryggan')]).toEqual([other, after.get('bryggan')]);
        expect(joined.get('båthuset')).toBe(before.get('båthuset'));
      });

      test('leads to where they went, and back', async () => {
        await save(told(['båthuset', 0], ['kajen', 6]));
        const own = (await matters()).get('kajen') ?? '';
        await save(told(['båthuset', 0], ['kajen', 6, 'KS 2031/1']));
        expect(await store.matterId(own)).toBe('ekbacka:KS-2031/1');
        await save(told(['båthuset', 0], ['kajen', 6, 'KS 2031/7']));
        for (const id of [own, 'ekbacka:KS-2031/1'])
          expect(await store.matterId(id)).toBe('ekbacka:KS-2031/7');
        await save(told(['båthuset', 0], ['kajen', 6]));
        for (const id of [own, 'ekbacka:KS-2031/1', 'ekbacka:KS-2031/7'])
          expect(await store.matterId(id)).toBe(own);
        expect((await matters()).get('kajen')).toBe(own);
        expect(await store.matterId('ekbacka:KS-2031/4')).toBeNull();
        // an ärende that is not read for a while is no other's, and is itself again
        await save(told(['båthuset', 0]));
        expect(await store.matterId(own)).toBeNull();
        await save(told(['bryggan', 12], ['båthuset', 0]));
        expect([...(await matters()).values()]).not.toContain(own);
        await save(told(['båthuset', 0], ['bryggan', 12], ['kajen', 6]));
        expect((await matters()).get('kajen')).toBe(own);
      });
    });

    test('tells readers only of what was open then, and is open now', async () => {
      const secret = { paragraf: '15', rubrik: 'Ett barn', sekretess: 'OSL 26 kap. 1 §' };
      const child = { text: 'bevilja Kim Ek plats i förskolan', line: 50 };
      await save([...minutes(BAD, KAJ), { ...secret, clauses: [child] }]);
      const before = await named();
      await save(minutes(BAD.replace('badhuset', 'bad huset'), '19811228-9874 är klagande'));
      const of = { offentligt: true };
      const [bad, kaj, kim] = [BAD, KAJ, child.text].map((text) => before.get(text) ?? '');
      expect((await store.punkt(bad ?? '', of))?.tidigare.map(({ text }) => text)).toEqual([BAD]);
      expect((await store.borta(kim ?? ''))?.lydelser).toMatchObject([{ text: child.text }]);
      expect(await store.borta(kim ?? '', of)).toBeNull();
      expect(await store.punkt(kaj ?? '', of)).toBeNull();
      // a better reading finds the ground of secrecy that the first one missed
      await save([{ ...secret, clauses: [{ text: LEK, line: 30 }] }]);
      expect((await store.borta(bad ?? ''))?.lydelser).toHaveLength(2);
      expect(await store.borta(bad ?? '', of)).toBeNull();
    });
  });
}
