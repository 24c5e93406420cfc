/** Records of one huvudman put together, and the measure for each. */
import type { LooseDocument } from './document.ts';
import { type Evaluation, type EvaluationPair, evaluate, POOLED_UNDER } from './score.ts';

/** The huvudman a document names most often. */
function huvudmanOf({ handlingar }: LooseDocument): string | null {
  const names = (handlingar ?? []).flatMap(({ huvudman }) => (huvudman ? [huvudman] : []));
  const count = (name: string) => names.filter((n) => n === name).length;
  return names.sort((a, b) => count(b) - count(a))[0] ?? null;
}

/** "16-goteborg-ks.pdf" → "goteborg": files with the same first word in their name are one template's. */
const wordOf = (name: string): string | null => /\p{L}{3,}/u.exec(name.replace(/\.\w+$/u, ''))?.[0] ?? null;

/**
 * Puts pairs together by huvudman: by the template where one is told, as the gold says, else as the record does,
 * else by the first word of the file's name. A file that names none goes with those whose names begin with the same
 * word.
 */
export function byHuvudman<T extends EvaluationPair>(pairs: T[]): Map<string, T[]> {
  const named = pairs.map((pair) => ({
    pair,
    huvudman: pair.template ?? huvudmanOf(pair.gold) ?? huvudmanOf(pair.found),
    word: wordOf(pair.name),
  }));
  const groups = new Map<string, T[]>();
  for (const { pair, huvudman, word } of named) {
    const alike = word === null ? null : named.find((n) => n.huvudman && n.word === word)?.huvudman;
    const name = huvudman ?? alike ?? word ?? pair.name;
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  }
  return groups;
}

export interface GroupFigures {
  name: string;
  files: number;
  macroF1: number;
  /** The item type with the lowest F1, and that F1; null where all is right. */
  worst: { type: string; f1: number } | null;
}

function worstOf({ types, misses }: Evaluation): GroupFigures['worst'] {
  const counted = Object.entries(types).filter(
    ([type, x]) => type !== 'few' && x.f1 < 1 && (x.gold > 0 || misses.some((miss) => miss.type === type)),
  );
  // one item of three that is missed says less than ten of thirty
  const many = counted.filter(([, x]) => x.gold >= POOLED_UNDER);
  const [worst] = (many.length > 0 ? many : counted).sort(([, a], [, b]) => a.f1 - b.f1);
  return worst ? { type: worst[0], f1: worst[1].f1 } : null;
}

/** The measure by huvudman, worst first. */
export function evaluateGroups(pairs: EvaluationPair[]): GroupFigures[] {
  return [...byHuvudman(pairs)]
    .map(([name, own]) => {
      const evaluation = evaluate(own);
      return { name, files: own.length, macroF1: evaluation.macroF1, worst: worstOf(evaluation) };
    })
    .sort((a, b) => a.macroF1 - b.macroF1);
}
