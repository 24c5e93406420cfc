/**
 * What every store must do. An implementation's own test calls this with a way to open an empty store:
 * `storeContract('SQLite', async () => openSqliteStore(':memory:'))`.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Record as FileRecord, recordSchema } from '../../extraction/record.ts';
import { wayOf } from '../../extraction/routing/way.ts';
import { ITEM_TYPER, isChoices, type SearchQuestion, type Store } from '../../store/store.ts';
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
} from './made-up.ts';

const refused = {
  status: 'refused',
  reason: { code: 'encrypted', sv: 'Filen är låst med lösenord.', en: 'The file is encrypted.' },
} as const;

export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const save = async (...records: FileRecord[]) => {
      for (const record of records) await store.saveRecord(recordSchema.parse(record), '1.0');
    };
    const route = async () => {
      for (const id of await store.staleMatters()) await store.updateWay(id, wayOf);
    };

    describe('files', () => {
      test('a content offered under two paths counts once', async () => {
        await store.offerFile('in/a.pdf', sha('a'));
        await store.offerFile('in/copy of a.pdf', sha('a'));
        await store.offerFile('in/a.pdf', sha('a'));
        await store.offerFile('in/b.pdf', sha('b'));
        expect((await store.status()).files).toEqual({
          ...{ total: 2, done: 0, refused: 0, failed: 0, running: 2 },
        });
        expect((await store.files()).map((file) => file.path)).toEqual([
          ...['in/a.pdf', 'in/b.pdf', 'in/copy of a.pdf'],
        ]);
      });

      test('an outcome is that of all paths of the content, and is kept when it is offered again', async () => {
        await store.offerFile('a.pdf', sha('a'));
        await store.offerFile('b.pdf', sha('a'));
        await store.setOutcome(sha('a'), refused);
        expect(await store.offerFile('c.pdf', sha('a'))).toEqual({
          ...{ sha256: sha('a'), status: 'refused', code: 'encrypted', extractionVersion: null },
        });
        const files = await store.files();
        expect(files).toHaveLength(3);
        for (const file of files) {
          expect(file).toMatchObject({
            ...{ sha256: sha('a'), status: 'refused', code: 'encrypted' },
            ...{ reason: 'Filen är låst med lösenord.', reasonEn: 'The file is encrypted.' },
          });
        }
        await store.setOutcome(sha('a'), { status: 'running' });
        await store.setOutcome(sha('a'), { status: 'done' });
        expect((await store.files())[0]).toMatchObject({ status: 'done', code: null, reason: null });
        expect((await store.status()).files).toMatchObject({ total: 1, done: 1 });
      });

      test('a path that cannot be read is accounted for, until it can', async () => {
        await store.offerUnreadable('x.pdf', refused);
        await store.offerUnreadable('x.pdf', refused);
        expect((await store.status()).files).toMatchObject({ total: 1, refused: 1 });
        expect(await store.files()).toMatchObject([{ path: 'x.pdf', sha256: null, status: 'refused' }]);
        await store.offerFile('x.pdf', sha('a'));
        expect(await store.files()).toMatchObject([{ path: 'x.pdf', sha256: sha('a'), status: 'running' }]);
        expect((await store.status()).files.total).toBe(1);
      });

      test('says which version read a content', async () => {
        expect(await store.content(sha('a'))).toBeNull();
        await store.offerFile('a.pdf', sha('a'));
        await save(fileRecord('a', []));
        expect(await store.content(sha('a'))).toMatchObject({ status: 'running', extractionVersion: '1.0' });
      });
    });

    describe('records', () => {
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

    describe('matters', () => {
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
        expect((await store.search({ query: 'bifall' })).hits.map((hit) => hit.diarienummer)).toEqual([
          ...['KS 2024/14', 'KS 2024/14'],
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

    describe('ways and inboxes', () => {
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
    });

    describe('search', () => {
      const texts = async (question: SearchQuestion | string) => {
        const answer = await store.search(typeof question === 'string' ? { query: question } : question);
        return answer.hits.map((hit) => hit.text);
      };
      beforeEach(() =>
        save(
          fileRecord('a', [
            handling({
              ...{ huvudman: 'Ekbacka kommun', organ: 'Socialnämnden', datum: '2024-01-10' },
              arenden: [
                arende({
                  ...{ paragraf: '3', diarienummer: 'SN 2023/00120', rubrik: 'Avgifter i vården' },
                  beslut: [
                    attsats('Patientavgifterna höjs från årsskiftet.'),
                    attsats('Anta handlingsplanen för vattnet.'),
                  ],
                  yrkanden: [
                    yrkande('avslag på förslaget till beslut', [
                      person('Eva Ek', 'S'),
                      person('Åke Öst', 'V'),
                    ]),
                  ],
                  expediering: [mottagare('Socialförvaltningen')],
                }),
              ],
            }),
          ]),
          fileRecord('b', [
            handling({
              ...{ huvudman: 'Ekbacka kommun', organ: 'Kommunstyrelsen', datum: '2024-03-05' },
              arenden: [
                arende({
                  ...{ paragraf: '41', diarienummer: 'KS/2024:14', rubrik: 'Taxa' },
                  beslut: [attsats('Avgiften för och/eller taxan sänks.')],
                  reservationer: [inlaga('mot beslutet till förmån för eget förslag', [person(null, 'M')])],
                  voteringar: [
                    votering({
                      proposition: { ja: 'bifall', nej: 'återremiss' },
                      roster: [{ person: person('Bo Berg', 'M'), rost: 'nej' }],
                    }),
                  ],
                }),
              ],
            }),
          ]),
          fileRecord('c', [
            handling({
              ...{ huvudman: 'Alunda kommun', organ: 'Kommunstyrelsen', datum: '2024-02-01' },
              arenden: [
                arende({ diarienummer: 'KS 2024/77', beslut: [attsats('Beslutet om ärendet upphävs.')] }),
              ],
            }),
          ]),
        ),
      );

      test('a hit says what it is, whose, and where it stands', async () => {
        const { total, hits } = await store.search({ query: 'avslag' });
        expect(total).toBe(1);
        expect(hits).toEqual([
          {
            ...{ id: expect.any(String), typ: 'yrkanden', text: 'avslag på förslaget till beslut' },
            ...{ huvudman: 'Ekbacka kommun', organ: 'Socialnämnden', datum: '2024-01-10' },
            ...{ diarienummer: 'SN 2023/00120', paragraf: '3', rubrik: 'Avgifter i vården', parti: 'S, V' },
            ...{ fileName: 'a.pdf', page: 2, bbox: [70.5, 100, 500, 112.5] },
          },
        ]);
      });

      test.each([
        ['patientavgift', 'Patientavgifterna höjs från årsskiftet.'],
        ['patientavgifternas', 'Patientavgifterna höjs från årsskiftet.'],
        ['PATIENTAVGIFTEN', 'Patientavgifterna höjs från årsskiftet.'],
        ['avgift', 'Patientavgifterna höjs från årsskiftet.'],
        ['patienter', 'Patientavgifterna höjs från årsskiftet.'],
        ['plan', 'Anta handlingsplanen för vattnet.'],
        ['handling', 'Anta handlingsplanen för vattnet.'],
        ['vatten', 'Anta handlingsplanen för vattnet.'],
        ['ärende', 'Beslutet om ärendet upphävs.'],
        ['ärendena beslut', 'Beslutet om ärendet upphävs.'],
        ['eller', 'Avgiften för och/eller taxan sänks.'],
        ['återremiss', 'Votering: 8 ja, 7 nej (ja: bifall; nej: återremiss)'],
        ['förvaltning', 'Socialförvaltningen'],
        ['Eva Ek', 'avslag på förslaget till beslut'],
        ['Åke', 'avslag på förslaget till beslut'],
      ])('%s finds "%s"', async (query, text) => {
        expect(await texts(query)).toContain(text);
      });

      test.each(['patientavgift taxa', 'Ake', 'avgiftsfri'])('%s finds nothing', async (query) => {
        expect(await texts(query)).toEqual([]);
      });

      test('words in quotes stand side by side in that order, in any form', async () => {
        expect(await texts('"förslag till beslut"')).toEqual(['avslag på förslaget till beslut']);
        expect(await texts('"förslaget till beslutet" avslag')).toEqual(['avslag på förslaget till beslut']);
        expect(await texts('”beslut till förslag”')).toEqual([]);
        // A quoted word is meant as it is, not as a part.
        expect(await texts('"patient"')).not.toContain('Patientavgifterna höjs från årsskiftet.');
      });

      test('the word itself before its compounds, the text before the rubrik, then the newest', async () => {
        expect((await texts('avgift')).at(0)).toBe('Avgiften för och/eller taxan sänks.');
        expect((await texts({ query: '', typ: 'beslut', huvudman: 'Ekbacka kommun' })).at(0)).toBe(
          'Avgiften för och/eller taxan sänks.',
        );
      });

      test.each(['SN 2023/120', '2023/00120', 'SN/2023:120', 'SN-2023-00120', 'dnr SN 2023/120'])(
        '%s finds its matter',
        async (query) => {
          expect((await store.search({ query })).total).toBe(4);
          expect(await texts(`${query} höjs`)).toEqual(['Patientavgifterna höjs från årsskiftet.']);
          expect((await store.search({ query: '', diarienummer: query.replace('dnr ', '') })).total).toBe(4);
        },
      );

      test('filters', async () => {
        const count = async (question: Partial<SearchQuestion>) =>
          (await store.search({ query: '', ...question })).total;
        expect(await count({})).toBe(8);
        expect(await count({ typ: 'beslut' })).toBe(4);
        expect(await count({ organ: 'Kommunstyrelsen' })).toBe(4);
        expect(await count({ organ: 'kommunstyrelsens', huvudman: 'Alunda kommun' })).toBe(1);
        expect(await count({ organ: 'KS', huvudman: 'ekbacka kommun' })).toBe(3);
        expect(await count({ organ: 'Kulturnämnden' })).toBe(0);
        expect(await count({ parti: 'v' })).toBe(1);
        expect(await count({ parti: 'M' })).toBe(2);
        expect(await count({ from: '2024-02-01' })).toBe(4);
        expect(await count({ to: '2024-02-01' })).toBe(5);
        expect(await count({ from: '2024-02-01', to: '2024-02-01' })).toBe(1);
        expect(await count({ diarienummer: 'KS 2024/14' })).toBe(3);
        expect(await count({ diarienummer: 'KS 2024/15' })).toBe(0);
        expect(await count({ query: 'avgift', typ: 'beslut', parti: 'S' })).toBe(0);
      });

      test('page by page gives every hit once', async () => {
        const all = await store.search({ query: '', limit: 100 });
        const paged = [];
        for (let offset = 0; offset < all.total; offset += 3) {
          const page = await store.search({ query: '', limit: 3, offset });
          expect(page.total).toBe(all.total);
          paged.push(...page.hits);
        }
        expect(paged).toEqual(all.hits);
        expect(await store.search({ query: '', offset: 50 })).toEqual({ total: 8, hits: [] });
      });

      test.each([
        ...['"', '""', '"öppet citat', '*', 'a*', 'NEAR(a b)', 'AND', 'a AND', 'NOT', '(', ')', '{text}:a'],
        ...[
          'text:avslag',
          '^a',
          'a + b',
          "'; drop table items; --",
          '%',
          '_',
          '\\',
          '\u0000',
          '§',
          '-avslag',
        ],
        ...['och', 'och/eller', '1/2/3/4', 'KS 2018/', '😀', 'a'.repeat(2000), '"a" OR "b"'],
      ])('%j is a question like any other', async (query) => {
        const answer = await store.search({ query });
        expect(answer.total).toBeGreaterThanOrEqual(0);
      });

      test('any text is a question', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
            const { total, hits } = await store.search({ query, limit: 5 });
            expect(hits.length).toBe(Math.min(total, 5));
          }),
          { numRuns: 100 },
        );
      });
    });

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
  });
}

/** All that a store answers, for comparing. */
async function everything(store: Store) {
  const matters = await store.matters();
  const ways = [];
  for (const { id } of matters) ways.push(await store.arende(id), await store.handlingar(id));
  const recipients = await store.mottagare();
  const inboxes = [];
  for (const { mottagare: name, huvudman } of recipients) {
    inboxes.push(await store.inkorg(name, { huvudman: huvudman ?? '' }));
  }
  const found = [];
  for (const query of ['', 'avgift', 'motion', '2024/1']) {
    found.push(await store.search({ query, limit: 1000 }));
  }
  return { status: await store.status(), matters, ways, recipients, inboxes, found };
}
