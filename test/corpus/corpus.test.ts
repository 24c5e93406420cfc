/**
 * Real records with gold, where they lie beside the repository. Their texts stay there; where they are absent
 * there is nothing to measure.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LooseDocument } from '../../evaluate/document.ts';
import { type Evaluation, type EvaluationPair, evaluate } from '../../evaluate/score.ts';
import { extract } from '../../extraction/index.ts';
import type { Arende, Record } from '../../extraction/record.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const present = existsSync(CORPUS);

const inCorpus = (folder: string, match: RegExp): string[] =>
  present
    ? readdirSync(join(CORPUS, folder))
        .filter((name) => match.test(name))
        .map((name) => join(folder, name))
    : [];

const read = (path: string): Promise<Record> =>
  extract(new Uint8Array(readFileSync(join(CORPUS, path))), basename(path));
const goldOf = (path: string): LooseDocument =>
  JSON.parse(
    readFileSync(join(CORPUS, path.replace(/^(?:seeds|pdf)\//, 'gold/').replace(/\.\w+$/, '.json')), 'utf8'),
  );

const itemsOf = (a: Arende): unknown[] => [
  ...[...a.forslag, ...a.beslut, ...a.yrkanden, ...a.reservationer],
  ...[...a.anteckningar, ...a.voteringar, ...a.expediering, ...a.underlag],
];

const SEEDS = ['000', '001', '002', '004'];
const asText = [...SEEDS.map((n) => `seeds/${n}.txt`), ...inCorpus('goteborg', /\.txt$/)];
const asPdf = [...SEEDS.map((n) => `pdf/${n}.pdf`), ...inCorpus('goteborg', /\.pdf$/)];

describe.skipIf(!present)('records with gold', () => {
  const measured = new Map<string, Evaluation>();

  async function measure(paths: string[]): Promise<EvaluationPair[]> {
    const pairs: EvaluationPair[] = [];
    for (const path of paths) pairs.push({ name: path, gold: goldOf(path), found: await read(path) });
    return pairs;
  }

  beforeAll(async () => {
    const [text, pdf] = [await measure(asText), await measure(asPdf)];
    measured.set('text', evaluate(text));
    measured.set('PDF', evaluate(pdf));
    measured.set('both', evaluate([...text, ...pdf]));
  }, 120_000);

  it.each(['text', 'PDF', 'both'])('are found as %s', (form) => {
    const { macroF1, types, accuracies } = measured.get(form) as Evaluation;
    expect(macroF1).toBeGreaterThanOrEqual(0.97);
    expect(types.routed?.f1).toBeGreaterThanOrEqual(0.95);
    expect(accuracies.next?.accuracy).toBeGreaterThanOrEqual(0.97);
  });
});

describe.skipIf(!present)('records without items', () => {
  it.each([
    'seeds/002.txt',
    'pdf/002.pdf',
    ...inCorpus('real', /^0[567]-.*\.pdf$/),
    ...inCorpus('goteborg', /^1[12]-.*\.txt$/),
  ])('%s', { timeout: 60_000 }, async (path) => {
    const { handlingar } = await read(path);
    expect(handlingar.flatMap((h) => h.arenden).flatMap(itemsOf)).toEqual([]);
  });
});

describe.skipIf(!present)('a bundle of 368 pages', () => {
  it('goes through whole', { timeout: 120_000 }, async () => {
    const record = await read('pdf/003.pdf');
    expect(record.pages).toHaveLength(368);
    expect(record.handlingar.filter((h) => h.kind !== 'annat').length).toBeGreaterThanOrEqual(25);
    const covered = new Set(
      record.handlingar.flatMap(({ pages: [from, to] }) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i),
      ),
    );
    expect(covered.size).toBe(368);
  });
});
