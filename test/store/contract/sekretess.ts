/** What readers are not shown, by matters: neither found nor counted. */
import { describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import type { Handling } from '../../../extraction/record.ts';
import { arende, attsats, fileRecord, handling, mottagare, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

/** A secret §, the letter behind it, another with its title only, an open one, and one with a personal number. */
const handlingar: { [letter: string]: Handling[] } = {
  a: [
    handling({
      arenden: [
        arende({
          paragraf: '1',
          diarienummer: 'KS 2024/1',
          rubrik: 'Bistånd till Vera Ek',
          sekretess: 'OSL 26:1',
          beslut: [attsats('att bevilja bistånd')],
          expediering: [mottagare('Vera Ek'), mottagare('Socialnämnden')],
        }),
        arende({
          paragraf: '2',
          diarienummer: 'KS 2024/2',
          rubrik: 'Lekplats',
          beslut: [attsats('att bevilja lekplatsen')],
          expediering: [mottagare('Socialnämnden')],
        }),
        arende({
          paragraf: '3',
          diarienummer: 'KS 2024/3',
          rubrik: 'Skadestånd',
          beslut: [attsats('att bevilja 800101-2387 skadestånd')],
        }),
      ],
    }),
  ],
  b: [
    handling({
      kind: 'tjansteskrivelse',
      arenden: [arende({ diarienummer: 'KS 2024/1', rubrik: 'Bistånd', forslag: [attsats('att bevilja')] })],
    }),
  ],
  c: [
    handling({
      kind: 'tjansteskrivelse',
      diarienummer: 'KS 2024/9',
      arenden: [
        arende({
          diarienummer: 'KS 2024/9',
          rubrik: 'Bistånd till Vera Ek',
          forslag: [attsats('att bevilja')],
        }),
      ],
    }),
  ],
  // the first § again, in a file that prints no ground and has its number and title misread
  d: [
    handling({
      arenden: [
        arende({
          paragraf: '1',
          diarienummer: 'KS 2024/7',
          rubrik: 'Bist&nd',
          beslut: [attsats('att bevilja bistånd')],
        }),
      ],
    }),
  ],
};

export function sekretessContract(open: Open): void {
  describe('secrecy', () => {
    const { store } = useStore(open);
    const fill = async (letters: string): Promise<void> => {
      for (const letter of letters) {
        const { matters } = await store.saveRecord(fileRecord(letter, handlingar[letter] ?? []), '1');
        for (const id of matters) await store.updateWay(id, wayOf);
      }
    };
    const found = async (query: string, offentligt: boolean) =>
      (await store.search({ query, offentligt })).hits.map(({ diarienummer }) => diarienummer).sort();

    it('is of a § in every file that prints it', async () => {
      await fill('d');
      expect(await found('bistånd', true)).toEqual(['KS 2024/7']);
      await fill('a');
      expect(await found('bistånd', true)).toEqual([]);
      expect(await store.hemligaArenden(sha('d'))).toHaveLength(1);
    });

    it('is of the matter, in whatever file and order', async () => {
      await fill('b');
      expect(await found('bevilja', true)).toEqual(['KS 2024/1']);
      await fill('ac');
      expect(await found('bevilja', false)).toEqual([
        'KS 2024/1',
        'KS 2024/1',
        'KS 2024/2',
        'KS 2024/3',
        'KS 2024/9',
      ]);
      expect(await found('bevilja', true)).toEqual(['KS 2024/2']);
      expect((await store.search({ query: 'bevilja', offentligt: true, limit: 0 })).total).toBe(1);
    });

    it('is told of matters, of a file and of names of files', async () => {
      await fill('abc');
      const ids = (await store.matters()).map(({ id, diarienummer }) => [id, diarienummer] as const);
      const secret = await store.hemligaMatters(ids.map(([id]) => id));
      expect(ids.filter(([id]) => secret.has(id)).map(([, number]) => number)).toEqual([
        'KS 2024/1',
        'KS 2024/9',
      ]);
      expect(await store.hemligaArenden(sha('a'))).toEqual([handlingar.a?.[0]?.arenden[0]?.id]);
      expect(await store.hemligaArenden(sha('b'))).toHaveLength(1);
      expect(await store.hemligaFilnamn(['a.pdf', 'b.pdf', 'z.pdf'])).toEqual(new Set(['b.pdf']));
    });

    it('leaves recipients and posts out of the inboxes', async () => {
      await fill('a');
      const all = (offentligt: boolean) =>
        store
          .mottagare({ offentligt })
          .then((rows) => rows.map(({ mottagare, poster }) => [mottagare, poster]));
      expect(await all(false)).toContainEqual(['Vera Ek', 1]);
      expect(await all(true)).toEqual([['Socialnämnden', 1]]);
      expect(await store.inkorg('Vera Ek', { offentligt: true })).toBeNull();
      const inbox = await store.inkorg('Socialnämnden', { offentligt: true });
      expect(inbox && 'poster' in inbox && inbox.poster.map(({ diarienummer }) => diarienummer)).toEqual([
        'KS 2024/2',
      ]);
    });

    it('ends with the reading that it was in', async () => {
      await fill('ab');
      await store.saveRecord(fileRecord('a', []), '2');
      expect(await found('bevilja', true)).toEqual(['KS 2024/1']);
    });
  });
}
