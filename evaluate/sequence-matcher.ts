/**
 * How alike two strings are, by the pattern matching of Ratcliff and Obershelp (1988): find the longest run
 * of characters that both have, then do the same to the left and to the right of it; the likeness is twice the
 * characters so found over all characters. Among equally long runs the one that starts first in `a`, then first
 * in `b`, is taken: the figure depends on it, and other implementations of the measure choose the same.
 */

/** Characters as readers count them: a letter outside the basic plane is one, not two. */
const characters = (text: string): string[] => Array.from(text);

const ratioOf = (matches: number, length: number): number => (length > 0 ? (2 * matches) / length : 1);

/** Length of the part that `a` and `b` have in common when order is ignored: never less than the real figure. */
function commonCharacters(a: string[], b: string[]): number {
  const left = new Map<string, number>();
  for (const c of b) left.set(c, (left.get(c) ?? 0) + 1);
  let common = 0;
  for (const c of a) {
    const n = left.get(c) ?? 0;
    if (n > 0) {
      common += 1;
      left.set(c, n - 1);
    }
  }
  return common;
}

function positionsOf(b: string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  b.forEach((c, j) => {
    const at = positions.get(c);
    if (at) at.push(j);
    else positions.set(c, [j]);
  });
  return positions;
}

/** Sum of the lengths of all runs found. */
function matchedCharacters(a: string[], b: string[]): number {
  const positions = positionsOf(b);
  // run[j + 1]: length of the common run that ends at the current character of a and at b[j]
  let run = new Int32Array(b.length + 1);
  let next = new Int32Array(b.length + 1);
  const queue: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  let total = 0;
  for (let part = queue.pop(); part; part = queue.pop()) {
    const [aLow, aHigh, bLow, bHigh] = part;
    let [bestA, bestB, bestSize] = [aLow, bLow, 0];
    run.fill(0, bLow, bHigh + 1);
    for (let i = aLow; i < aHigh; i++) {
      next.fill(0, bLow, bHigh + 1);
      for (const j of positions.get(a[i] as string) ?? []) {
        if (j < bLow) continue;
        if (j >= bHigh) break;
        const size = (j > bLow ? (run[j] as number) : 0) + 1;
        next[j + 1] = size;
        if (size > bestSize) [bestA, bestB, bestSize] = [i - size + 1, j - size + 1, size];
      }
      [run, next] = [next, run];
    }
    if (bestSize === 0) continue;
    total += bestSize;
    if (aLow < bestA && bLow < bestB) queue.push([aLow, bestA, bLow, bestB]);
    const [aEnd, bEnd] = [bestA + bestSize, bestB + bestSize];
    if (aEnd < aHigh && bEnd < bHigh) queue.push([aEnd, aHigh, bEnd, bHigh]);
  }
  return total;
}

/**
 * The likeness of `a` and `b`, 0 to 1. Returns 0 at once when cheap upper bounds (the lengths, then the
 * characters without their order) show that it is less than `atLeast`; a result below `atLeast` may
 * therefore be either the figure itself or 0.
 */
export function sequenceRatio(a: string, b: string, atLeast = 0): number {
  const [x, y] = [characters(a), characters(b)];
  const length = x.length + y.length;
  if (ratioOf(Math.min(x.length, y.length), length) < atLeast) return 0;
  if (ratioOf(commonCharacters(x, y), length) < atLeast) return 0;
  return ratioOf(matchedCharacters(x, y), length);
}
