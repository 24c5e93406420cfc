/** What a reading says at a place of a file, and how near another reading comes to it. */
import { plain } from '../../diarium/way/text.ts';
import type { Evidence } from '../../extraction/record.ts';

export interface Told {
  id: string;
  typ: string;
  /** What it says, and who is behind it. */
  words: string;
  /** The § or title that it stands under; null: none was read. */
  around: string | null;
  evidence: readonly Evidence[];
}

/** How much of the places of two things is the same: of the lesser of them, and of the greater. From 0 to 1. */
export function samePlace(
  a: readonly Evidence[],
  b: readonly Evidence[],
): { lesser: number; greater: number } {
  let common = 0;
  for (const one of a) for (const other of b) common += shared(one, other);
  const [less, more] = [sizeOf(a), sizeOf(b)].sort((x, y) => x - y) as [number, number];
  return { lesser: ratio(common, less), greater: ratio(common, more) };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));

const sizeOf = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, one) => sum + shared(one, one), 0);

/** In lines or square points; what a person has put on a page has no place but the page, which counts as one. */
function shared(a: Evidence, b: Evidence): number {
  if (a.page !== b.page) return 0;
  if (a.bbox && b.bbox) {
    const wide = Math.min(a.bbox[2], b.bbox[2]) - Math.max(a.bbox[0], b.bbox[0]);
    const high = Math.min(a.bbox[3], b.bbox[3]) - Math.max(a.bbox[1], b.bbox[1]);
    return wide > 0 && high > 0 ? wide * high : 0;
  }
  if (a.lines && b.lines)
    return Math.max(0, Math.min(a.lines[1], b.lines[1]) - Math.max(a.lines[0], b.lines[0]) + 1);
  return a.bbox || b.bbox || a.lines || b.lines ? 0 : 1;
}

/** Pairs of neighbouring letters, each as often as it is met. */
type Pairs = ReadonlyMap<string, number>;

/** How much two texts have in common, and how much of the first stands in the second: by pairs of letters, from 0 to 1. */
export function sameWords(a: Told, b: Told): { alike: number; within: number } {
  const [of, other] = [pairsOf(a), pairsOf(b)];
  let common = 0;
  for (const [pair, n] of of.pairs) common += Math.min(n, other.pairs.get(pair) ?? 0);
  return { alike: ratio(2 * common, of.size + other.size), within: ratio(common, of.size) };
}

const known = new WeakMap<Told, { pairs: Pairs; size: number }>();

function pairsOf(told: Told): { pairs: Pairs; size: number } {
  const before = known.get(told);
  if (before) return before;
  const letters = ` ${plain(told.words)} `;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const made = { pairs, size: letters.length - 1 };
  known.set(told, made);
  return made;
}
