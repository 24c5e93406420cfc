/** The register: its lines follow every reading, and what people said of them stays. */
import { describe, expect, test } from 'vitest';
import type { Diarierad } from '../../../store/diarium.ts';
import { arende, fileRecord, handling, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

export function diariumContract(open: Open): void {
  describe('the register', () => {
    const { store, save, route } = useStore(open);

    const letter = (over: Parameters<typeof handling>[0] = {}) =>
      handling({
        ...{ kind: 'tjansteskrivelse', organ: null, avsandare: 'Kommunledningskontoret' },
        ...{ till: ['Kommunstyrelsen'], datum: '2024-02-10', diarienummer: 'KS 2024/14', rubrik: 'Taxor' },
        ...over,
      });
    const minutes = (over: Parameters<typeof handling>[0] = {}) =>
      handling({
        anslag: { justerad: '2024-03-11', uppsatt: null, nedtas: null },
        arenden: [
          arende({ paragraf: '41', rubrik: 'Taxor', diarienummer: 'KS 2024/14', pages: [2, 2] }),
          arende({ paragraf: '42', rubrik: 'Skolskjuts', pages: [2, 2] }),
        ],
        ...over,
      });
    const all = async (question = {}) => (await store.diarium(question)).rader;
    const titles = async (question = {}) => (await all(question)).map(({ om }) => om);
    const line = async (om: string, question = {}) => {
      const found = (await all(question)).find((rad) => rad.om === om);
      if (!found) throw new Error(`no line ${om}`);
      return found;
    };

    test('is empty at first', async () => {
      expect(await store.diarium()).toEqual({ total: 0, rader: [], losa: [] });
    });

    test('has a line for every handling and § of a matter, by day', async () => {
      await save(fileRecord('a', [minutes(), letter()]));
      expect(await all()).toMatchObject([
        { kind: 'tjansteskrivelse', datum: '2024-02-10', nummer: 'KS 2024/14', om: 'Taxor' },
        { kind: 'protokoll', typ: 'handling', nummer: 'Kommunstyrelsens protokoll 2024-03-05' },
        { typ: 'paragraf', om: '§ 41 Taxor', saknas: [], kallor: [{ sha256: sha('a'), fileName: 'a.pdf' }] },
        { typ: 'paragraf', om: '§ 42 Skolskjuts', saknas: ['nummer'], status: 'foreslagen', bekraftad: null },
      ]);
    });

    test('a § has the number that is printed with it elsewhere', async () => {
      await save(fileRecord('a', [minutes()]));
      const numbered = [arende({ paragraf: '42', rubrik: 'Skolskjuts', diarienummer: 'BUN 2024/9' })];
      await save(fileRecord('b', [minutes({ arenden: numbered })]));
      await route();
      expect(await line('§ 42 Skolskjuts')).toMatchObject({ nummer: 'BUN 2024/9', saknas: [] });
    });

    test('what a person has joined to a numbered matter has its number', async () => {
      const numberless = letter({
        diarienummer: null,
        rubrik: 'Avtal',
        arenden: [arende({ rubrik: 'Avtal' })],
      });
      await save(fileRecord('a', [minutes(), numberless]));
      await route();
      const matters = await store.matters();
      const id = (rubrik: string) => matters.find((matter) => matter.rubrik === rubrik)?.id ?? '';
      expect((await line('Avtal')).saknas).toEqual(['nummer']);
      await store.sammanfor(id('Avtal'), id('Taxor'), 'Rut Berg');
      await store.sammanfor(id('Skolskjuts'), id('Taxor'), 'Rut Berg');
      expect(await line('Avtal')).toMatchObject({ nummer: 'KS 2024/14', saknas: [] });
      expect(await line('§ 42 Skolskjuts')).toMatchObject({ nummer: 'KS 2024/14', saknas: [] });
    });

    test('by huvudman, matter, body, days, status and what is missing', async () => {
      await save(
        fileRecord('a', [minutes(), letter()]),
        fileRecord('b', [letter({ huvudman: 'Lundvik kommun', rubrik: 'Avtal', datum: null })]),
      );
      expect(await titles({ huvudman: 'Lundviks kommun' })).toEqual(['Avtal']);
      expect(await titles({ huvudman: 'Ekbacka', diarienummer: 'KS 2024/0014' })).toEqual([
        'Taxor',
        '§ 41 Taxor',
      ]);
      expect(await titles({ diarienummer: 'Kommunstyrelsens protokoll 2024-03-05' })).toHaveLength(1);
      expect(await titles({ organ: 'KS' })).toHaveLength(5);
      expect(await titles({ organ: 'Socialnämnden' })).toEqual([]);
      expect(await titles({ from: '2024-02-10', to: '2024-03-10' })).toEqual(['Taxor']);
      expect(await titles({ saknas: true })).toEqual(['§ 42 Skolskjuts', 'Avtal']);
      expect(await titles({ status: 'bekraftad' })).toEqual([]);
    });

    test('page by page gives every line once', async () => {
      await save(fileRecord('a', [minutes(), letter()]));
      const whole = await all();
      const pages = [];
      for (let offset = 0; offset < 5; offset += 3) pages.push(await store.diarium({ limit: 3, offset }));
      expect(pages.flatMap(({ rader }) => rader)).toEqual(whole);
      expect(pages.map(({ total }) => total)).toEqual([4, 4]);
    });

    test('a line is confirmed by a person, once, by its id or the beginning of it', async () => {
      await save(fileRecord('a', [minutes(), letter()]));
      const { id } = await line('Taxor');
      const done = { bekraftade: [id], redan: [], ofullstandiga: [], okanda: [], flertydiga: [] };
      expect(await store.bekraftaDiarierader([id], 'Rut Berg')).toEqual(done);
      expect((await line('Taxor')).bekraftad).toMatchObject({ enligt: 'person', av: 'Rut Berg' });
      const again = await store.bekraftaDiarierader([id, id, 'ingen', ''], 'Nils Torp');
      expect(again).toEqual({ ...done, bekraftade: [], redan: [id], okanda: ['ingen', ''] });
      expect((await line('Taxor')).bekraftad).toMatchObject({ av: 'Rut Berg' });
      expect(await titles({ status: 'bekraftad' })).toEqual(['Taxor']);
    });

    test('a line without day, number or content cannot be; one whose other party does not apply can', async () => {
      const other = letter({ kind: 'annat', avsandare: null, till: [], rubrik: 'Tabeller' });
      await save(fileRecord('a', [minutes(), other]));
      const [numberless, partyless] = [await line('§ 42 Skolskjuts'), await line('Tabeller')];
      expect(partyless.saknas).toEqual(['motpart']);
      const done = await store.bekraftaDiarierader([numberless.id, partyless.id], 'Rut Berg');
      expect(done.ofullstandiga).toEqual([{ id: numberless.id, saknas: ['nummer'] }]);
      expect(done.bekraftade).toEqual([partyless.id]);
      expect(await line('Tabeller')).toMatchObject({ status: 'bekraftad', saknas: [] });
    });

    test('all complete lines that a question answers with are confirmed at once, and no others', async () => {
      const secret = letter({
        arenden: [arende({ sekretess: 'OSL 26 kap.', rubrik: 'Vite' })],
        rubrik: 'Vite',
      });
      await save(
        fileRecord('a', [minutes(), letter({ diarienummer: 'KS 2024/15', rubrik: 'Avtal' }), secret]),
      );
      await save(fileRecord('b', [letter({ huvudman: 'Lundvik kommun' })]));
      const done = await store.bekraftaDiarierader(
        { huvudman: 'Ekbacka kommun', from: '2024-02-01' },
        'Rut Berg',
      );
      expect(done.bekraftade).toHaveLength(2);
      expect((await titles({ status: 'bekraftad' })).sort()).toEqual([
        'Avtal',
        'Protokoll från Kommunstyrelsens sammanträde 2024-03-05, § 41–42',
      ]);
    });

    test('a change is kept with who and when, also on a confirmed line; the other party by the direction', async () => {
      await save(fileRecord('a', [letter()]));
      const { id } = await line('Taxor');
      await store.bekraftaDiarierader([id], 'Rut Berg');
      const said = await store.rattaDiarierad(
        id,
        { riktning: 'inkommen', motpart: ' Trafikverket ' },
        'Nils Torp',
      );
      expect(said).toMatchObject({
        rad: {
          ...{ status: 'bekraftad', riktning: 'inkommen', avsandare: 'Trafikverket' },
          rattningar: [
            {
              ...{ av: 'Nils Torp', at: expect.stringMatching(/^20.*Z$/) },
              uppgifter: { riktning: 'inkommen', avsandare: 'Trafikverket' },
            },
          ],
        },
      });
      expect(await store.rattaDiarierad(id, { nummer: '' }, 'Nils Torp')).toMatchObject({
        rad: { nummer: null },
      });
      expect(await store.rattaDiarierad('ingen', { om: 'x' }, 'Nils Torp')).toEqual({ okand: 'ingen' });
    });

    test('what was said last is taken back first, and all of it stays in the store', async () => {
      await save(fileRecord('a', [letter()]));
      const read = await line('Taxor');
      await store.rattaDiarierad(read.id, { om: 'Taxor 2024' }, 'Rut Berg');
      await store.bekraftaDiarierader([read.id], 'Rut Berg');
      const undone = await store.angraDiarierad(read.id, 'Nils Torp');
      expect(undone).toMatchObject({ rad: { status: 'foreslagen', om: 'Taxor 2024' } });
      expect(await store.angraDiarierad(read.id, 'Nils Torp')).toEqual({ rad: read });
      expect(await store.angraDiarierad('ingen', 'Nils Torp')).toEqual({ okand: 'ingen' });
    });

    test('the rule lets complete lines pass where it is asked for, until a person takes that back', async () => {
      await save(fileRecord('a', [letter(), minutes()]));
      const asked = { regel: 'fullstandiga' as const };
      const passed = await all({ ...asked, status: 'bekraftad' });
      expect(passed.map(({ bekraftad }) => bekraftad)).toEqual(passed.map(() => ({ enligt: 'regel' })));
      expect(passed).toHaveLength(3);
      expect(await titles({ status: 'bekraftad' })).toEqual([]);
      await store.angraDiarierad((await line('Taxor')).id, 'Rut Berg');
      expect(await all({ ...asked, status: 'bekraftad' })).toHaveLength(2);
    });

    test('a new reading changes what nobody has said, and nothing else', async () => {
      const sakra = (rader: Diarierad[]) => rader.map(({ om, status, avviker }) => [om, status, avviker]);
      const [a, b] = [
        letter({ pages: [1, 1] }),
        letter({ pages: [2, 2], rubrik: 'Avtal', diarienummer: 'KS 2024/15' }),
      ];
      await save(fileRecord('a', [a, b]));
      await store.bekraftaDiarierader([a.id], 'Rut Berg');
      // the ids change places, as they do where a handling more is found
      const better = [
        { ...a, id: b.id, rubrik: 'Taxor och avgifter' },
        { ...b, id: a.id, rubrik: 'Avtal om skötsel' },
      ];
      await store.saveRecord(fileRecord('a', better), '2.0');
      expect(sakra(await all()).sort()).toEqual([
        ['Avtal om skötsel', 'foreslagen', []],
        ['Taxor', 'bekraftad', ['innehall']],
      ]);
    });

    test('what was said of a line that is no more is told, and holds again when it comes back', async () => {
      const one = letter();
      await save(fileRecord('a', [one]));
      await store.bekraftaDiarierader([one.id], 'Rut Berg');
      await store.saveRecord(fileRecord('a', []), '2.0');
      expect(await store.diarium()).toMatchObject({
        total: 0,
        losa: [{ rad: one.id, vad: 'bekraftad', av: 'Rut Berg' }],
      });
      await store.saveRecord(fileRecord('a', [one]), '3.0');
      expect(await store.diarium()).toMatchObject({ rader: [{ status: 'bekraftad' }], losa: [] });
    });
  });
}
