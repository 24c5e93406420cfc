/** Items followed from reading to reading, whatever the readings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follow, type Named } from '../../store/follow/follow.ts';
import type { Told } from '../../store/follow/told.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { type Clause, reading } from './readings.ts';

const BAD = 'anta taxan för badhuset';
const KAJ = 'bygga en kaj av sten vid hamnen';
const LEK = 'avslå motionen om en lekplats';
const BIL = 'köpa två bilar till hemtjänsten';

test('a published link never says other words than it was published with without saying so', async () => {
  const store = openSqliteStore(':memory:');
  let version = 0;
  const texts = [BAD, KAJ, LEK, BIL, 'lägga informationen till handlingarna'];
  const clause = fc.record({
    ...{ line: fc.nat(30), text: fc.constantFrom(...texts), typ: fc.constantFrom('beslut', 'forslag') },
    mended: fc.option(fc.constantFrom('x', ' 7', ' inte'), { nil: '', freq: 3 }),
  });
  const readings = fc.array(
    fc.record({
      clauses: fc.uniqueArray(clause, { selector: ({ line }) => line, maxLength: 8 }),
      cuts: fc.array(fc.nat(8), { maxLength: 3 }),
      split: fc.nat(3),
    }),
    { minLength: 2, maxLength: 4 },
  );
  let file = 0;
  await fc.assert(
    fc.asyncProperty(readings, async (all) => {
      file += 1;
      const letter = (file % 200).toString(16).padStart(2, '0');
      const published = new Map<string, Set<string>>();
      let last = new Map<string, string>();
      for (const { clauses: read, cuts, split } of all) {
        const ordered = read
          .map(({ mended, ...one }) => ({ ...one, text: one.text + mended }) as Clause)
          .sort((a, b) => a.line - b.line);
        const bounds = [...new Set(cuts)].sort((a, b) => a - b);
        const sections = [...bounds, ordered.length].map((to, n) => ({
          ...{ paragraf: String(30 + n), clauses: ordered.slice(bounds[n - 1] ?? 0, to) },
        }));
        version += 1;
        await store.saveRecord(
          reading([sections.slice(0, split), sections.slice(split)], letter),
          `1.${version}`,
        );
        const { hits } = await store.search({ query: '', limit: 1000 });
        const own = hits.filter(({ fileName }) => fileName === `${letter}.pdf`);
        expect(new Set(own.map(({ permanentId }) => permanentId)).size).toBe(own.length);
        const now = new Map(own.map((hit) => [`${hit.typ} ${hit.bbox} ${hit.text}`, hit.permanentId]));
        // a clause that stands where it stood has no new entry in a feed
        for (const [key, name] of last) expect(now.get(key) ?? name).toBe(name);
        last = now;
        for (const { permanentId, text } of own)
          published.set(permanentId, (published.get(permanentId) ?? new Set()).add(text));
        for (const [permanentId, said] of published) {
          const punkt = await store.punkt(permanentId);
          const told = punkt
            ? [punkt.hit.text, ...punkt.tidigare.map(({ text }) => text)]
            : (await store.borta(permanentId))?.lydelser.map(({ text }) => text);
          for (const text of said) expect(told).toContain(text);
        }
      }
    }),
    { numRuns: 25 },
  );
  await store.close();
});

const told = (id: string, words: string, top: number): Told => ({
  ...{ id, typ: 'beslut', words, around: '14' },
  evidence: [{ page: 1, bbox: [70, top, 520, top + 14] }],
});
const named = (one: Told): Named => ({ namn: one.id, id: one.id, galler: true, said: [one] });

test.each([
  ['all at one place', () => 0],
  ['one below the other', (n: number) => n * 20],
])('as many as no page holds are followed in time: %s', (_, top) => {
  const some = 4_000;
  const before = Array.from({ length: some }, (_, n) => told(`a${n}`, `punkt ${n} av planen`, top(n)));
  const now = [told('a0', BAD, some * 40), ...before.map((one, n) => ({ ...one, id: `a${n + 1}` }))];
  const began = performance.now();
  const after = follow(before.map(named), now);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(after.slice(0, some).map(({ id }) => id)).toEqual(before.map((_, n) => `a${n + 1}`));
  expect(after.at(-1)).toEqual({ namn: 'a0-2', id: 'a0', galler: true });
});

test('the same readings give the same names, whatever stands between', () => {
  const place = fc.record({ words: fc.constantFrom(BAD, KAJ, LEK), top: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(place), fc.array(place), (one, other) => {
      const read = (all: typeof one) => all.map(({ words, top }, n) => told(`a${n}`, words, top * 20));
      const [before, now] = [read(one).map(named), read(other)];
      const after = follow(before, now);
      expect(follow(before, now)).toEqual(after);
      const held = after.flatMap(({ id, galler }) => (galler ? id : []));
      // each item of the new reading is called something, and by one name
      expect(held.toSorted()).toEqual(now.map(({ id }) => id).toSorted());
      expect(new Set(after.map(({ namn }) => namn)).size).toBe(after.length);
      expect(after.slice(0, before.length).map(({ namn }) => namn)).toEqual(before.map(({ namn }) => namn));
    }),
  );
});
