/** The figures as a person reads them in a terminal: columns aligned. */
import type { Evaluation } from './score.ts';

const three = (x: number): string => x.toFixed(3);

function aligned(head: string[], rows: string[][]): string[] {
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
  const types = Object.entries(evaluation.types).map(([type, x]) => [
    type,
    String(x.gold),
    three(x.precision),
    three(x.recall),
    three(x.f1),
  ]);
  const accuracies = Object.entries(evaluation.accuracies).map(([name, x]) => [
    name,
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
    lines.push('', `${kind}: ${of.length} fel (- saknas, + för mycket, ~ fel väg)`);
    for (const miss of of.slice(0, misses)) lines.push(`  ${miss.sign} ${miss.name}: ${miss.text}`);
  }
  return lines.join('\n');
}
