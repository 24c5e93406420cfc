/** The furniture of pages that OCR has read: the same line is never read quite the same twice. */
import { distance } from '../language/distance.ts';
import { isContent } from './furniture-words.ts';
import type { Line } from './line.ts';
import { HEAD, nearBy, type Place, type Places, REPEATS, SAME_PLACE } from './page-places.ts';

/** One character in so many may be misread where OCR has read the same line again. */
const MISREAD = 6;

/** Where OCR has read a line again, words of it may be missing; so much of it is there. */
const READ = 0.6;

/** The same line twice, read by OCR: never quite the same, spaces, marks, a letter here and a word there apart. */
export function isMisread(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => text.replace(/[^\p{L}#]/gu, '')) as [string, string];
  const allowed = Math.floor(Math.min(one.length, other.length) / MISREAD);
  if (allowed === 0) return false;
  const [less, more] = one.length < other.length ? [a, other] : [b, one];
  const words = less.match(/[\p{L}#]{3,}/gu) ?? [];
  const isPart = words.length > 1 && words.join('').length >= READ * more.length;
  return (isPart && words.every((word) => more.includes(word))) || distance(one, other, allowed) <= allowed;
}

/** True where OCR has read the line. */
export const isRead = (line: Line): boolean => line.words.some((word) => word.confidence !== null);

/**
 * True where OCR has read something at the foot, and on several pages near by what stands there stands apart: it is
 * furniture, however it was read.
 */
export function standsAtFeet(all: readonly Places[], line: Line, here: Place): boolean {
  if (!isRead(line)) return false;
  const near = nearBy(all, here.sheet)
    .flatMap((places) => [...places.values()].flat())
    .filter((p) => p.apart && Math.abs(p.left - here.left) <= SAME_PLACE.points)
    .filter((p) => Math.abs(p.at - here.at) <= SAME_PLACE.points);
  return new Set(near.map((p) => p.sheet)).size >= REPEATS;
}

/**
 * The flags of a sheet (true: furniture, one a line), with what OCR has read where other pages near by have their
 * running heads, whatever it says.
 */
export function withHeads(
  flagged: readonly boolean[][],
  sheets: readonly Line[][],
  sheet: number,
): boolean[] {
  const all = sheets[sheet] as Line[];
  const own = flagged[sheet] as boolean[];
  const near = nearBy([...sheets.keys()], sheet).filter((other) => other !== sheet);
  const last = own.slice(0, HEAD).lastIndexOf(true);
  return own.map((flag, i) => {
    const line = all[i] as Line;
    if (flag || i > last + 1 || i >= HEAD || !isRead(line) || isContent(line.text)) return flag;
    const heads = near.filter((other) => isHeadOf(sheets[other] ?? [], flagged[other] ?? [], line));
    return heads.length >= REPEATS - 1;
  });
}

/** True where the line stands in the place of a running head of another sheet. */
function isHeadOf(other: readonly Line[], flags: readonly boolean[], line: Line): boolean {
  return other.slice(0, HEAD).some((there, i) => {
    if (!flags[i] || !there.bbox || !line.bbox) return false;
    const across = Math.min(there.bbox[2], line.bbox[2]) - Math.max(there.bbox[0], line.bbox[0]);
    return across > 0 && Math.abs(there.bbox[1] - line.bbox[1]) <= SAME_PLACE.points;
  });
}
