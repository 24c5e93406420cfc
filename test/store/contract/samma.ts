/** What several files say as one is found once, with all its sources. */
import { describe, expect, test } from 'vitest';
import type { Arende, Handling } from '../../../extraction/record.ts';
import type { SearchQuestion } from '../../../store/store.ts';
import {
  arende,
  attsats,
  fileRecord,
  handling,
  inlaga,
  mottagare,
  person,
  sha,
  yrkande,
} from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const EVA = person('Eva Ek', 'S');
const BO = person('Bo Bo', 'M');

/** § 7 of one meeting, as each of its files prints it. */
const minutes = (letter: string, justerad: string | null, over: Partial<Arende>, organ = 'Hamnnämnden') =>
  fileRecord(letter, [
    handling({
      ...{ organ, datum: '2024-05-02' },
      anslag: { justerad, uppsatt: null, nedtas: null },
      arenden: [arende({ paragraf: '7', rubrik: 'Bryggan vid Sjövik', ...over })],
    }),
  ]);
/** A förslag that was put, by a letter or in a kallelse. */
const put = (
  letter: string,
  kind: Handling['kind'],
  datum: string,
  texts: string[],
  diarienummer = 'HN 2024/3',
) =>
  fileRecord(letter, [
    handling({
      ...{ kind, datum, organ: kind === 'kallelse' ? 'Hamnnämnden' : null },
      arenden: [arende({ diarienummer, rubrik: 'Bryggan', forslag: texts.map((text) => attsats(text)) })],
    }),
  ]);

