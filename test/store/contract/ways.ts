/** The ways of matters and the inboxes. */
import { describe, expect, test } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { isChoices } from '../../../store/store.ts';
import { arende, attsats, fileRecord, handling, inlaga, mottagare, person, yrkande } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

export function waysContract(open: Open): void {
  describe('ways and inboxes', () => {
    const { store, save, route } = useStore(open);
    const until = (steps: number) =>
      [
        fileRecord('a', [
          handling({
            ...{ kind: 'tjansteskrivelse', organ: null, datum: '2024-02-01', diarienummer: 'KS 2024/14' },
            till: ['Kommunstyrelsen'],
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
          }),
        ]),
        fileRecord('b', [
          handling({
            datum: '2024-03-05',
            arenden: [
              arende({
                ...{ paragraf: '12', diarienummer: 'KS 2024/14', utfall: 'bifall' },
                beslut: [attsats('fastställa avgifterna')],
                expediering: [mottagare('Ekonomienheten')],
              }),
            ],
          }),
        ]),
      ].slice(0, steps);

    test('what waits at a body is in its inbox, by any of its names', async () => {
      await save(...until(1));
      await route();
      const inbox = await store.inkorg('Kommunstyrelsen');
      expect(inbox).toMatchObject({
        mottagare: 'Kommunstyrelsen',
        poster: [
          {
            ...{ typ: 'forslag', text: 'fastställa avgifterna', huvudman: 'Ekbacka kommun' },
            ...{ diarienummer: 'KS 2024/14', status: 'vantar' },
          },
        ],
      });
      for (const name of ['KS', 'kommunstyrelsens', 'Kommunstyrelse', 'Komunstyrelsen']) {
        expect(await store.inkorg(name)).toEqual(inbox);
      }
      expect(await store.inkorg('Kulturnämnden')).toBeNull();
    });

    test('of more handlingar than any matter has, the way is made of the latest, and says so', async () => {
      const many = Array.from({ length: 5_003 }, (_, n) =>
        handling({
          id: `h${n}`,
          datum: new Date(Date.UTC(2000, 0, n + 1)).toISOString().slice(0, 10),
          arenden: [
            arende({ paragraf: `${n}`, diarienummer: 'KS 2024/14', beslut: [attsats(`Beslut ${n}`)] }),
          ],
        }),
      );
      await save(fileRecord('a', many.slice(0, 5_000)));
      await route();
      const whole = await store.arende('KS 2024/14');
      expect(whole).not.toHaveProperty('utelamnade');
      await save(fileRecord('b', many.slice(5_000)));
      await route();
      const answer = await store.arende('KS 2024/14');
      if (answer === null || isChoices(answer)) throw new Error('no answer');
      expect(answer.utelamnade).toBe(3);
      expect(answer.steg).toHaveLength(5_000);
      expect([answer.steg[0]?.paragraf, answer.steg.at(-1)?.paragraf]).toEqual(['3', '5002']);
      expect(await store.handlingar(answer.id)).toHaveLength(5_000);
      expect((await store.search({ query: 'KS 2024/14' })).total).toBe(5_003);
    }, 60_000);

    test('an inbox is given in parts, in one order', async () => {
      const many = Array.from({ length: 25 }, (_, n) =>
        handling({
          datum: `2024-03-${String(25 - n).padStart(2, '0')}`,
          arenden: [
            arende({
              ...{ paragraf: `${n}`, diarienummer: `KS 2024/${n}` },
              ...{ beslut: [attsats(`Beslut ${n}`)], expediering: [mottagare('Ekonomienheten')] },
            }),
          ],
        }),
      );
      await save(fileRecord('a', many));
      await route();
      const whole = await store.inkorg('Ekonomienheten');
      if (whole === null || isChoices(whole)) throw new Error('no inbox');
      expect(whole).not.toHaveProperty('totalt');
      expect(whole.poster.map(({ text }) => text)).toEqual(many.map((_, n) => `Beslut ${24 - n}`));
      expect(await store.inkorg('Ekonomienheten', { limit: 25 })).not.toHaveProperty('totalt');
      expect(await store.inkorg('Ekonomienheten', { limit: 10, offset: 20 })).toEqual({
        ...{ mottagare: whole.mottagare, poster: whole.poster.slice(20), totalt: 25 },
      });
    });

    test('what stands in a § under secrecy is in an inbox with its ground', async () => {
      const secret = arende({
        ...{ paragraf: '9', diarienummer: 'KS 2024/15', sekretess: 'OSL 26 kap. 1 §' },
        ...{ beslut: [attsats('bevilja ansökan')], expediering: [mottagare('Ekonomienheten')] },
      });
      await save(...until(2), fileRecord('c', [handling({ datum: '2024-03-12', arenden: [secret] })]));
      await route();
      const inbox = await store.inkorg('Ekonomienheten');
      if (!inbox || isChoices(inbox)) throw new Error('no inbox');
      expect(inbox.poster.map(({ text, sekretess }) => [text, sekretess])).toEqual([
        ['fastställa avgifterna', null],
        ['bevilja ansökan', 'OSL 26 kap. 1 §'],
      ]);
    });

    test('what the body dealt with is behandlad, and the recipients have theirs', async () => {
      await save(...until(2));
      await route();
      expect(await store.inkorg('KS')).toMatchObject({ poster: [{ status: 'behandlad' }] });
      expect(await store.inkorg('Ekonomienheten')).toMatchObject({ poster: [{ typ: 'expediering' }] });
      expect(await store.mottagare()).toEqual([
        { huvudman: 'Ekbacka kommun', mottagare: 'Ekonomienheten', poster: 1, vantar: expect.any(Number) },
        { huvudman: 'Ekbacka kommun', mottagare: 'Kommunstyrelsen', poster: 1, vantar: 0 },
      ]);
      expect(await store.arende('KS 2024/14')).toMatchObject({
        ...{ huvudman: 'Ekbacka kommun', diarienummer: 'KS 2024/14', rubrik: 'Avgifter 2025' },
        steg: [
          { datum: '2024-02-01', kind: 'tjansteskrivelse', next: 'Kommunstyrelsen', fileName: 'a.pdf' },
          { datum: '2024-03-05', kind: 'protokoll', organ: 'Kommunstyrelsen', paragraf: '12', next: null },
        ],
      });
    });

    test('computing again replaces; what was not computed yet is told', async () => {
      await save(...until(1));
      const stale = await store.staleMatters();
      expect(stale).toEqual((await store.matters()).map((matter) => matter.id));
      await route();
      await route();
      for (const id of stale) await store.updateWay(id, wayOf);
      expect(await store.inkorg('KS')).toMatchObject({ poster: [{ status: 'vantar' }] });
      expect(await store.staleMatters()).toEqual([]);
      await save(...until(2));
      expect(await store.staleMatters()).toEqual(stale);
    });

    test('a way that fails to be computed leaves the old one; a matter that is gone leaves nothing', async () => {
      await save(...until(1));
      await route();
      const [matter] = await store.matters();
      const fail = () => {
        throw new Error('fault');
      };
      await expect(store.updateWay(matter?.id ?? '', fail)).rejects.toThrow('fault');
      expect(await store.inkorg('KS')).toMatchObject({ poster: [{}] });
      await store.saveRecord(fileRecord('a', []), '2.0');
      expect(await store.inkorg('KS')).toBeNull();
      expect(await store.updateWay(matter?.id ?? '', wayOf)).toBeNull();
    });

    test('what was moved and who protested goes along to the next body', async () => {
      const next = { organ: 'Kommunfullmäktige', reason: 'forslag' as const };
      const kedja = ['Kommunstyrelsen', 'Kommunfullmäktige'];
      await save(
        fileRecord('a', [
          handling({
            datum: '2024-03-05',
            arenden: [
              arende({
                ...{ paragraf: '12', diarienummer: 'KS 2024/14', utfall: 'bifall', next },
                beslut: [attsats('fastställa avgifterna', { kedja, next })],
                yrkanden: [yrkande('avslag på förslaget', [person('Siv Berg', 'V')], { utfall: 'avslag' })],
                reservationer: [inlaga('mot beslutet', [person('Siv Berg', 'V')])],
              }),
            ],
          }),
        ]),
      );
      await route();
      expect(await store.inkorg('KF')).toMatchObject({
        poster: [
          {
            status: 'vantar',
            medfoljer: [
              { typ: 'yrkande', av: [{ namn: 'Siv Berg', parti: 'V' }], utfall: 'avslag' },
              { typ: 'reservation', text: 'mot beslutet' },
            ],
          },
        ],
      });
    });
  });
}
