/** §§ that are printed as heads, whether or not they could be read as such. */
import type { Line } from '../lines/line.ts';

/** "§ 95, 0479/17", "KS § 12", "129 § Delegationsordning". */
const BEFORE = /^(?:\p{L}{1,6}\.?\s{0,3})?§\s{0,3}(\d{1,4})(?!\d)/u;
const AFTER = /^(\d{1,4})\s?§(?!§)/u;
/** A longer line is a sentence that wraps at a reference. */
const LONGEST = 90;

/**
 * The numbers that stand at the start of short lines. Lines of them one after another are a list of contents, or of
 * references.
 */
export function printedHeads(lines: Line[]): Set<number> {
  const numbers = lines.map(({ text }) =>
    text.length > LONGEST ? undefined : (BEFORE.exec(text) ?? AFTER.exec(text))?.[1],
  );
  return new Set(
    numbers.flatMap((number, i) =>
      number === undefined || numbers[i - 1] !== undefined || numbers[i + 1] !== undefined
        ? []
        : [Number(number)],
    ),
  );
}

/** The numbers that go on without a hole from `from`, upwards (step 1) or downwards (-1), rising. */
export function runFrom(from: number, step: 1 | -1, printed: ReadonlySet<number>): number[] {
  const run: number[] = [];
  for (let n = from + step; printed.has(n); n += step) run.push(n);
  return run.sort((a, b) => a - b);
}
