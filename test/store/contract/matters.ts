/** One matter from many files. */
import { describe, expect, test } from 'vitest';
import { isChoices } from '../../../store/store.ts';
import { arende, attsats, fileRecord, handling } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

export function mattersContract(open: Open): void {
  describe('matters', () => {
    const { store, save, route } = useStore(open);
    const tjansteskrivelse = (diarienummer: string, huvudman = 'Ekbacka kommun') =>
      handling({
        ...{ kind: 'tjansteskrivelse', organ: null, datum: '2024-02-01', huvudman, diarienummer },
        ...{ till: ['Kommunstyrelsen'], avsandare: 'Kommunledningskontoret' },
        arenden: [
          arende({
            rubrik: 'Avgifter 2025',
            forslag: [
              attsats('fastställa avgifterna', {
                kedja: ['Kommunstyrelsen'],
                next: { organ: 'Kommunstyrelsen', reason: 'forslag' },
              }),
            ],
            next: { organ: 'Kommunstyrelsen', reason: 'forslag' },
          }),
        ],
      });
    const protokoll = (diarienummer: string | null, over = {}) =>
      handling({
        arenden: [
          arende({ paragraf: '12', diarienummer, rubrik: 'Avgifter 2025', beslut: [attsats('bifall')] }),
        ],
        ...over,
      });

    test('one number in all its forms, from several files, is one matter', async () => {
      await save(
        fileRecord('a', [protokoll('KS/2024:14')]),
        fileRecord('b', [tjansteskrivelse('KS 2024/0014')]),
        fileRecord('c', [tjansteskrivelse('KS 2024/15')]),
      );
      const matters = await store.matters();
      expect(matters).toHaveLength(2);
      const found = await store.handlingar(matters[0]?.id ?? '');
      expect(found.map((one) => one.fileName)).toEqual(['b.pdf', 'a.pdf']);
      expect(found.map((one) => one.handling.kind)).toEqual(['tjansteskrivelse', 'protokoll']);
      expect(await store.matter(matters[0]?.id ?? '')).toEqual(matters[0]);
      expect(await store.matter('none')).toBeNull();
    });

    test('a handling shows only the ärenden of the matter', async () => {
      const both = handling({
        arenden: [
          arende({ paragraf: '1', diarienummer: '2024/1' }),
          arende({ paragraf: '2', diarienummer: '2024/2' }),
        ],
      });
      await save(fileRecord('a', [both]));
      const [, second] = await store.matters();
      const [one] = await store.handlingar(second?.id ?? '');
      expect(one?.handling.arenden.map((a) => a.paragraf)).toEqual(['2']);
      expect(one?.handling.organ).toBe('Kommunstyrelsen');
    });

    test('never across huvudmän: the question is answered with the choices', async () => {
      await save(
        fileRecord('a', [tjansteskrivelse('2024/00014', 'Ekbacka kommun')]),
        fileRecord('b', [tjansteskrivelse('2024/14', 'Alunda kommun')]),
      );
      await route();
      expect(await store.arende('2024/14')).toEqual({
        choices: [
          { huvudman: 'Alunda kommun', diarienummer: '2024/14', label: 'Avgifter 2025' },
          { huvudman: 'Ekbacka kommun', diarienummer: '2024/00014', label: 'Avgifter 2025' },
        ],
      });
      expect(await store.arende('2024/14', { huvudman: 'EKBACKA  kommun' })).toMatchObject({
        ...{ huvudman: 'Ekbacka kommun', diarienummer: '2024/00014', rubrik: 'Avgifter 2025' },
        ...{ hos: 'Kommunstyrelsen', avslutat: false },
      });
      const inbox = await store.inkorg('KS');
      expect(inbox !== null && isChoices(inbox) && inbox.choices.map((choice) => choice.huvudman)).toEqual([
        ...['Alunda kommun', 'Ekbacka kommun'],
      ]);
    });

    test('a question without the diary means all diaries, one with it means its own', async () => {
      await save(
        fileRecord('a', [tjansteskrivelse('KS 2024/14')]),
        fileRecord('b', [tjansteskrivelse('BUN 2024/14')]),
      );
      expect(await store.arende('BUN 2024/14')).toMatchObject({ diarienummer: 'BUN 2024/14' });
      expect(await store.arende('2024/14')).toMatchObject({
        choices: [{ diarienummer: 'BUN 2024/14' }, { diarienummer: 'KS 2024/14' }],
      });
      expect(await store.arende('KS 2024/99')).toBeNull();
    });

    test('a § without a number is one matter in all files, and is found by its id', async () => {
      await save(fileRecord('a', [protokoll(null)]), fileRecord('b', [protokoll(null)]));
      const [matter, ...others] = await store.matters();
      expect(others).toEqual([]);
      expect(matter?.diarienummer).toBeNull();
      expect(await store.handlingar(matter?.id ?? '')).toHaveLength(2);
      await route();
      expect(await store.arende(matter?.id ?? '')).toMatchObject({ diarienummer: null });
    });

    test('an extract without a number joins the minutes that have it, and leaves with them', async () => {
      await save(fileRecord('a', [protokoll(null)]));
      const [alone] = await store.matters();
      const { matters } = await store.saveRecord(fileRecord('b', [protokoll('KS 2024/14')]), '1.0');
      expect(matters).toContain(alone?.id);
      const [joined, ...others] = await store.matters();
      expect(others).toEqual([]);
      expect(joined?.diarienummer).toBe('KS 2024/14');
      expect(await store.handlingar(joined?.id ?? '')).toHaveLength(2);
      const { hits } = await store.search({ query: 'bifall', med: ['kallor'] });
      expect(hits).toMatchObject([
        { diarienummer: 'KS 2024/14', kallor: [{ fileName: 'a.pdf' }, { fileName: 'b.pdf' }] },
      ]);
      await store.saveRecord(fileRecord('b', []), '1.1');
      expect((await store.matters()).map((matter) => matter.id)).toEqual([alone?.id]);
    });

    test('a remissvar without ärenden belongs to its number; an attachment makes no matter', async () => {
      await save(
        fileRecord('a', [handling({ kind: 'remissvar', organ: null, diarienummer: '2024/14' })]),
        fileRecord('b', [handling({ kind: 'annat', organ: null, diarienummer: '2024/15' })]),
      );
      expect((await store.matters()).map((matter) => matter.diarienummer)).toEqual(['2024/14']);
    });
  });
}
