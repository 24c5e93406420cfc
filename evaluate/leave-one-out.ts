/**
 * How much a huvudman's records depend on the words that only they use: each huvudman's records are read again without the
 * vocabulary entries that no other's have matched. What falls then is what a municipality nobody has looked at
 * would lack.
 */
import type { Record } from '../extraction/record.ts';
import { entriesUsed, withoutEntries } from '../extraction/vocabulary/left-out.ts';
import type { LooseDocument } from './document.ts';
import { byHuvudman } from './groups.ts';
import { type EvaluationPair, evaluate } from './score.ts';

/** A source that can be read again and again: its pages are open. */
export interface Readable {
  name: string;
  gold: LooseDocument;
  /** Must be synchronous and give the same record every time. */
  assemble(): Record;
}

export interface LeftOut {
  name: string;
  files: number;
  /** The entries that only this huvudman's records use. */
  entries: string[];
  withAll: number;
  without: number;
  /** `withAll` minus `without`, in points (hundredths of macro-F1). */
  drop: number;
  /** The entries without which alone something falls, most first. */
  costly: { entry: string; drop: number }[];
  /** What was read without the entries. */
  pairs: EvaluationPair[];
}

/** Points under which a single entry is not named. */
const NAMED_FROM = 0.5;

const points = (before: number, after: number): number => Number(((before - after) * 100).toFixed(1));

/** One line a huvudman, the greatest drop first. */
export function leaveOneOut(sources: Readable[]): LeftOut[] {
  const read = sources.map((source) => {
    let found: Record | undefined;
    const used = entriesUsed(() => {
      found = source.assemble();
    });
    return { ...source, used, found: found as Record };
  });
  const groups = [...byHuvudman(read)].map(([name, own]) => ({
    name,
    own,
    used: new Set(own.flatMap(({ used }) => [...used])),
  }));
  return groups
    .map(({ name, own, used }) => {
      const others = groups.filter((group) => group.own !== own);
      const entries = [...used].filter((entry) => !others.some((group) => group.used.has(entry)));
      const without = (names: string[]): EvaluationPair[] =>
        own.map(({ name, gold, assemble }) => ({
          name,
          gold,
          found: withoutEntries(new Set(names), assemble),
        }));
      const withAll = evaluate(own).macroF1;
      const pairs = without(entries);
      const left = evaluate(pairs).macroF1;
      const costly =
        left < withAll
          ? entries
              .map((entry) => ({ entry, drop: points(withAll, evaluate(without([entry])).macroF1) }))
              .filter(({ drop }) => drop >= NAMED_FROM)
              .sort((a, b) => b.drop - a.drop)
          : [];
      return {
        name,
        files: own.length,
        entries,
        withAll,
        without: left,
        drop: points(withAll, left),
        costly,
        pairs,
      };
    })
    .sort((a, b) => b.drop - a.drop);
}
