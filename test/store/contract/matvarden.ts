/** What is measured of the store. */
import { describe, expect, test } from 'vitest';
import type { Leverans } from '../../../store/expediering.ts';
import { arende, attsats, fileRecord, handling, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const of = { huvudman: 'Ekbacka kommun', matter: 'ekbacka:ks2024/14', steg: '§12-kommunstyrelse-2024-03-05' };

const leverans = (nyckel: string, status: Leverans['status'], skapad: string): Leverans => ({
  ...{ ...of, nyckel, version: 1, mottagare: nyckel, organ: false, fran: 'Kommunstyrelsen' },
  ...{ datum: '2024-03-05', paragraf: '12', rubrik: null, diarienummer: null, kanal: null, slag: 'inkorg' },
  ...{ hinder: [], slappt: [], innehall: 'x', forsandelse: null, andrad: false, forsok: 0, fel: null },
  ...{ kvitto: null, provkorning: null, provkordFor: null, paminnelser: 0, skickad: null, levererad: null },
  ...{ status, skapad },
});

/** A proposal that waits at the kommunstyrelse from that day. */
const forslag = (id: string, datum: string, number: string) =>
  fileRecord(id, [
    handling({
      ...{ organ: 'Kultur- och fritidsnämnden', datum, diarienummer: number },
      arenden: [
        arende({
          ...{ paragraf: '7', diarienummer: number },
          forslag: [
            attsats('att anta taxan.', {
              kedja: ['Kommunstyrelsen'],
              next: { organ: 'Kommunstyrelsen', reason: 'forslag' },
            }),
          ],
          next: { organ: 'Kommunstyrelsen', reason: 'forslag' },
        }),
      ],
    }),
  ]);

export function matvardenContract(open: Open): void {
  describe('figures', () => {
    const { store, save, route } = useStore(open);

    test('of an empty store are nothing', async () => {
      const { databasBytes, ...rest } = await store.matvarden();
      expect(rest).toEqual({
        filer: { done: 0, refused: 0, failed: 0, running: 0 },
        ...{ aldstUnderArbete: null, leveranser: [], poster: { vantar: 0, aldst: null } },
      });
      expect(databasBytes).toBeGreaterThan(4096);
    });

    test('count contents by status, and say since when the oldest is under way', async () => {
      const began = new Date().toISOString();
      for (const name of ['a', 'b', 'c']) await store.offerFile(`${name}.pdf`, sha(name));
      await store.offerFile('copy of a.pdf', sha('a'));
      await store.setOutcome(sha('b'), { status: 'done' });
      const { filer, aldstUnderArbete } = await store.matvarden();
      expect(filer).toEqual({ done: 1, refused: 0, failed: 0, running: 2 });
      expect((aldstUnderArbete ?? '') >= began).toBe(true);
      for (const name of ['a', 'c']) await store.setOutcome(sha(name), { status: 'done' });
      expect((await store.matvarden()).aldstUnderArbete).toBeNull();
    });

    test('count deliveries that are not delivered, and when the oldest of them was planned', async () => {
      await store.updateLeveranser(of, () => [
        leverans('a', 'skickas', '2031-03-06T08:00:00.000Z'),
        leverans('b', 'skickas', '2031-03-04T08:00:00.000Z'),
        leverans('c', 'misslyckad', '2031-03-05T08:00:00.000Z'),
        leverans('d', 'levererad', '2031-03-01T08:00:00.000Z'),
      ]);
      expect((await store.matvarden()).leveranser).toEqual([
        { status: 'misslyckad', antal: 1, aldst: '2031-03-05T08:00:00.000Z' },
        { status: 'skickas', antal: 2, aldst: '2031-03-04T08:00:00.000Z' },
      ]);
    });

    test('count posts that wait, and say the day of the oldest', async () => {
      await save(forslag('a', '2031-03-10', 'KFN 2031/1'), forslag('b', '2031-02-10', 'KFN 2031/2'));
      await route();
      expect((await store.matvarden()).poster).toEqual({ vantar: 2, aldst: '2031-02-10' });
    });
  });
}
