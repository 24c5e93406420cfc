/** Saving: nothing twice, nothing left over. */
import { describe, expect, test } from 'vitest';
import { ITEM_TYPER } from '../../../extraction/item-types.ts';
import {
  anteckning,
  arende,
  attsats,
  fileRecord,
  handling,
  inlaga,
  mottagare,
  person,
  sha,
  underlag,
  votering,
  yrkande,
} from '../made-up.ts';
import { everything, type Open, useStore } from './use-store.ts';

export function recordsContract(open: Open): void {
  describe('records', () => {
    const { store, save, route } = useStore(open);
    const first = () =>
      fileRecord('a', [
        handling({
          arenden: [arende({ diarienummer: 'KS 2024/14', beslut: [attsats('avslå motionen')] })],
        }),
      ]);

    test('what was saved comes back whole', async () => {
      const record = first();
      await save(record);
      expect(await store.record(sha('a'))).toEqual({ record, extractionVersion: '1.0' });
      expect(await store.record(sha('b'))).toBeNull();
      expect(await store.recordIds()).toEqual([sha('a')]);
    });

    test('saving again neither doubles nor changes anything, and names the matters again', async () => {
      const record = first();
      const one = await store.saveRecord(record, '1.0');
      await route();
      const before = await everything(store);
      expect(await store.saveRecord(record, '1.0')).toEqual(one);
      expect(await everything(store)).toEqual(before);
      expect(await store.staleMatters()).toEqual([]);
    });

    test('a newer version replaces; an older one never does', async () => {
      await store.saveRecord(first(), '1.9');
      const better = fileRecord('a', [
        handling({
          arenden: [arende({ diarienummer: 'KS 2024/15', beslut: [attsats('bifalla motionen')] })],
        }),
      ]);
      const saved = await store.saveRecord(better, '1.10');
      expect(saved.saved).toBe(true);
      // The one it left is named too: its way is to be computed anew.
      expect(saved.matters).toHaveLength(2);
      expect((await store.search({ query: 'motionen' })).hits.map((hit) => hit.text)).toEqual([
        'bifalla motionen',
      ]);
      expect((await store.matters()).map((matter) => matter.diarienummer)).toEqual(['KS 2024/15']);
      expect((await store.saveRecord(first(), '1.9')).saved).toBe(false);
      expect((await store.search({ query: 'avslå' })).total).toBe(0);
    });

    test('items are counted by their types', async () => {
      await save(
        fileRecord('a', [
          handling({
            arenden: [
              arende({
                forslag: [attsats('a'), attsats('b')],
                beslut: [attsats('c')],
                yrkanden: [yrkande('d', [person('Eva Ek', 'S')])],
                reservationer: [inlaga('e', [])],
                anteckningar: [anteckning('f', [])],
                voteringar: [votering()],
                expediering: [mottagare('g'), mottagare('h')],
                underlag: [underlag('i')],
              }),
            ],
          }),
        ]),
      );
      const status = await store.status();
      expect(Object.keys(status.items)).toEqual([...ITEM_TYPER]);
      expect(Object.values(status.items)).toEqual([2, 1, 1, 1, 1, 1, 2, 1]);
      expect(status.arenden).toBe(1);
    });
  });
}
