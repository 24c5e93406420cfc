/** By what a store is known. */
import { describe, expect, test } from 'vitest';
import { sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

export function installationContract(open: Open): void {
  describe('by what a store is known', () => {
    const { store } = useStore(open);
    const reason = { code: 'x', sv: 'x', en: 'x' };

    test('is made once, however many ask', async () => {
      const ids = await Promise.all(Array.from({ length: 5 }, () => store.installation()));
      expect(new Set(ids).size).toBe(1);
      expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('is the first mark that was noted', async () => {
      expect(await store.fillager()).toBeNull();
      const noted = await Promise.all(['ett', 'två', 'tre'].map((marke) => store.noteFillager(marke)));
      expect(new Set(noted).size).toBe(1);
      expect(await store.fillager()).toBe(noted[0]);
    });

    test('are some files whose bytes were kept', async () => {
      expect(await store.nagraFiler(4)).toEqual([]);
      await store.offerUnreadable('/borta.pdf', { status: 'failed', reason });
      await store.offerFile('/stor.pdf', sha('stor'));
      await store.setOutcome(sha('stor'), { status: 'refused', reason });
      expect(await store.nagraFiler(4)).toEqual([]);
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await store.offerFile(`/${name}.pdf`, sha(name));
      await store.setOutcome(sha('a'), { status: 'done' });
      expect(await store.nagraFiler(4)).toHaveLength(4);
      expect(new Set(await store.nagraFiler(20)).size).toBe(6);
    });
  });
}
