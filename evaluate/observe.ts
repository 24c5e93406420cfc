/** Judged items with the doubts about them: what the calibration is counted from. */
import { doubtsIn } from '../extraction/doubts/index.ts';
import type { Doubt } from '../extraction/doubts/words.ts';
import type { Handling } from '../extraction/record.ts';
import { byHuvudman } from './groups.ts';
import { type Judged, judge } from './reliability.ts';
import type { EvaluationPair } from './score.ts';

export interface Observation extends Judged {
  huvudman: string;
  doubts: Doubt[];
}

/** Every item found in `pairs`, whose records must be whole ones, not loose annotations. */
export function observe(pairs: EvaluationPair[]): Observation[] {
  return [...byHuvudman(pairs)].flatMap(([huvudman, own]) => {
    const handlingar = own.flatMap(({ found }) => (found.handlingar ?? []) as Handling[]);
    const doubts = new Map<unknown, Doubt[]>(
      handlingar.flatMap((handling) => doubtsIn(handling).map((d) => [d.item, d.doubts])),
    );
    return judge(own).map((judged) => ({
      ...judged,
      huvudman,
      doubts: doubts.get(judged.found.source) ?? [],
    }));
  });
}
