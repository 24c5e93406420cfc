/** Numbers that only OCR has read and nothing confirms: shown and marked, and no key to anything. */
import { describe, expect, test } from 'vitest';
import { arende, attsats, fileRecord, handling } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

export function unconfirmedContract(open: Open): void {
  describe('numbers that nothing confirms', () => {
    const { store, save, route } = useStore(open);
    const letter = (diarienummer: string | null, obekraftade: string[] = []) =>
      handling({
        ...{ kind: 'tjansteskrivelse', organ: null, datum: '2024-02-01', diarienummer, obekraftade },
        arenden: [
          arende({
            ...{ rubrik: 'Avgifter 2025', diarienummer, obekraftade },
            forslag: [attsats('fastställa avgifterna', { kedja: ['Kommunstyrelsen'] })],
            next: { organ: 'Kommunstyrelsen', reason: 'forslag' },
          }),
        ],
      });
    const protokoll = (paragraf: string, obekraftade: string[] = [], diarienummer: string | null = null) =>
      handling({
        arenden: [
          arende({ paragraf, diarienummer, obekraftade, rubrik: 'Taxa', beslut: [attsats('anta taxan')] }),
        ],
      });

    test('joins no matter: it has one of its own, each says that they may be one', async () => {
      await save(
        fileRecord('a', [letter('KS 2024/14')]),
        fileRecord('b', [letter('KS 2024/14', ['diarienummer'])]),
      );
      await route();
      const [sure, unsure, ...others] = await store.matters();
      expect(others).toEqual([]);
      expect([sure?.diarienummer, sure?.obekraftade]).toEqual(['KS 2024/14', []]);
      expect([unsure?.diarienummer, unsure?.obekraftade]).toEqual(['KS 2024/14', ['diarienummer']]);
      expect(await store.handlingar(sure?.id ?? '')).toHaveLength(1);
      expect(await store.arende('KS 2024/14')).toMatchObject({ obekraftade: [], kanHoraIhop: [unsure] });
      expect(await store.arende(unsure?.id ?? '')).toMatchObject({
        ...{ diarienummer: 'KS 2024/14', obekraftade: ['diarienummer'], kanHoraIhop: [sure] },
        steg: [{ obekraftade: ['diarienummer'] }],
      });
    });

    test('is found by it all the same, where no other has it for sure', async () => {
      await save(fileRecord('b', [letter('KS 2024/14', ['diarienummer'])]));
      await route();
      expect(await store.arende('2024/14')).toMatchObject({
        ...{ diarienummer: 'KS 2024/14', obekraftade: ['diarienummer'], kanHoraIhop: [] },
      });
      await save(fileRecord('c', [letter('KS 2024/14', ['diarienummer'])]));
      await route();
      const matters = await store.matters();
      expect(matters).toHaveLength(2);
      // the same number twice, by machines alone: a person says whether they are one
      const answer = await store.arende('2024/14');
      expect(answer).toEqual({
        choices: matters.map(({ id }) => ({
          ...{ huvudman: 'Ekbacka kommun', diarienummer: 'KS 2024/14', label: 'Avgifter 2025', id },
        })),
      });
      expect(await store.arende(matters[0]?.id ?? '')).toMatchObject({ kanHoraIhop: [matters[1]] });
    });

    test('is marked in the inbox and among the hits', async () => {
      await save(
        fileRecord('b', [letter('KS 2024/14', ['diarienummer'])]),
        fileRecord('c', [letter('KS 2024/15')]),
      );
      await route();
      const inbox = await store.inkorg('Kommunstyrelsen');
      const poster = inbox && 'poster' in inbox ? inbox.poster : [];
      expect(poster.map((p) => [p.diarienummer, p.obekraftade]).sort()).toEqual([
        ['KS 2024/14', ['diarienummer']],
        ['KS 2024/15', []],
      ]);
      const { hits } = await store.search({ query: '2024/14' });
      expect(hits.map((hit) => [hit.diarienummer, hit.obekraftade])).toEqual([
        ['KS 2024/14', ['diarienummer']],
      ]);
    });

    test('of a remissvar makes a matter of its own too', async () => {
      const remissvar = { kind: 'remissvar', organ: null, diarienummer: '2024/14' } as const;
      await save(fileRecord('a', [handling({ ...remissvar, obekraftade: ['diarienummer'] })]));
      expect(await store.matters()).toMatchObject([
        { diarienummer: '2024/14', obekraftade: ['diarienummer'] },
      ]);
    });

    test('gives way to the number that the same § has for sure in another file', async () => {
      await save(fileRecord('a', [protokoll('12', ['diarienummer'], 'KS 2024/17')]));
      expect(await store.matters()).toMatchObject([{ obekraftade: ['diarienummer'] }]);
      await save(fileRecord('b', [protokoll('12', [], 'KS 2024/14')]));
      await route();
      expect(await store.matters()).toMatchObject([{ diarienummer: 'KS 2024/14', obekraftade: [] }]);
      expect(await store.arende('KS 2024/14')).toMatchObject({ kanHoraIhop: [] });
      const { hits } = await store.search({ query: 'taxan' });
      expect(hits.map((hit) => [hit.diarienummer, hit.obekraftade])).toEqual([['KS 2024/14', []]]);
    });

    test('a § or a day makes no two documents one', async () => {
      await save(fileRecord('a', [protokoll('12')]), fileRecord('b', [protokoll('12', ['paragraf'])]));
      expect(await store.matters()).toHaveLength(2);
      const undated = { ...protokoll('12'), obekraftade: ['datum'] };
      await save(fileRecord('c', [undated]), fileRecord('d', [protokoll('12')]));
      expect(await store.matters()).toHaveLength(3);
      await route();
      const { hits } = await store.search({ query: 'taxan' });
      expect(hits.map((hit) => hit.obekraftade).sort()).toEqual([[], ['datum'], ['paragraf']]);
    });

    test('leaves nothing behind once a later reading confirms it', async () => {
      await save(
        fileRecord('a', [letter('KS 2024/14')]),
        fileRecord('b', [letter('KS 2024/14', ['diarienummer'])]),
      );
      await store.saveRecord(fileRecord('b', [letter('KS 2024/14')]), '1.1');
      await route();
      expect(await store.matters()).toHaveLength(1);
      expect(await store.arende('KS 2024/14')).toMatchObject({ obekraftade: [], kanHoraIhop: [] });
    });
  });

  describe('several numbers at one ärende', () => {
    const { store, save, route } = useStore(open);
    const paragraf = (organ: string, diarienummer: string, andraNummer?: string[]) =>
      handling({
        organ,
        arenden: [
          arende({
            ...{ paragraf: '12', rubrik: 'Hastighetsplan', diarienummer, beslut: [attsats('anta planen')] },
            ...(andraNummer && { andraNummer }),
          }),
        ],
      });

    test('say of both matters that they may be one, until a person has joined them', async () => {
      await save(
        fileRecord('a', [paragraf('Tekniska nämnden', 'TN 2024/210', ['KS 2024/55'])]),
        fileRecord('b', [paragraf('Kommunstyrelsen', 'KS 2024/55')]),
        fileRecord('c', [paragraf('Miljönämnden', 'MN 2024/7')]),
      );
      await route();
      const [ks, mn, tn, ...others] = await store.matters();
      expect([ks, mn, tn].map((one) => one?.diarienummer)).toEqual([
        'KS 2024/55',
        'MN 2024/7',
        'TN 2024/210',
      ]);
      expect(others).toEqual([]);
      expect(await store.arende('TN 2024/210')).toMatchObject({ obekraftade: [], kanHoraIhop: [ks] });
      expect(await store.arende('KS 2024/55')).toMatchObject({ obekraftade: [], kanHoraIhop: [tn] });
      expect(await store.arende('MN 2024/7')).toMatchObject({ kanHoraIhop: [] });
      const by = 'registrator';
      // The matter named is joined to a third: that one may be the same now.
      await store.sammanfor(ks?.id ?? '', mn?.id ?? '', by);
      await route();
      expect(await store.arende('TN 2024/210')).toMatchObject({ kanHoraIhop: [{ id: mn?.id }] });
      expect(await store.arende('MN 2024/7')).toMatchObject({ kanHoraIhop: [{ id: tn?.id }] });
      await store.sammanfor(tn?.id ?? '', mn?.id ?? '', by);
      await route();
      expect(await store.arende('MN 2024/7')).toMatchObject({ kanHoraIhop: [] });
    });

    test('of a remissvar, which has no ärende, too', async () => {
      const remissvar = handling({
        ...{ kind: 'remissvar', organ: null, avsandare: 'Tekniska nämnden' },
        ...{ diarienummer: 'TN 2024/210', andraNummer: ['KS 2024/55'] },
      });
      await save(fileRecord('a', [remissvar]), fileRecord('b', [paragraf('Kommunstyrelsen', 'KS 2024/55')]));
      await route();
      expect(await store.arende('KS 2024/55')).toMatchObject({
        kanHoraIhop: [{ diarienummer: 'TN 2024/210' }],
      });
    });

    test('offer nothing where no matter has the other number, or a later reading has none', async () => {
      await save(fileRecord('a', [paragraf('Tekniska nämnden', 'TN 2024/210', ['KS 2024/55'])]));
      await route();
      expect(await store.arende('TN 2024/210')).toMatchObject({ kanHoraIhop: [] });
      await save(fileRecord('b', [paragraf('Kommunstyrelsen', 'KS 2024/55')]));
      await store.saveRecord(fileRecord('a', [paragraf('Tekniska nämnden', 'TN 2024/210')]), '1.1');
      await route();
      expect(await store.arende('KS 2024/55')).toMatchObject({ kanHoraIhop: [] });
    });
  });
}
