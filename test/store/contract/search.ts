/** Finding items. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
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
  votering,
  yrkande,
} from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const longText = Array.from({ length: 1500 }, (_, i) => `avgift${i.toString(36)} "x${i}" 2024/${i}`).join(
  ' ',
);

export function searchContract(open: Open): void {
  describe('search', () => {
    const { store, save } = useStore(open);
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
                  yrkande(
                    'avslag på förslaget till beslut',
                    [person('Eva Ek', 'S'), person('Åke Öst', 'V')],
                    {
                      utfall: 'avslag',
                    },
                  ),
                ],
                expediering: [mottagare('Socialförvaltningen')],
                utfall: 'bifall',
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
                    roster: [
                      { person: person('Bo Berg', 'M'), rost: 'nej' },
                      { person: person('EVA EK', 's'), rost: 'ja' },
                      { person: person('Ulla Ek', 'S'), rost: 'avstar' },
                      { person: person('Partilös Person'), rost: 'franvarande' },
                    ],
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
              arende({
                diarienummer: 'KS 2024/77',
                beslut: [attsats('Beslutet om ärendet upphävs.')],
                utfall: 'aterremiss',
              }),
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
          ...{ id: expect.any(String), permanentId: hits[0]?.id },
          ...{ typ: 'yrkanden', text: 'avslag på förslaget till beslut' },
          ...{ huvudman: 'Ekbacka kommun', organ: 'Socialnämnden', datum: '2024-01-10' },
          ...{ diarienummer: 'SN 2023/00120', paragraf: '3', rubrik: 'Avgifter i vården', parti: 'S, V' },
          ...{ fileName: 'a.pdf', page: 2, bbox: [70.5, 100, 500, 112.5] },
          ...{
            sekretess: null,
            obekraftade: [],
            sha256: sha('a'),
            arende: expect.any(String),
            utfall: 'avslag',
          },
          personer: [
            { namn: 'Eva Ek', parti: 'S' },
            { namn: 'Åke Öst', parti: 'V' },
          ],
        },
      ]);
    });

    test('a hit says that its § is under secrecy', async () => {
      const secret = arende({ sekretess: 'OSL 26 kap. 1 §', beslut: [attsats('Stängslet rivs.')] });
      await save(fileRecord('d', [handling({ arenden: [secret] })]));
      expect((await store.search({ query: 'stängsel' })).hits).toMatchObject([
        { text: 'Stängslet rivs.', sekretess: 'OSL 26 kap. 1 §' },
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
      expect(await count({ parti: 's' })).toBe(2);

      expect(await count({ from: '2024-02-01' })).toBe(4);
      expect(await count({ to: '2024-02-01' })).toBe(5);
      expect(await count({ from: '2024-02-01', to: '2024-02-01' })).toBe(1);
      expect(await count({ diarienummer: 'KS 2024/14' })).toBe(3);
      expect(await count({ diarienummer: 'KS 2024/15' })).toBe(0);
      expect(await count({ query: 'avgift', typ: 'beslut', parti: 'S' })).toBe(0);
    });

    test('filters by kinds, person, outcome and year', async () => {
      const count = async (question: Partial<SearchQuestion>) =>
        (await store.search({ query: '', ...question })).total;
      expect(await count({ typ: ['yrkanden', 'reservationer'] })).toBe(2);
      expect(await count({ typ: [] })).toBe(8);
      expect(await count({ person: 'eva  EK' })).toBe(2);
      expect(await count({ person: 'Åke Öst' })).toBe(1);
      expect(await count({ person: 'ÅKE ÖST' })).toBe(1);
      // a part of a name, in whole words, where nobody is called so
      expect(await count({ person: 'Ek' })).toBe(2);
      expect(await count({ person: 'Ulla' })).toBe(1);
      expect(await count({ person: 'E' })).toBe(0);
      expect(await count({ person: '%' })).toBe(0);
      expect(await count({ person: 'Eva Ek', typ: 'voteringar' })).toBe(1);
      expect(await count({ utfall: 'avslag' })).toBe(1);
      expect(await count({ utfall: 'avslag', typ: 'yrkanden', parti: 'V' })).toBe(1);
      expect(await count({ utfall: 'bifall' })).toBe(3);
      expect(await count({ utfall: 'aterremiss', organ: 'Kommunstyrelsen' })).toBe(1);
      expect(await count({ ar: '2024' })).toBe(8);
      expect(await count({ ar: '202' })).toBe(0);
      expect(await count({ ar: '2023' })).toBe(0);
    });

    test('what stands in §§ under secrecy can be left out', async () => {
      const secret = arende({ sekretess: 'OSL 26 kap. 1 §', beslut: [attsats('Taxan för stängslet höjs.')] });
      await save(fileRecord('d', [handling({ arenden: [secret] })]));
      expect((await store.search({ query: 'taxan' })).total).toBe(4);
      const { total, facetter } = await store.search({ query: 'taxan', offentligt: true, facetter: true });
      expect([total, facetter?.typ.map(({ antal }) => antal)]).toEqual([3, [1, 1, 1]]);
    });

    test.each([
      ['patientavgift OR stängsel', 1],
      ['stängsel OR patientavgift OR upphäva', 2],
      ['"eget förslag" OR handlingsplan', 2],
      ['SN 2023/120 OR upphävs', 5],
      ['SN 2023/120 OR KS 2024/77', 5],
      ['höjs SN 2023/120 OR KS 2024/77', 1],
      ['avgift -taxan', 4],
      ['-avgift', 3],
      ['avgift -"patientavgifterna höjs"', 4],
      ['-SN 2023/120', 4],
      ['avgift -taxa -plan -"Eva Ek" -socialförvaltning', 1],
    ])('%s finds %i', async (query, total) => {
      expect((await store.search({ query })).total).toBe(total);
    });

    test('what a minus takes away is what the word finds', async () => {
      const asked = ['avgift', 'plan', '"till beslut"', 'SN 2023/120', 'taxa', 'Eva', 'finnsinte'];
      for (const word of asked) {
        const [all, found, others] = await Promise.all(
          ['', word, `-${word}`].map(async (query) => (await store.search({ query })).total),
        );
        expect([word, (found ?? 0) + (others ?? 0)]).toEqual([word, all]);
      }
    });

    test('in order of days, or of when they were taken in', async () => {
      const days = async (question: Partial<SearchQuestion>) =>
        (await store.search({ query: '', typ: 'beslut', ...question })).hits.map(({ datum }) => datum);
      expect(await days({ query: 'beslut OR avgift OR plan', ordning: 'datum' })).toEqual([
        ...['2024-03-05', '2024-02-01', '2024-01-10', '2024-01-10'],
      ]);
      for (const letter of ['c', 'a', 'b']) {
        await store.offerFile(`/in/${letter}.pdf`, sha(letter));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(await days({ ordning: 'inlast' })).toEqual([
        ...['2024-03-05', '2024-01-10', '2024-01-10', '2024-02-01'],
      ]);
      const [last] = (await store.search({ query: '', ordning: 'inlast', med: ['inlast'] })).hits;
      expect([last?.fileName, Date.parse(last?.inlast ?? '') > 0]).toEqual(['b.pdf', true]);
    });

    test('counts its hits by what they can be narrowed by, where that is asked for', async () => {
      expect(await store.search({ query: 'avgift' })).not.toHaveProperty('facetter');
      const { facetter } = await store.search({ query: '', facetter: true });
      expect(facetter).toEqual({
        typ: [
          ...[{ varde: 'beslut', antal: 4 }],
          ...['expediering', 'reservationer', 'voteringar', 'yrkanden'].map((varde) => ({ varde, antal: 1 })),
        ],
        organ: [
          { varde: 'Socialnämnden', huvudman: 'Ekbacka kommun', antal: 4 },
          { varde: 'Kommunstyrelsen', huvudman: 'Ekbacka kommun', antal: 3 },
          { varde: 'Kommunstyrelsen', huvudman: 'Alunda kommun', antal: 1 },
        ],
        huvudman: [
          { varde: 'Ekbacka kommun', antal: 7 },
          { varde: 'Alunda kommun', antal: 1 },
        ],
        ar: [{ varde: '2024', antal: 8 }],
        parti: [
          { varde: 'M', antal: 2 },
          { varde: 'S', antal: 2 },
          { varde: 'V', antal: 1 },
        ],
        person: [
          { varde: 'Eva Ek', antal: 2 },
          ...['Bo Berg', 'Partilös Person', 'Ulla Ek', 'Åke Öst'].map((varde) => ({ varde, antal: 1 })),
        ],
        utfall: [
          { varde: 'bifall', antal: 3 },
          { varde: 'aterremiss', antal: 1 },
          { varde: 'avslag', antal: 1 },
        ],
        diarienummer: [
          { varde: 'SN 2023/00120', huvudman: 'Ekbacka kommun', antal: 4 },
          { varde: 'KS/2024:14', huvudman: 'Ekbacka kommun', antal: 3 },
          { varde: 'KS 2024/77', huvudman: 'Alunda kommun', antal: 1 },
        ],
      });
      const nothing = await store.search({ query: '§', facetter: true });
      expect(Object.values(nothing.facetter ?? {}).flat()).toEqual([]);
    });

    test('a count is what narrowing by it finds', async () => {
      for (const asked of [
        { query: '' },
        { query: 'avgift OR beslut' },
        { query: '', typ: 'beslut' as const },
        { query: '', per: 'paragraf' as const },
      ]) {
        const { facetter } = await store.search({ ...asked, facetter: true });
        if (!facetter) throw new Error('it was asked for');
        for (const [name, values] of Object.entries(facetter)) {
          for (const { antal, varde, ...rest } of values) {
            const narrowed = { ...asked, [name]: varde, ...rest } as SearchQuestion;
            expect([narrowed, (await store.search(narrowed)).total]).toEqual([narrowed, antal]);
          }
        }
      }
    });

    test('one hit of each § is what is asked for, and counted', async () => {
      const all = await store.search({ query: '', limit: 100 });
      const once = await store.search({ query: '', limit: 100, per: 'paragraf', facetter: true });
      const placeOf = ({ organ, datum, paragraf, arende }: (typeof all.hits)[number]) =>
        [organ, datum, paragraf, arende].join();
      expect(once.total).toBe(new Set(all.hits.map(placeOf)).size);
      expect(new Set(once.hits.map(placeOf)).size).toBe(once.hits.length);
      expect(once.hits.length).toBe(once.total);
      expect(all.total).toBeGreaterThan(once.total);
      const decided = await store.search({
        query: '',
        typ: 'beslut',
        organ: 'Socialnämnden',
        per: 'paragraf',
      });
      expect(decided).toMatchObject({
        total: 1,
        hits: [{ text: 'Patientavgifterna höjs från årsskiftet.' }],
      });
      expect(await store.search({ query: '', per: 'paragraf', limit: 0 })).toEqual({
        total: once.total,
        hits: [],
      });
    });

    test('a hit says how its § was voted on, where that is asked for', async () => {
      const { hits } = await store.search({ query: 'taxan', typ: 'beslut', med: ['voteringar'] });
      expect(hits[0]?.voteringar).toEqual([
        {
          ...{ id: expect.any(String), ja: 8, nej: 7, avstar: null, utslag: 'ja' },
          proposition: { ja: 'bifall', nej: 'återremiss' },
          partier: [
            { parti: 'M', ja: 0, nej: 1, avstar: 0, franvarande: 0 },
            { parti: 's', ja: 1, nej: 0, avstar: 1, franvarande: 0 },
            { parti: null, ja: 0, nej: 0, avstar: 0, franvarande: 1 },
          ],
        },
      ]);
    });

    test('a reservation says what it is against, and a yrkande what was decided, where that is asked for', async () => {
      const sats = (nr: number) => attsats(`att lägga ner färjeled ${nr}.`, { nr });
      const against = (text: string, mot: number[]) => ({ ...inlaga(text, [person('Bo Ek', 'M')]), mot });
      await save(
        fileRecord('f', [
          handling({
            arenden: [
              arende({
                beslut: [sats(1), sats(2), sats(3)],
                reservationer: [
                  against('Färjornas vän: hela', []),
                  against('Färjornas vän: delar', [3, 2]),
                  against('Färjornas vän: okänt', [7]),
                ],
                yrkanden: [yrkande('Färjornas vän: avslag', [person('Bo Ek', 'M')])],
              }),
            ],
          }),
        ]),
      );
      const { hits } = await store.search({ query: '"färjornas vän"', med: ['beslut'] });
      const told = new Map(hits.map(({ text, beslut }) => [text.split(': ')[1], beslut]));
      const text = (nr: number) => ({
        ...{ id: expect.any(String), permanentId: expect.any(String), nr },
        text: `att lägga ner färjeled ${nr}.`,
      });
      expect(Object.fromEntries(told)).toEqual({
        hela: { satser: [text(1)], antal: 3, mot: [] },
        delar: { satser: [text(2), text(3)], antal: 3, mot: [3, 2] },
        okänt: { satser: [], antal: 3, mot: [7] },
        avslag: { satser: [text(1)], antal: 3, mot: [] },
      });
      const [clause] = (await store.search({ query: 'färjeled', med: ['beslut'], typ: 'beslut' })).hits;
      expect(clause).not.toHaveProperty('beslut');
      expect((await store.search({ query: '"färjornas vän"' })).hits[0]).not.toHaveProperty('beslut');
    });

    test('one item by its id, and what stands beside it', async () => {
      const [hit] = (await store.search({ query: '"avslag på förslaget"' })).hits;
      const punkt = await store.punkt(hit?.id ?? '');
      expect(punkt?.hit).toEqual({
        ...hit,
        voteringar: [],
        inlast: null,
        beslut: expect.anything(),
      });
      expect(punkt?.handling.arenden).toHaveLength(1);
      expect(punkt?.handling.arenden[0]?.beslut).toHaveLength(2);
      expect(punkt?.matter).toMatchObject({ id: hit?.arende, diarienummer: 'SN 2023/00120' });
      expect(await store.punkt('none')).toBeNull();
    });

    test.each([
      ['socialförvaltnigen', ['socialförvaltningen']],
      ['patentavgift', ['patientavgifterna']],
      ['uphävs', ['upphävs']],
      ['avgift', []],
      ['kamelkaravan', []],
      ['KS 2024/14', []],
      ['', []],
    ])('%s may mean %j', async (word, meant) => {
      expect(await store.liknande(word)).toEqual(meant);
    });

    test('a person: under which parties, and when', async () => {
      expect(await store.person('eva ek')).toEqual({
        ...{ namn: 'Eva Ek', antal: 2, huvudman: ['Ekbacka kommun'] },
        partier: [{ parti: 'S', antal: 2, forst: '2024-01-10', sist: '2024-03-05' }],
      });
      expect(await store.person('Åke Öst', { huvudman: 'Ekbacka' })).toMatchObject({ antal: 1 });
      expect(await store.person('Åke Öst', { huvudman: 'Alunda' })).toBeNull();
      expect(await store.person('Ek')).toBeNull();
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
      ...['text:avslag', '^a', 'a + b', "'; drop table items; --", '%', '_', '\\', '\u0000', '§', '-avslag'],
      ...[
        'och',
        'och/eller',
        '1/2/3/4',
        'KS 2018/',
        '😀',
        'a'.repeat(2000),
        longText,
        `"${longText}"`,
        '"a" OR "b"',
      ],
    ])('%j is a question like any other', async (query) => {
      const answer = await store.search({ query });
      expect(answer.total).toBeGreaterThanOrEqual(0);
    });

    const letters = 100_000;
    const hostile: [string, string][] = [
      '"',
      '*',
      '(',
      ')',
      '" OR ',
      'NEAR(',
      'a*',
      "'; drop table items; --",
      '\\',
      '%_',
      '2024/1 ',
      'avgift ',
      '\u0000',
      '\ud800',
      'Å',
    ].map((part) => [JSON.stringify(part), part.repeat(Math.ceil(letters / part.length))]);
    hostile.push(['ten thousand words', Array.from({ length: 10_000 }, (_, n) => `ord${n}`).join(' ')]);

    test.each(hostile)('a hundred kilobytes of %s neither hang nor crash', async (_, query) => {
      const from = performance.now();
      expect((await store.search({ query })).total).toBeGreaterThanOrEqual(0);
      const filters = { organ: query, parti: query, diarienummer: query, huvudman: query };
      expect((await store.search({ query: 'avgift', ...filters })).total).toBe(0);
      expect(performance.now() - from).toBeLessThan(10_000);
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
}