export function sammaContract(open: Open): void {
  describe('what several files say as one', () => {
    const { store, save } = useStore(open);
    const found = async (query: string, more: Partial<SearchQuestion> = {}) => {
      const { total, hits, facetter } = await store.search({
        ...{ query, facetter: true, med: ['kallor'], ...more },
      });
      return {
        ...{ total, facetter },
        hits: hits.map(({ text, kallor = [] }) => [
          text,
          kallor.map(({ fileName }) => fileName.slice(0, 1)).join(''),
        ]),
      };
    };

    test('a § in the minutes, justerade and not, and in an extract, is found once in the version that counts', async () => {
      const beslut = [
        'att bygga bryggan för 200 kronor.',
        'att hamnen ska betala bryggan i sin helhet under hela året.',
      ];
      const part = () => ({ beslut: beslut.map((text, n) => attsats(text, { nr: n + 1 })) });
      await save(
        minutes('a', null, { ...part(), yrkanden: [yrkande('avslag på bryggan', [EVA])] }),
        minutes('b', '2024-05-20', { ...part(), yrkanden: [yrkande('avslag på bryggan', [EVA])] }),
        minutes('c', '2024-05-10', part()),
        // another number is another decision
        minutes('d', '2024-05-11', { beslut: [attsats('att bygga bryggan för 300 kronor.')] }),
        // a word misread is none
        minutes('e', '2024-05-12', {
          beslut: [attsats('att hamnen ska betala bryggan i sin heihet under hela året.', { nr: 2 })],
        }),
      );
      expect(await found('brygga', { typ: 'beslut', ordning: 'datum' })).toMatchObject({
        total: 3,
        hits: [
          [beslut[0], 'bac'],
          [beslut[1], 'bace'],
          ['att bygga bryggan för 300 kronor.', 'd'],
        ],
        facetter: {
          typ: [
            { varde: 'beslut', antal: 3 },
            { varde: 'yrkanden', antal: 1 },
          ],
          organ: [{ varde: 'Hamnnämnden', antal: 3 }],
          ar: [{ varde: '2024', antal: 3 }],
        },
      });
      // what one version says alone is found by it, and told with the others
      expect(await found('heihet')).toMatchObject({
        total: 1,
        hits: [['att hamnen ska betala bryggan i sin heihet under hela året.', 'ebac']],
      });
      expect(await found('', { per: 'paragraf' })).toMatchObject({
        total: 1,
        facetter: {
          typ: [
            { varde: 'beslut', antal: 1 },
            { varde: 'yrkanden', antal: 1 },
          ],
        },
      });
    });

    test('is told apart by who said it, and by how often', async () => {
      const both = () => ({
        reservationer: [inlaga('mot beslutet', [EVA]), inlaga('mot beslutet', [BO])],
        expediering: [mottagare('Akten'), mottagare('Akten')],
      });
      await save(minutes('a', null, both()), minutes('b', '2024-05-20', both()));
      const { total, facetter } = await found('', { typ: 'reservationer' });
      expect(total).toBe(2);
      expect(facetter?.parti).toEqual([
        { varde: 'M', antal: 1 },
        { varde: 'S', antal: 1 },
      ]);
      expect((await found('', { typ: 'expediering' })).total).toBe(2);
      expect(await found('', { person: 'Bo Bo' })).toMatchObject({
        total: 1,
        hits: [['mot beslutet', 'ba']],
      });
    });

    test('another meeting, another § and another huvudman are others', async () => {
      const beslut = () => ({ beslut: [attsats('att bygga bryggan.')] });
      const other = minutes('d', null, beslut());
      other.handlingar = other.handlingar.map((one) => ({ ...one, huvudman: 'Alunda kommun' }));
      await save(
        minutes('a', null, beslut()),
        minutes('b', null, beslut(), 'Kulturnämnden'),
        minutes('c', null, { ...beslut(), paragraf: '8' }),
        other,
      );
      expect((await found('bryggan')).total).toBe(4);
    });

    test('a förslag in a letter and in a kallelse is put once, by any of its bodies and years', async () => {
      await save(
        put('a', 'kallelse', '2024-01-10', ['Att bygga bryggan', 'att måla båten.']),
        put('b', 'tjansteskrivelse', '2023-12-01', ['att bygga bryggan.']),
        put('c', 'kallelse', '2024-02-10', ['att bygga bryggan.'], 'HN 2024/4'),
      );
      expect(
        await found('bryggan', { typ: 'forslag', diarienummer: 'HN 2024/3', ordning: 'datum' }),
      ).toMatchObject({
        total: 2,
        hits: [
          ['att måla båten.', 'a'],
          ['att bygga bryggan.', 'ba'],
        ],
        facetter: {
          ar: [
            { varde: '2024', antal: 2 },
            { varde: '2023', antal: 1 },
          ],
          organ: [{ antal: 2 }],
        },
      });
      expect(await found('', { organ: 'Hamnnämnden', diarienummer: 'HN 2024/3', ar: '2024' })).toMatchObject({
        total: 2,
      });
      // joined, they are one matter; parted, two
      const count = async () => (await found('"bygga bryggan"', { typ: 'forslag' })).total;
      expect(await count()).toBe(2);
      const [one, other] = (await store.matters()).map(({ id }) => id);
      await store.sammanfor(other ?? '', one ?? '', 'Siv Ek');
      expect(await count()).toBe(1);
      await store.skilj(other ?? '', 'Siv Ek');
      expect(await count()).toBe(2);
    });

    test('goes with its files, in whatever order they came and left', async () => {
      const of = (letter: string, justerad: string | null, text = 'att bygga bryggan.') =>
        minutes(letter, justerad, { beslut: [attsats(text)] });
      await save(of('b', '2024-05-20'), of('a', null), of('c', null));
      expect((await found('bryggan')).hits).toEqual([['att bygga bryggan.', 'bac']]);
      await store.saveRecord(fileRecord('b', []), '1.1');
      expect((await found('bryggan')).hits).toEqual([['att bygga bryggan.', 'ac']]);
      await store.saveRecord(of('b', '2024-05-21', 'att riva bryggan.'), '1.2');
      expect((await found('bryggan')).total).toBe(2);
      await store.saveRecord(fileRecord('a', []), '1.1');
      await store.saveRecord(fileRecord('c', []), '1.1');
      expect((await found('bryggan')).hits).toEqual([['att riva bryggan.', 'b']]);
    });

    test('is counted for readers by what they may see', async () => {
      const of = (letter: string, justerad: string | null, fileName: string) => {
        const record = minutes(letter, justerad, { beslut: [attsats('att bygga bryggan.')] });
        return { ...record, source: { ...record.source, sha256: sha(letter), fileName } };
      };
      await save(of('a', '2024-05-20', '19560614-2384.pdf'), of('b', null, 'b.pdf'));
      expect(await found('bryggan', { offentligt: true })).toMatchObject({
        total: 1,
        hits: [['att bygga bryggan.', 'b']],
        facetter: { typ: [{ antal: 1 }] },
      });
      expect((await found('bryggan')).hits).toEqual([['att bygga bryggan.', '1b']]);
    });
  });
}
