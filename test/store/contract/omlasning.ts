/** What an older version has read or refused, and what a newer one leaves alone. */
import { describe, expect, test } from 'vitest';
import { fileRecord, handling, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

export function omlasningContract(open: Open): void {
  describe('what is to be read again', () => {
    const { store } = useStore(open);
    const read = async (letter: string, version: string, lopande = false) => {
      await store.offerFile(`/in/${letter}`, sha(letter), lopande);
      await store.saveRecord(fileRecord(letter, [handling()]), version);
      await store.setOutcome(sha(letter), { status: 'done' });
    };
    const refuse = async (letter: string, code: string, nekadAv?: string) => {
      await store.offerFile(`/in/${letter}`, sha(letter));
      const reason = { code, sv: 'Nej.', en: 'No.' };
      await store.setOutcome(sha(letter), { status: 'refused', reason, nekadAv });
    };

    test('is what an older version has done or refused, current work first', async () => {
      expect(await store.foraldrade('1.10')).toEqual([]);
      expect(await store.foraldradeFiler('1.10')).toEqual([]);
      await read('a', '1.9');
      await read('b', '1.10');
      await read('c', '2.0');
      await read('d', '1.2', true);
      await refuse('e', 'not-supported');
      await refuse('f', 'damaged', '1.9');
      await refuse('0', 'damaged', '1.10');
      await refuse('1', 'too-large');
      expect(await store.foraldrade('1.10')).toEqual([
        { version: null, antal: 2 },
        { version: '1.2', antal: 1 },
        { version: '1.9', antal: 2 },
      ]);
      const [first, ...rest] = await store.foraldradeFiler('1.10');
      expect(first).toBe(sha('d'));
      expect(rest.sort()).toEqual([sha('1'), sha('a'), sha('e'), sha('f')]);
      expect(await store.content(sha('f'))).toMatchObject({ nekadAv: '1.9', code: 'damaged' });
    });

    test('is not what is under way, or failed, or has been read again', async () => {
      await read('a', '1');
      await store.setOutcome(sha('a'), { status: 'running' });
      await read('b', '1');
      const reason = { code: 'internal', sv: 'Fel.', en: 'Fault.' };
      await store.setOutcome(sha('b'), { status: 'failed', reason });
      await refuse('c', 'damaged', '1');
      await refuse('c', 'damaged', '2');
      await store.setOutcome(sha('c'), { status: 'running' });
      await refuse('c', 'damaged', '2');
      await read('d', '1');
      await read('d', '2');
      expect(await store.foraldradeFiler('2')).toEqual([]);
      await store.setOutcome(sha('a'), { status: 'done' });
      expect(await store.foraldradeFiler('2')).toEqual([sha('a')]);
    });

    const FAILED = { status: 'failed', reason: { code: 'internal', sv: 'Fel.', en: 'Fault.' } } as const;
    const REFUSED = { status: 'refused', reason: { code: 'damaged', sv: 'Nej.', en: 'No.' } } as const;

    test('keeps what is read when a newer version fails on it or refuses it, and says so until it is read', async () => {
      await read('a', '1');
      await read('b', '1');
      const before = await store.record(sha('a'));
      for (const [letter, end] of [
        ['a', FAILED],
        ['b', REFUSED],
      ] as const) {
        await store.setOutcome(sha(letter), { status: 'running' });
        expect(await store.endUnread(sha(letter), { ...end, version: '2' })).toBe('done');
      }
      expect((await store.status()).files).toMatchObject({ total: 2, done: 2 });
      expect(await store.record(sha('a'))).toEqual(before);
      const why = (code: string, reason: string) => ({ version: '2', code, reason, at: expect.any(String) });
      expect((await store.files()).map(({ status, code, ejOmlast }) => [status, code, ejOmlast])).toEqual([
        ['done', null, { status: 'failed', ...why('internal', 'Fel.'), reasonEn: 'Fault.' }],
        ['done', null, { status: 'refused', ...why('damaged', 'Nej.'), reasonEn: 'No.' }],
      ]);
      expect(await store.ejOmlasta()).toBe(2);
      expect(await store.content(sha('a'))).toMatchObject({ extractionVersion: '1', ejOmlastAv: '2' });
      // not tried by the same version for ever, and by the next one again
      expect(await store.foraldradeFiler('2')).toEqual([]);
      expect(await store.foraldrade('2')).toEqual([]);
      expect((await store.foraldradeFiler('2.1')).sort()).toEqual([sha('a'), sha('b')]);
      expect(await store.foraldrade('2.1')).toEqual([{ version: '1', antal: 2 }]);
      expect((await store.kanGorasOm(null)).map(({ ejOmlast }) => ejOmlast)).toEqual([true, true]);
      await read('a', '2');
      expect((await store.files())[0]?.ejOmlast).toBeNull();
      expect(await store.ejOmlasta()).toBe(1);
    });

    test('leaves a content without a record refused or failed, as before', async () => {
      await store.offerFile('/in/a', sha('a'));
      expect(await store.endUnread(sha('a'), { ...REFUSED, version: '2' })).toBe('refused');
      expect(await store.content(sha('a'))).toMatchObject({
        status: 'refused',
        nekadAv: '2',
        ejOmlastAv: null,
      });
      expect(await store.endUnread(sha('a'), { ...FAILED, version: '2' })).toBe('failed');
      expect(await store.ejOmlasta()).toBe(0);
      expect((await store.files())[0]).toMatchObject({ status: 'failed', code: 'internal', ejOmlast: null });
    });

    test('is not said of a newer reading by an older version, nor forgotten by its success', async () => {
      await read('a', '3');
      expect(await store.endUnread(sha('a'), { ...FAILED, version: '2' })).toBe('done');
      expect(await store.ejOmlasta()).toBe(0);
      await read('b', '1');
      await store.endUnread(sha('b'), { ...REFUSED, version: '2.10' });
      await store.endUnread(sha('b'), { ...FAILED, version: '2.9' });
      await read('b', '1');
      expect((await store.files())[1]?.ejOmlast).toMatchObject({ status: 'refused', version: '2.10' });
    });

    test('called off, leaves what is read as it was', async () => {
      await read('a', '1');
      await store.offerFile('/in/b', sha('b'));
      await store.setOutcome(sha('a'), { status: 'running' });
      expect(await store.callOff([sha('a'), sha('b')], '2')).toBe(2);
      expect((await store.files()).map(({ status, ejOmlast }) => [status, ejOmlast?.code])).toEqual([
        ['done', 'cancelled'],
        ['failed', undefined],
      ]);
    });

    test('is an intake of its own: what is left, what is read, and what could not be', async () => {
      for (const letter of ['a', 'b', 'c', 'd']) await read(letter, '1');
      await store.offerFile('/in/copy', sha('a'));
      await refuse('e', 'damaged', '1');
      const older = await store.foraldradeFiler('2');
      const begun = await store.beginOmlasning('2', older);
      const stands = async () => (await store.ettArkiv(begun.id)) ?? Promise.reject(new Error('gone'));
      expect(begun).toMatchObject({ lage: 'pagar', version: '2', workflowId: null, av: null, paths: [] });
      expect(begun.files).toEqual({ total: 5, done: 0, refused: 0, failed: 0, running: 5 });
      expect(await store.arkivFiler(begun.id)).toHaveLength(6);
      // what only waits to be read again waits for nobody
      expect(await store.runningUnpaused()).toBe(0);
      expect(await store.setArkivLage(begun.id, 'pausat', 'Siv Ek', ['pagar'])).toBe(true);
      expect((await store.beginOmlasning('2', older)).id).toBe(begun.id);
      expect((await stands()).lage).toBe('pausat');
      await store.setArkivLage(begun.id, 'pagar', 'Siv Ek', ['pausat']);
      await read('a', '2');
      await store.endUnread(sha('b'), { ...FAILED, version: '2' });
      await refuse('e', 'damaged', '2');
      await store.setOutcome(sha('c'), { status: 'running' });
      expect((await stands()).files).toEqual({ total: 5, done: 1, refused: 1, failed: 1, running: 2 });
      expect(await store.arkivOrsaker(begun.id)).toEqual([
        { status: 'refused', code: 'damaged', reason: 'Nej.', ejOmlast: false, files: 1 },
        { status: 'failed', code: 'internal', reason: 'Fel.', ejOmlast: true, files: 1 },
      ]);
      expect(await store.runningUnpaused()).toBe(1);
      await read('c', '2');
      await read('d', '3');
      expect(await stands()).toMatchObject({ lage: 'klart', files: { done: 3, running: 0 } });
      // one more of this version goes to the same
      await read('f', '1');
      expect((await store.beginOmlasning('2', [sha('f')])).id).toBe(begun.id);
      expect(await stands()).toMatchObject({ lage: 'pagar', files: { total: 6, running: 1 } });
      const noted = await store.handelser({ vad: 'omlasning' });
      expect(noted.handelser.map(({ om, uppgifter }) => [om, uppgifter])).toEqual([
        [[`arkiv:${begun.id}`], { filer: 1, version: '2' }],
        [[`arkiv:${begun.id}`], { filer: 5, version: '2' }],
      ]);
    });

    test('goes on for a newer version where it is not finished, and else anew', async () => {
      await read('a', '1');
      await read('b', '1');
      const first = await store.beginOmlasning('2', [sha('a'), sha('b')]);
      await store.setArkivWorkflow(first.id, 'archive:omlasning');
      await read('a', '2');
      const second = await store.beginOmlasning('3', [sha('a'), sha('b')]);
      expect(second).toMatchObject({ id: first.id, version: '3', files: { total: 2, done: 0, running: 2 } });
      for (const letter of ['a', 'b']) await read(letter, '3');
      const third = await store.beginOmlasning('4', [sha('a'), sha('b')]);
      expect(third.id).not.toBe(first.id);
      expect(await store.ettArkiv(first.id)).toMatchObject({ lage: 'klart', workflowId: null, version: '3' });
      // called off, it is until there is a newer version
      await store.setArkivLage(third.id, 'avbrutet', 'Siv Ek', ['pagar']);
      expect(await store.beginOmlasning('4', [sha('a')])).toMatchObject({ id: third.id, lage: 'avbrutet' });
      expect((await store.beginOmlasning('5', [sha('a')])).id).not.toBe(third.id);
    });
  });
}
