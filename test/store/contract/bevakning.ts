/** What is awaited in all matters: late first, then what comes; old archives only when asked for. */
import { describe, expect, test } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import type { Arendetyp, Vantan } from '../../../diarium/way/types.ts';
import type { BevakningQuestion } from '../../../store/bevakning.ts';
import { isChoices } from '../../../store/store.ts';
import { arende, fileRecord, handling, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const IDAG = '2031-06-01';

const vantan = (over: Partial<Vantan>): Vantan => ({
  ...{ vad: 'beslut', av: 'Kommunstyrelsen', skal: 'forslag', text: null },
  ...{ sedan: null, senast: null, frist: null, steg: 's1' },
  kalla: { sha256: sha('a'), fileName: 'a.pdf', page: 1, handlingId: 'h', itemId: null },
  ...over,
});

export function bevakningContract(open: Open): void {
  describe('what is awaited', () => {
    const { store, save } = useStore(open);

    /** A matter whose way waits for what it is told, by a file of its own. */
    async function matter(
      letter: string,
      vantar: Partial<Vantan>[],
      over: { datum?: string | null; typ?: Arendetyp; huvudman?: string; nummer?: string | null } = {},
    ): Promise<string> {
      const { datum = '2031-03-05', typ = 'ovrigt', huvudman = 'Ekbacka kommun' } = over;
      const diarienummer = over.nummer === undefined ? `KS 2031/${letter.charCodeAt(0)}` : over.nummer;
      const own = arende({ paragraf: '41', diarienummer, rubrik: `Taxa ${letter}` });
      const { matters } = await store.saveRecord(
        fileRecord(letter, [handling({ huvudman, datum, arenden: [own] })]),
        '1.0',
      );
      const [id] = matters as [string];
      await store.updateWay(id, (handlingar, known) => ({
        ...wayOf(handlingar, known),
        typ,
        vantar: vantar.map(vantan),
      }));
      return id;
    }
    const ask = (question: Partial<BevakningQuestion> = {}) => store.bevakning({ idag: IDAG, ...question });
    const days = async (question: Partial<BevakningQuestion> = {}) =>
      (await ask(question)).rader.map(({ senast }) => senast);

    test('nothing, of nothing', async () => {
      expect(await ask({ alla: true })).toEqual({
        ...{ idag: IDAG, sena: 0, kommande: 0, utanFrist: 0 },
        ...{ utelamnade: { aldre: 0, senare: 0, utanFrist: 0 }, rader: [] },
      });
    });

    test('a row says what is awaited, of which matter, and how long it is late or has left', async () => {
      const id = await matter(
        'a',
        [{ senast: '2031-05-20', sedan: '2031-03-05', frist: 'beslutet', text: 'att yttra sig' }],
        { typ: 'motion' },
      );
      expect((await ask()).rader).toEqual([
        {
          ...vantan({ senast: '2031-05-20', sedan: '2031-03-05', frist: 'beslutet', text: 'att yttra sig' }),
          ...{ matterId: id, huvudman: 'Ekbacka kommun', diarienummer: 'KS 2031/97', rubrik: 'Taxa a' },
          ...{ typ: 'motion', obekraftade: [], dagarKvar: -12, inlagtTill: '2031-03-05' },
          ...{ senasteSteg: '2031-03-05', paminnelser: [] },
        },
      ]);
    });

    test('late is what had its last day before today; the longest late first, then what comes', async () => {
      await matter('a', [{ senast: '2031-06-02' }, { senast: '2031-05-31' }]);
      await matter('b', [{ senast: '2031-06-01' }, { senast: '2031-01-01' }, {}]);
      const answer = await ask();
      expect(answer.rader.map(({ dagarKvar }) => dagarKvar)).toEqual([-151, -1, 0, 1]);
      expect(answer).toMatchObject({ sena: 2, kommande: 2, utanFrist: 0 });
      expect(answer.utelamnade).toEqual({ aldre: 0, senare: 0, utanFrist: 1 });
    });

    test('within so many days, the last of them too; what comes later is counted', async () => {
      await matter('a', [{ senast: '2031-05-01' }, { senast: '2031-07-01' }, { senast: '2031-07-02' }]);
      const answer = await ask({ inom: 30 });
      expect(answer.rader.map(({ senast }) => senast)).toEqual(['2031-05-01', '2031-07-01']);
      expect(answer).toMatchObject({ sena: 1, kommande: 1, utelamnade: { senare: 1 } });
      expect(await days({ inom: 0 })).toEqual(['2031-05-01']);
    });

    test('of matters where nothing has happened for three years only the number, unless they are asked for', async () => {
      await matter('a', [{ senast: '2005-05-01' }, {}], { datum: '2004-05-01' });
      await matter('b', [{ senast: '2029-05-01' }], { datum: '2028-06-01' });
      await matter('c', [{ senast: '2028-09-01' }], { datum: '2028-05-31' });
      await matter('d', [{ senast: '2028-10-01' }], { datum: null });
      const answer = await ask();
      expect(answer.rader.map(({ senast }) => senast)).toEqual(['2029-05-01']);
      expect(answer.utelamnade).toEqual({ aldre: 4, senare: 0, utanFrist: 0 });
      const all = await ask({ alla: true });
      expect(all.rader.map(({ senast }) => senast)).toEqual([
        ...['2005-05-01', '2028-09-01', '2028-10-01', '2029-05-01', null],
      ]);
      expect(all).toMatchObject({ sena: 4, kommande: 0, utanFrist: 1 });
      expect(all.utelamnade).toEqual({ aldre: 0, senare: 0, utanFrist: 0 });
      expect((await ask({ alla: true, inom: 10 })).utelamnade).toEqual({ aldre: 0, senare: 0, utanFrist: 1 });
    });

    test('what is current work is watched however old it is', async () => {
      await store.offerFile('/in/a.pdf', sha('a'), true);
      await matter('a', [{ senast: '2005-05-01' }], { datum: '2004-05-01' });
      await store.offerFile('/in/b.pdf', sha('b'), false);
      await matter('b', [{ senast: '2005-05-02' }], { datum: '2004-05-01' });
      expect(await days()).toEqual(['2005-05-01']);
    });

    test('a row says how far the minutes of the body were taken in', async () => {
      await matter('a', [{ senast: '2031-05-01' }, { senast: '2031-05-02', av: 'Fastighetschefen' }]);
      await matter('b', [{ senast: '2031-05-03', av: 'kommunstyrelsen' }], { datum: '2031-05-20' });
      await matter('c', [], { datum: '2031-05-25', huvudman: 'Norrvalls kommun' });
      const { rader } = await ask();
      expect(rader.map(({ inlagtTill }) => inlagtTill)).toEqual(['2031-05-20', null, '2031-05-20']);
    });

    test('by huvudman, by kind, and by whom it is awaited from, in any of its names', async () => {
      await matter('a', [{ senast: '2031-05-01' }], { typ: 'motion' });
      await matter('b', [{ senast: '2031-05-02', av: 'Fastighetschefen' }]);
      await matter('c', [{ senast: '2031-05-03' }], { huvudman: 'Norrvalls kommun' });
      expect(await days({ huvudman: 'Norrvalls kommun' })).toEqual(['2031-05-03']);
      expect(await days({ typ: 'motion' })).toEqual(['2031-05-01']);
      expect(await days({ organ: 'KS' })).toEqual(['2031-05-01', '2031-05-03']);
      expect(await days({ organ: 'fastighetschefen' })).toEqual(['2031-05-02']);
      expect(await days({ organ: 'Byggnadsnämnden' })).toEqual([]);
    });

    test('not more than asked for, and all are counted', async () => {
      await matter('a', [{ senast: '2031-05-01' }, { senast: '2031-05-02' }, { senast: '2031-08-02' }]);
      const answer = await ask({ limit: 1 });
      expect(answer.rader).toHaveLength(1);
      expect(answer).toMatchObject({ sena: 2, kommande: 1 });
    });

    test('what the way waits for now, and nothing of what it waited for before', async () => {
      const id = await matter('a', [{ senast: '2031-05-01' }, { senast: '2031-05-02' }]);
      await store.updateWay(id, (handlingar, known) => ({
        ...wayOf(handlingar, known),
        vantar: [vantan({ senast: '2031-05-03' })],
      }));
      expect(await days()).toEqual(['2031-05-03']);
      const answer = await store.arende('KS 2031/97');
      expect(answer && !isChoices(answer) && answer.vantar.map(({ senast }) => senast)).toEqual([
        '2031-05-03',
      ]);
      await save(fileRecord('a', []));
      expect(await days({ alla: true })).toEqual([]);
    });

    test('reminders are kept with what they were about, and noted once', async () => {
      const id = await matter('a', [
        { senast: '2031-05-01', vad: 'yttrande', av: 'Tekniska nämnden' },
        { senast: '2031-05-02' },
      ]);
      const about = { matterId: id, steg: 's1', vad: 'yttrande', av: 'Tekniska nämnden' } as const;
      await store.notePaminnelse({ ...about, id: 'p1', till: 'tekniska@ekbacka.example', text: 'Remissen' });
      await store.notePaminnelse({ ...about, id: 'p1', till: 'någon annan', text: 'igen' });
      await store.notePaminnelse({ ...about, id: 'p2', till: 'registrator', text: '' });
      const [first, second] = (await ask()).rader;
      expect(first?.paminnelser.map(({ till, text }) => [till, text])).toEqual([
        ['tekniska@ekbacka.example', 'Remissen'],
        ['registrator', ''],
      ]);
      expect(first?.paminnelser[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
      expect(second?.paminnelser).toEqual([]);
      // Made one with another matter, its reminders go along.
      const other = await matter('b', []);
      await store.sammanfor(id, other, 'registratorn');
      await store.updateWay(other, (handlingar, known) => ({
        ...wayOf(handlingar, known),
        vantar: [vantan({ senast: '2031-05-01', vad: 'yttrande', av: 'Tekniska nämnden' })],
      }));
      expect((await ask()).rader.map((row) => [row.matterId, row.paminnelser.length])).toEqual([[other, 2]]);
      await store.skilj(id, 'Siv Ek');
      await store.updateWay(other, wayOf);
      // Computing the way again loses none.
      await store.updateWay(id, (handlingar, known) => ({
        ...wayOf(handlingar, known),
        vantar: [vantan({ senast: '2031-05-01', vad: 'yttrande', av: 'Tekniska nämnden' })],
      }));
      expect((await ask()).rader[0]?.paminnelser).toHaveLength(2);
    });
  });
}
