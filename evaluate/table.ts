/** The figures as a person reads them in a terminal: columns aligned. */
import type { Evaluation, Figures } from './score.ts';

/** What the measures are called in Swedish print; programs get the names of the fields. */
const WORDS: { readonly [name: string]: string } = {
  arenden: 'ärenden',
  forslag: 'förslag',
  routed: 'rätt väg vidare',
  few: 'färre än tio, ihop',
  next: 'nästa organ',
  'next, where there is one': 'nästa organ, där ett finns',
};

export const word = (name: string): string => WORDS[name] ?? name;

export const three = (x: number): string => x.toFixed(3);

/** Rows under a head, the first column to the left and the others to the right. */
export function aligned(head: string[], rows: string[][]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
}

/**
 * The tables of types and of accuracies, then the macro-F1; no line end after the last line.
 * @param misses how many misses to list for every type
 */
export function evaluationTable(evaluation: Evaluation, misses = 0): string {
  const extra = new Set(evaluation.misses.filter((miss) => miss.sign === '+').map((miss) => miss.type));
  // Where there was nothing to find and nothing was found, there is nothing to measure.
  const shown = (type: string, x: Figures): string[] =>
    x.gold === 0 && type !== 'few' && !extra.has(type)
      ? ['–', '–', '–']
      : [three(x.precision), three(x.recall), three(x.f1)];
  const types = Object.entries(evaluation.types).map(([type, x]) => [
    word(type),
    String(x.gold),
    ...shown(type, x),
  ]);
  const accuracies = Object.entries(evaluation.accuracies).map(([name, x]) => [
    word(name),
    String(x.of),
    three(x.accuracy),
  ]);
  const lines = [
    ...aligned(['typ', 'facit', 'precision', 'recall', 'F1'], types),
    '',
    ...aligned(['andel rätt', 'av', 'andel'], accuracies),
    '',
    `macro-F1 ${three(evaluation.macroF1)}`,
  ];
  const kinds = new Set(evaluation.misses.map((miss) => miss.type));
  for (const kind of misses > 0 ? kinds : []) {
    const of = evaluation.misses.filter((miss) => miss.type === kind);
    lines.push('', `${word(kind)}: ${of.length} fel (- saknas, + för mycket, ~ fel väg)`);
    for (const miss of of.slice(0, misses)) lines.push(`  ${miss.sign} ${miss.name}: ${miss.text}`);
  }
  return lines.join('\n');
}
