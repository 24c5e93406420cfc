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
        { version: null, antal: 1 },
        { version: '1.2', antal: 1 },
        { version: '1.9', antal: 2 },
      ]);
      const [first, ...rest] = await store.foraldradeFiler('1.10');
      expect(first).toBe(sha('d'));
      expect(rest.sort()).toEqual([sha('a'), sha('e'), sha('f')]);
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
  });
}
