/** Whom to wake, marks of posts, joined matters. */
import { describe, expect, test } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { arende, attsats, fileRecord, handling, sha } from '../made-up.ts';
import { everything, type Open, useStore } from './use-store.ts';

/** Without what says that something was done in between. */
const plain = ({ ways, ...all }: Awaited<ReturnType<typeof everything>>) => ({
  ...{ ...all, status: null },
  ways: ways.map((one) => (one && 'steg' in one ? { ...one, sammanforingar: [] } : one)),
});

export function processerContract(open: Open): void {
  describe('processes of matters', () => {
    const { store, save, route } = useStore(open);
    const KS = { organ: 'Kommunstyrelsen', reason: 'beredning' as const };
    const forslag = (letter: string, diarienummer: string | null, datum = '2024-02-01') =>
      fileRecord(letter, [
        handling({
          ...{ kind: 'tjansteskrivelse', organ: null, datum, diarienummer },
          till: ['Kommunstyrelsen'],
          arenden: [
            arende({
              rubrik: `Ärende ${letter}`,
              forslag: [attsats(`anta plan ${letter}`, { kedja: ['Kommunstyrelsen'], next: KS })],
              next: KS,
            }),
          ],
        }),
      ]);
    const beslut = (letter: string, diarienummer: string | null, paragraf = '12') =>
      fileRecord(letter, [
        handling({
          datum: '2024-03-05',
          arenden: [
            arende({ paragraf, diarienummer, utfall: 'bifall', beslut: [attsats(`anta plan ${letter}`)] }),
          ],
        }),
      ]);
    const wakeAll = async () => {
      const due = await store.mattersToWake();
      for (const { id, varv } of due) await store.woken(id, varv);
      return due.map(({ id }) => id);
    };

    test('an open matter is to be told of each new way, and of none twice', async () => {
      await save(forslag('a', '2024/1'));
      await route();
      const [id] = await wakeAll();
      expect(id).toBe((await store.matters())[0]?.id);
      expect(await wakeAll()).toEqual([]);
      await store.updateWay(id as string, wayOf);
      expect(await wakeAll()).toEqual([]);
      await save(beslut('b', '2024/1'));
      await route();
      expect(await wakeAll()).toEqual([id]);
    });

    test('which of some matters are to be told can be asked', async () => {
      await save(forslag('a', '2024/1'));
      await save(forslag('b', '2024/2'));
      await route();
      const [first, second] = (await store.mattersToWake()).map(({ id }) => id);
      expect(await store.mattersToWake([second as string, 'ekbacka:none'])).toEqual([
        { id: second, varv: 1 },
      ]);
      expect(await store.mattersToWake([])).toEqual([]);
      expect((await store.mattersToWake([second, first] as string[])).map(({ id }) => id)).toEqual([
        first,
        second,
      ]);
    });

    test('a change while its process is being told is not forgotten', async () => {
      await save(forslag('a', '2024/1'));
      await route();
      const [first] = await store.mattersToWake();
      await save(beslut('b', '2024/1'));
      await route();
      await store.woken(first?.id as string, first?.varv as number);
      expect(await wakeAll()).toEqual([first?.id]);
    });

    test('a closed matter of an archive is rows, and one that a process follows is told that it is closed', async () => {
      await save(beslut('a', '2024/1'));
      await route();
      expect(await store.mattersToWake()).toEqual([]);
      await save(forslag('b', '2024/2'));
      await route();
      const [id] = await wakeAll();
      await save(beslut('c', '2024/2', '13'));
      await route();
      expect(await wakeAll()).toEqual([id]);
      expect(await store.followed()).toEqual([id]);
      await store.release(id as string);
      expect(await store.followed()).toEqual([]);
      await save(
        fileRecord('d', [
          handling({
            datum: '2024-04-02',
            arenden: [arende({ paragraf: '20', diarienummer: '2024/2', beslut: [attsats('x')] })],
          }),
        ]),
      );
      await route();
      expect(await wakeAll()).toEqual([]);
    });

    test('a closed matter of current work has a process, also when its file was archive first', async () => {
      await store.offerFile('a.pdf', sha('a'));
      await save(beslut('a', '2024/1'));
      await route();
      expect(await store.mattersToWake()).toEqual([]);
      expect(await store.lopandeOf([sha('a')])).toEqual([]);
      await store.offerFile('a.pdf', sha('a'), true);
      expect(await wakeAll()).toHaveLength(1);
      expect(await store.lopandeOf([sha('a'), sha('b')])).toEqual([sha('a')]);
      await store.offerFile('b.pdf', sha('a'));
      expect(await store.lopandeOf([sha('a')])).toEqual([sha('a')]);
      expect(await wakeAll()).toEqual([]);
    });

    test('what a person says of a post holds until a meeting has dealt with it, and can be taken back', async () => {
      await save(forslag('a', '2024/1'));
      await route();
      const inbox = async () => {
        const answer = await store.inkorg('Kommunstyrelsen');
        return answer && 'poster' in answer ? answer.poster : [];
      };
      const [post] = await inbox();
      const say = (status: 'mottagen' | 'avvisad' | 'vantar', skal: string | null = null) =>
        store.markPosts({ poster: [post?.id as string], status, skal, av: 'Siv Ek' });
      expect(await say('mottagen')).toHaveLength(1);
      await route();
      expect(await inbox()).toMatchObject([{ status: 'mottagen', marke: { av: 'Siv Ek', skal: null } }]);
      await say('avvisad', 'hör till socialnämnden');
      await route();
      expect(await inbox()).toMatchObject([{ status: 'avvisad', marke: { skal: 'hör till socialnämnden' } }]);
      await say('vantar');
      await route();
      expect((await inbox())[0]).toMatchObject({ status: 'vantar' });
      expect((await inbox())[0]?.marke).toBeUndefined();
      await say('mottagen');
      await save(beslut('b', '2024/1'));
      await route();
      expect(await inbox()).toMatchObject([{ status: 'behandlad' }]);
      expect(await store.markPosts({ poster: ['none'], status: 'mottagen', skal: null, av: 'x' })).toEqual(
        [],
      );
    });

    test('two matters that a person joins are one, whatever comes later, and come apart again', async () => {
      await save(forslag('a', '2024/1'), beslut('b', '2024/7'));
      await route();
      const apart = await everything(store);
      const [one, other] = (await store.matters()).map(({ id }) => id) as [string, string];
      expect(await store.sammanfor(one, other, 'Siv Ek')).toEqual([other]);
      expect(await store.sammanfor(one, other, 'Siv Ek')).toEqual([other]);
      await route();
      expect(await store.matters()).toHaveLength(1);
      const way = await store.arende('2024/1');
      expect(way).toMatchObject({ aven: ['2024/1'], diarienummer: '2024/7' });
      expect(way).toEqual(await store.arende('2024/7'));
      expect(way && 'steg' in way && way.steg).toHaveLength(2);
      await save(forslag('c', '2024/1', '2024-01-01'));
      await route();
      const later = await store.arende('2024/7');
      expect(later && 'steg' in later && later.steg).toHaveLength(3);
      await save(fileRecord('c', []));
      expect((await store.skilj(one, 'Siv Ek'))?.toSorted()).toEqual([one, other].toSorted());
      await route();
      // all is as before, but what was done is not forgotten
      const again = await everything(store);
      expect(plain(again)).toEqual(plain(apart));
      expect(await store.arende(one)).toMatchObject({
        sammanforingar: [
          { fran: one, till: other, vad: 'sammanford', av: 'Siv Ek' },
          { fran: one, till: other, vad: 'skild', av: 'Siv Ek' },
        ],
      });
      expect(await store.skilj(one, 'Siv Ek')).toBeNull();
    });

    test('an ärende without a number that is joined follows its § too', async () => {
      await save(forslag('a', '2024/1'), beslut('b', null));
      await route();
      const numbered = (await store.matters()).find((m) => m.diarienummer)?.id as string;
      const numberless = (await store.matters()).find((m) => !m.diarienummer)?.id as string;
      await store.sammanfor(numberless, numbered, 'Siv Ek');
      await route();
      expect(await store.arende('2024/1')).toMatchObject({ steg: [{}, { paragraf: '12' }], avslutat: true });
      // the same § in another file, without a number too
      await save(beslut('c', null));
      await route();
      expect(await store.matters()).toHaveLength(1);
    });

    test('joins nothing to itself, to what is not known, or across huvudmän', async () => {
      const other = handling({
        huvudman: 'Granby kommun',
        arenden: [arende({ paragraf: '1', diarienummer: '2024/9' })],
      });
      await save(forslag('a', '2024/1'), fileRecord('b', [other]));
      const [one, two] = (await store.matters()).map(({ id }) => id) as [string, string];
      expect(await store.sammanfor(one, one, 'x')).toBeNull();
      expect(await store.sammanfor(one, 'none', 'x')).toBeNull();
      expect(await store.sammanfor(one, two, 'x')).toBeNull();
    });
  });
}
