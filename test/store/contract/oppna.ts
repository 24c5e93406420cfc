/** Who has what open in review: told to the others, and gone by itself. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OPPEN_MS } from '../../../store/oppna.ts';
import { sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const ELSA = { av: 'Elsa Norén', webblasare: 'elsas' };
const OLLE = { av: 'Olle Berg', webblasare: 'olles' };

export function oppnaContract(open: Open): void {
  describe('who has a thing open', () => {
    const { store } = useStore(open);
    const sak = { sha256: sha('a'), id: 'punkt-1' };
    const from = Date.parse('2031-03-12T08:00:00.000Z');
    /** Lets the store's clock stand at so many milliseconds from then. */
    const at = (ms: number) => vi.useFakeTimers({ now: from + ms, toFake: ['Date'] });
    afterEach(() => {
      vi.useRealTimers();
    });

    test('is told to whoever opens it next, and since when', async () => {
      at(0);
      expect(await store.noteOppen(sak, ELSA)).toEqual([]);
      at(60_000);
      expect(await store.noteOppen(sak, ELSA)).toEqual([]);
      expect(await store.noteOppen(sak, OLLE)).toEqual([{ ...ELSA, sedan: '2031-03-12T08:00:00.000Z' }]);
      expect(await store.noteOppen({ ...sak, id: 'punkt-2' }, OLLE)).toEqual([]);
      expect(await store.oppna()).toHaveLength(3);
      expect(await store.oppna(sha('b'))).toEqual([]);
    });

    test('holds while it is said again, and no longer', async () => {
      at(0);
      await store.noteOppen(sak, ELSA);
      at(OPPEN_MS - 1);
      await store.noteOppen(sak, ELSA);
      at(2 * OPPEN_MS - 2);
      expect(await store.oppna(sak.sha256)).toEqual([{ ...sak, ...ELSA, sedan: '2031-03-12T08:00:00.000Z' }]);
      at(2 * OPPEN_MS);
      expect(await store.oppna()).toEqual([]);
      expect(await store.noteOppen(sak, OLLE)).toEqual([]);
      expect(await store.noteOppen(sak, ELSA)).toMatchObject([{ av: 'Olle Berg' }]);
    });

    test('ends at once when it is said so', async () => {
      await store.noteOppen(sak, ELSA);
      await store.noteOppen(sak, OLLE);
      await store.noteStangd(sak, ELSA.webblasare);
      await store.noteStangd(sak, 'ingens');
      expect((await store.oppna()).map(({ av }) => av)).toEqual(['Olle Berg']);
    });
  });
}
