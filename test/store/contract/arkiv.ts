/** Intakes, what came in with them, and what people want of them. */
import { describe, expect, test } from 'vitest';
import type { ArkivSidaQuestion, NyttArkiv } from '../../../store/arkiv.ts';
import { arende, attsats, fileRecord, handling, sha, underlag } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const nytt = (more: Partial<NyttArkiv> = {}): NyttArkiv => ({
  ...{ namn: 'protokoll', paths: ['/in/protokoll'], lopande: false, om: null, av: 'Siv Ek' },
  ...more,
});
const failed = { status: 'failed', reason: { code: 'internal', sv: 'Fel.', en: 'Fault.' } } as const;
const refused = { status: 'refused', reason: { code: 'empty', sv: 'Tom.', en: 'Empty.' } } as const;

/** The clock of the store goes by the millisecond. */
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3));

export function arkivContract(open: Open): void {
  describe('intakes', () => {
    const { store, save } = useStore(open);

    test('are numbered, kept as they began, and listed with the newest first', async () => {
      expect(await store.arkiv()).toEqual([]);
      expect(await store.ettArkiv(1)).toBeNull();
      const first = await store.newArkiv(nytt());
      const second = await store.newArkiv(nytt({ namn: 'fler', lopande: true, om: first, av: null }));
      expect(second).toBe(first + 1);
      expect((await store.arkiv()).map(({ id }) => id)).toEqual([second, first]);
      expect(await store.ettArkiv(second)).toMatchObject({
        ...{ id: second, namn: 'fler', paths: ['/in/protokoll'], lopande: true, om: first, av: null },
        ...{ lage: 'samlas', lageAt: null, lageAv: null, workflowId: null },
        files: { total: 0, done: 0, refused: 0, failed: 0, running: 0 },
      });
    });

    test('have the files that came in with them, each content once, as they stand now', async () => {
      const id = await store.newArkiv(nytt());
      await store.offerFile('/in/a', sha('a'), false, id);
      await store.offerFile('/in/copy', sha('a'), false, id);
      await store.offerFile('/in/b', sha('b'), false, id);
      await store.offerUnreadable('/in/c', failed, id);
      await store.offerUnreadable('/in/d', refused, id);
      await store.offerFile('/elsewhere', sha('e'));
      await store.setOutcome(sha('b'), { status: 'done' });
      expect((await store.ettArkiv(id))?.files).toEqual({
        ...{ total: 4, done: 1, refused: 1, failed: 1, running: 1 },
      });
      expect((await store.ettArkiv(id))?.sokvagar).toBe(5);
      expect((await store.arkiv()).find((one) => one.id === id)?.sokvagar).toBe(5);
      expect((await store.status()).sokvagar).toBe((await store.files()).length);
      expect((await store.arkivEjInlasta(id, 9)).map(({ path }) => path)).toEqual(['/in/c', '/in/d']);
      expect(await store.arkivEjInlasta(id, 1)).toMatchObject([{ path: '/in/c', sha256: null }]);
      expect((await store.arkivFiler(id)).map(({ path, sha256, status }) => [path, sha256, status])).toEqual([
        ['/in/a', sha('a'), 'running'],
        ['/in/b', sha('b'), 'done'],
        ['/in/c', null, 'failed'],
        ['/in/copy', sha('a'), 'running'],
        ['/in/d', null, 'refused'],
      ]);
      expect(await store.arkivOrsaker(id)).toEqual([
        { status: 'refused', code: 'empty', reason: 'Tom.', ejOmlast: false, files: 1 },
        { status: 'failed', code: 'internal', reason: 'Fel.', ejOmlast: false, files: 1 },
      ]);
      expect(await store.arkivOrsaker(id + 1)).toEqual([]);
    });

    test('know what could not be read at first, when it is', async () => {
      const id = await store.newArkiv(nytt());
      await store.offerUnreadable('/in/c', failed, id);
      await store.offerFile('/in/c', sha('c'));
      expect(await store.arkivFiler(id)).toMatchObject([
        { path: '/in/c', sha256: sha('c'), status: 'running' },
      ]);
      expect((await store.ettArkiv(id))?.files).toMatchObject({ total: 1, running: 1, failed: 0 });
    });

    test('are finished when all their files have ended, and under way again with one of them', async () => {
      const id = await store.newArkiv(nytt());
      await store.offerFile('/in/a', sha('a'), false, id);
      await store.setArkivWorkflow(id, 'archive:x');
      expect(await store.setArkivLage(id, 'pagar', null, ['samlas'])).toBe(true);
      expect(await store.ettArkiv(id)).toMatchObject({ lage: 'pagar', workflowId: 'archive:x' });
      await store.setOutcome(sha('a'), { status: 'done' });
      expect((await store.ettArkiv(id))?.lage).toBe('klart');
      await store.setOutcome(sha('a'), { status: 'running' });
      expect((await store.ettArkiv(id))?.lage).toBe('pagar');
    });

    test('are put in another state only from one that allows it, and say by whom', async () => {
      const id = await store.newArkiv(nytt());
      await store.offerFile('/in/a', sha('a'), false, id);
      expect(await store.setArkivLage(id, 'pagar', 'Siv Ek', ['pausat'])).toBe(false);
      expect(await store.ettArkiv(id)).toMatchObject({ lage: 'samlas', lageAv: null });
      expect(await store.setArkivLage(id, 'pausat', 'Siv Ek', ['samlas', 'pagar'])).toBe(true);
      expect(await store.setArkivLage(id, 'pagar', null, ['samlas'])).toBe(false);
      const paused = await store.ettArkiv(id);
      expect(paused).toMatchObject({ lage: 'pausat', lageAv: 'Siv Ek' });
      expect(paused?.lageAt).toMatch(/^\d{4}-.*Z$/);
      await store.setOutcome(sha('a'), { status: 'done' });
      // more of its files may be found
      expect((await store.ettArkiv(id))?.lage).toBe('pausat');
      await store.setArkivWorkflow(id, 'archive:x');
      expect(await store.ettArkiv(id)).toMatchObject({ lage: 'klart', workflowId: 'archive:x' });
      expect(await store.setArkivLage(id, 'samlas', 'Siv Ek', ['pausat'])).toBe(true);
      expect(await store.ettArkiv(id)).toMatchObject({ lage: 'samlas', workflowId: null });
      expect(await store.setArkivLage(id + 1, 'pausat', 'Siv Ek', ['samlas'])).toBe(false);
    });

    test('that are called off at once, at first or afterwards, are so by one act', async () => {
      const [one, two] = [await store.newArkiv(nytt()), await store.newArkiv(nytt())];
      const genast = { genast: true };
      expect(await store.setArkivLage(one, 'avbrutet', 'Bo Ek', ['samlas'])).toBe(true);
      expect(await store.setArkivLage(one, 'avbrutet', 'Bo Ek', ['samlas'])).toBe(false);
      expect(await store.setArkivLage(one, 'avbrutet', 'Siv Ek', ['samlas', 'avbrutet'], genast)).toBe(true);
      expect(await store.setArkivLage(one, 'avbrutet', 'Bo Ek', ['samlas', 'avbrutet'], genast)).toBe(false);
      expect(await store.ettArkiv(one)).toMatchObject({ lage: 'avbrutet', lageAv: 'Siv Ek' });
      expect(await store.setArkivLage(two, 'avbrutet', 'Bo Ek', ['samlas'], genast)).toBe(true);
      expect(await store.setArkivLage(two, 'avbrutet', 'Bo Ek', ['avbrutet'], genast)).toBe(false);
      const { handelser } = await store.handelser({ vad: 'arkiv-avbrutet' });
      expect(handelser.map(({ av, om, uppgifter }) => [av, om, uppgifter])).toEqual([
        ['Bo Ek', [`arkiv:${two}`], genast],
        ['Siv Ek', [`arkiv:${one}`], genast],
        ['Bo Ek', [`arkiv:${one}`], {}],
      ]);
    });

    test('that are paused tell by which others their files are read', async () => {
      const [one, two] = [await store.newArkiv(nytt()), await store.newArkiv(nytt({ namn: 'fler' }))];
      const done = async (letter: string) => store.setOutcome(sha(letter), { status: 'done' });
      for (const letter of ['a', 'b', 'c', 'd']) {
        await store.offerFile(`/in/${letter}`, sha(letter), false, one);
        await store.offerFile(`/in/copy of ${letter}`, sha(letter), false, one);
      }
      await done('a');
      expect(await store.deladeFiler(one)).toEqual([]);
      await later();
      await store.setArkivLage(one, 'pausat', 'Siv Ek', ['samlas']);
      await later();
      // ended since the pause, before any other one that has it is paused
      await done('b');
      for (const letter of ['a', 'c', 'd']) await store.offerFile(`/in/${letter}`, sha(letter), false, two);
      const delade = { pausat: one, genom: two, namn: 'fler', filer: 2 };
      expect(await store.deladeFiler(one)).toEqual([{ ...delade, kvar: 2 }]);
      expect(await store.deladeFiler(two)).toEqual([{ ...delade, kvar: 2 }]);
      await done('c');
      expect(await store.deladeFiler(one)).toEqual([{ ...delade, kvar: 1 }]);
      expect(await store.deladeFiler(two + 1)).toEqual([]);
      await store.setArkivLage(two, 'avbrutet', 'Siv Ek', ['samlas']);
      expect(await store.deladeFiler(one)).toEqual([]);
    });

    test('know the paths of contents', async () => {
      const id = await store.newArkiv(nytt());
      await store.offerFile('/in/b', sha('a'), false, id);
      await store.offerFile('/in/a', sha('a'), false, id);
      await store.offerFile('/else', sha('c'));
      const paths = await store.arkivPaths(id, [sha('a'), sha('b'), sha('c')]);
      expect([...paths]).toEqual([[sha('a'), '/in/a']]);
      expect((await store.arkivPaths(id, [])).size).toBe(0);
    });

    test('tell which contents are under way, with the newest of them, and how many of those do not wait', async () => {
      const [one, two] = [await store.newArkiv(nytt()), await store.newArkiv(nytt())];
      await store.offerFile('/in/a', sha('a'), false, one);
      await store.offerFile('/in/a', sha('a'), false, two);
      await store.offerFile('/in/b', sha('b'), false, one);
      await store.offerFile('/in/c', sha('c'));
      await store.offerFile('/in/d', sha('d'), false, one);
      await store.setOutcome(sha('d'), { status: 'done' });
      expect(await store.running()).toEqual([
        { sha256: sha('a'), arkiv: two },
        { sha256: sha('b'), arkiv: one },
        { sha256: sha('c'), arkiv: null },
      ]);
      expect(await store.runningUnpaused()).toBe(3);
      await store.setArkivLage(two, 'pausat', 'Siv Ek', ['samlas']);
      expect(await store.runningUnpaused()).toBe(2);
    });

    test('call off what has not ended, and nothing else', async () => {
      await store.offerFile('/in/a', sha('a'));
      await store.offerFile('/in/b', sha('b'));
      await store.setOutcome(sha('b'), { status: 'done' });
      expect(await store.callOff([sha('a'), sha('b'), sha('c')], '1')).toBe(1);
      expect(await store.callOff([], '1')).toBe(0);
      expect(await store.files()).toMatchObject([
        { path: '/in/a', status: 'failed', code: 'cancelled' },
        { path: '/in/b', status: 'done', code: null },
      ]);
      const many = Array.from({ length: 1000 }, (_, n) => String(n).padStart(64, '0'));
      for (const sha256 of many.slice(0, 5)) await store.offerFile('/in/m', sha256);
      expect(await store.callOff(many, '1')).toBe(5);
    });

    test('show their files some at a time, with what was found in each', async () => {
      const id = await store.newArkiv(nytt());
      const beslut = [attsats('att anta planen'), attsats('att avslå motionen')];
      await store.offerFile('/in/a', sha('a'), false, id);
      await store.offerFile('/in/b', sha('b'), false, id);
      await store.offerUnreadable('/in/c', refused, id);
      await store.offerFile('/elsewhere', sha('e'));
      await save(
        fileRecord('a', [
          handling({ arenden: [arende({ beslut }), arende({ beslut, underlag: [underlag('Plan')] })] }),
        ]),
      );
      await store.setOutcome(sha('a'), { status: 'done' });
      const shown = async (question: ArkivSidaQuestion) => {
        const { total, filer } = await store.arkivSida(id, question);
        return {
          total,
          filer: filer.map(({ path, sha256, status, poster }) => [path, sha256, status, poster]),
        };
      };
      const [a, b, c] = [
        ['/in/a', sha('a'), 'done', { beslut: 4, underlag: 1 }],
        ['/in/b', sha('b'), 'running', {}],
        ['/in/c', null, 'refused', {}],
      ];
      expect(await shown({ limit: 2, offset: 0 })).toEqual({ total: 3, filer: [a, b] });
      expect(await shown({ limit: 2, offset: 2 })).toEqual({ total: 3, filer: [c] });
      expect(await shown({ status: 'running', limit: 9, offset: 0 })).toEqual({ total: 1, filer: [b] });
      expect(await shown({ status: 'failed', limit: 9, offset: 0 })).toEqual({ total: 0, filer: [] });
    });

    test('are let go of where they brought nothing, and nothing else of the kind', async () => {
      const [first, second] = [await store.newArkiv(nytt()), await store.newArkiv(nytt())];
      for (const id of [first, second]) await store.offerFile('/in/a', sha('a'), false, id);
      await store.setArkivWorkflow(first, 'archive:in');
      expect([await store.slappArkiv(first), await store.slappArkiv(second)]).toEqual([false, true]);
      expect(await store.slappArkiv(second)).toBe(false);
      expect((await store.arkiv()).map(({ id, sokvagar }) => [id, sokvagar])).toEqual([[first, 1]]);
      expect(await store.arkivFiler(second)).toEqual([]);
      expect(await store.files()).toHaveLength(1);
      expect(await store.newArkiv(nytt())).toBeGreaterThan(second);
    });

    test('tell what can be run again: what failed or was refused, and by which version what is done was read', async () => {
      const id = await store.newArkiv(nytt());
      await store.offerFile('/in/a', sha('a'), false, id);
      await store.offerFile('/in/b', sha('b'), false, id);
      await store.offerFile('/in/c', sha('c'), false, id);
      await store.offerUnreadable('/in/d', failed, id);
      await store.offerFile('/else', sha('e'));
      await save(fileRecord('a', [handling({})]));
      await store.setOutcome(sha('a'), { status: 'done' });
      await store.setOutcome(sha('b'), failed);
      await store.setOutcome(sha('c'), refused);
      await store.setOutcome(sha('e'), failed);
      const ofArkiv = [
        { path: '/in/a', sha256: sha('a'), status: 'done', extractionVersion: '1.0', ejOmlast: false },
        { path: '/in/b', sha256: sha('b'), status: 'failed', extractionVersion: null, ejOmlast: false },
        { path: '/in/c', sha256: sha('c'), status: 'refused', extractionVersion: null, ejOmlast: false },
        { path: '/in/d', sha256: null, status: 'failed', extractionVersion: null, ejOmlast: false },
      ];
      expect(await store.kanGorasOm(id)).toEqual(ofArkiv);
      expect(await store.kanGorasOm(null)).toEqual([
        { path: '/else', sha256: sha('e'), status: 'failed', extractionVersion: null, ejOmlast: false },
        ...ofArkiv,
      ]);
    });
  });
}
