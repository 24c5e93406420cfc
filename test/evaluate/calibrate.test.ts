import { describe, expect, it } from 'vitest';
import { calibrate, crossJudged } from '../../evaluate/calibrate.ts';
import type { LooseDocument } from '../../evaluate/document.ts';
import { leaveOneOut, type Readable } from '../../evaluate/leave-one-out.ts';
import { type Observation, observe } from '../../evaluate/observe.ts';
import { judge, reliability } from '../../evaluate/reliability.ts';
import { chanceOf } from '../../extraction/doubts/chance.ts';
import type { Doubt } from '../../extraction/doubts/words.ts';
import { corpusPresent, realTexts, samples } from './readable.ts';

/** `n` clauses with these doubts, `right` of them right. */
const clauses = (n: number, right: number, doubts: Doubt[] = [], huvudman = 'Fiskviks kommun') =>
  Array.from({ length: n }, (_, i) => ({
    ...({} as Observation),
    name: 'a',
    type: 'beslut' as const,
    huvudman,
    doubts,
    right: i < right,
    paired: i < right,
  }));

describe('the calibration', () => {
  it('gives what nothing speaks against the share that was right, and what is doubtful its own', () => {
    const calibration = calibrate(
      ['Fiskviks kommun', 'Ekuddens stad', 'Alviks kommun'].flatMap((huvudman) => [
        ...clauses(1000, 980, [], huvudman),
        ...clauses(200, 100, ['openEnd'], huvudman),
      ]),
    );
    // a standard error less than the share
    const [sure, doubtful] = [[], ['openEnd' as const]].map((d) => chanceOf('beslut', d, calibration));
    expect(sure).toBeLessThanOrEqual(0.98);
    expect(sure).toBeGreaterThan(0.96);
    expect(doubtful).toBeLessThanOrEqual(0.5);
    expect(doubtful).toBeGreaterThan(0.4);
  });

  it('tells which of two doubts it is that goes with error', () => {
    const calibration = calibrate([
      ...clauses(500, 490),
      ...clauses(100, 40, ['noLead', 'openEnd']),
      ...clauses(100, 97, ['noLead']),
    ]);
    expect(calibration.odds.clauses.openEnd).toBeLessThan(0.1);
    expect(calibration.odds.clauses.noLead ?? 1).toBeGreaterThan(0.3);
  });

  it('never trusts more for a doubt, nor anything wholly', () => {
    const calibration = calibrate([...clauses(500, 400), ...clauses(500, 500, ['colon'])]);
    expect(chanceOf('beslut', ['colon'], calibration)).toBeLessThanOrEqual(
      chanceOf('beslut', [], calibration),
    );
    expect(calibrate(clauses(500, 500)).right.beslut).toBeLessThan(1);
  });

  it('takes what was never met as grave as it was judged to be', () => {
    const calibration = calibrate(clauses(1000, 980));
    expect(chanceOf('beslut', ['foot'], calibration)).toBeLessThan(0.8);
    expect(chanceOf('beslut', ['colon'], calibration)).toBeGreaterThan(0.9);
  });

  it('judges a huvudman by what others taught', () => {
    const observations = [
      ...clauses(300, 295),
      ...clauses(100, 0, ['pageBreak'], 'Ekuddens stad'),
      ...clauses(100, 95, ['pageBreak'], 'Alviks kommun'),
    ];
    const judged = crossJudged(observations) as Observation[];
    const of = (name: string) => judged.find((o) => o.huvudman === name)?.confidence ?? Number.NaN;
    expect(of('Ekuddens stad')).toBeGreaterThan(0.9);
    expect(of('Alviks kommun')).toBeLessThan(0.3);
  });
});

describe('what is trusted', () => {
  const asRead = (sources: Readable[]) =>
    sources.map(({ name, gold, assemble }) => ({ name, gold, found: assemble() as LooseDocument }));

  it('is right in the samples, and most is trusted', { timeout: 60_000 }, async () => {
    const { trusted, all } = reliability(judge(asRead(await samples())));
    expect(trusted.right).toBeGreaterThanOrEqual(0.97);
    expect(trusted.n / all.n).toBeGreaterThanOrEqual(0.9);
  });

  it.skipIf(!corpusPresent)(
    'is right in real records, also without their own words',
    { timeout: 120_000 },
    async () => {
      const sources = await realTexts();
      const { trusted, all } = reliability(judge(asRead(sources)));
      expect(trusted.right).toBeGreaterThanOrEqual(0.97);
      expect(trusted.n / all.n).toBeGreaterThanOrEqual(0.75);
      const trials = leaveOneOut([...(await samples()), ...sources]).flatMap(({ pairs }) => pairs);
      const crossed = reliability(crossJudged(observe(trials)));
      expect(crossed.trusted.right).toBeGreaterThanOrEqual(0.96);
    },
  );
});
