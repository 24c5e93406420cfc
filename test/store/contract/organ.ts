/** The register of bodies and other recipients. */
import { describe, expect, test } from 'vitest';
import type { Organ } from '../../../diarium/organ/index.ts';
import { OrganFel, sagda, sammanfor, takeIn } from '../../../diarium/organ/index.ts';
import { wayOf } from '../../../diarium/way/index.ts';
import type { Leverans } from '../../../store/expediering.ts';
import type { OrganAndring } from '../../../store/store.ts';
import { arende, attsats, fileRecord, handling, mottagare, person } from '../made-up.ts';
import { everything, type Open, useStore } from './use-store.ts';

const REGION = 'Region Fjällmark';

/** A matter that the styrelse of the landsting put to itself and the styrelse of the region took up. */
const before = fileRecord('a', [
  handling({
    ...{ huvudman: REGION, organ: 'Landstingsstyrelsens arbetsutskott', datum: '2018-11-27' },
    arenden: [
      arende({
        ...{ paragraf: '7', diarienummer: '2018/41', rubrik: 'Linbanan' },
        beslut: [
          attsats('bygga linbanan', {
            kedja: ['Landstingsstyrelsens arbetsutskott', 'Landstingsstyrelsen'],
            next: { organ: 'Landstingsstyrelsen', reason: 'forslag' },
          }),
        ],
        next: { organ: 'Landstingsstyrelsen', reason: 'forslag' },
        expediering: [mottagare('Ekonomidirektören')],
      }),
    ],
  }),
]);
const after = fileRecord('b', [
  handling({
    ...{ huvudman: REGION, organ: 'Regionstyrelsen', datum: '2019-01-15' },
    narvaro: { ledamoter: [person('Bo Fors', 'M')], ersattare: [], ovriga: [] },
    arenden: [arende({ paragraf: '3', diarienummer: '2018/41', beslut: [attsats('bygga linbanan')] })],
  }),
]);
const elsewhere = fileRecord('c', [
  handling({
    ...{ huvudman: 'Granviks kommun', organ: 'Landstingsstyrelsen', datum: '2018-11-27' },
    arenden: [arende({ paragraf: '1', diarienummer: '2018/1', beslut: [attsats('avslå')] })],
  }),
]);
const alone = fileRecord('d', [
  handling({
    ...{ huvudman: REGION, organ: 'Sommarnämnden', datum: '2018-11-27' },
    arenden: [arende({ paragraf: '9', diarienummer: '2018/99', beslut: [attsats('avslå')] })],
  }),
]);

