/** What a reader's store answers: whatever is asked, no personal number and no name of what is secret, and no trace of them. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import type { Record as FileRecord } from '../../../extraction/record.ts';
import { InteForLasare, maskedStore } from '../../../server/mask/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import type { Store } from '../../../store/store.ts';
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
  yrkande,
} from '../../store/made-up.ts';
import { namn, printed, prose } from './made-up.ts';

async function fill(store: Store, records: FileRecord[]): Promise<void> {
  for (const record of records) {
    await store.offerFile(`/tmp/${record.source.fileName}`, record.source.sha256);
    const { matters } = await store.saveRecord(record, '1');
    for (const id of matters) await store.updateWay(id, wayOf);
    await store.setOutcome(record.source.sha256, { status: 'done' });
  }
}

/** Everything that a reader can ask for. */
async function everything(store: Store, words: readonly string[]): Promise<unknown[]> {
  const matters = await store.matters();
  const inboxes = await store.mottagare();
  const registers = await store.organregister();
  const found = await Promise.all(
    ['', ...words].map((query) =>
      store.search({ query, limit: 500, facetter: true, med: ['voteringar', 'inlast', 'beslut', 'kallor'] }),
    ),
  );
  const hits = found.flatMap((answer) => answer.hits);
  const named = [...new Set(hits.flatMap(({ personer }) => personer.flatMap((one) => one.namn ?? [])))];
  return Promise.all([
    ...[
      matters,
      inboxes,
      registers,
      found,
      store.status(),
      store.recordIds(),
      store.diarium(),
      store.leveranser(),
    ],
    store.bevakning({ idag: '2031-06-01', alla: true }),
    ...[...new Set(hits.map(({ id }) => id))].map((id) => store.punkt(id)),
    ...[...named, ...words].map((one) => store.person(one)),
    ...matters.flatMap(({ id }) => [store.matter(id), store.arende(id), store.handlingar(id)]),
    ...inboxes.map(({ mottagare, huvudman }) => store.inkorg(mottagare, { huvudman: huvudman ?? '' })),
    ...registers.flatMap(({ organ }) => organ.map((one) => store.organ(one.namn))),
    ...(await store.recordIds()).flatMap((id) => [
      store.record(id),
      store.recordWithRattelser(id),
      store.content(id),
    ]),
  ]);
}

/** An ärende in which a text stands wherever a text can. */
const arendeOf = (text: string, paragraf: string, over = {}) =>
  arende({
    paragraf,
    rubrik: `Ansökan ${text}`,
    diarienummer: `KS 2031/${paragraf}`,
    forslag: [attsats(`att bifalla ${text}`, { ledtext: `Förslag ${text}`, kedja: ['Socialnämnden'] })],
    beslut: [attsats(`att bevilja ${text}`, { next: { organ: 'Socialnämnden', reason: 'forslag' } })],
    yrkanden: [yrkande(`bifall ${text}`, [person(text, 'S')])],
    reservationer: [inlaga(`mot ${text}`, [person(text)])],
    anteckningar: [anteckning(`noteras ${text}`, [person(text)])],
    expediering: [mottagare(`sökanden ${text}`), mottagare('Socialnämnden')],
    underlag: [underlag(`Ansökan ${text}`)],
    ...over,
  });

let store: Store;
let lasare: Store;
beforeEach(() => {
  store = openSqliteStore(':memory:');
  lasare = maskedStore(store);
});
afterEach(() => store.close());

const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

