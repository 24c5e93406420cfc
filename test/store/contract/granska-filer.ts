/** What needs a person and is told once a file: pages without text, and a file that was not read anew. */
import { describe, expect, test } from 'vitest';
import type { Warning } from '../../../extraction/record.ts';
import type { GranskaQuestion } from '../../../store/granska.ts';
import { arende, attsats, fileRecord, handling, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const on = (code: string, ...pages: number[]): Warning[] =>
  pages.map((page) => ({ code, message: `Sida ${page}. (Page ${page}.)`, page }));

const EMPTY = { code: 'empty', sv: 'Filen är tom.', en: 'The file is empty.' };

export function granskaFilerContract(open: Open): void {
  describe('what needs a person once a file', () => {
    const { store, save } = useStore(open);
    const ask = async (question: GranskaQuestion = {}) => (await store.granska(question)).rader;

    /** Minutes of two bodies, one after the other, on five pages each. */
    const twoMinutes = (letter: string, warnings: Warning[]) => ({
      ...fileRecord(letter, [
        handling({
          ...{ id: `${letter}-ks`, pages: [1, 5], organ: 'Kommunstyrelsen' },
          arenden: [arende({ paragraf: '1', pages: [1, 3], diarienummer: 'KS 2024/1' })],
        }),
        handling({
          ...{ id: `${letter}-sn`, pages: [6, 10], organ: 'Socialnämnden' },
          arenden: [arende({ paragraf: '2', pages: [6, 6], diarienummer: 'SN 2024/2' })],
        }),
      ]),
      warnings,
    });

    test('pages without text, and pages that are white: all of a kind in one row, before what is unsure', async () => {
      const warnings = [...on('page-blank', 2, 4, 6, 8), ...on('no-text', 1, 5, 7, 9, 10)];
      await save(twoMinutes('a', warnings), twoMinutes('b', on('no-text', 3)));
      const answer = await store.granska();
      expect(answer.total).toBe(3);
      expect(
        answer.rader.map(({ code, typ, fileName, page, pages }) => [code, typ, fileName, page, pages]),
      ).toEqual([
        ['page-blank', 'varning', 'a.pdf', 2, [2, 4, 6, 8]],
        ['no-text', 'varning', 'a.pdf', 1, [1, 5, 7, 9, 10]],
        ['no-text', 'varning', 'b.pdf', 3, [3]],
      ]);
      const [white, several, single] = answer.rader;
      expect(white?.reason).toBe(
        'Sidorna 2, 4, 6 och 8 är tomma: vita, eller bilder som inte gick att rita upp. Se efter i filen.',
      );
      expect(several?.reason).toMatch(/^Ingen text kunde läsas på sidorna 1, 5, 7, 9 och 10\. /u);
      expect(several).toMatchObject({ huvudman: 'Ekbacka kommun', organ: null, datum: null });
      expect(single?.reason).toMatch(/^Ingen text kunde läsas på sidan 3\. /u);
      expect(single?.reasonEn).toMatch(/^No text could be read on page 3\. /u);
      expect(single).toMatchObject({ organ: 'Kommunstyrelsen', datum: '2024-03-05' });
    });

    test('runs of pages are named by their ends, and of very many only the first', async () => {
      const odd = Array.from({ length: 300 }, (_, n) => 2 * n + 1);
      await save(
        { ...fileRecord('a', [handling()]), warnings: on('no-text', 1, 2, 4, 5, 6, 7) },
        { ...fileRecord('b', [handling()]), warnings: on('no-text', ...odd) },
      );
      const [short, long] = await ask();
      expect(short?.reason).toContain('sidorna 1, 2 och 4–7.');
      expect(long?.reason).toContain('sidorna 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 och 288 till.');
      expect(long?.pages).toEqual(odd);
    });

    test('asked by body or matter, the pages are those of its own handling', async () => {
      await save(twoMinutes('a', on('no-text', 2, 3, 8, 9)));
      const pages = async (question: GranskaQuestion) =>
        (await ask(question)).map((row) => [row.organ, row.pages]);
      expect(await pages({ organ: 'Socialnämnden' })).toEqual([['Socialnämnden', [8, 9]]]);
      expect(await pages({ organ: 'kommunstyrelsen' })).toEqual([['Kommunstyrelsen', [2, 3]]]);
      expect(await pages({ diarienummer: 'SN 2024/2' })).toEqual([['Socialnämnden', [8, 9]]]);
      expect(await pages({ fil: 'a.pdf' })).toEqual([[null, [2, 3, 8, 9]]]);
      expect((await store.granska({ organ: 'Socialnämnden' })).total).toBe(1);
    });

    test('page by page of the answer gives each row once', async () => {
      const unsure = arende({ beslut: [attsats('anta', { confidence: 0.5 })], diarienummer: 'KS 2024/9' });
      await save(
        twoMinutes('a', [...on('page-blank', 2, 4), ...on('no-text', 1, 3)]),
        { ...fileRecord('b', [handling({ arenden: [unsure] })]), warnings: on('no-text', 1, 2) },
        twoMinutes('c', on('no-text', 5, 6)),
      );
      const all = await store.granska();
      expect(all.total).toBe(5);
      expect(all.rader).toHaveLength(5);
      for (const limit of [1, 2, 3]) {
        const rows = [];
        for (let offset = 0; offset < 5; offset += limit)
          rows.push(...(await store.granska({ limit, offset })).rader);
        expect(rows).toEqual(all.rader);
      }
    });

    test('each page holds up what stands on it, and no other', async () => {
      const record = twoMinutes('a', on('no-text', 2, 9));
      await store.offerFile('/in/a.pdf', sha('a'), true);
      await save(record);
      const [first, second] = record.handlingar.map(({ arenden }) => arenden[0]?.id ?? '');
      expect((await store.doubtsAbout(sha('a'), first ?? '')).map(({ code, page }) => [code, page])).toEqual([
        ['no-text', 2],
      ]);
      expect(await store.doubtsAbout(sha('a'), second ?? '')).toEqual([]);
      expect(await store.granskningslage(sha('a'))).toMatchObject({ vantar: 2, haller: 2 });
    });

    test('the row leaves when a person has gone through the file', async () => {
      await save(twoMinutes('a', on('no-text', 2, 9)));
      expect(await store.granska()).toMatchObject({ total: 1 });
      await store.markeraKlar({ sha256: sha('a'), av: 'Siv Ek', at: '2031-01-01T10:00:00.000Z' });
      expect(await store.granska()).toEqual({ total: 0, rader: [] });
      // read anew, the same pages are seen already; another is not
      await store.saveRecord(twoMinutes('a', on('no-text', 2, 7, 9)), '2.0');
      expect(await ask()).toMatchObject([{ page: 7, pages: [7] }]);
    });

    test('a file that was not read anew, with why and how to try again, until it is read', async () => {
      const om = { namn: 'in', paths: ['/in'], lopande: false, om: null, av: null };
      const nr = await store.newArkiv(om);
      for (const letter of ['a', 'b', 'c', 'd']) {
        await store.offerFile(`/in/${letter}.pdf`, sha(letter), false, letter === 'b' ? undefined : nr);
        await store.saveRecord(fileRecord(letter, [handling()]), '1.0');
        await store.setOutcome(sha(letter), { status: 'done' });
      }
      await store.offerFile('/in/kopia/a.pdf', sha('a'));
      await store.offerFile('/in/tom.pdf', sha('e'));
      await store.setOutcome(sha('e'), { status: 'refused', reason: EMPTY });
      const failed = { code: 'internal', sv: 'Programmet gick sönder.', en: 'The program broke.' };
      await store.endUnread(sha('a'), { status: 'failed', reason: failed, version: '2.0' });
      await store.endUnread(sha('b'), { status: 'refused', reason: EMPTY, version: '2.0' });
      // what a person called off was meant to stay as it was
      await store.setOutcome(sha('c'), { status: 'running' });
      await store.callOff([sha('c')], '2.0');
      const answer = await store.granska();
      expect(answer.total).toBe(3);
      expect(answer.rader.map(({ code, typ, path, sha256 }) => [code, typ, path, sha256])).toEqual([
        ['refused', 'fil', '/in/tom.pdf', sha('e')],
        ['ej-omlast', 'fil', '/in/a.pdf', sha('a')],
        ['ej-omlast', 'fil', '/in/b.pdf', sha('b')],
      ]);
      const [, a, b] = answer.rader;
      expect(a?.reason).toBe(
        `Kunde inte läsas om av version 2.0, och står kvar som den lästes förut: Programmet gick sönder. Försök igen med: expediera arkiv om ${nr}`,
      );
      expect(b?.reason).toMatch(/Filen är tom\. Försök igen med: expediera arkiv om --alla$/u);
      expect(await ask({ fil: 'kopia/a.pdf' })).toMatchObject([{ code: 'ej-omlast', sha256: sha('a') }]);
      expect(await ask({ organ: 'Kommunstyrelsen' })).toEqual([]);
      // while it is read again it waits for nobody
      await store.setOutcome(sha('b'), { status: 'running' });
      expect((await store.granska()).total).toBe(2);
      await store.saveRecord(fileRecord('a', [handling()]), '2.0');
      expect(await ask()).toMatchObject([{ code: 'refused' }]);
    });
  });
}
