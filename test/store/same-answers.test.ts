/** What is asked of SQLite and of PostgreSQL is answered the same, in the same order. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgresStore } from '../../store/postgres/index.ts';
import type { SearchQuestion } from '../../store/search.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';
import { fill, sampleRecords, tell } from './all-answers.ts';

let server: PostgresServer;
let sqlite: Store;
let postgres: Store;
beforeAll(async () => {
  const records = await sampleRecords();
  server = await startPostgres();
  sqlite = openSqliteStore(':memory:');
  postgres = await openPostgresStore(server.url);
  await Promise.all([fill(sqlite, records), fill(postgres, records)]);
}, 120_000);
afterAll(async () => {
  await postgres?.close();
  await sqlite?.close();
  await server?.stop();
});

test('all that a store is asked', async () => {
  expect(await tell(postgres)).toEqual(await tell(sqlite));
});

test('every inbox, and what needs a person by body, file and number', async () => {
  for (const { mottagare, huvudman } of await sqlite.mottagare()) {
    const of = { huvudman: huvudman ?? '' };
    expect(await postgres.inkorg(mottagare, of)).toEqual(await sqlite.inkorg(mottagare, of));
    expect(await postgres.granska({ organ: mottagare })).toEqual(await sqlite.granska({ organ: mottagare }));
  }
  for (const { path } of await sqlite.files()) {
    for (const fil of [path, path.split('/').at(-1) ?? '', path.toUpperCase(), path.slice(-7)])
      expect(await postgres.granska({ fil })).toEqual(await sqlite.granska({ fil }));
  }
  for (const { diarienummer } of await sqlite.matters()) {
    if (diarienummer === null) continue;
    expect(await postgres.granska({ diarienummer })).toEqual(await sqlite.granska({ diarienummer }));
  }
});

test('what is searched for', async () => {
  const { hits } = await sqlite.search({ query: '', limit: 10_000 });
  const words = [...new Set(hits.flatMap(({ text }) => text.split(/\s+/u)))];
  const texts = hits.map(({ text }) => text.split(/\s+/u));
  const aWord = fc.constantFrom(...words);
  const aPart = aWord.chain((word) =>
    fc.nat(Math.max(0, word.length - 4)).map((at) => word.slice(at, at + 7)),
  );
  const aPhrase = fc
    .tuple(fc.constantFrom(...texts), fc.nat(12), fc.integer({ min: 1, max: 4 }))
    .map(([text, at, length]) => `"${text.slice(at, at + length).join(' ')}"`);
  const numbers = hits.flatMap(({ diarienummer }) => diarienummer ?? []);
  const anAsked = fc
    .array(fc.oneof(aWord, aPart, aPhrase, fc.constantFrom(...numbers, 'avgift', 'nämnd', 'plan', 'och')), {
      maxLength: 3,
    })
    .map((parts) => parts.join(' '));
  const maybe = <T>(values: T[]) =>
    fc.constantFrom(...values, ...Array.from(values, () => undefined), undefined, undefined);
  const aQuestion = fc.record({
    query: anAsked,
    typ: maybe([...new Set(hits.map(({ typ }) => typ))]),
    organ: maybe([...new Set(hits.flatMap(({ organ }) => organ ?? []))]),
    parti: maybe(['s', 'M', 'V']),
    from: maybe([...new Set(hits.flatMap(({ datum }) => datum ?? []))]),
    limit: maybe([3, 1000]),
    offset: maybe([0, 2]),
  });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(aQuestion, async (asked) => {
      const question = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined),
      ) as unknown as SearchQuestion;
      const answer = await sqlite.search(question);
      found += answer.hits.length;
      expect(await postgres.search(question)).toEqual(answer);
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(300);
}, 60_000);
