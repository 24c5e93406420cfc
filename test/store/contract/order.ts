/** Whatever the order, the answers are the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import type { Record as FileRecord } from '../../../extraction/record.ts';
import { arende, attsats, fileRecord, handling } from '../made-up.ts';
import { everything, type Open } from './use-store.ts';

export function orderContract(open: Open): void {
  test('files in any order, and any of them again, give the same answers', async () => {
    const numbers = [null, 'KS 2024/1', 'KS/2024:1', '2024/1', 'KS 2024/2'];
    const anArende = fc.record({
      paragraf: fc.constantFrom(null, '1', '2'),
      diarienummer: fc.constantFrom(...numbers),
      rubrik: fc.constantFrom(null, 'Avgifter', 'Taxa'),
      text: fc.constantFrom('höja avgiften', 'avslå motionen', 'sänka patientavgifterna'),
    });
    const aHandling = fc.record({
      kind: fc.constantFrom('protokoll' as const, 'tjansteskrivelse' as const),
      huvudman: fc.constantFrom(null, 'Ekbacka kommun', 'Ekbacka Kommun'),
      datum: fc.constantFrom(null, '2024-01-10', '2024-02-01'),
      diarienummer: fc.constantFrom(...numbers),
      arenden: fc.array(anArende, { maxLength: 3 }),
    });
    const files = fc.array(fc.array(aHandling, { maxLength: 2 }), { minLength: 1, maxLength: 4 });
    const records = files.map((contents) =>
      contents.map((handlingar, nr) =>
        fileRecord(
          'abcd'[nr] ?? 'e',
          handlingar.map((h) =>
            handling({
              ...h,
              organ: h.kind === 'protokoll' ? 'Kommunstyrelsen' : null,
              arenden: h.arenden.map(({ text, ...a }) => arende({ ...a, beslut: [attsats(text)] })),
            }),
          ),
        ),
      ),
    );
    const orders = records.chain((all) =>
      fc.record({
        all: fc.constant(all),
        shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
        again: fc.array(fc.constantFrom(...all), { maxLength: 3 }),
        routeBetween: fc.boolean(),
      }),
    );
    const answersAfter = async (saves: FileRecord[], routeBetween: boolean) => {
      const fresh = await open();
      try {
        for (const record of saves) {
          await fresh.saveRecord(record, '1.0');
          if (!routeBetween) continue;
          for (const id of await fresh.staleMatters()) await fresh.updateWay(id, wayOf);
        }
        for (const id of await fresh.staleMatters()) await fresh.updateWay(id, wayOf);
        return await everything(fresh);
      } finally {
        await fresh.close();
      }
    };
    await fc.assert(
      fc.asyncProperty(orders, async ({ all, shuffled, again, routeBetween }) => {
        const once = await answersAfter(all, false);
        expect(await answersAfter([...again, ...shuffled, ...again], routeBetween)).toEqual(once);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
}