export function organContract(open: Open): void {
  describe('the register of bodies', () => {
    const { store, save, route } = useStore(open);
    const say = (organ: Organ[], av = 'Kim', huvudman: string | null = REGION) =>
      store.andraOrgan({ vad: 'rattat', av }, [{ huvudman, compute: (underlag) => takeIn(underlag, organ) }]);
    const kanal = async (mottagare: string, huvudman: string | null) =>
      sagda(await store.organposter(huvudman), huvudman).kanalOf(mottagare);
    const join = (...names: [string, string]) =>
      store.andraOrgan({ vad: 'sammanfort', av: 'Kim' }, [
        { huvudman: REGION, compute: (underlag) => sammanfor(underlag, names) },
      ]);
    const names = async () =>
      (await store.organregister()).map(({ huvudman, organ }) => [huvudman, organ.map((one) => one.namn)]);

    test('is read from the documents of each huvudman', async () => {
      expect(await store.organregister()).toEqual([]);
      await save(before, after, elsewhere);
      expect(await names()).toEqual([
        ['Granviks kommun', ['Landstingsstyrelsen']],
        [
          REGION,
          [
            'Landstingsstyrelsen',
            'Regionstyrelsen',
            'Landstingsstyrelsens arbetsutskott',
            'Ekonomidirektören',
          ],
        ],
      ]);
      expect(await store.organ('rs')).toMatchObject({
        ...{ huvudman: REGION, namn: 'Regionstyrelsen', rattat: [] },
        ledamoter: [{ namn: 'Bo Fors', parti: 'M', uppdrag: 'ledamot', fran: '2019-01-15', moten: 1 }],
      });
      expect(await store.organ('LS')).toEqual({
        choices: ['Granviks kommun', REGION].map((huvudman) => ({
          huvudman,
          diarienummer: null,
          label: 'Landstingsstyrelsen',
        })),
      });
      expect(await store.organ('LS', { huvudman: 'Granvik' })).toMatchObject({ huvudman: 'Granviks kommun' });
      expect(await store.organ('Havsnämnden')).toBeNull();
    });

    test('follows what is saved anew, whatever was asked before', async () => {
      await save(before);
      expect((await names())[0]?.[1]).toContain('Ekonomidirektören');
      await store.saveRecord(fileRecord('a', []), '2.0');
      expect(await names()).toEqual([]);
      await save(after);
      expect(await names()).toEqual([[REGION, ['Regionstyrelsen']]]);
    });

    test('makes two names one body: its posts, its steps and what it has dealt with', async () => {
      await save(before, after, elsewhere, alone);
      await route();
      expect(await store.arende('2018/41')).toMatchObject({
        steg: [{ next: 'Landstingsstyrelsen' }, { organ: 'Regionstyrelsen' }],
      });
      expect(await store.inkorg('Landstingsstyrelsen')).toMatchObject({ poster: [{ status: 'vantar' }] });
      const granvik = await store.arende('2018/1');

      const [matter] = await store.matters({ huvudman: REGION });
      expect(await join('Regionstyrelsen', 'Landstingsstyrelsen')).toEqual({
        ...{ andring: 1, organ: ['Regionstyrelsen'], matters: [matter?.id] },
      });
      // another's body of that name, and a matter without it, are as they were
      expect(await store.staleMatters()).toEqual([matter?.id]);
      expect(await store.inkorg('LS')).toMatchObject({
        mottagare: 'Regionstyrelsen',
        poster: [{ status: 'vantar' }],
      });
      await route();
      expect(await store.arende('2018/41')).toMatchObject({
        steg: [{ next: 'Regionstyrelsen' }, { organ: 'Regionstyrelsen' }],
        avslutat: true,
      });
      for (const name of ['RS', 'Landstingsstyrelsen', 'Landstigsstyrelsens']) {
        expect(await store.inkorg(name)).toMatchObject({
          mottagare: 'Regionstyrelsen',
          poster: [{ status: 'behandlad' }],
        });
        expect((await store.search({ query: '', organ: name, huvudman: REGION })).total).toBe(1);
      }
      expect((await store.mottagare({ huvudman: REGION })).map((rad) => rad.mottagare)).toEqual([
        'Ekonomidirektören',
        'Regionstyrelsen',
      ]);
      expect(await store.arende('2018/1')).toEqual(granvik);
      // what comes later is one with them too
      await save(
        fileRecord('e', [handling({ huvudman: REGION, organ: 'Landstingsstyrelsen', datum: '2018-12-01' })]),
      );
      expect(await store.organ('Landstingsstyrelsen', { huvudman: REGION })).toMatchObject({
        namn: 'Regionstyrelsen',
        sammantraden: { antal: 2 },
      });
      const lines = await store.diarium({ organ: 'RS', huvudman: REGION });
      expect(lines.rader.map((rad) => rad.datum)).toEqual(
        expect.arrayContaining(['2018-12-01', '2019-01-15']),
      );
    });

    test('gives the same ways whether it is corrected before the documents come or after', async () => {
      await join('Regionstyrelsen', 'Landstingsstyrelsen').catch(() => undefined);
      await say([
        { namn: 'Regionstyrelsen', tidigareNamn: [{ namn: 'Landstingsstyrelsen', fran: null, till: null }] },
      ]);
      await save(before, after, elsewhere, alone);
      await route();
      const first = await everything(store);
      const other = await open();
      for (const record of [before, after, elsewhere, alone]) await other.saveRecord(record, '1.0');
      for (const id of await other.staleMatters()) await other.updateWay(id, wayOf);
      await other.andraOrgan({ vad: 'sammanfort', av: 'Bo' }, [
        {
          huvudman: REGION,
          compute: (underlag) => sammanfor(underlag, ['Regionstyrelsen', 'Landstingsstyrelsen']),
        },
      ]);
      for (const id of await other.staleMatters()) await other.updateWay(id, wayOf);
      expect(await everything(other)).toEqual(first);
      await other.close();
    });

    test('keeps who said what and when, and takes it back by adding to it', async () => {
      await save(before);
      const asRead = await store.organregister();
      expect(await store.angraOrgan('Kim')).toBeNull();
      await say([{ namn: 'Ekonomidirektören', kanal: 'mapp' }]);
      await say([{ namn: 'Ekonomidirektören', kanal: 'post' }, { namn: 'Badnämnden' }], 'Bo');
      expect(await say([{ namn: 'Ekonomidirektören', kanal: 'post' }], 'Bo')).toBeNull();
      expect(await store.organhistorik({ huvudman: REGION })).toMatchObject([
        {
          ...{
            andring: 2,
            vad: 'rattat',
            angrar: null,
            av: 'Bo',
            huvudman: REGION,
            at: expect.stringMatching(/^\d{4}-.*Z$/u),
          },
          poster: [
            { fore: null, efter: { namn: 'Badnämnden' } },
            { fore: { kanal: 'mapp' }, efter: { namn: 'Ekonomidirektören', kanal: 'post' } },
          ],
        },
        { andring: 1, av: 'Kim', poster: [{ fore: null, efter: { kanal: 'mapp' } }] },
      ]);
      await expect(store.angraOrgan('Kim', 1)).rejects.toThrow(
        /Ekonomidirektören är ändrat igen, i ändring 2/u,
      );
      await expect(store.angraOrgan('Kim', 17)).rejects.toThrow('Det finns ingen ändring 17.');
      expect(await store.angraOrgan('Eva')).toMatchObject({
        andring: 3,
        organ: ['Badnämnden', 'Ekonomidirektören'],
      });
      expect(await kanal('ekonomidirektör', REGION)).toBe('mapp');
      await expect(store.angraOrgan('Eva', 2)).rejects.toThrow('Ändring 2 är redan ångrad.');
      // the taking back can be taken back
      expect(await store.angraOrgan('Eva', 3)).toMatchObject({ andring: 4 });
      expect(await kanal('ekonomidirektör', REGION)).toBe('post');
      expect((await store.angraOrgan('Eva'))?.andring).toBe(5);
      expect((await store.angraOrgan('Eva'))?.andring).toBe(6);
      expect(await store.angraOrgan('Eva')).toBeNull();
      expect(await store.organregister()).toEqual(asRead);
      expect((await store.organhistorik()).map((one) => [one.andring, one.angrar])).toEqual([
        ...[
          [6, 1],
          [5, 2],
          [4, 3],
          [3, 2],
          [2, null],
          [1, null],
        ],
      ]);
    });

    test('changes all or nothing', async () => {
      await save(before);
      const fault = store.andraOrgan({ vad: 'laddat', av: 'Kim' }, [
        { huvudman: REGION, compute: (underlag) => takeIn(underlag, [{ namn: 'Badnämnden' }]) },
        {
          huvudman: 'Granviks kommun',
          compute: (underlag) => takeIn(underlag, [{ namn: 'A-nämnden', overordnat: 'Ingen' }]),
        },
      ]);
      await expect(fault).rejects.toThrow(OrganFel);
      expect(await store.organ('Badnämnden')).toBeNull();
      expect(await store.organhistorik()).toEqual([]);
    });

    test("knows each huvudman's channels by any name that people have given", async () => {
      await say([{ namn: 'Badnämnden', forkortningar: ['BAD'], kanal: 'mapp' }, { namn: 'Diariet' }]);
      await say([{ namn: 'Badnämnden', kanal: 'annan' }], 'Kim', 'Granviks kommun');
      expect(await kanal('BAD', REGION)).toBe('mapp');
      expect(await kanal('badnämndens', 'Granvik')).toBe('annan');
      expect(await kanal('Diariet', REGION)).toBeNull();
      expect(await kanal('Badnämnden', null)).toBeNull();
    });

    test('has what waits to be sent planned anew', async () => {
      const step = { huvudman: REGION, matter: 'm', steg: '§7-x-2018-11-27' };
      const waiting = (nyckel: string, status: Leverans['status']): Leverans => ({
        ...{ ...step, nyckel, status, version: 1, mottagare: nyckel, organ: false, fran: null, datum: null },
        ...{ paragraf: '7', rubrik: null, diarienummer: null, kanal: null, slag: 'inkorg', hinder: [] },
        ...{
          slappt: [],
          innehall: 'x',
          forsandelse: null,
          andrad: false,
          forsok: 0,
          fel: null,
          kvitto: null,
        },
        ...{ provkorning: null, provkordFor: null, paminnelser: 0, skapad: '2024-03-06T08:00:00.000Z' },
        ...{ skickad: null, levererad: null },
      });
      await store.updateLeveranser(step, () => [waiting('a1', 'vantar_kanal'), waiting('b2', 'misslyckad')]);
      await say([{ namn: 'Diariet', kanal: 'mapp' }], 'Kim', 'Granviks kommun');
      expect(await store.stepsToWake()).toEqual([]);
      await say([{ namn: 'Diariet', kanal: 'mapp' }]);
      expect(await store.stepsToWake()).toEqual([{ matter: 'm', steg: step.steg }]);
      await store.updateLeveranser(step, (known) => known);
      await say([{ namn: 'Diariet', kanal: 'mapp' }]);
      expect(await store.stepsToWake()).toEqual([]);
    });

    test('marks only the matters that a name may mean something else in', async () => {
      await save(before, after, alone);
      await route();
      const touched = async (change: Promise<OrganAndring | null>) =>
        (await change)?.matters.map((id) => id.replace(/^.*:/u, ''));
      expect(await touched(say([{ namn: 'Regionstyrelsen', slag: 'styrelse', kanal: 'mapp' }]))).toEqual([
        '2018/41',
      ]);
      expect(await touched(say([{ namn: 'Regionstyrelsen', kanal: 'post' }]))).toEqual([]);
      expect(await touched(say([{ namn: 'Sommernämnden' }]))).toEqual(['2018/99']);
      expect(await touched(say([{ namn: 'Havsnämnden' }]))).toEqual([]);
    });
  });
}