describe("a reader's store", () => {
  it('tells no personal number, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(prose, printed, async (words, number) => {
        const one = openSqliteStore(':memory:');
        try {
          const text = `${words} ${number.text}`.trim();
          const record = fileRecord('a', [
            handling({ rubrik: text, arenden: [arendeOf(text, '1'), arendeOf('x', '2')] }),
          ]);
          await fill(one, [
            { ...record, source: { ...record.source, fileName: `${number.text.replaceAll('\n', '')}.pdf` } },
          ]);
          const all = JSON.stringify(
            await everything(maskedStore(one), [number.text, number.four, number.six]),
          );
          expect(bare(all)).not.toContain(bare(number.six + number.four));
          expect(all).not.toContain(number.text);
        } finally {
          await one.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('tells no name of what is secret, nor by what is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(prose, namn, async (words, { hela, delar }) => {
        const one = openSqliteStore(':memory:');
        try {
          const text = `${words} ${hela}`.trim();
          const secret = arendeOf(text, '1', { sekretess: 'OSL 26 kap. 1 §' });
          const letter = handling({
            kind: 'tjansteskrivelse',
            rubrik: text,
            undertecknare: [],
            diarienummer: 'KS 2031/1',
            arenden: [arendeOf(text, '1', { paragraf: null })],
          });
          // an answer to a referral has no ärende, and is of the matter all the same
          const answer = handling({
            kind: 'remissvar',
            rubrik: text,
            avsandare: hela,
            undertecknare: [{ namn: hela, parti: null, roll: null }],
            diarienummer: 'KS 2031/1',
            arenden: [],
          });
          await fill(one, [
            fileRecord('a', [handling({ arenden: [secret, arendeOf('x', '2')] })]),
            {
              ...fileRecord('b', [letter]),
              source: { ...fileRecord('b', []).source, fileName: `${hela}.pdf` },
            },
            {
              ...fileRecord('c', [answer]),
              source: { ...fileRecord('c', []).source, fileName: `${hela} svar.pdf` },
            },
          ]);
          const answers = await everything(maskedStore(one), [hela, ...delar]);
          const all = JSON.stringify(answers);
          for (const del of delar) expect(all).not.toMatch(new RegExp(`(?<!\\p{L})${del}(?!\\p{L})`, 'u'));
        } finally {
          await one.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('answers the same about what is masked as about what is not there', async () => {
    const secret = arendeOf('Vera Ek', '1', { sekretess: 'OSL 26:1' });
    const numbered = arendeOf('800101-2387 lekplats', '2');
    await fill(store, [
      fileRecord('a', [handling({ arenden: [secret, numbered, arendeOf('rondell', '3')] })]),
    ]);
    const nothing = { total: 0, hits: [] };
    for (const query of ['Vera', '"Vera Ek"', '800101-2387', '2387', 'lekplats', 'KS 2031/1'])
      expect([query, await lasare.search({ query })]).toEqual([query, nothing]);
    expect((await lasare.search({ query: 'rondell' })).total).toBeGreaterThan(0);
    expect((await store.search({ query: 'Vera' })).total).toBeGreaterThan(0);
    for (const name of ['sökanden Vera Ek', 'Vera Ek', '800101-2387']) {
      expect([name, await lasare.inkorg(name)]).toEqual([name, null]);
      expect([name, await lasare.organ(name)]).toEqual([name, null]);
      expect((await lasare.bevakning({ idag: '2031-06-01', alla: true, organ: name })).rader).toEqual([]);
      if (name !== 'sökanden Vera Ek') expect(await lasare.leveranser({ mottagare: name })).toEqual([]);
    }
    expect(await store.inkorg('sökanden Vera Ek')).not.toBeNull();
  });

  it('shows a secret matter without its names, and other matters whole', async () => {
    const secret = arendeOf('Vera Ek', '1', {
      sekretess: 'Offentlighets- och sekretesslagen (2009:400) 26 kap. 1 §, Vera Ek',
    });
    await fill(store, [
      fileRecord('a', [handling({ arenden: [secret, arendeOf('Ny rondell i Fiskvik', '2')] })]),
    ]);
    const shown = (await lasare.record(sha('a')))?.record.handlingar[0]?.arenden ?? [];
    expect(shown[0]).toMatchObject({
      rubrik: 'Ansökan [utelämnad]',
      sekretess: 'Offentlighets- och sekretesslagen (2009:400) 26 kap. 1 §, [utelämnad]',
      beslut: [{ text: 'att bevilja [utelämnad]', next: { organ: 'Socialnämnden' } }],
      yrkanden: [{ av: [{ namn: '[utelämnad]', parti: 'S' }] }],
    });
    expect(shown[1]).toEqual((await store.record(sha('a')))?.record.handlingar[0]?.arenden[1]);
    expect(await lasare.arende('KS 2031/1')).toMatchObject({ rubrik: 'Ansökan [utelämnad]' });
  });

  it('has no item of a secret matter, and nobody who is named in it alone', async () => {
    const secret = arendeOf('Vera Ek', '1', { sekretess: 'OSL 26 kap. 1 §' });
    await fill(store, [
      fileRecord('a', [handling({ arenden: [secret, arendeOf('Ny rondell i Fiskvik', '2')] })]),
    ]);
    const of = async (paragraf: string) =>
      (await store.search({ query: '', diarienummer: `KS 2031/${paragraf}` })).hits.map(({ id }) => id);
    for (const id of await of('1')) expect(await lasare.punkt(id)).toBeNull();
    for (const id of await of('2')) expect((await lasare.punkt(id))?.hit.id).toBe(id);
    expect((await store.person('Vera Ek'))?.namn).toBe('Vera Ek');
    expect(await lasare.person('Vera Ek')).toBeNull();
    expect((await lasare.person('Ny rondell i Fiskvik'))?.partier).toMatchObject([{ parti: 'S' }]);
    const { facetter } = await lasare.search({ query: '', facetter: true });
    expect(facetter?.person.map(({ varde }) => varde)).toEqual(['Ny rondell i Fiskvik']);
  });

  it('refuses everything else, also what is new', async () => {
    const open = [
      ...[
        'status',
        'content',
        'recordIds',
        'record',
        'recordWithRattelser',
        'matters',
        'matter',
        'handlingar',
        'arende',
      ],
      ...[
        'mottagare',
        'inkorg',
        'search',
        'punkt',
        'borta',
        'itemId',
        'matterId',
        'permanentIds',
        'liknande',
        'person',
        'bevakning',
        'organregister',
        'organ',
        'diarium',
        'leveranser',
      ],
      ...['hemligaMatters', 'hemligaArenden', 'leverans', 'leveransHandelser', 'files', 'rattelser'],
    ];
    const names = Object.keys(store) as (keyof Store)[];
    expect(names.length).toBeGreaterThan(60);
    for (const name of names.filter((one) => !open.includes(one))) {
      const ask = lasare[name] as (...given: unknown[]) => Promise<unknown>;
      await expect(ask('x', 'y', 'z'), name).rejects.toBeInstanceOf(InteForLasare);
    }
    await expect(lasare.files()).rejects.toBeInstanceOf(InteForLasare);
    const more = maskedStore({ ...store, nyFraga: async () => 'Vera Ek' } as Store);
    await expect((more as unknown as { nyFraga(): Promise<string> }).nyFraga()).rejects.toBeInstanceOf(
      InteForLasare,
    );
  });
});
